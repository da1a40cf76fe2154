import { addDays, dayNumber, dayOf, quarterOf, type Day, type Period } from './privacy/period.ts';

/** Late items, and reports recomputed for three days: so many days are read again each time (design D2). */
const REREAD_DAYS = 3;
/** A quarter is published when its last reports are certain to be in, so many days after its end. */
export const SETTLING_DAYS = 4;

/** A year of quarters is what the budget of a year pays for: a first start reads back no further, whatever it may. */
const READS_BACK_DAYS = 365;

export interface SpanOfPeriod {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  /** Days before this one are read only where an earlier run left them unread; absent: all are read. */
  readonly readAgainFrom?: Day;
}

/** What a schedule goes by besides the clock. */
export interface Reach {
  /** The newest day any earlier run read to its end; undefined before the first run. */
  readonly lastDayRead: Day | undefined;
  /** The first day the scope allows. */
  readonly earliest: Day;
  /** How many days back every source of the scope can be read; Infinity where none of them ends. */
  readonly reachesBackDays: number;
  /** Whether a quarter is already published. */
  readonly isReleased: (periodId: string) => boolean;
}

/**
 * What a run that starts now should read: the last three whole days, and every day since the last one read, so that
 * time the machine was off is caught up. Cut at quarter ends, so that in a quarter's first days two are read; days of a
 * released quarter are never asked for, nor of one that cannot be read whole, because it would never be published.
 *
 * @returns spans in order of time; empty when no whole day may be read yet
 */
export function spansDue(moment: number, reach: Reach): SpanOfPeriod[] {
  const today = dayOf(moment);
  const readAgainFrom = addDays(today, -REREAD_DAYS);
  const spans: SpanOfPeriod[] = [];
  for (let from = firstDue(today, reach); dayNumber(from) < dayNumber(today);) {
    const period = quarterOf(from);
    const to = earlier(period.to, today);
    if (isReadWhole(period, today, reach)) spans.push({ period, from, to, readAgainFrom });
    from = to;
  }
  return spans;
}

function firstDue(today: Day, { lastDayRead, earliest }: Reach): Day {
  if (lastDayRead === undefined) return later(earliest, quarterOf(addDays(today, -READS_BACK_DAYS)).from);
  return later(earliest, earlier(addDays(lastDayRead, 1), addDays(today, -REREAD_DAYS)));
}

/** What was begun is gone on with: Graph told of its first days while it still could. */
function isReadWhole({ id, from }: Period, today: Day, reach: Reach): boolean {
  const { lastDayRead, earliest, reachesBackDays, isReleased } = reach;
  if (isReleased(id) || dayNumber(from) < dayNumber(earliest)) return false;
  const isBegun = lastDayRead !== undefined && dayNumber(lastDayRead) >= dayNumber(from) - 1;
  return isBegun || dayNumber(from) >= dayNumber(today) - reachesBackDays;
}

/** The held quarters that ended so long ago that they can be published, oldest first. */
export function periodsDue(moment: number, held: readonly Period[]): Period[] {
  const today = dayNumber(dayOf(moment));
  return held
    .filter(({ to }) => dayNumber(to) + SETTLING_DAYS <= today)
    .sort((a, b) => dayNumber(a.from) - dayNumber(b.from));
}

/**
 * The day the next picture can be expected: four days after the end of the first quarter that is not published and can be
 * read whole.
 */
export function nextPictureOn(moment: number, reach: Reach): Day {
  const today = dayOf(moment);
  const [due] = spansDue(moment, reach);
  let quarter = due?.period ?? quarterOf(today);
  while (!isReadWhole(quarter, today, reach)) quarter = quarterOf(quarter.to);
  return addDays(quarter.to, SETTLING_DAYS);
}

function earlier(a: Day, b: Day): Day {
  return dayNumber(a) < dayNumber(b) ? a : b;
}

function later(a: Day, b: Day): Day {
  return dayNumber(a) > dayNumber(b) ? a : b;
}
