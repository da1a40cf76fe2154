import { Refused } from './refused.ts';

/** A tab that follows a run asks once a second; opening every screen at once asks about ten times. */
const BURST = 120;
const A_SECOND = 5;
/** Askers remembered; a full bucket is as good as none, so the longest idle are forgotten first. */
const REMEMBERED = 20_000;

/**
 * Lets each asker ask 120 times at once and then five times a second (token bucket).
 *
 * @param now milliseconds since 1970
 * @returns takes one request of an asker; throws `Refused` 'too-many-requests' (429) with whole seconds to wait
 */
export function requestRate(now: () => number): (asker: string) => void {
  const buckets = new Map<string, { left: number; at: number }>();
  return (asker) => {
    const moment = now();
    const bucket = buckets.get(asker) ?? { left: BURST, at: moment };
    const left = Math.min(BURST, bucket.left + ((moment - bucket.at) / 1000) * A_SECOND);
    const spent = Math.max(0, left - 1);
    buckets.delete(asker);
    buckets.set(asker, { left: left < 1 ? left : spent, at: moment });
    for (const longestIdle of buckets.keys()) {
      if (buckets.size <= REMEMBERED) break;
      buckets.delete(longestIdle);
    }
    if (left < 1) {
      const seconds = Math.ceil((1 - left) / A_SECOND);
      throw new Refused('too-many-requests', 'too-many-requests', { 'retry-after': String(seconds) });
    }
  };
}
