import { reversed } from './network-of.ts';
import type { Network } from './network.ts';

export interface PageRankOptions {
  readonly directed: boolean;
  /** The share of steps that follow a tie, 0 or more and below 1. */
  readonly damping?: number;
  /** How far the answer may be from the exact one: the sum over everybody of the differences. */
  readonly tolerance?: number;
}

const DAMPING = 0.85;
const TOLERANCE = 1e-13;
/** Below what doubles can hold nothing gets nearer; reached only where somebody asks for less than that. */
const MOST_PASSES = 2000;

/**
 * PageRank: where one is found who follows ties at random, and now and then starts anew with anybody.
 *
 *     r(i) = (1 − d) / n + d · Σ over j of r(j) · a(j, i) / Σ over q of a(j, q) + d · D / n
 *
 * with a(j, i) the weight of the tie from j to i, n people, damping d = 0.85, and D the sum of r over all without a tie
 * out, who start anew with anybody.
 *
 * Weights: used where the network has them, otherwise every tie weighs 1; weight 0 is no way. Direction: rank flows from
 * a person to whom they point at; undirected ties are ways in both directions.
 *
 * Range: above 0, together 1. Whoever nobody points at has the least there is, a lonely person among others too. Only
 * lonely people: 1/n each. Nobody: empty.
 *
 * Exact to `tolerance` (1e-13 unless said), as a sum over everybody of the differences, for certain and not as far as the
 * last step moved: with x the answer before it is scaled to 1, the residual 1 − (I − d · Pᵀ) x bounds the error by
 * |residual| / (1 − d) / n, since no column of d · Pᵀ sums to more than d and x is nowhere below 1. Rounding adds about 1e-15.
 *
 * Cost: passes over all ties, people + ties each. Undirected networks by conjugate gradients, 10 to 50 passes; directed
 * ones by Gauss–Seidel, where everybody's new value is used at once, up to 150 and one reversal of the network. Memory
 * 40 bytes a person, and directed a copy of the ties.
 *
 * Misread as importance. Undirected it is nearly the degree again; directed it says who is pointed at by those who are
 * pointed at, and says it of what was read.
 *
 * @param network symmetric unless `directed`
 * @throws RangeError when `damping` is not from 0 to below 1, or `tolerance` not above 0
 * @see S. Brin, L. Page, "The anatomy of a large-scale hypertextual Web search engine", Computer Networks and ISDN Systems
 *   30 (1998), doi:10.1016/S0169-7552(98)00110-X
 * @example on paper: 1 – 0 – 2, d = 0.85. r(0) = 0.05 + 0.85 (r(1) + r(2)), r(1) = r(2) = 0.05 + 0.85 · r(0) / 2, so
 *   r(0) = 0.135 / 0.2775 = 0.4865 and r(1) = r(2) = 0.2568.
 */
export function pageRank(
  network: Network,
  { directed, damping = DAMPING, tolerance = TOLERANCE }: PageRankOptions,
): Float64Array {
  if (!(damping >= 0 && damping < 1)) throw new RangeError('Damping is from 0 to below 1.');
  if (!(tolerance > 0)) throw new RangeError('A tolerance is above 0.');
  const rank = directed ? bySweeps(network, damping, tolerance) : byGradients(network, damping, tolerance);
  let sum = 0;
  for (const value of rank) sum += value;
  // Starting anew is spread evenly for everybody alike: leaving it out of the equation and scaling is the same.
  for (let person = 0; person < rank.length; person += 1) rank[person] = (rank[person] ?? 0) / sum;
  return rank;
}

/** What leaves each person in all. */
function leaving({ people, offsets, weights }: Network): Float64Array {
  const total = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    const start = offsets[person] ?? 0;
    const end = offsets[person + 1] ?? 0;
    let sum = weights === undefined ? end - start : 0;
    if (weights !== undefined) for (let arc = start; arc < end; arc += 1) sum += weights[arc] ?? 0;
    total[person] = sum;
  }
  return total;
}

/** Gauss–Seidel on x = 1 + d · Pᵀ x from below: x grows, so what is missing is what has not been handed on. */
function bySweeps(network: Network, damping: number, tolerance: number): Float64Array {
  const { people } = network;
  const total = leaving(network);
  const { offsets, targets: sources, weights } = reversed(network);
  const rank = new Float64Array(people);
  /** d · x / total: what each person hands on for a weight of 1. */
  const handed = new Float64Array(people);
  const factor = total.map((sum) => (sum > 0 ? damping / sum : 0));
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let missing = 0;
    for (let person = 0; person < people; person += 1) {
      const end = offsets[person + 1] ?? 0;
      let sum = 1;
      if (weights === undefined)
        for (let arc = offsets[person] ?? 0; arc < end; arc += 1) sum += handed[sources[arc] ?? 0] ?? 0;
      else
        for (let arc = offsets[person] ?? 0; arc < end; arc += 1)
          sum += (handed[sources[arc] ?? 0] ?? 0) * (weights[arc] ?? 0);
      rank[person] = sum;
      const share = factor[person] ?? 0;
      handed[person] = share * sum;
      missing += share > 0 ? 1 - (1 - damping) * sum : 1 - sum;
    }
    if (missing <= tolerance * (1 - damping) * people) break;
  }
  return rank;
}

/**
 * Conjugate gradients on (I − d · S) y = √total with S = a(i, j) / √(total i · total j), which is symmetric with all its
 * eigenvalues from −1 to 1, so the matrix is positive definite; x = √total · y.
 */
function byGradients(network: Network, damping: number, tolerance: number): Float64Array {
  const { people, offsets, targets, weights } = network;
  const root = leaving(network).map(Math.sqrt);
  const inverse = root.map((value) => (value > 0 ? 1 / value : 0));
  const found = new Float64Array(people);
  const residual = inverse.slice();
  const direction = inverse.slice();
  const scaled = new Float64Array(people);
  const image = new Float64Array(people);
  let squared = dot(residual, residual);
  const enough = (tolerance * (1 - damping) * people) ** 2 / Math.max(dot(root, root), 1);
  for (let pass = 0; pass < MOST_PASSES && squared > enough; pass += 1) {
    for (let person = 0; person < people; person += 1)
      scaled[person] = (direction[person] ?? 0) * (inverse[person] ?? 0);
    let curvature = 0;
    for (let person = 0; person < people; person += 1) {
      const end = offsets[person + 1] ?? 0;
      let sum = 0;
      if (weights === undefined)
        for (let arc = offsets[person] ?? 0; arc < end; arc += 1) sum += scaled[targets[arc] ?? 0] ?? 0;
      else
        for (let arc = offsets[person] ?? 0; arc < end; arc += 1)
          sum += (scaled[targets[arc] ?? 0] ?? 0) * (weights[arc] ?? 0);
      const own = direction[person] ?? 0;
      const value = own - damping * (inverse[person] ?? 0) * sum;
      image[person] = value;
      curvature += own * value;
    }
    const step = squared / curvature;
    let left = 0;
    for (let person = 0; person < people; person += 1) {
      found[person] = (found[person] ?? 0) + step * (direction[person] ?? 0);
      const rest = (residual[person] ?? 0) - step * (image[person] ?? 0);
      residual[person] = rest;
      left += rest * rest;
    }
    const turn = left / squared;
    squared = left;
    for (let person = 0; person < people; person += 1)
      direction[person] = (residual[person] ?? 0) + turn * (direction[person] ?? 0);
  }
  // A lonely person is handed nothing: exactly 1.
  return found.map((value, person) => ((root[person] ?? 0) > 0 ? value * (root[person] ?? 0) : 1));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
