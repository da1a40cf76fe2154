import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { networkOf } from '../../connector/network/network-of.ts';
import type { Network } from '../../connector/network/network.ts';

const SHARED = '../shared';
/** Reference networks and values lie beside the repository and are not part of it: what wants them is skipped without. */
export const hasReferences = existsSync(`${SHARED}/reference/values`) && existsSync(`${SHARED}/data`);

/** A published network with its people in the order of the reference's nodes. */
export interface ReferenceSet {
  readonly name: string;
  readonly ids: readonly string[];
  readonly directed: boolean;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
}

interface Source {
  readonly directed: boolean;
  readonly ties: () => readonly (readonly [string, string, number])[];
}

const data = (file: string): string => readFileSync(`${SHARED}/data/${file}`, 'latin1');

/** Rows of plain values: no reference file has a comma or a line break within quotes. */
function rowsOf(text: string, separator: string | RegExp): string[][] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.map((line) => line.split(separator).map((cell) => cell.replaceAll('"', '')));
}

function tiesOf(file: string, weightAt?: number): [string, string, number][] {
  const rows = rowsOf(data(file), ',').slice(1);
  return rows.map((row) => [row[0]!, row[1]!, weightAt === undefined ? 1 : Number(row[weightAt])]);
}

const SOURCES: Record<string, Source> = {
  'krackhardt-advice': { directed: true, ties: () => tiesOf('krackhardt-hightech/advice_edges.csv') },
  'krackhardt-friends': { directed: true, ties: () => tiesOf('krackhardt-hightech/friends_edges.csv') },
  'cross-parker-consulting-info': {
    directed: true,
    ties: () => tiesOf('cross-parker-consulting/consulting_info_edges.csv', 2),
  },
  'email-eu-core': {
    directed: true,
    ties: () => rowsOf(data('email-eu-core/email-Eu-core.txt'), ' ').map((row) => [row[0]!, row[1]!, 1]),
  },
  invs13: {
    directed: false,
    ties: () => rowsOf(data('sociopatterns-invs13/tij_InVS13.dat'), /\s+/).map((row) => [row[1]!, row[2]!, 1]),
  },
  'asoiaf-book1': { directed: false, ties: () => tiesOf('asoiaf/asoiaf-book1-edges.csv', 3) },
};

export const referenceNames = Object.keys(SOURCES);
export const directedReferenceNames = referenceNames.filter((name) => SOURCES[name]!.directed);

/** @param name one of `referenceNames` */
export function referenceSet(name: string): ReferenceSet {
  const source = SOURCES[name]!;
  return setOf(name, source.directed, source.ties(), columnOf(`${name}__nodes.csv`, 'id'));
}

/** One of the tiny networks with published answers, people in the order in which the file names them. */
export function tinySet(name: 'adolescents' | 'borgatti_holes' | 'directed3' | 'florentine_marriage'): ReferenceSet {
  const file = `small-published/${name}_edges.csv`;
  const ties = tiesOf(file, rowsOf(data(file), ',')[0]!.includes('weight') ? 2 : undefined);
  const ids = [...new Set(ties.flatMap(([from, to]) => [from, to]))];
  return setOf(name, name === 'directed3', ties, ids);
}

function setOf(name: string, directed: boolean, ties: Iterable<readonly [string, string, number]>, ids: string[]) {
  const number = new Map(ids.map((id, at) => [id, at]));
  const list = [...ties];
  return {
    name,
    ids,
    directed,
    from: Int32Array.from(list, ([from]) => number.get(from)!),
    to: Int32Array.from(list, ([, to]) => number.get(to)!),
    weights: Float64Array.from(list, ([, , weight]) => weight),
  };
}

/** The set as a network, in one of the four conventions of the reference values. */
export function asNetwork(
  set: ReferenceSet,
  { directed, weighted }: { readonly directed: boolean; readonly weighted: boolean },
): Network {
  const { ids, from, to, weights } = set;
  const people = ids.length;
  return networkOf(weighted ? { people, from, to, weights, directed } : { people, from, to, directed });
}

/** Rows of a reference file by column name. */
export function valuesOf(file: string): Record<string, string>[] {
  const [names, ...rows] = rowsOf(readFileSync(`${SHARED}/reference/values/${file}`, 'utf8'), ',');
  return rows.map((row) => Object.fromEntries(names!.map((name, at) => [name, row[at]!])));
}

export function hasValues(file: string): boolean {
  return existsSync(`${SHARED}/reference/values/${file}`);
}

/** @returns one value a row */
export function columnOf(file: string, column: string): string[] {
  return valuesOf(file).map((row) => row[column]!);
}

/** The same as numbers: NaN where the reference has none. */
export function numbersOf(file: string, column: string): number[] {
  return columnOf(file, column).map((cell) => (cell === 'NA' || cell === '' || cell === 'nan' ? NaN : Number(cell)));
}

/** The units of a set's people as numbers, and their names by number; −1 where the reference names none. */
export function unitsOf(name: string, unit: string): { unitOf: Int32Array; names: string[] } {
  const cells = columnOf(`${name}__nodes.csv`, unit);
  const names = columnOf(`${name}__units_${unit}.csv`, 'unit');
  return { unitOf: Int32Array.from(cells, (cell) => names.indexOf(cell)), names };
}

/** The largest of |found − expected| / max(|expected|, least) over all places; both undefined in the same places. */
export function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>, least = 1e-300): number {
  if (found.length !== expected.length) return Infinity;
  let largest = 0;
  for (let at = 0; at < found.length; at += 1) {
    const [ours, theirs] = [found[at]!, expected[at]!];
    if (Number.isNaN(ours) !== Number.isNaN(theirs)) return Infinity;
    if (Number.isNaN(ours) || ours === theirs) continue;
    largest = Math.max(largest, Math.abs(ours - theirs) / Math.max(Math.abs(theirs), least));
  }
  return largest;
}

/** By which attributes the reference tells units of this set. */
export function unitNamesOf(name: string): string[] {
  if (!hasReferences) return [];
  const files = readdirSync(`${SHARED}/reference/values`);
  return files.flatMap((file) => new RegExp(`^${name}__units_(.*)\\.csv$`).exec(file)?.[1] ?? []);
}

/** One figure of the whole network. */
export function summaryOf(name: string, key: string): number {
  return Number(valuesOf(`${name}__summary.csv`).find((row) => row['key'] === key)?.['value']);
}
