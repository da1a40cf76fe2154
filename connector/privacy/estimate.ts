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
 * @param value the released integer, which may lie below 0 or above heads
 * @param sigma standard deviation of its noise, in people
 * @param heads how many people could be counted at most
 * @example interval90(24, 3.87, 80) // { about: 24, low: 18, high: 30 }
 */
export function interval90(value: number, sigma: number, heads: number): Estimate {
  const within = (people: number): number => Math.min(heads, Math.max(0, Math.round(people)));
  return { about: within(value), low: within(value - Z_90 * sigma), high: within(value + Z_90 * sigma) };
}
