import { SETTLING_DAYS } from './catch-up.ts';
import type { DemoLife, LivedDays } from './demo-life.ts';
import type { VirtualClock } from './demo-tenant/virtual-clock.ts';
import { collectSpan, publishPeriod, type Operation } from './operation.ts';
import { addDays, daysOf, startOf, type Day, type Period } from './privacy/period.ts';
import type { Release } from './privacy/release.ts';
import { isReportSource, type SourceName } from './privacy/scope.ts';
import { readRelease } from './store/releases.ts';

/** Reports are complete two days late. */
const REPORT_LAG_DAYS = 2;
/** The fewest runs that a quarter can be read in: Graph tells of 28 days, two of which are the lag. */
const DAYS_BETWEEN_RUNS = 23;

/**
 * Lives one period of a played tenant to its release. One that is released already gives its stored release.
 *
 * @param byHand the span was given by hand
 * @throws Failure as a run does; Stopped when told to stop
 */
export async function livePeriod(
  { operation, clock }: Pick<DemoLife, 'operation' | 'clock'>,
  period: Period,
  byHand: boolean,
): Promise<Release> {
  const stored = readRelease(operation.store, period.id);
  if (stored !== undefined) return stored;
  await readDays(operation, { period, to: period.to }, clock, SETTLING_DAYS);
  return publishPeriod(operation, period, byHand);
}

/** Reads what the world tells of the quarter that is open after them; nothing where it tells nothing. */
export async function liveOpenDays({ operation, clock, open }: DemoLife): Promise<void> {
  if (open !== undefined) await readDays(operation, open, clock, REPORT_LAG_DAYS);
}

/** The days of a period up to `to`, the last of them read so many days later. */
async function readDays(operation: Operation, days: LivedDays, clock: VirtualClock, laterDays: number): Promise<void> {
  const { sources } = operation.scope;
  const atTheTime = sources.filter(isReadAtTheTime);
  if (atTheTime.length > 0) await liveRunByRun(operation, days, clock, atTheTime);
  moveOn(clock, addDays(days.to, laterDays));
  const atTheEnd = sources.filter((source) => !isReadAtTheTime(source));
  const { period, to } = days;
  if (atTheEnd.length > 0) await collectSpan(operation, { period, from: period.from, to }, atTheEnd);
}

/** Never back: in an open quarter's first days the release of the one before came later than them. */
function moveOn(clock: VirtualClock, to: Day): void {
  clock.moveTo(Math.max(clock.now(), startOf(to)));
}

/** Graph gives no report or call older than 30 days, and who shares a chat only as it is at the moment. */
function isReadAtTheTime(source: SourceName): boolean {
  return isReportSource(source) || source === 'calls' || source === 'chat-membership';
}

/**
 * A past quarter is lived through, a run every 23 days, for what Graph does not tell later. Whoever watches is told of
 * days of the quarter, not of the run. Who shares a chat is read in the first and the last run: two weeks make a contact
 * (decision 5), and more would not make another.
 */
async function liveRunByRun(
  operation: Operation,
  { period, to: end }: LivedDays,
  clock: VirtualClock,
  sources: readonly SourceName[],
): Promise<void> {
  const days = daysOf({ from: period.from, to: end });
  for (let index = 0; index < days.length; index += DAYS_BETWEEN_RUNS) {
    const from = days[index] ?? period.from;
    const to = days[index + DAYS_BETWEEN_RUNS] ?? end;
    moveOn(clock, addDays(to, REPORT_LAG_DAYS));
    const report: Operation['report'] = (progress, about) => {
      if (typeof progress === 'string') operation.report(progress, about);
      else if (progress.step === 'usage')
        operation.report({ ...progress, daysDone: index + progress.daysDone, days: days.length }, about);
      else if (index === 0) operation.report(progress, about);
    };
    const isOuter = index === 0 || to === end;
    const due = sources.filter((source) => isOuter || source !== 'chat-membership');
    if (due.length > 0) await collectSpan({ ...operation, report }, { period, from, to }, due);
  }
}
