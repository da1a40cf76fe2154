import { rhoARelease, rowFloor, sigmaSquared } from './budget.ts';
import type { Headcount } from './membership.ts';
import { blankCells, choosePartners } from './partners.ts';
import type { Rational } from './rational.ts';
import { headsIn, mergeRows, type Row } from './rows.ts';
import type { Level, TableName } from './table-name.ts';
import { APPS, APPS_OF_ACTIVE_USERS, type App } from './usage-day.ts';

/** Everything about a table but its counts: made from headcounts and the budget, before any person row is looked at. */
export interface TableLayout {
  readonly name: TableName;
  readonly rho: Rational;
  readonly sigmaSquared: Rational;
  /** The fewest heads a row may have: max(20, ⌈11σ⌉). */
  readonly floor: number;
  readonly rows: readonly Row[];
  readonly columns: readonly LayoutColumn[];
  /** One list a row, one answer a column: true where the cell is never counted. */
  readonly blanks: readonly (readonly boolean[])[];
  /** The units whose people count in this table. */
  readonly unitsCounted: ReadonlySet<string>;
}

export interface LayoutColumn {
  readonly name: string;
  /** Heads and units of a partner; null and none where the column is no part of the organisation. */
  readonly heads: number | null;
  readonly units: readonly string[];
}

/** Other units in which a person has a contact; *none* is heads minus the rest and is not released. */
export const BREADTHS = ['one-or-two', 'three-to-five', 'six-or-more'] as const;

/**
 * The layout of one table. `reach` and `breadth` are about contacts, of which none is measured for elected members:
 * their heads count there neither in rows nor in columns. In `apps` they count like anybody.
 *
 * @param headcounts everybody on the positive list
 * @param releasesAYear into how many releases the year's budget of the table is divided
 * @param appsMeasured the columns of `apps`: what the reports the scope turned on can tell, and nothing else (decision
 *   0004); they stand in the order of `APPS` whatever the order here
 */
export function tableLayout(
  name: TableName,
  level: Level,
  headcounts: readonly Headcount[],
  releasesAYear: 2 | 4,
  appsMeasured: readonly App[] = APPS_OF_ACTIVE_USERS,
): TableLayout {
  const counted = name === 'apps' ? headcounts : headcounts.filter(({ standing }) => standing !== 'elected');
  const people = headsIn(headcounts);
  const partners = name === 'reach' ? choosePartners(counted, people) : [];
  const columns =
    name === 'reach'
      ? partners
      : namedColumns(name === 'apps' ? APPS.filter((app) => appsMeasured.includes(app)) : BREADTHS);
  const rho = rhoARelease(name, level, releasesAYear);
  // A person is in at most one bin of `breadth`, and in any number of the cells of their row elsewhere.
  const variance = sigmaSquared(name === 'breadth' ? 1 : Math.max(1, columns.length), rho);
  const floor = rowFloor(variance);
  const rows = mergeRows(counted, floor, people);
  return {
    name,
    rho,
    sigmaSquared: variance,
    floor,
    rows,
    columns,
    blanks: name === 'reach' ? blankCells(rows, partners, counted) : rows.map(() => columns.map(() => false)),
    unitsCounted: new Set(counted.filter(({ unit, heads }) => unit !== '' && heads > 0).map(({ unit }) => unit)),
  };
}

function namedColumns(names: readonly string[]): LayoutColumn[] {
  return names.map((name) => ({ name, heads: null, units: [] }));
}
