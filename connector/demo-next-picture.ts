import { SETTLING_DAYS } from './catch-up.ts';
import { addDays, dayOf, quarterOf, startOf, type Day, type Period } from './privacy/period.ts';

/**
 * The day on which the next picture of a demo is due by its own calendar, however soon it is played.
 *
 * @param lived the periods that the demo lives, oldest first
 * @param released the ids of those that are released
 * @param today milliseconds since 1970, to which a municipality that goes on has come; undefined for a tenant that has ended
 * @returns null before the first release, which comes while one looks, and where nothing more is to come
 */
export function demoNextPicture(
  lived: readonly Period[],
  released: ReadonlySet<string>,
  today: number | undefined,
): Day | null {
  if (released.size === 0) return null;
  const next = lived.find(({ id }) => !released.has(id)) ?? (today === undefined ? undefined : quarterNow(today));
  return next === undefined ? null : addDays(next.to, SETTLING_DAYS);
}

function quarterNow(today: number): Period {
  return quarterOf(dayOf(today));
}

/** The moment a period's picture is out by the demo's own calendar, in milliseconds since 1970. */
export function releasedAt({ to }: Period): number {
  return startOf(addDays(to, SETTLING_DAYS));
}
