import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { MultiGraph } from 'graphology';
import type { AbstractGraph } from 'graphology-types';
import { parse } from 'graphology-gexf';
import { Failure } from '../failure.ts';
import { refuseMisplaced } from './gexf-places.ts';
import { CONTROL, GatheredTies, LARGEST, misread, type NetworkFile } from './network-file.ts';

/** What Gephi users call the column that tells where a person works. */
const UNIT_ATTRIBUTES = ['unit', 'department', 'group'];

/**
 * Reads a network that Gephi or graphology wrote. A person's name is the node's id; the unit is the node's attribute
 * `unit` (or `department`, `group`).
 *
 * @param directed whether direction will be asked about: then an undirected edge is a tie each way, else one tie
 * @throws Failure 'bad-input' naming line and column where the file is no GEXF, an edge names somebody who is no node,
 *   or a weight is no number of 0 or more; the file is held whole, so it may have 256 MiB at most
 */
export function readGexfFile(path: string, directed: boolean): NetworkFile {
  const file = basename(path);
  const tooLarge = 'a file of at most 256 MiB (write larger networks as CSV)';
  if (statSync(path).size > LARGEST.wholeFileBytes) throw misread(file, 1, '1', tooLarge);
  const xml = utf8Of(file, readFileSync(path));
  const refuseAt = (index: number, expected: string): Failure => {
    const at = lineAndColumn(xml, index);
    return misread(file, at.line, at.column, expected);
  };
  const control = xml.search(CONTROL);
  if (control >= 0) throw refuseAt(control, 'text without control characters');
  refuseMisplaced(xml, refuseAt);
  const network = parsed(file, xml);
  const names = network.nodes();
  const hasWeights = network.someEdge((_edge, { weight }) => weight !== undefined);
  const ties = new GatheredTies(names, hasWeights);
  let edge = 0;
  network.forEachEdge((_key, attributes, source, target, _from, _to, undirected) => {
    const weight: unknown = attributes['weight'] ?? 1;
    const refuse = (expected: string): Failure => {
      return refuseAt(startOfEdge(xml, edge), expected);
    };
    if (typeof weight !== 'number' || !Number.isFinite(weight) || weight < 0)
      throw refuse('a weight that is a number of 0 or more');
    const [from = -1, to = -1] = [ties.numberOf(source, refuse), ties.numberOf(target, refuse)];
    ties.add(from, to, weight, refuse);
    if (undirected && directed) ties.add(to, from, weight, refuse);
    edge += 1;
  });
  const read = ties.gathered();
  const units = unitsOf(network);
  return units === undefined ? read : { ...read, units };
}

function utf8Of(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Failure('bad-input', `${file}: expected text in UTF-8.`, { cause: error });
  }
}

function parsed(file: string, xml: string): AbstractGraph {
  try {
    return parse(MultiGraph, xml, { allowUndeclaredAttributes: true });
  } catch (error) {
    const at = locatorOf(error);
    if (at !== undefined) throw misread(file, at.line, at.column, 'well-formed XML');
    throw new Failure(
      'bad-input',
      `${file}: expected GEXF as Gephi writes it: a graph whose edges name the ids of its nodes.`,
      { cause: error },
    );
  }
}

function locatorOf(error: unknown): { line: number; column: string } | undefined {
  if (typeof error !== 'object' || error === null || !('locator' in error)) return undefined;
  const { locator } = error;
  if (typeof locator !== 'object' || locator === null || !('lineNumber' in locator)) return undefined;
  const column = 'columnNumber' in locator ? locator.columnNumber : 1;
  return typeof locator.lineNumber === 'number' ? { line: locator.lineNumber, column: String(column) } : undefined;
}

/** Where the n-th edge stands, from 0: the parser keeps no places. */
function startOfEdge(xml: string, edge: number): number {
  const starts = xml.matchAll(/<edge[\s/>]/g);
  let at = 0;
  for (let passed = 0; passed <= edge; passed += 1) at = starts.next().value?.index ?? at;
  return at;
}

function lineAndColumn(xml: string, index: number): { line: number; column: string } {
  const lines = xml.slice(0, index).split(/\r\n?|\n/);
  return { line: lines.length, column: String((lines.at(-1)?.length ?? 0) + 1) };
}

function unitsOf(network: AbstractGraph): NetworkFile['units'] {
  const attribute = UNIT_ATTRIBUTES.find((name) => network.someNode((_node, attributes) => name in attributes));
  if (attribute === undefined) return undefined;
  const numbers = new Map<string, number>();
  const unitOf = Int32Array.from(network.nodes(), (node) => {
    const told: unknown = network.getNodeAttribute(node, attribute);
    const unit = typeof told === 'string' || typeof told === 'number' ? String(told).trim() : '';
    if (unit === '') return -1;
    if (!numbers.has(unit)) numbers.set(unit, numbers.size);
    return numbers.get(unit) ?? -1;
  });
  return { names: [...numbers.keys()], unitOf };
}
