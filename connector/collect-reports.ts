import type { Begun } from './collection-run.ts';
import { readUsageReport, type UsageReport } from './microsoft-graph/usage-report.ts';
import { USAGE_REPORTS } from './microsoft-graph/usage-reports.ts';
import { addDays, dayNumber, dayOf, daysOf } from './privacy/period.ts';
import type { ReportSource } from './privacy/scope.ts';
import { replaceUsageDay } from './store/usage-days.ts';

/** Graph refuses report dates older than 30 days; two are left for a run that takes long. */
const REPORT_REACHES_BACK_DAYS = 28;

/**
 * Reads the usage reports of each day of the span that Graph still has, and replaces (report, day). A tenant that
 * conceals names leaves the days as they were: nothing can be known of anybody.
 *
 * @throws what `readUsageReport` throws; the days before stay read
 */
export async function collectReports(begun: Begun, sources: readonly ReportSource[]): Promise<void> {
  const { run } = begun;
  const reports = USAGE_REPORTS.filter(({ name }) => sources.some((source) => source === name));
  const oldest = dayNumber(addDays(dayOf(run.now()), -REPORT_REACHES_BACK_DAYS));
  const days = daysOf(begun.span).filter((day) => dayNumber(day) >= oldest);
  for (const [index, day] of days.entries()) {
    for (const report of reports) await readOneReport(begun, report, day);
    begun.figures.reportDays += 1;
    run.report({ step: 'usage', daysDone: index + 1, days: days.length, mailboxesDone: 0, mailboxes: 0 });
  }
}

/** A report about its own refresh date may be about a day of another period: then it is not ours to keep. */
async function readOneReport(
  { run, file, directory, pseudonymOf, mayInclude, figures }: Begun,
  report: UsageReport,
  asked: Parameters<typeof readUsageReport>[1]['day'],
): Promise<void> {
  await run.giveWay();
  const { get } = run;
  const { day, rows, concealed } = await readUsageReport(report, {
    get,
    directory,
    day: asked,
    pseudonymOf,
    mayInclude,
  });
  figures.concealed ||= concealed;
  const isOfPeriod = day !== undefined && day >= run.period.from && day < run.period.to;
  if (concealed || !isOfPeriod) return;
  run.stillOurs();
  replaceUsageDay(file, report.name, day, rows);
  figures.usageDays += rows.length;
}
