import { roundedRows } from './privacy/rounding.ts';
import { isReportSource } from './privacy/scope.ts';
import type { SourceProgress } from './source-progress.ts';
import type { KeptFigures } from './store/figures.ts';

type KeptReport = KeptFigures['reports'][number];

/** Fewer by so much on a day that was read before is a report that shrank, and not somebody who left. */
const SHRUNK_BY = 0.1;

/**
 * How each usage report came, rounded as it may be kept (design D6): what is exact stays in the run. A report of which this
 * run read nothing is told of as before.
 *
 * @param before as the run before kept it
 * @param daysRead how many days of the period have a report
 */
export function reportFigures(
  sources: readonly SourceProgress[],
  before: readonly KeptReport[],
  daysRead: (report: string) => number,
): KeptReport[] {
  const reports = new Map(before.map((kept) => [kept.report, kept]));
  for (const { source, people } of sources) {
    const newest = [...people.keys()].sort().at(-1);
    const kept = reports.get(source);
    if (!isReportSource(source) || newest === undefined) continue;
    const { inReport = 0, matched = 0 } = people.get(newest) ?? {};
    reports.set(source, {
      report: source,
      daysRead: daysRead(source),
      newest,
      inReport: roundedRows(inReport, inReport),
      matched: roundedRows(matched, matched),
      shrunk: kept !== undefined && (kept.shrunk || hasShrunk(kept, people)),
    });
  }
  return [...reports.values()];
}

function hasShrunk({ newest, inReport }: KeptReport, people: SourceProgress['people']): boolean {
  const again = people.get(newest)?.inReport;
  return again !== undefined && inReport !== null && again < inReport * (1 - SHRUNK_BY);
}
