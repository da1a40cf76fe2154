/** A released count as a reader should meet it: whole people, within [0, heads]. */
export interface Estimate {
  readonly about: number;
  readonly low: number;
  readonly high: number;
}

/** 5 % of a normal distribution lie above. */
const Z_90 = 1.645;

/**
 * The 90 % interval of a released count. Ends are rounded to the nearest whole person, which for whole-number noise
 * keeps at least 90 %: an interval of ±k holds all noise below k + ½.
 *
 * A value beyond what is possible is moved to the nearest possible count before the interval is laid around it. The
 * truth lies on that side too, so the interval can only come to hold it more often, and none shrinks to a false
 * certainty such as 45 (45–45).
 *
 * @param value the released integer, which may lie below 0 or above heads
 * @param sigma standard deviation of its noise, in people
 * @param heads how many people could be counted at most
 * @example interval90(24, 3.87, 80) // { about: 24, low: 18, high: 30 }
 */
export function interval90(value: number, sigma: number, heads: number): Estimate {
  const within = (people: number): number => Math.min(heads, Math.max(0, Math.round(people)));
  const about = within(value);
  return { about, low: within(about - Z_90 * sigma), high: within(about + Z_90 * sigma) };
}
