import { solvePositive } from './least-squares.ts';
import type { TableName } from './table-name.ts';

/** What reconciling needs of a released table. */
interface Counted {
  readonly name: TableName;
  readonly rows: readonly { readonly units: readonly string[] }[];
  readonly columns: readonly object[];
  readonly values: readonly (readonly (number | null)[])[];
  readonly sigma: number;
}

/** A table's counts as they are shown: best estimates, no longer whole, with the σ that each then has. */
export interface Reconciled {
  /** One list a row, one number a column; null is blank. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly sigmas: readonly (readonly number[])[];
}

interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Cells of one table that must add up to as much as those of another, over the same people. */
interface Equality {
  readonly plus: readonly Cell[];
  readonly minus: readonly Cell[];
}

/**
 * Brings released tables to agree where they count the same, so that one quantity has one number: the nearest counts, by
 * least squares weighted with each cell's variance, that fulfil every equality. Each estimate then rests on all tables
 * that tell of it, and its σ is never larger than that of its noise.
 *
 * What holds exactly, and therefore is asked: somebody with a contact in another unit is in one bin of `breadth`, in one
 * of `channels`, and, where `reach` has one column, in that. Rows differ between tables because floors do; so sums are
 * taken over the smallest sets of units that are whole rows in each. `apps`, and `reach` with several columns, count
 * nothing that another table counts; they are left as they are. What depends on others' steps and ties shares no total
 * with these.
 *
 * Post-processing: it sees released counts, σ and rows alone.
 *
 * Cost: O(cells · equalities + equalities³); equalities are at most (tables − 1) × divisions.
 *
 * @returns one for each table, in the same order
 * @see Hay, Rastogi, Miklau, Suciu 2010, "Boosting the accuracy of differentially private histograms through consistency"
 */
export function reconcile(tables: readonly Counted[]): Reconciled[] {
  const equalities = equalitiesAmong(tables);
  const spread = equalities.map((equality) => signs(equality));
  const variance = ({ table }: Cell): number => (tables[table]?.sigma ?? 0) ** 2;
  const system = spread.map((a) =>
    spread.map((b) => sum([...a].map(([key, { cell, sign }]) => sign * (b.get(key)?.sign ?? 0) * variance(cell)))),
  );
  const gaps = spread.map((row) => sum([...row.values()].map(({ cell, sign }) => sign * valueOf(tables, cell))));
  const pulls = solvePositive(system, gaps);
  return tables.map(({ values, columns, sigma }, table) => {
    const cells = values.map((row, r) => columns.map((_, c) => ({ table, row: r, column: c })).slice(0, row.length));
    const weights = (cell: Cell): number[] => spread.map((row) => (row.get(keyOf(cell))?.sign ?? 0) * variance(cell));
    return {
      values: values.map((row, r) =>
        row.map((value, c) => (value === null ? null : value - dot(weights({ table, row: r, column: c }), pulls))),
      ),
      sigmas: cells.map((row) =>
        row.map((cell) => {
          const own = weights(cell);
          if (own.every((weight) => weight === 0)) return sigma;
          return Math.sqrt(sigma ** 2 - dot(own, solvePositive(system, own)));
        }),
      ),
    };
  });
}

/** Tables in which everybody with a contact in another unit is in exactly one cell, and nobody else in any. */
function countsReaching({ name, columns }: Counted): boolean {
  return name === 'breadth' || name === 'channels' || (name === 'reach' && columns.length === 1);
}

function equalitiesAmong(tables: readonly Counted[]): Equality[] {
  const telling = [...tables.keys()].filter((table) => {
    const counted = tables[table];
    return counted !== undefined && countsReaching(counted) && !counted.values.flat().includes(null);
  });
  const [first, ...others] = telling;
  if (first === undefined) return [];
  const sets = commonSets(telling.map((table) => tables[table]?.rows ?? []));
  return others.flatMap((other) =>
    sets.flatMap((units) => {
      const [plus, minus] = [cellsOver(tables, first, units), cellsOver(tables, other, units)];
      return plus.length === 0 || minus.length === 0 ? [] : [{ plus, minus }];
    }),
  );
}

/** The smallest sets of units that are made of whole rows in every table. */
function commonSets(tables: readonly Counted['rows'][]): ReadonlySet<string>[] {
  const setOf = new Map<string, Set<string>>();
  for (const { units } of tables.flat()) {
    const joined = new Set(units.flatMap((unit) => [unit, ...(setOf.get(unit) ?? [])]));
    for (const unit of joined) setOf.set(unit, joined);
  }
  return [...new Set(setOf.values())].filter((units) => tables.every((rows) => isWhole(rows, units)));
}

function isWhole(rows: Counted['rows'], units: ReadonlySet<string>): boolean {
  return rows.flatMap((row) => row.units).filter((unit) => units.has(unit)).length === units.size;
}

function cellsOver(tables: readonly Counted[], table: number, units: ReadonlySet<string>): Cell[] {
  const counted = tables[table];
  const rows = [...(counted?.rows.entries() ?? [])].filter(([, row]) => row.units.some((unit) => units.has(unit)));
  return rows.flatMap(([row]) => [...(counted?.columns.keys() ?? [])].map((column) => ({ table, row, column })));
}

function signs({ plus, minus }: Equality): Map<string, { cell: Cell; sign: number }> {
  return new Map<string, { cell: Cell; sign: number }>([
    ...plus.map((cell) => [keyOf(cell), { cell, sign: 1 }] as const),
    ...minus.map((cell) => [keyOf(cell), { cell, sign: -1 }] as const),
  ]);
}

function keyOf({ table, row, column }: Cell): string {
  return `${String(table)} ${String(row)} ${String(column)}`;
}

function valueOf(tables: readonly Counted[], { table, row, column }: Cell): number {
  return tables[table]?.values[row]?.[column] ?? 0;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, place) => value * (b[place] ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
