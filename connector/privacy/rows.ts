import type { Headcount } from './membership.ts';

/** People of one or more directory units, counted together because fewer would be too few to publish. */
export interface Row {
  /**
   * The path of the unit that is the row, or `<path>, others` for what is left under it; at the top `others`, or
   * `everybody` when one row holds every unit. The tab translates these words.
   */
  readonly name: string;
  readonly heads: number;
  /** Heads with a mailbox and a licence, exact: rounded before anybody sees it. */
  readonly covered: number;
  /** The directory units in this row as paths, in order. */
  readonly units: readonly string[];
}

export const OTHERS = 'others';
export const EVERYBODY = 'everybody';

const OTHERS_UNDER = `, ${OTHERS}`;
const SMALL_ORGANISATION = 300;

/** Under 300 people on the positive list: top-level units only, and a release every half year. */
export function isSmallOrganisation(people: number): boolean {
  return people < SMALL_ORGANISATION;
}

/**
 * The rows of a table: units of at least `floor` heads keep theirs; from the deepest level up, under one parent, units
 * under the floor and people placed directly in the parent form one row together; if that too is under the floor it
 * passes to the parent's level; at the top a rest under the floor joins the smallest row (design D6 "Rows"). In an
 * organisation of fewer than 300 people only top-level units are looked at.
 *
 * Depends on headcounts alone, so the layout of a table says nothing of what anybody does. Every unit with heads is in
 * exactly one row, or, when all of them together are under the floor, there is no row. People without a unit (empty
 * path) are in no row. Order of the input does not matter; rows come in the order of the tree, rests after units.
 *
 * @param headcounts those who count in this table; several lines for one unit are added up
 * @param floor heads, at least 1
 * @param people everybody on the positive list, with or without a unit, whether or not they count in this table
 * @param deepestLevel units below this level count where they lie on it; 0 makes one row of everybody
 */
export function mergeRows(
  headcounts: readonly Headcount[],
  floor: number,
  people = headsIn(headcounts),
  deepestLevel = Infinity,
): Row[] {
  if (floor < 1) throw new RangeError('A floor is at least one head.');
  const deepest = Math.min(deepestLevel, isSmallOrganisation(people) ? 1 : Infinity);
  const { rows, rest } = settle(treeOf(headcounts, deepest), floor);
  return rest.length === 0 ? rows : joinSmallest(rows, rest);
}

/** All heads, those without a unit included. */
export function headsIn(headcounts: readonly Headcount[]): number {
  return headcounts.reduce((sum, { heads }) => sum + heads, 0);
}

/** Compares by code units: the same order on every machine and in every language. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Share = Pick<Headcount, 'unit' | 'heads' | 'covered'>;

/** A place in the tree of units: what is placed directly in it, and what lies below. */
interface Place {
  readonly path: string;
  readonly direct: Share[];
  readonly below: Map<string, Place>;
}

function treeOf(headcounts: readonly Headcount[], deepest: number): Place {
  const top: Place = { path: '', direct: [], below: new Map() };
  const counted = headcounts.filter(({ unit, heads }) => unit !== '' && heads > 0);
  for (const share of counted) {
    let place = top;
    for (const segment of share.unit.split('/').slice(0, deepest)) place = placeBelow(place, segment, top);
    place.direct.push(share);
  }
  return top;
}

function placeBelow(place: Place, segment: string, top: Place): Place {
  const known = place.below.get(segment);
  if (known !== undefined) return known;
  const made: Place = { path: place === top ? segment : `${place.path}/${segment}`, direct: [], below: new Map() };
  place.below.set(segment, made);
  return made;
}

/** The rows within one place, and what is too little to be one and passes to the level above. */
function settle(place: Place, floor: number): { rows: Row[]; rest: Share[] } {
  const below = [...place.below].sort(([a], [b]) => inOrder(a, b)).map(([, child]) => settle(child, floor));
  const rows = below.flatMap((settled) => settled.rows);
  const rest = [...place.direct, ...below.flatMap((settled) => settled.rest)];
  if (rest.reduce((sum, { heads }) => sum + heads, 0) < floor) return { rows, rest };
  return { rows: [...rows, rowOf(nameOfRest(place, rows.length === 0), rest)], rest: [] };
}

function nameOfRest(place: Place, isWhole: boolean): string {
  if (place.path === '') return isWhole ? EVERYBODY : OTHERS;
  return isWhole ? place.path : place.path + OTHERS_UNDER;
}

function joinSmallest(rows: readonly Row[], rest: readonly Share[]): Row[] {
  const smallest = rows.reduce<Row | undefined>((a, b) => (a === undefined || b.heads < a.heads ? b : a), undefined);
  return rows.map((row) => {
    if (row !== smallest) return row;
    const name = row.name.endsWith(OTHERS_UNDER) ? row.name : row.name + OTHERS_UNDER;
    const joined = rowOf(name, rest);
    return {
      name,
      heads: row.heads + joined.heads,
      covered: row.covered + joined.covered,
      units: [...row.units, ...joined.units].sort(inOrder),
    };
  });
}

function rowOf(name: string, shares: readonly Share[]): Row {
  return {
    name,
    heads: shares.reduce((sum, { heads }) => sum + heads, 0),
    covered: shares.reduce((sum, { covered }) => sum + covered, 0),
    units: [...new Set(shares.map(({ unit }) => unit))].sort(inOrder),
  };
}
