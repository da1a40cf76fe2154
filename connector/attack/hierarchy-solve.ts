import { reconcile } from '../privacy/reconcile.ts';
import type { AttackedRelease, AttackedTable, Finding } from './attacked.ts';
import { feasibleIntervals, type Interval, type KnownSum } from './feasible-intervals.ts';

/** 90 in 100 of a normal distribution lie within so many σ of the middle. */
const Z_90 = 1.645;
/** The interval that an attacker is left with is at least so many σ of the released noise wide (trust reference, A5). */
const LEAST_WIDTH_IN_SIGMAS = 2;

/** Tables in which a person is in one cell at most: the cells of a row add up to no more than its heads. */
const ONE_CELL_A_PERSON: ReadonlySet<string> = new Set(['breadth', 'staircase', 'brokerage', 'leaders', 'channels']);

/**
 * A5: solves for true counts with everything that is public: exact headcounts, every row and every total, and the best
 * estimate that reconciling all tables of a release can give.
 *
 * Twice for each cell. What is known for certain: noise has no bounds, so of certain facts only headcounts are left, and
 * the interval they leave is sought. What is known in 90 of 100 cases: the interval around the reconciled count. Both
 * must be at least 2σ wide, and the reconciled σ' may never fall under 1/√(2ρ), ρ of the whole release: less would be
 * more about one person than the ledger says was spent. A unit in two rows of one table counts as found out, because
 * their difference would be somebody.
 *
 * @returns `tried` counts cells; `measured` is the narrowest interval in σ, at least 2
 */
export function hierarchySolve(releases: readonly AttackedRelease[]): Finding {
  const widths = releases.flatMap((release) => widthsOf(release));
  const narrow = widths.filter((width) => width < LEAST_WIDTH_IN_SIGMAS).length;
  const twice = releases.flatMap(({ tables }) => tables).reduce((sum, table) => sum + unitsInTwoRows(table), 0);
  const succeeded = narrow + twice;
  const figure = widths.reduce((least, width) => Math.min(least, width), Infinity);
  const measured = widths.length === 0 ? null : { figure, limit: LEAST_WIDTH_IN_SIGMAS };
  return { attack: 'A5', tried: widths.length, succeeded, measured, holds: succeeded === 0 };
}

/** For each cell the width of the narrowest interval an attacker can lay around its true count, in σ; 0 beyond what was paid for. */
function widthsOf({ tables }: AttackedRelease): number[] {
  const rho = tables.reduce((sum, table) => sum + table.rho, 0);
  const leastSigma = 1 / Math.sqrt(2 * rho);
  const reconciled = reconcile(tables);
  return tables.flatMap((table, place) => {
    const certain = certainOf(table);
    const { sigma, columns } = table;
    return table.values.flatMap((row, r) =>
      row.flatMap((value, c) => {
        if (value === null) return [];
        if (sigma === 0) return [0];
        const estimated = reconciled[place]?.sigmas[r]?.[c] ?? sigma;
        if (estimated < leastSigma * (1 - 1e-9)) return [0];
        const { low, high } = certain[r * columns.length + c] ?? { low: 0, high: 0 };
        return [Math.min(high - low, 2 * Z_90 * estimated) / sigma];
      }),
    );
  });
}

/** What headcounts alone say of each cell, row by row. */
function certainOf({ name, rows, columns }: AttackedTable): Interval[] {
  const cells = rows.flatMap(({ heads }) => columns.map(() => ({ low: 0, high: heads })));
  if (!ONE_CELL_A_PERSON.has(name)) return cells;
  const sums = rows.map(({ heads }, r): KnownSum => ({
    of: columns.map((_, c) => r * columns.length + c),
    low: 0,
    high: heads,
  }));
  return feasibleIntervals(cells, sums);
}

function unitsInTwoRows({ rows }: AttackedTable): number {
  const placed = rows.flatMap(({ units }) => units);
  return placed.length - new Set(placed).size;
}
