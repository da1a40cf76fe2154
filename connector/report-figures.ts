import type { CountedService, OrganisationCount } from './privacy/organisation-count.ts';
import type { Day } from './privacy/period.ts';
import { roundedRows } from './privacy/rounding.ts';
import { isReportSource, type ReportSource } from './privacy/scope.ts';
import type { ReportOfDay, SourceProgress } from './source-progress.ts';
import type { KeptFigures } from './store/figures.ts';

type KeptReport = KeptFigures['reports'][number];

/** Fewer by so much on a day that was read before is a report that shrank, and not somebody who left. */
const SHRUNK_BY = 0.1;

/**
 * Which of Microsoft's own counts is of the people a report of a day is about: those who used the service on that day.
 * Reports of devices and of single apps, and Copilot's, have none.
 */
const COUNTED_AS: Readonly<Partial<Record<ReportSource, CountedService>>> = {
  'active-users': 'any',
  'teams-activity': 'teams',
  'email-activity': 'exchange',
  'sharepoint-activity': 'sharepoint',
  'onedrive-activity': 'onedrive',
  'engage-activity': 'engage',
};

export interface BesideReports {
  /** As the run before kept them. */
  readonly before: readonly KeptReport[];
  /** How many days of the period have a report. */
  readonly daysRead: (report: string) => number;
  /** How many columns of a report nobody has listed. */
  readonly newColumns: (report: string) => number;
  /** Microsoft's own counts of single days. */
  readonly counts: readonly OrganisationCount[];
}

/**
 * How each usage report came, rounded as it may be kept (design D6): what is exact stays in the run. A report of which this
 * run read nothing is told of as before.
 */
export function reportFigures(sources: readonly SourceProgress[], beside: BesideReports): KeptReport[] {
  const reports = new Map(beside.before.map((kept) => [kept.report, kept]));
  for (const { source, people } of sources) {
    const newest = [...people.keys()].sort().at(-1);
    const told = newest === undefined ? undefined : people.get(newest);
    if (!isReportSource(source) || newest === undefined || told === undefined) continue;
    const kept = reports.get(source);
    const shrunk = kept !== undefined && (kept.shrunk || hasShrunk(kept, people));
    reports.set(source, { ...figuresOf(source, newest, told, beside), shrunk });
  }
  return [...reports.values()];
}

function figuresOf(
  source: ReportSource,
  newest: Day,
  { inReport, matched, behindDays }: ReportOfDay,
  { daysRead, newColumns, counts }: BesideReports,
): Omit<KeptReport, 'shrunk'> {
  const counted = counts.find(({ service, day }) => service === COUNTED_AS[source] && day === newest);
  return {
    report: source,
    daysRead: daysRead(source),
    newest,
    inReport: roundedRows(inReport, inReport),
    matched: roundedRows(matched, matched),
    behindDays,
    newColumns: newColumns(source),
    microsoftCounts: counted === undefined ? null : roundedRows(counted.active, counted.active),
  };
}

function hasShrunk({ newest, inReport }: KeptReport, people: SourceProgress['people']): boolean {
  const again = people.get(newest)?.inReport;
  return again !== undefined && inReport !== null && again < inReport * (1 - SHRUNK_BY);
}
