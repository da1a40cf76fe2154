import type { RunFigures } from './collection-run.ts';
import type { SpanOfPeriod } from './catch-up.ts';
import type { Release } from './privacy/release.ts';
import { roundedRows, shownMailboxes } from './privacy/rounding.ts';
import type { KeptFigures } from './store/figures.ts';

/**
 * A release as one JSON document, for scripts and for `verify`: raw integers as released, not clamped, so that whoever
 * computes with them is not misled by clipping; a blank cell is null. `units` names the directory units in each row,
 * and in each column of `reach`.
 *
 * @param figures what was read for it, rounded; undefined when it is not kept
 */
export function releaseDocument(release: Release, figures: KeptFigures | undefined) {
  const { period, units, tables } = release;
  return {
    organisation: release.organisation,
    period: { from: period.from, to: period.to },
    releasedAt: release.releasedAt,
    units,
    tables: tables.map(({ name, rows, columns, values, sigma, rho }) => ({
      name,
      rows: rows.map((row) => ({
        name: row.name,
        heads: row.heads,
        coveragePercent: row.coveragePercent,
        units: row.units,
      })),
      columns: columns.map((column) => ({ name: column.name, units: column.units })),
      values,
      sigma,
      rho,
    })),
    runs: figures ?? {},
    ledger: { entry: release.entry.number, hash: release.entry.hash },
  };
}

/** What one run did, rounded as design D6 says: nothing of under 100 rows or 50 mailboxes. */
export function runDocument({ period, from, to }: SpanOfPeriod, figures: RunFigures) {
  return {
    period: period.id,
    from,
    to,
    mailboxes: shownMailboxes(figures.mailboxes),
    mailboxesRead: shownMailboxes(figures.mailboxesRead),
    interactions: roundedRows(figures.interactions, figures.mailboxesRead),
    usageDays: roundedRows(figures.usageDays, figures.peopleInReports),
    reportDays: figures.reportDays,
    concealed: figures.concealed,
  };
}
