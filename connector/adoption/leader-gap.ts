import type { CountOf } from './share-of.ts';

/** 5 % of a normal distribution lie above. */
const Z_90 = 1.645;

/** People counted from one step on. */
export interface CountedGroups {
  /** Everybody with a unit, from `staircase`. */
  readonly everybody: CountOf;
  readonly leaders: CountOf;
  /** Frontline and elected members, those of them that have a row in `leaders`. */
  readonly others: readonly CountOf[];
}

/** In percentage points, with the ends of the 90 % interval and the standard deviation of the noise; not rounded. */
export interface LeaderGap {
  readonly about: number;
  readonly low: number;
  readonly high: number;
  readonly sigma: number;
}

/**
 * Desk staff: everybody with a unit who is in none of the other groups. Released nowhere, so it is what remains; a group too
 * small for a row remains with it.
 *
 * count = all − leaders − others, heads alike; σ² is the sum of theirs, for each has noise of its own.
 *
 * @example see ADOPTION.md, "Leaders beside desk staff"
 */
export function deskStaff(everybody: CountOf, groups: readonly CountOf[]): CountOf {
  return {
    count: groups.reduce((left, { count }) => left - count, everybody.count),
    heads: groups.reduce((left, { heads }) => left - heads, everybody.heads),
    sigma: Math.hypot(everybody.sigma, ...groups.map(({ sigma }) => sigma)),
  };
}

/**
 * How many percentage points more of leaders than of desk staff have come so far; below nought leaders lag behind.
 *
 * gap = 100 · (L ÷ l − D ÷ d), for L of l leaders and D of d at desks. D holds the noise of L with the sign turned, so the
 * two are not independent: σ² = σ_L² (1 ÷ l + 1 ÷ d)² + (σ_all² + Σ σ_other²) ÷ d². The interval is ± 1.645 σ; it holds the
 * noise of the release and nothing else: everybody is counted, so there is no sample to be lucky with.
 *
 * Range: −100 to 100 for what is possible; noise may lead beyond, and the ends are kept within.
 *
 * Misread as who leads well. It compares groups of one organisation and one quarter, and says nothing of one leader.
 *
 * @throws RangeError when there are no leaders or nobody at a desk
 * @see seed of 2018, "leader group's fitness below the average"
 * @example see ADOPTION.md, "Leaders beside desk staff"
 */
export function leaderGap({ everybody, leaders, others }: CountedGroups): LeaderGap {
  const desk = deskStaff(everybody, [leaders, ...others]);
  if (leaders.heads <= 0 || desk.heads <= 0) throw new RangeError('A gap is between two groups of somebody.');
  const points = 100 * (leaders.count / leaders.heads - desk.count / desk.heads);
  const sigma =
    100 *
    Math.hypot(
      leaders.sigma * (1 / leaders.heads + 1 / desk.heads),
      Math.hypot(everybody.sigma, ...others.map(({ sigma }) => sigma)) / desk.heads,
    );
  const within = (point: number): number => Math.min(100, Math.max(-100, point));
  const about = within(points);
  return { about, low: within(about - Z_90 * sigma), high: within(about + Z_90 * sigma), sigma };
}
