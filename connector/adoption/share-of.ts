/** 5 % of a normal distribution lie above. */
const Z_90 = 1.645;

/** A sum of released counts: its middle, the standard deviation of its noise, and how many people it could count. */
export interface CountOf {
  readonly count: number;
  readonly sigma: number;
  readonly heads: number;
}

/** In per cent with the ends of its 90 % interval and the standard deviation of its noise, not rounded. */
export interface Share {
  readonly about: number;
  readonly low: number;
  readonly high: number;
  /** Not cut at what is possible, as the ends are. */
  readonly sigma: number;
}

/**
 * A released count as a part of its heads.
 *
 * share = 100 · count ÷ heads, ± 100 · 1.645 · σ ÷ heads. A count beyond what is possible is first moved to the nearest
 * possible one, as decision 9 does with people.
 *
 * Range: 0 to 100, low ≤ about ≤ high.
 *
 * @throws RangeError when there are no heads: nothing is a share of nobody
 * @example on paper: 30 of 60 with σ 2.58 is 50 % (42.9–57.1)
 */
export function shareOf({ count, sigma, heads }: CountOf): Share {
  if (heads <= 0) throw new RangeError('A share is of somebody.');
  return around((100 * count) / heads, (100 * sigma) / heads);
}

/** The 90 % interval around a share whose noise has this standard deviation, both in per cent; within [0, 100]. */
export function around(share: number, sigma: number): Share {
  const within = (percent: number): number => Math.min(100, Math.max(0, percent));
  const about = within(share);
  return { about, low: within(about - Z_90 * sigma), high: within(about + Z_90 * sigma), sigma };
}
