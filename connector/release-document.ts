import type { RunFigures } from './collection-run.ts';
import type { SpanOfPeriod } from './catch-up.ts';
import type { Release } from './privacy/release.ts';
import { addDays } from './privacy/period.ts';
import { wholeTens } from './privacy/rounding.ts';
import type { SourceProgress } from './source-progress.ts';
import { shownOf, toldOfSources } from './source-told.ts';
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

/**
 * What one run did, source by source, rounded as design D6 says: nothing of under 100 rows or 50 mailboxes. `partial`
 * where some source was not read whole; then it says why, and whose move it is. `organisationCounts` is the code of why
 * Microsoft's own counts could not be read, and null where nothing is amiss.
 */
export function runDocument({ period, from, to }: SpanOfPeriod, figures: RunFigures) {
  const { sources, dropped } = toldOfSources(figures.sources);
  return {
    period: period.id,
    from,
    to,
    state: figures.partial ? 'partial' : 'done',
    sources: sources.map((source, index) => ({
      ...source,
      ...shownOf(source),
      whoseMove: figures.sources[index]?.failure?.whoseMove ?? null,
    })),
    dropped,
    unknownFields: figures.unknownFields,
    concealed: figures.concealed,
    organisationCounts: figures.countsFailure === null ? null : figures.countsFailure.code,
  };
}

/** The same for a person: what was read, then a sentence for each source that was not read whole or rests on a gap. */
export function runLines({ from, to }: SpanOfPeriod, figures: RunFigures): string[] {
  const days = `${from} to ${addDays(to, -1)}`;
  const said = figures.sources.flatMap((source) => sourceLines(source));
  return [
    figures.partial ? `Read ${days} in part; the next run tries again.` : `Read ${days}.`,
    ...said,
    ...(figures.concealed ? [CONCEALED] : []),
    ...countsLines(figures),
  ];
}

const CONCEALED =
  'Usage reports conceal names: of adoption only the whole organisation is known (docs/privacy-officer.md).';

function countsLines({ countsFailure }: RunFigures): string[] {
  if (countsFailure === null) return [];
  const { code, whoseMove, message } = countsFailure;
  return [`Microsoft's counts of the whole organisation: not read (${code}; ${whoseMove} to act). ${message}`];
}

function sourceLines({ source, state, givenUp, failure, gapDays }: SourceProgress): string[] {
  const lines: string[] = [];
  if (state === 'failed' && failure !== null) {
    lines.push(`${source}: given up (${failure.code}; ${failure.whoseMove} to act). ${failure.message}`);
  }
  if (state === 'partial') {
    const tens = wholeTens(givenUp);
    lines.push(`${source}: ${tens === 0 ? 'under 10' : `about ${tens}`} mailboxes could not be reached.`);
  }
  if (gapDays > 0) lines.push(`${source}: ${gapDays} days of the quarter are unread; no release can rest on them.`);
  return lines;
}
