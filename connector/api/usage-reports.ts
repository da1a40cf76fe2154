import type { AboutAnswer, OverviewAnswer, ReportCame } from './answers.ts';
import { disagree, lateBy } from '../adoption/report-faults.ts';
import { readFigures, type KeptFigures } from '../store/figures.ts';
import type { Store } from '../store/open.ts';
import type { Period } from '../privacy/period.ts';
import type { Release } from '../privacy/release.ts';
import { releasedPeriods } from '../store/releases.ts';

/** Fewer report days withhold the table of apps (design D6); the same as in adoption/, which answers no question. */
export const LEAST_REPORT_DAYS = 21;

/** Whether names are concealed in usage reports: as the newest period found them that knows. */
export function areConcealed(store: Store): boolean {
  const known = newestFirst(store)
    .map(({ id }) => readFigures(store, id)?.concealedNames)
    .find((names) => typeof names === 'string');
  return known === 'now';
}

/** How usage reports came for one period; undefined where none is known to have been read. */
export function reportsOf(store: Store, periodId: string): OverviewAnswer['reports'] {
  const figures = readFigures(store, periodId);
  if (figures === undefined || (figures.concealedNames === null && figures.reportDays === 0)) return undefined;
  return { concealed: figures.concealedNames, days: figures.reportDays, needed: LEAST_REPORT_DAYS };
}

/** Each usage report of a period, as it came; empty where none is known. */
export function reportsRead(store: Store, periodId: string): ReportCame[] {
  const figures = readFigures(store, periodId);
  return figures === undefined ? [] : figures.reports.map((report) => asItCame(report, figures.days));
}

/**
 * The same of the newest period that has any, from what was kept: no period's file is opened to answer.
 *
 * @param releases whose heads are public; of a period that is not released how many the directory has is not told
 */
export function newestReports(store: Store, releases: readonly Release[]): AboutAnswer['reportsCame'] {
  for (const { id, from, to } of newestFirst(store)) {
    const reports = reportsRead(store, id);
    const heads = releases.find(({ period }) => period.id === id)?.heads ?? null;
    if (reports.length > 0) return { period: { id, from, to }, heads, reports };
  }
  return null;
}

function newestFirst(store: Store): Period[] {
  const all = [...store.heldPeriods(), ...releasedPeriods(store)].map((period) => [period.id, period] as const);
  return [...new Map(all).values()].sort((a, b) => b.from.localeCompare(a.from));
}

function asItCame(report: KeptFigures['reports'][number], days: number): ReportCame {
  const { newest, behindDays, microsoftCounts, ...kept } = report;
  return {
    ...kept,
    days,
    newestDay: newest,
    lateDays: lateBy(behindDays),
    microsoftCounts: disagree(kept.inReport, microsoftCounts) ? microsoftCounts : null,
  };
}
