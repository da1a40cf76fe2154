import { PathTally, SHARE_ROUNDING } from './drawn-paths.ts';
import type { Engine } from './engine.ts';
import { meanBounds } from './mean-bounds.ts';
import { isSymmetric, reversed } from './network-of.ts';
import type { Network } from './network.ts';
import { pathDrawing, type PathDrawing } from './path-drawing.ts';

export interface ApproximateBetweennessOptions {
  /** Whether a tie is walked only the way it points. */
  readonly directed: boolean;
  /** How far anybody's value may be from the truth, as a share of all pairs: 0.001 is a thousandth of them. */
  readonly epsilon: number;
  /** How likely it may be that anybody's is further off. */
  readonly delta: number;
  readonly seed: number;
  /** Progress is in pairs drawn, of a number that is a guess and may grow. */
  readonly engine?: Engine;
}

export interface ApproximateBetweenness {
  /** For each person the share of ordered pairs: times n(n − 1) the raw count of a directed network, half of it undirected. */
  readonly values: Float64Array;
  /** For each person how far the value may be from the truth: at most `epsilon`, for most people much less. */
  readonly halfWidths: Float64Array;
  /** Pairs drawn, those of the pilot included. */
  readonly draws: number;
}

/**
 * Betweenness of everybody at once, from a sample, with a stated error.
 *
 * b(v) = 1 / (n(n − 1)) · Σ σ(s, t, v) / σ(s, t) over ordered pairs s ≠ t of people other than v, where σ(s, t) counts the
 * shortest paths from s to t and σ(s, t, v) those through v. A pair without a path counts 0. The promise: with probability
 * at least 1 − delta over the draws, |values[v] − b(v)| ≤ halfWidths[v] ≤ epsilon for *every* person v.
 *
 * One draw is an ordered pair (s, t), each equally likely; X(v) = σ(s, t, v) / σ(s, t) for everybody on the shortest
 * paths, 0 for all others, so E X(v) = b(v) and 0 ≤ X(v) ≤ 1. A pilot of 10 / epsilon draws fixes bounds that hold at every
 * later number of draws (`meanBounds`, where the proof stands); the draws that follow are looked at now and then, and the
 * first look at which every half-width is at most epsilon is the last. No look costs anything, so there is no schedule to
 * get wrong. If the pilot misled, and twice the draws expected do not suffice, all draws made so far become the pilot of a
 * next attempt. Attempt a = 0, 1, … has 0.9 · 0.1ᵃ of delta; together they have no more than delta, however many there are.
 *
 * X is rounded to multiples of 2⁻²⁴ and its square upwards, so sums are exact and the same in any order; the half-width
 * has the rounding in it. Blocks of draws are seeded by their number: a seed gives the same values on every
 * machine and with every number of threads.
 *
 * Unweighted. Undirected: a tie is walked both ways, and (s, t) and (t, s) count as two of n(n − 1). Range: 0 to 1. A
 * lonely person, a leaf and everybody in a network of fewer than three people have 0; of the last no draw is made.
 * Disconnected: pairs apart count 0, as in the exact measure.
 *
 * Cost: draws × a balanced search. Draws grow with the largest variance of X over ε² and the logarithm of people: at ε =
 * 0.001, δ = 0.1 some 50 to 150 thousand in the networks of organisations, fewer the larger they are. Below a few thousand
 * people the exact measure is cheaper.
 *
 * Misread as exact: two people whose values differ by less than their half-widths together are not told apart. An epsilon
 * above a tenth of the largest value ranks nobody. See also `betweenness`, whose misreadings are all here.
 *
 * @throws RangeError when epsilon or delta is not between 0 and 1, or `directed` is false and a tie stands in one row only
 * @throws the signal's reason when it is aborted
 * @see M. Riondato, E. Upfal, "ABRA", ACM Transactions on Knowledge Discovery from Data 12 (2018), doi:10.1145/3208351; L.
 *   Pellegrina, F. Vandin, "SILVAN: estimating betweenness centralities with progressive sampling and non-uniform Rademacher
 *   bounds", ACM Transactions on Knowledge Discovery from Data 18 (2023), doi:10.1145/3628601; M. Borassi, E. Natale, "KADABRA
 *   is an adaptive algorithm for betweenness via random approximation", ACM Journal of Experimental Algorithmics 24 (2019),
 *   doi:10.1145/3284359; the bounds are those of `meanBounds`
 * @example on paper: the path 0 – 1 – 2 has b(1) = 2 / 6, for (0, 2) and (2, 0) of six pairs; 0 and 2 have 0, exactly.
 */
export async function approximateBetweenness(
  network: Network,
  { directed, epsilon, delta, seed, engine }: ApproximateBetweennessOptions,
): Promise<ApproximateBetweenness> {
  const { people } = network;
  for (const share of [epsilon, delta])
    if (!(share > 0 && share < 1)) throw new RangeError('Epsilon and delta are numbers between 0 and 1.');
  if (!directed && !isSymmetric(network)) throw new RangeError('An undirected network has every tie in both rows.');
  if (people < LEAST_PEOPLE)
    return { values: new Float64Array(people), halfWidths: new Float64Array(people), draws: 0 };
  const drawing = pathDrawing({ out: network, into: directed ? reversed(network) : network, seed }, engine);
  try {
    return await untilNarrow(drawing, people, { epsilon, delta });
  } finally {
    await drawing.end();
  }
}

async function untilNarrow(
  drawing: PathDrawing,
  people: number,
  { epsilon, delta }: { epsilon: number; delta: number },
): Promise<ApproximateBetweenness> {
  let pilot = new PathTally(people);
  await drawing.draw(PILOT / epsilon, pilot, PILOT / epsilon);
  for (let attempt = 0; ; attempt += 1) {
    const part = delta * FIRST_ATTEMPT * (1 - FIRST_ATTEMPT) ** attempt;
    const { drawsExpected, halfWidths } = meanBounds(pilot, { epsilon, delta: part });
    const tally = new PathTally(people);
    let next = drawsExpected * FIRST_LOOK;
    while (tally.draws < drawsExpected * PATIENCE) {
      await drawing.draw(next, tally, pilot.draws + drawsExpected);
      const reached = halfWidths(tally).map((width) => width + SHARE_ROUNDING);
      if (reached.every((width) => width <= epsilon))
        return { values: tally.sums.map((sum) => sum / tally.draws), halfWidths: reached, draws: drawing.drawn };
      next = drawsExpected * LOOK_EVERY;
    }
    tally.add(pilot);
    pilot = tally;
  }
}

/** With fewer nobody stands between two others. */
const LEAST_PEOPLE = 3;
/** Draws of the pilot, over epsilon: enough to see whoever may need many draws. */
const PILOT = 10;
/** The part of delta of the first attempt, and each further one's of what is left. */
const FIRST_ATTEMPT = 0.9;
/** Of the draws expected: when to look first, how often then, and when to give an attempt up. */
const FIRST_LOOK = 0.5;
const LOOK_EVERY = 1 / 32;
const PATIENCE = 2;
