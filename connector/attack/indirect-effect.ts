import { normalDistribution } from '../privacy/normal-distribution.ts';
import type { PersonRow } from '../privacy/person-row.ts';
import { asNumber } from '../privacy/rational.ts';
import type { TableLayout } from '../privacy/table-layout.ts';
import { expectedCounts } from './expected-counts.ts';
import { rowsOfActs, type InventedActs, type StructuralPart } from './rows-of-acts.ts';

/** What somebody's leaving changes in the rows of others, who no longer write to them. The promise does not cover it. */
export interface IndirectEffect {
  /** Rows of others that change. */
  readonly rowsChanged: number;
  /** For each table: by how many σ it changes, own row and others' together; and by how many the own row alone. */
  readonly tables: readonly { readonly name: string; readonly sigmas: number; readonly own: number }[];
  /** Right guesses in 100 of somebody who knows everybody's row with and without the leaver; and of the own row alone. */
  readonly rightInHundred: number;
  readonly rightInHundredOwn: number;
}

/**
 * Measures it for one leaver, exactly: everybody's row is made with and without them, and the difference is held against
 * the noise.
 *
 * Cost: that of making all rows, once a leaver.
 *
 * @param before everybody's row with the leaver
 * @param structural how `before` was made, where structural tables are among the layouts
 */
export function indirectEffect(
  acts: InventedActs,
  before: readonly PersonRow[],
  layouts: readonly TableLayout[],
  leaver: number,
  structural: StructuralPart = {},
): IndirectEffect {
  const after = rowsOfActs(acts, { ...structural, without: leaver });
  const own = before.map((row, person) => (person === leaver ? (after[person] ?? row) : row));
  const changed = before.filter((row, person) => person !== leaver && !isSame(row, after[person]));
  const tables = layouts.map((layout) => ({
    name: layout.name,
    sigmas: distance(layout, before, after),
    own: distance(layout, before, own),
  }));
  return {
    rowsChanged: changed.length,
    tables,
    rightInHundred: right(tables.map(({ sigmas }) => sigmas)),
    rightInHundredOwn: right(tables.map((table) => table.own)),
  };
}

function isSame(a: PersonRow, b: PersonRow | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** How far apart two tables are, in σ of their noise. */
function distance(layout: TableLayout, a: readonly PersonRow[], b: readonly PersonRow[]): number {
  const [x, y] = [expectedCounts(layout, a), expectedCounts(layout, b)];
  const squares = x.flatMap((row, r) =>
    row.map((count, c) => (layout.blanks[r]?.[c] === true ? 0 : (count - (y[r]?.[c] ?? 0)) ** 2)),
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / asNumber(layout.sigmaSquared));
}

function right(distances: readonly number[]): number {
  return 100 * normalDistribution(Math.hypot(...distances) / 2);
}
