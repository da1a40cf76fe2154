import { divisionsAmong } from './division.ts';
import type { LaunchIndicator } from './journey-answers.ts';
import { rowId, saysSomething, tableNamed } from './shown-table.ts';
import { quarterOf, type Period } from '../privacy/period.ts';
import { reconcile } from '../privacy/reconcile.ts';
import type { Release, Released } from '../privacy/release.ts';

/** A count with the standard deviation of its noise, in people. */
export interface NoisyCount {
  readonly count: number;
  readonly sigma: number;
}

/** What one release says of an indicator in one row. */
export interface RowCount {
  /** As `rowId` has it. */
  readonly id: string;
  readonly name: string;
  readonly division: string;
  readonly units: readonly string[];
  readonly heads: number;
  /** False where so little is covered that the figure is not shown. */
  readonly isShown: boolean;
  /** As drawn, with noise of its own: what changes are computed from. Null in a blank cell. */
  readonly drawn: NoisyCount | null;
  /** As every screen shows it. */
  readonly shown: NoisyCount | null;
}

export interface CountsOfRelease {
  readonly period: Period;
  /** The directory units the column stands for; equal where two releases count the same. */
  readonly columnUnits: readonly string[];
  readonly rows: readonly RowCount[];
}

/**
 * What a release of a calendar quarter says of an indicator, row by row; undefined where it holds no such column, or is of
 * a span given by hand. In `staircase` a column stands for its step or a higher one: steps are summed, and σ grows with the
 * root of their number.
 */
export function countsOf(
  release: Release,
  { table: name, column: wanted }: LaunchIndicator,
): CountsOfRelease | undefined {
  const table = tableNamed(release, name);
  const first = table?.columns.findIndex((column) => column.name === wanted) ?? -1;
  if (table === undefined || first < 0 || quarterOf(release.period.from).id !== release.period.id) return undefined;
  const columns = name === 'staircase' ? table.columns.map((_, at) => at).slice(first) : [first];
  const { values, sigmas } = reconcile(release.tables)[release.tables.indexOf(table)] ?? { values: [], sigmas: [] };
  const divisionOf = divisionsAmong(release.units.map(({ unit }) => unit));
  const rows = table.rows.map((row, at): RowCount => {
    const drawn = summed(columns.map((place) => cell(table.values[at]?.[place], table.sigma)));
    const shown = summed(columns.map((place) => cell(values[at]?.[place], sigmas[at]?.[place] ?? table.sigma)));
    return { ...placed(row, divisionOf), isShown: saysSomething(name, row), drawn, shown };
  });
  return { period: release.period, columnUnits: table.columns[first]?.units ?? [], rows };
}

function placed(
  row: Released['rows'][number],
  divisionOf: ReturnType<typeof divisionsAmong>,
): Pick<RowCount, 'id' | 'name' | 'division' | 'units' | 'heads'> {
  const { name, units, heads } = row;
  return { id: rowId(units), name, division: divisionOf(row) ?? name, units, heads };
}

function cell(count: number | null | undefined, sigma: number): NoisyCount | null {
  return count === null || count === undefined ? null : { count, sigma };
}

/** Null as soon as one is blank: a sum without it would be of other people. */
export function summed(counts: readonly (NoisyCount | null)[]): NoisyCount | null {
  const told = counts.filter((one) => one !== null);
  if (told.length < counts.length) return null;
  return {
    count: told.reduce((sum, { count }) => sum + count, 0),
    sigma: Math.hypot(...told.map(({ sigma }) => sigma)),
  };
}
