import type { Headcount } from './membership.ts';
import { EVERYBODY, headsIn, inOrder, type Row } from './rows.ts';

/** A column of `reach`: part of the organisation one can have a contact in. */
export interface Column {
  /** The path of the unit, or `other units`, or `everybody` where there is only one column. */
  readonly name: string;
  readonly heads: number;
  /** The directory units in this column as paths, in order. */
  readonly units: readonly string[];
}

export const OTHER_UNITS = 'other units';

/** Fewer heads than this are no column of `reach`. */
export const PARTNER_FLOOR = 50;
const MOST_PARTNERS = 8;
const MOST_PARTNERS_IN_LARGE = 10;
const LARGE_ORGANISATION = 10_000;

/**
 * The columns of `reach`: the first level from the top with at least two units of 50 heads or more, sub-units included;
 * the 8 largest of those (10 above 10,000 people; ties by name); the rest and everyone placed above form *other units*,
 * dropped if under 50 heads. If no level has two, one column holds everybody with a unit (design D6 "Partners").
 *
 * Depends on headcounts alone. Largest first, *other units* last. Empty when nobody has a unit.
 *
 * @param headcounts those who count in this table; several lines for one unit are added up
 * @param people everybody on the positive list, with or without a unit, whether or not they count in this table
 */
export function choosePartners(headcounts: readonly Headcount[], people = headsIn(headcounts)): Column[] {
  const placed = headcounts.filter(({ unit, heads }) => unit !== '' && heads > 0);
  if (placed.length === 0) return [];
  const most = people > LARGE_ORGANISATION ? MOST_PARTNERS_IN_LARGE : MOST_PARTNERS;
  const chosen = firstLevelWithTwo(placed).units.slice(0, most);
  if (chosen.length === 0) return [columnOf(EVERYBODY, placed)];
  const inChosen = new Set(chosen.flatMap(({ units }) => units));
  const others = columnOf(
    OTHER_UNITS,
    placed.filter(({ unit }) => !inChosen.has(unit)),
  );
  return others.heads < PARTNER_FLOOR ? chosen : [...chosen, others];
}

/**
 * The level of the divisions, counted from the top: the first with at least two units of 50 heads or more; 0 where no
 * level has two. Depends on headcounts alone.
 */
export function divisionLevel(headcounts: readonly Headcount[]): number {
  return firstLevelWithTwo(headcounts.filter(({ unit, heads }) => unit !== '' && heads > 0)).level;
}

/**
 * Which cells of `reach` exist at all: those whose partner has at least 50 heads outside the row. The others stay blank,
 * because "has a contact there" would say too much about the few it could be. Not asked where there is one column.
 *
 * @returns one list a row, one answer a column; true where the cell is blank
 */
export function blankCells(
  rows: readonly Row[],
  columns: readonly Column[],
  headcounts: readonly Headcount[],
): boolean[][] {
  return rows.map((row) => {
    const own = new Set(row.units);
    const outside = headcounts.filter(({ unit }) => !own.has(unit));
    return columns.map((column) => columns.length > 1 && headsWithin(column, outside) < PARTNER_FLOOR);
  });
}

function headsWithin(column: Column, headcounts: readonly Headcount[]): number {
  const units = new Set(column.units);
  return headsIn(headcounts.filter(({ unit }) => units.has(unit)));
}

function firstLevelWithTwo(placed: readonly Headcount[]): { level: number; units: Column[] } {
  const depth = Math.max(...placed.map(({ unit }) => unit.split('/').length));
  for (let level = 1; level <= depth; level += 1) {
    const large = unitsOfLevel(placed, level).filter(({ heads }) => heads >= PARTNER_FLOOR);
    if (large.length >= 2) {
      return { level, units: large.sort((a, b) => b.heads - a.heads || inOrder(a.name, b.name)) };
    }
  }
  return { level: 0, units: [] };
}

function unitsOfLevel(placed: readonly Headcount[], level: number): Column[] {
  const within = Map.groupBy(placed, ({ unit }) => unit.split('/').slice(0, level).join('/'));
  return [...within]
    .filter(([path]) => path.split('/').length === level)
    .map(([path, headcounts]) => columnOf(path, headcounts));
}

function columnOf(name: string, headcounts: readonly Headcount[]): Column {
  const units = [...new Set(headcounts.map(({ unit }) => unit))].sort(inOrder);
  return { name, heads: headsIn(headcounts), units };
}
