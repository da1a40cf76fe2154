import { createHash } from 'node:crypto';
import type { Figure, Row, Table } from './answers.ts';
import { divisionsAmong } from './division.ts';
import { onceARelease } from './held-releases.ts';
import { interval90 } from '../privacy/estimate.ts';
import { reconcile, type Reconciled } from '../privacy/reconcile.ts';
import type { Release, Released } from '../privacy/release.ts';
import { inOrder } from '../privacy/rows.ts';

/** Heads a partner needs outside the row for a cell to exist (design D6). */
const PARTNER_HEADS = 50;
/** Under this coverage a row's contacts say more about mailboxes than about people. */
export const SAYS_SOMETHING_PERCENT = 40;
const ROW_ID_DIGITS = 12;

type ReleasedRow = Released['rows'][number];

/**
 * The tables of a release as every screen shows them, reconciled where two of them count the same. Overview and unit both
 * show these, so a quantity has one number wherever it stands.
 */
export const shownTables = onceARelease((release): readonly Table[] => {
  const divisionOf = divisionsAmong(release.units.map(({ unit }) => unit));
  const reconciled = reconcile(release.tables);
  return release.tables.flatMap((released, index) => {
    const estimates = reconciled[index];
    return estimates === undefined ? [] : [shownTable(released, estimates, divisionOf)];
  });
});

function shownTable(
  released: Released,
  { values, sigmas }: Reconciled,
  divisionOf: ReturnType<typeof divisionsAmong>,
): Table {
  return {
    name: released.name,
    rows: released.rows.map((row) => shownRow(row, divisionOf(row))),
    columns: released.columns.map(({ name, heads }) => ({ name, heads })),
    figures: released.rows.map((row, index) =>
      (values[index] ?? []).map((value, column) =>
        figureOf(released, row, value, sigmas[index]?.[column] ?? released.sigma),
      ),
    ),
    sigma: released.sigma,
    rho: released.rho,
  };
}

/** A row of several divisions stands for itself. */
function shownRow(row: ReleasedRow, division: string | undefined): Row {
  return {
    id: rowId(row.units.length === 0 ? [row.name] : row.units),
    name: row.name,
    division: division ?? row.name,
    heads: row.heads,
    units: [...row.units],
    coveragePercent: row.coveragePercent,
  };
}

/** 12 hexadecimal digits of SHA-256 over the sorted paths, a line each: the same while the row holds the same units. */
export function rowId(units: readonly string[]): string {
  const lines = units.toSorted(inOrder).join('\n');
  return createHash('sha256').update(lines).digest('hex').slice(0, ROW_ID_DIGITS);
}

/** What a reader meets in one cell. */
function figureOf({ name }: Released, row: ReleasedRow, value: number | null, sigma: number): Figure {
  if (!saysSomething(name, row)) return { withheld: 'too-little-coverage', needed: SAYS_SOMETHING_PERCENT };
  return value === null
    ? { withheld: 'too-few-in-partner', needed: PARTNER_HEADS }
    : interval90(value, sigma, row.heads);
}

/** Whether a row's figures are shown. Use of a service is seen without a mailbox, so coverage does not bear on `apps`. */
export function saysSomething(name: Released['name'], { coveragePercent }: ReleasedRow): boolean {
  return name === 'apps' || coveragePercent >= SAYS_SOMETHING_PERCENT;
}

/** The released table of this name; undefined where the release holds none. */
export function tableNamed(release: Release, name: Released['name']): Released | undefined {
  return release.tables.find((table) => table.name === name);
}
