import type { AdoptionAnswer, OverviewAnswer } from './answers.ts';
import { readFigures } from '../store/figures.ts';
import type { Store } from '../store/open.ts';
import { releasedPeriods } from '../store/releases.ts';

/** Fewer report days withhold the table of apps (design D6); the same as in adoption/, which answers no question. */
export const LEAST_REPORT_DAYS = 21;

/** Whether names are concealed in usage reports: as the newest period found them that knows. */
export function areConcealed(store: Store): boolean {
  const periods = [...store.heldPeriods(), ...releasedPeriods(store)].sort((a, b) => b.from.localeCompare(a.from));
  const known = periods
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

/** Each usage report of a period: how many of its days came, and how many people it was about; empty where none is known. */
export function reportsRead(store: Store, periodId: string): AdoptionAnswer['reports'] {
  const figures = readFigures(store, periodId);
  if (figures === undefined) return [];
  return figures.reports.map(({ newest, ...report }) => ({ ...report, newestDay: newest, days: figures.days }));
}
