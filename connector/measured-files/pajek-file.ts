import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../failure.ts';
import { CONTROL, GatheredTies, LARGEST, misread, weightOf, type NetworkFile } from './network-file.ts';

/** Everybody that the best known of half a million people is tied to stand in one line of `*Arcslist`. */
const LONGEST_LINE = 4_000_000;

type Section = 'arcs' | 'edges' | 'arcslist' | 'edgeslist' | 'passed over';
const SECTIONS: Readonly<Record<string, Section>> = {
  '*arcs': 'arcs',
  '*edges': 'edges',
  '*arcslist': 'arcslist',
  '*edgeslist': 'edgeslist',
};

/**
 * Reads a Pajek network (`.net`): `*Vertices` with or without labels, then `*Arcs`, `*Edges`, `*Arcslist` and
 * `*Edgeslist` in any order. A person's name is the label, or the number where there is none; two people may not bear
 * one label. A tie without a weight weighs 1.
 *
 * @param directed whether direction will be asked about: then an edge is a tie each way, else one tie
 * @throws Failure 'bad-input' naming line and column: no vertices, a vertex that does not exist, a weight that is no
 *   number of 0 or more, a matrix (write it as arcs), more than a file may hold
 */
export async function readPajekFile(path: string, directed: boolean): Promise<NetworkFile> {
  const file = basename(path);
  const names: string[] = [];
  let ties: GatheredTies | undefined;
  let section: Section | 'vertices' | undefined;
  let line = 0;
  try {
    for await (const text of linesOf(path, (endless, expected) => misread(file, endless, '1', expected))) {
      line += 1;
      const refuse = (column: number, expected: string) => misread(file, line, String(column), expected);
      if (text.includes('\uFFFD')) throw refuse(text.indexOf('\uFFFD') + 1, 'text in UTF-8');
      if (CONTROL.test(text)) throw refuse(text.search(CONTROL) + 1, 'text without control characters');
      const words = wordsOf(text);
      const unclosed = words.find((word) => word.text.startsWith('"'));
      if (unclosed !== undefined) throw refuse(unclosed.column, 'a quote that is closed on the same line');
      const [first] = words;
      if (first === undefined || first.text.startsWith('%')) continue;
      if (first.text.startsWith('*')) {
        const keyword = first.text.toLowerCase();
        if (keyword === '*matrix') throw refuse(1, 'ties as *Arcs or *Edges, not as a matrix');
        if (keyword === '*vertices') names.push(...numbered(words[1], refuse));
        else if (names.length === 0) throw refuse(1, '*Vertices before ties');
        else ties ??= new GatheredTies(namesOnce(names, refuse), true);
        section = keyword === '*vertices' ? 'vertices' : (SECTIONS[keyword] ?? 'passed over');
        continue;
      }
      if (section === undefined) throw refuse(1, '*Vertices and their number');
      if (section === 'vertices') {
        const place = vertexOf(first, names.length, refuse);
        if (words[1] !== undefined && words[1].text !== '') names[place] = words[1].text;
      } else if (section !== 'passed over' && ties !== undefined)
        addTies(ties, section, words, directed, names, refuse);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('bad-input', `${file} cannot be read: expected a readable file.`, { cause: error });
  }
  if (names.length === 0) throw misread(file, 1, '1', '*Vertices and their number');
  return (ties ?? new GatheredTies(names, true)).gathered();
}

/** Line by line, whatever ends them, and none held whole that has no end. */
async function* linesOf(path: string, refuse: (line: number, expected: string) => Failure): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let lines = 0;
  for await (const bytes of createReadStream(path)) {
    const text = rest + (Buffer.isBuffer(bytes) ? decoder.decode(bytes, { stream: true }) : '');
    const found = text.split(/\r\n|\n|\r(?!$)/);
    rest = found.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw refuse(lines + found.length + 1, 'a line of at most 4 million characters');
    lines += found.length;
    yield* found;
  }
  yield* (rest + decoder.decode()).split('\r');
}

interface Word {
  readonly text: string;
  /** From 1. */
  readonly column: number;
}
type Refuse = (column: number, expected: string) => Failure;

/** Words between blanks; what stands in quotes is one. */
function wordsOf(line: string): Word[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(({ 1: quoted, 2: bare, index }) => ({
    text: quoted ?? bare ?? '',
    column: index + 1,
  }));
}

function numbered(count: Word | undefined, refuse: Refuse): string[] {
  const people = /^\d{1,9}$/.test(count?.text ?? '') ? Number(count?.text) : 0;
  if (people < 1 || people > LARGEST.people)
    throw refuse(count?.column ?? 1, `a number of vertices from 1 to ${LARGEST.people.toLocaleString('en')}`);
  return Array.from({ length: people }, (_, place) => String(place + 1));
}

function vertexOf({ text, column }: Word, people: number, refuse: Refuse): number {
  const vertex = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (vertex < 1 || vertex > people) throw refuse(column, 'the number of a vertex, from 1 to how many there are');
  return vertex - 1;
}

function namesOnce(names: readonly string[], refuse: Refuse): readonly string[] {
  if (new Set(names).size !== names.length) throw refuse(1, 'vertices with labels that differ');
  return names;
}

function addTies(
  ties: GatheredTies,
  section: Exclude<Section, 'passed over'>,
  words: readonly Word[],
  directed: boolean,
  names: readonly string[],
  refuse: Refuse,
): void {
  const [first, ...others] = words;
  if (first === undefined) return;
  const from = vertexOf(first, names.length, refuse);
  const isList = section.endsWith('list');
  const [target, weighed] = others;
  if (target === undefined) throw refuse(first.column, 'another vertex after this one');
  const weight = isList || weighed === undefined ? 1 : weightOf(weighed.text);
  if (weight === undefined) throw refuse(weighed?.column ?? 1, 'a weight that is a number of 0 or more');
  for (const word of isList ? others : [target]) {
    const to = vertexOf(word, names.length, refuse);
    const refuseHere = (expected: string): Failure => refuse(word.column, expected);
    ties.add(from, to, weight, refuseHere);
    if (directed && section.startsWith('edges')) ties.add(to, from, weight, refuseHere);
  }
}
