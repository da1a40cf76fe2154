import { addDays, dayNumber, dayOf, quarterOf, type Day, type Period } from './privacy/period.ts';

/** Late items, and reports recomputed for three days: so many days are read again each time (design D2). */
const REREAD_DAYS = 3;
/** A quarter is published when its last reports are certain to be in (issue B: four days after its end). */
const SETTLING_DAYS = 4;

export interface SpanOfPeriod {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
}

/**
 * What a run that starts now should read: the last three whole days, and every day since the last one read, so that
 * time the machine was off is caught up. Cut at quarter ends; days of a released quarter are never asked for.
 *
 * @param lastDayRead the newest day any earlier run read to its end; undefined before the first run
 * @param earliest the first day the scope allows
 * @param isReleased whether a quarter is already published
 * @returns spans in order of time; empty when no whole day may be read yet
 */
export function spansDue(
  moment: number,
  lastDayRead: Day | undefined,
  earliest: Day,
  isReleased: (periodId: string) => boolean,
): SpanOfPeriod[] {
  const today = dayOf(moment);
  const reread = addDays(today, -REREAD_DAYS);
  const since = lastDayRead === undefined ? earliest : later(earliest, earlier(addDays(lastDayRead, 1), reread));
  const spans: SpanOfPeriod[] = [];
  for (let from = since; dayNumber(from) < dayNumber(today);) {
    const period = quarterOf(from);
    const to = earlier(period.to, today);
    if (!isReleased(period.id)) spans.push({ period, from, to });
    from = to;
  }
  return spans;
}

/** The held quarters that ended so long ago that they can be published, oldest first. */
export function periodsDue(moment: number, held: readonly Period[]): Period[] {
  const today = dayNumber(dayOf(moment));
  return held
    .filter(({ to }) => dayNumber(to) + SETTLING_DAYS <= today)
    .sort((a, b) => dayNumber(a.from) - dayNumber(b.from));
}

/** The day the picture of the quarter that a moment lies in can be expected. */
export function nextPictureOn(moment: number): Day {
  return addDays(quarterOf(dayOf(moment)).to, SETTLING_DAYS);
}

function earlier(a: Day, b: Day): Day {
  return dayNumber(a) < dayNumber(b) ? a : b;
}

function later(a: Day, b: Day): Day {
  return dayNumber(a) > dayNumber(b) ? a : b;
}
