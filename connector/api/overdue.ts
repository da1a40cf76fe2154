import type { House } from './house.ts';
import { isPassedOver } from '../privacy/half-yearly.ts';
import { addDays, dayOf, quarterOf, type Period } from '../privacy/period.ts';

/** A picture is out four days after its quarter; what is not out ten days later needs a word. */
const LATE_AFTER_DAYS = 14;

/**
 * The newest calendar quarter that has been over for two weeks while no picture of it, nor of anything after it, is out: then
 * what is on screen is old, and must not look like news. Quarters that a small organisation never gets count for nothing, and
 * neither does a demo that is still playing.
 *
 * @param newest the newest period that is out
 * @param people everybody on the positive list
 * @returns null where nothing is missing
 */
export function overdueAfter(
  newest: Period,
  people: number,
  { expectedReleases, now }: Pick<House, 'expectedReleases' | 'now'>,
): Period | null {
  if (expectedReleases !== null) return null;
  let due = quarterBefore(quarterOf(addDays(dayOf(now()), -LATE_AFTER_DAYS)));
  while (isPassedOver(due, people)) due = quarterBefore(due);
  return due.from >= newest.to ? due : null;
}

function quarterBefore({ from }: Period): Period {
  return quarterOf(addDays(from, -1));
}
