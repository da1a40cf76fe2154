/** What has been drawn so far: for each person the sum of the draws and a sum of their squares, not below the true one. */
export interface Drawn {
  /** How many draws; every person has a value in [0, 1] in each of them, mostly 0. */
  readonly draws: number;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** How far a mean may be from the truth, fixed before the draws that it is used on. */
export interface MeanBounds {
  /** After how many draws all half-widths should be about `epsilon`: a guess, on which no promise rests. */
  readonly drawsExpected: number;
  /** The half-width of each person after these draws. */
  readonly halfWidths: (drawn: Drawn) => Float64Array;
}

/**
 * Bounds for many means at once that hold however often, and whenever, one looks: with probability at least 1 − delta
 * over the draws that follow, |sums[v] / draws − μ(v)| < halfWidths(drawn)[v] for every person v after *every* number of
 * draws. So one may look after each draw and stop at the first that pleases; no budget is spent on looking.
 *
 * Let X₁, X₂, … ∈ [0, 1] be independent draws of one person, each with mean μ, let c ∈ [0, 1] and λ ∈ (0, 1) be fixed
 * beforehand, ψ(λ) = −ln(1 − λ) − λ. For every ξ ≥ −1: exp(λξ − ψ(λ)ξ²) ≤ 1 + λξ (Fan, Grama & Liu, lemma
 * 4.1). With ξ = X − c ≥ −1: E exp(λ(X − c) − ψ(λ)(X − c)²) ≤ 1 + λ(μ − c) ≤ exp(λ(μ − c)), that is
 * E exp(λ(X − μ) − ψ(λ)(X − c)²) ≤ 1. So M(k) = exp(λ Σ(Xᵢ − μ) − ψ(λ) Σ(Xᵢ − c)²), i ≤ k, is a supermartingale from 1,
 * never negative; by Ville's inequality P(∃k: M(k) ≥ 2 / δ) ≤ δ / 2. The same with ξ = c − X ≥ −1 for the other side. Hence
 * with probability at least 1 − δ, for all k at once,
 *
 *     |ΣXᵢ / k − μ| < (ln(2 / δ) + ψ(λ) Σ(Xᵢ − c)²) / (λ k).
 *
 * Each person v has a δ(v) of their own; Σ δ(v) ≤ delta, and the union over people is all there is to unite. What c(v),
 * λ(v) and δ(v) are is free as long as the draws that follow have no part in it: they are taken from a pilot, whose
 * draws must not be counted again. c is the pilot's mean and V the pilot's variance, a little more for what it has not
 * seen. For given V, a half-width of ε after k draws leaves out exp(−k r), r = ε − V ln(1 + ε / V), at best (at λ = ε / (V
 * + ε)): so k is the least with Σ 2 exp(−k r(v)) ≤ 0.9 delta, and δ(v) = 2 exp(−k r(v)) + 0.1 delta / people. Whoever
 * varies much gets a great part of delta, and who varies little a narrow half-width for a small part.
 *
 * A guess that is far too low makes half-widths that never come down to ε; start again then, with all draws as the pilot
 * and a part of delta that was set aside.
 *
 * Cost: O(people) a look, O(50 people) to make.
 *
 * @param pilot at least one draw
 * @throws RangeError when there is no draw, or `epsilon` or `delta` is not between 0 and 1
 * @see X. Fan, I. Grama, Q. Liu, "Exponential inequalities for martingales with applications", Electronic Journal of
 *   Probability 20 (2015), doi:10.1214/EJP.v20-3496; S. R. Howard, A. Ramdas, J. McAuliffe, J. Sekhon, "Time-uniform,
 *   nonparametric, nonasymptotic confidence sequences", Annals of Statistics 49 (2021), doi:10.1214/20-AOS1991; I.
 *   Waudby-Smith, A. Ramdas, "Estimating means of bounded random variables by betting", Journal of the Royal Statistical
 *   Society B 86 (2024), doi:10.1093/jrsssb/qkad009
 * @example on paper: one person, c = ½, V = ¼ and ten draws, all 1: Σ(X − c)² = 2.5. With λ = ½, ψ = 0.193, δ = 0.1 the
 *   half-width is (2.996 + 0.483) / 5 = 0.70.
 */
export function meanBounds(pilot: Drawn, { epsilon, delta }: { epsilon: number; delta: number }): MeanBounds {
  if (pilot.draws < 1) throw new RangeError('A pilot has at least one draw.');
  for (const share of [epsilon, delta])
    if (!(share > 0 && share < 1)) throw new RangeError('Epsilon and delta are numbers between 0 and 1.');
  const people = pilot.sums.length;
  const centres = pilot.sums.map((sum) => sum / pilot.draws);
  const variances = centres.map((centre, person) =>
    Math.min(
      MOST_VARIANCE,
      Math.max(0, (pilot.squares[person] ?? 0) / pilot.draws - centre * centre) + UNSEEN / pilot.draws,
    ),
  );
  const rates = variances.map((variance) => epsilon - variance * Math.log1p(epsilon / variance));
  const drawsExpected = leastDraws(rates, delta * ALLOTTED);
  const logs = rates.map((rate) =>
    Math.log(2 / (2 * Math.exp(-rate * drawsExpected) + (delta * (1 - ALLOTTED)) / people)),
  );
  // Near the λ that makes the half-width least at the expected number of draws.
  const lambdas = variances.map(
    (variance, person) => 1 / (1 + Math.sqrt((drawsExpected * variance) / (2 * (logs[person] ?? 0)))),
  );
  return { drawsExpected, halfWidths: (drawn) => halfWidths(drawn, { centres, logs, lambdas }) };
}

/** The part of delta that is shared out by variance; the rest goes to all alike. */
const ALLOTTED = 0.9;
/** Nothing in [0, 1] varies more. */
const MOST_VARIANCE = 0.25;
/** What a pilot has not seen may still happen about this often. */
const UNSEEN = 1;

function halfWidths(
  { draws, sums, squares }: Drawn,
  { centres, logs, lambdas }: { centres: Float64Array; logs: Float64Array; lambdas: Float64Array },
): Float64Array {
  return sums.map((sum, person) => {
    const centre = centres[person] ?? 0;
    const lambda = lambdas[person] ?? 0;
    // Σ(X − c)² ≥ 0, and rounding may not make it less.
    const spread = Math.max(0, (squares[person] ?? 0) - 2 * centre * sum + draws * centre * centre);
    return ((logs[person] ?? 0) + (-Math.log1p(-lambda) - lambda) * spread) / (lambda * draws);
  });
}

/** The least number of draws k with Σ 2 exp(−k · rate) ≤ delta. */
function leastDraws(rates: Float64Array, delta: number): number {
  const leftOut = (draws: number): number => rates.reduce((sum, rate) => sum + 2 * Math.exp(-draws * rate), 0);
  let enough = 1;
  while (leftOut(enough) > delta) enough *= 2;
  let tooFew = enough / 2;
  while (enough - tooFew > enough * PRECISE_ENOUGH) {
    const middle = (enough + tooFew) / 2;
    if (leftOut(middle) > delta) tooFew = middle;
    else enough = middle;
  }
  return Math.ceil(enough);
}

const PRECISE_ENOUGH = 1 / 256;
