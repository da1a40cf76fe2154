import { normalDistribution } from './normal-distribution.ts';

/** What can be said of a figure beside that of the period before. *No sure change* is a result, not a gap. */
export type Change = 'more' | 'fewer' | 'no-sure-change';

/** Two released counts of the same people of two periods. */
export interface Compared {
  /** As released, whole and not clamped; later minus earlier. */
  readonly difference: number;
  /** Standard deviation of the noise in the difference: the root of both variances added up. */
  readonly sigma: number;
}

/** Of what is marked in one release, at most so many in 100 are expected to be noise alone (design D6). */
const FALSE_DISCOVERIES = 0.1;

/**
 * Which of a release's figures have changed for sure, all of them judged together (Benjamini, Hochberg 1995).
 *
 * A figure is tested against *the true count is the same*: the noise alone would then make a difference this large or
 * larger in a share p of cases. With p₁ ≤ … ≤ pₘ the largest k with p_k ≤ k ÷ m · 10 % is sought, and those k are marked.
 *
 * The rate holds as it stands, without the correction for dependence, because each cell of each release has noise of its
 * own: under *the same* the tests are independent. Therefore raw released counts are compared, never sums or reconciled
 * counts, whose errors hang together; and a figure is compared with one earlier release only.
 *
 * Post-processing: it sees released counts and σ alone.
 *
 * Cost: O(m log m).
 *
 * @returns one answer for each, in the same order
 * @example surely([{ difference: 30, sigma: 5.5 }, { difference: -6, sigma: 5.5 }]) // ['more', 'no-sure-change']
 */
export function surely(figures: readonly Compared[]): Change[] {
  const tested = figures.map(chance);
  const limit = tested
    .toSorted((a, b) => a - b)
    .findLast((p, place) => p <= ((place + 1) / figures.length) * FALSE_DISCOVERIES);
  return figures.map(({ difference }, place) => {
    if (limit === undefined || (tested[place] ?? 1) > limit) return 'no-sure-change';
    return difference > 0 ? 'more' : 'fewer';
  });
}

/** How often noise alone differs by as much or more. Noise is whole, so that all from half a person below counts. */
function chance({ difference, sigma }: Compared): number {
  return Math.min(1, 2 * normalDistribution(-(Math.abs(difference) - 0.5) / sigma));
}
