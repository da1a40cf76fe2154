import type { Estimate, Figure, Row, Table } from '../../connector/api/answers.ts';
import { isShown } from '../words/say.ts';
import { liesIn } from './joined-units.ts';
import { THIN_COVERAGE_PERCENT } from './matrix-picture.ts';

/**
 * What can be said of a unit's contacts across divisions, of its covered heads and with both ends of each interval.
 * - `bridge`: surely one in four or more reach at least half of the other divisions, and two or more.
 * - `apart`: surely fewer than one in four reach any other division.
 * - `between`: neither is sure.
 * - `too-little-seen`: coverage is under 60 per cent; neither word is used.
 * - `withheld`: no figure is shown.
 */
export type UnitKind = 'bridge' | 'apart' | 'between' | 'too-little-seen' | 'withheld';

export interface IslandUnit {
  readonly row: Row;
  readonly kind: UnitKind;
  /** In how many of the other divisions surely one in four or more have a contact. */
  readonly reached: number;
  /** How many other divisions there are. */
  readonly partners: number;
}

/** How many of a row's people have a contact in another division. */
export interface ContactLine {
  readonly id: string;
  readonly row: Row;
  /** The division's name, as the table's column has it. */
  readonly to: string;
  readonly figure: Estimate;
  /** The interval's lower end is above nobody. */
  readonly sure: boolean;
}

export interface Island {
  readonly name: string;
  /** Null where the table does not tell. */
  readonly heads: number | null;
  readonly units: readonly IslandUnit[];
}

export interface Islands {
  readonly islands: readonly Island[];
  /** The sure ones first, most people first. Lines within a division are none. */
  readonly lines: readonly ContactLine[];
}

/** The share of covered heads that parts few from many. */
const ONE_IN_FOUR = 0.25;
const FEWEST_BRIDGED = 2;
const OTHER_UNITS = 'other units';
const EVERYBODY = 'everybody';

/**
 * Turns the table of contacts into islands, one a division, with their rows inside, and lines from a row to another
 * division. Nothing else is released: no line tells whom in the division, and none goes from unit to unit. A division too
 * small for a column lies on the island of the column *other units*; a row that holds units of several divisions, on one of
 * its own. One column of everybody has no direction, and so no lines.
 */
export function islandsOf(table: Pick<Table, 'rows' | 'columns' | 'figures'>): Islands {
  const columns = table.columns.filter(({ name }) => name !== EVERYBODY);
  const homes = new Map(table.rows.map((row) => [row, homeOf(row, columns)]));
  const alone = [...new Set(homes.values())].filter((home) => !columns.some(({ name }) => name === home));
  const islands = [...columns, ...alone.map((name) => ({ name, heads: null }))];
  const units = table.rows.map((row, index) => unitOf(row, columns, figuresOf(table, index), homes));
  return {
    islands: islands.map(({ name, heads }) => ({
      name,
      heads,
      units: units.filter(({ row }) => homes.get(row) === name),
    })),
    lines: table.rows
      .flatMap((row, index) => linesFrom(row, partnersOf(row, columns, figuresOf(table, index), homes)))
      .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.figure.about - a.figure.about || (a.id < b.id ? -1 : 1)),
  };
}

interface Partner {
  readonly name: string;
  readonly figure: Figure;
}

function figuresOf(table: Pick<Table, 'columns' | 'figures'>, index: number): readonly Partner[] {
  return table.columns.map(({ name }, at) => ({
    name,
    figure: table.figures[index]?.[at] ?? { withheld: 'not-measured' },
  }));
}

function homeOf(row: Row, columns: readonly { readonly name: string }[]): string {
  const place = row.name.replace(/(^|, )others$/, '');
  const around = columns.find(({ name }) => name === row.division || place === name || place.startsWith(`${name}/`));
  if (around !== undefined) return around.name;
  const isOneDivision = row.division !== row.name || row.units.every((unit) => isWithin(unit, row.name));
  return isOneDivision && columns.some(({ name }) => name === OTHER_UNITS) ? OTHER_UNITS : row.division;
}

function isWithin(unit: string, place: string): boolean {
  return unit === place || unit.startsWith(`${place}/`);
}

/** The divisions that hold none of the row's own units. */
function partnersOf(
  row: Row,
  columns: readonly { readonly name: string }[],
  figures: readonly Partner[],
  homes: ReadonlyMap<Row, string>,
): Partner[] {
  return figures.filter(
    ({ name }) => columns.some((column) => column.name === name) && name !== homes.get(row) && !liesIn(row, name),
  );
}

function linesFrom(row: Row, partners: readonly Partner[]): ContactLine[] {
  return partners.flatMap(({ name, figure }) =>
    isShown(figure) && figure.high > 0
      ? [{ id: `${row.id} ${name}`, row, to: name, figure, sure: figure.low > 0 }]
      : [],
  );
}

function unitOf(
  row: Row,
  columns: readonly { readonly name: string }[],
  figures: readonly Partner[],
  homes: ReadonlyMap<Row, string>,
): IslandUnit {
  const partners = partnersOf(row, columns, figures, homes);
  const shown = partners.flatMap(({ figure }) => (isShown(figure) ? [figure] : []));
  const few = (ONE_IN_FOUR * row.heads * row.coveragePercent) / 100;
  const reached = shown.filter(({ low }) => low >= few).length;
  const isApart = shown.length > 0 && shown.length === partners.length && shown.every(({ high }) => high < few);
  const isBridge = reached >= FEWEST_BRIDGED && reached * 2 >= partners.length;
  const isWithheld = !figures.some(({ figure }) => isShown(figure));
  const seen = row.coveragePercent < THIN_COVERAGE_PERCENT ? 'too-little-seen' : sayable(isBridge, isApart);
  return { row, kind: isWithheld ? 'withheld' : seen, reached, partners: partners.length };
}

function sayable(isBridge: boolean, isApart: boolean): UnitKind {
  if (isBridge) return 'bridge';
  return isApart ? 'apart' : 'between';
}
