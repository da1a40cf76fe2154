import type { Season } from './norwegian-calendar.ts';

/**
 * Two quarters whose quiet days are so much more or less of their working days are not set beside each other as if people
 * had been at work alike. Fellesferie alone is 15 of about 66 days, Christmas 5: what is taken out is July, not Easter.
 */
const UNLIKE_BY = 0.1;

type Quiet = Pick<Season, 'workingDays' | 'quietDays'>;

/** How much more of the later quarter's working days are quiet, from −1 to 1; 0 where the two are alike enough. */
export function moreQuiet(before: Quiet, after: Quiet): number {
  const more = quietPart(after) - quietPart(before);
  return Math.abs(more) < UNLIKE_BY ? 0 : more;
}

/**
 * Whether a change goes the way that holidays push it: down into a quarter with many more quiet days, up out of one. Such a
 * change is neither a failure nor a success, because fewer days at work make fewer habits.
 *
 * @param change from the earlier quarter to the later; any unit
 * @example see ADOPTION.md, "Days off": −8 from 2026-Q2 to 2026-Q3 goes with the holidays, −8 from 2025-Q3 to 2026-Q3 does not
 */
export function goesWithHolidays(change: number, before: Quiet, after: Quiet): boolean {
  return change * moreQuiet(before, after) < 0;
}

function quietPart({ workingDays, quietDays }: Quiet): number {
  return workingDays === 0 ? 0 : quietDays / workingDays;
}
