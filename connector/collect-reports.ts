import type { Begun } from './collection-run.ts';
import { readUsageReport, type UsageReport } from './microsoft-graph/usage-report.ts';
import { USAGE_REPORTS } from './microsoft-graph/usage-reports.ts';
import { addDays, dayNumber, dayOf, daysOf, type Day } from './privacy/period.ts';
import type { ReportSource } from './privacy/scope.ts';
import type { SourceProgress } from './source-progress.ts';
import { replaceUsageDay, usageDaysRead } from './store/usage-days.ts';

/** Graph refuses report dates older than 30 days; two are left for a run that takes long. */
const REPORT_REACHES_BACK_DAYS = 28;

/**
 * Reads one usage report of each day of the span that Graph still has, and replaces (report, day). One that is about its
 * own refresh date is read once, whatever the span. A tenant that conceals names leaves the days as they were, and is not
 * asked again: nothing can be known of anybody.
 *
 * @throws what `readUsageReport` throws; the days before stay read
 */
export async function collectReport(begun: Begun, source: ReportSource, progress: SourceProgress): Promise<void> {
  const { run } = begun;
  const report = USAGE_REPORTS.find(({ name }) => name === source);
  if (report === undefined) throw new RangeError('Every report of the scope is declared.');
  const readBefore = usageDaysRead(begun.file, source);
  const days = daysToAsk(begun, report);
  progress.days = days.length;
  for (const day of days) {
    await run.giveWay();
    const isSettled = day < (run.readAgainFrom ?? begun.span.from) && readBefore.has(day);
    if (!isSettled && !progress.concealed) progress.concealed = await readOneDay(begun, report, day, progress);
    progress.daysDone += 1;
    begun.tell();
  }
  if (days.length === 0) progress.state = 'not-due';
}

function daysToAsk({ run, span }: Begun, report: UsageReport): Day[] {
  const oldest = dayNumber(addDays(dayOf(run.now()), -REPORT_REACHES_BACK_DAYS));
  const days = daysOf(span).filter((day) => dayNumber(day) >= oldest);
  return report.about === 'its refresh date' ? days.slice(-1) : days;
}

/**
 * A report about its own refresh date may be about a day of another period: then it is not ours to keep.
 *
 * @returns whether names are concealed
 */
async function readOneDay(
  { run, file, directory, pseudonymOf, mayInclude }: Begun,
  report: UsageReport,
  asked: Day,
  { people }: SourceProgress,
): Promise<boolean> {
  const { get } = run;
  const { day, refreshed, rows, concealed, inReport, matched } = await readUsageReport(report, {
    get,
    directory,
    day: asked,
    pseudonymOf,
    mayInclude,
  });
  const isOfPeriod = day !== undefined && day >= run.period.from && day < run.period.to;
  if (concealed || !isOfPeriod) return concealed;
  run.stillOurs();
  replaceUsageDay(file, report.name, day, rows);
  const isBehind = refreshed !== undefined && refreshed < asked;
  const behindDays = isBehind ? dayNumber(dayOf(run.now())) - dayNumber(refreshed) : 0;
  people.set(day, { inReport, matched, behindDays });
  return false;
}
