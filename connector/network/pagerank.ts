import { sumOver, weightedSumOver } from './arc-sums.ts';
import { reversed } from './network-of.ts';
import type { Network } from './network.ts';
import type { Progress } from './progress.ts';
import { rankSweeps, type RankSweeps } from './rank-sweeps.ts';

export interface PageRankOptions {
  readonly directed: boolean;
  /** The share of steps that follow a tie, 0 or more and below 1. */
  readonly damping?: number;
  /** How far anybody's value may be from the exact one, as a share of it; above 0. */
  readonly tolerance?: number;
  /** The module of `wasm/kernels.wasm`, compiled; without it undirected networks take twice as long, to the same bytes. */
  readonly kernels?: WebAssembly.Module | undefined;
  /** Told after each pass how many hundredths of the orders of magnitude to the tolerance are behind. */
  readonly progress?: Progress | undefined;
}

const DAMPING = 0.85;
const TOLERANCE = 5e-10;
/** Far more than any network takes. */
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
 * Exact to `tolerance` (5e-10 unless said): each person's value is at most that share of itself from the exact one, for
 * certain and not as far as the last step moved. With x the answer before it is scaled to 1, r = 1 − (I − d · Pᵀ) x what
 * is left and ε the largest |r(i)|, the error is (I − d · Pᵀ)⁻¹ r, and since that inverse has nothing negative in it, it is
 * at most ε · (I − d · Pᵀ)⁻¹ 1: ε of the exact x, person by person. Scaling doubles it at most, so the work stops at
 * ε = tolerance / (2 + tolerance). Rounding ends it earlier, at about 1e-15 of the largest x, where less is asked for.
 *
 * Cost: passes over all ties, people + ties each. Undirected networks by conjugate gradients, 8 to 25 passes; directed
 * ones by Gauss–Seidel, where everybody's new value is used at once, up to 150 and one reversal of the network. Memory
 * 100 bytes a person and a copy of the ties.
 *
 * Misread as importance. Undirected it is nearly the degree again; directed it says who is pointed at by those who are
 * pointed at, and says it of what was read.
 *
 * @param network symmetric unless `directed`
 * @throws RangeError when `damping` is not from 0 to below 1, or `tolerance` not above 0
 * @throws TypeError when `kernels` is not the module built from `wasm/kernels.as`
 * @see S. Brin, L. Page, "The anatomy of a large-scale hypertextual Web search engine", Computer Networks and ISDN Systems
 *   30 (1998), doi:10.1016/S0169-7552(98)00110-X
 * @example on paper: 1 – 0 – 2, d = 0.85. r(0) = 0.05 + 0.85 (r(1) + r(2)), r(1) = r(2) = 0.05 + 0.85 · r(0) / 2, so
 *   r(0) = 0.135 / 0.2775 = 0.4865 and r(1) = r(2) = 0.2568.
 */
export function pageRank(
  network: Network,
  { directed, damping = DAMPING, tolerance = TOLERANCE, kernels, progress }: PageRankOptions,
): Float64Array {
  if (!(damping >= 0 && damping < 1)) throw new RangeError('Damping is from 0 to below 1.');
  if (!(tolerance > 0)) throw new RangeError('A tolerance is above 0.');
  const residual = tolerance / (2 + tolerance);
  const passed = nearing(residual, progress);
  const rank = directed
    ? bySweeps(network, { damping, residual, passed })
    : byGradients(network, { damping, residual, passed, kernels });
  let sum = 0;
  for (const value of rank) sum += value;
  // Starting anew is spread evenly for everybody alike: leaving it out of the equation and scaling is the same.
  for (let person = 0; person < rank.length; person += 1) rank[person] = (rank[person] ?? 0) / sum;
  return rank;
}

/** How to go about it. */
interface Passing {
  readonly damping: number;
  readonly residual: number;
  /** Told after each pass what is left of the residual. */
  readonly passed: (left: number) => void;
}

/** Passes are told by how far the residual has fallen, never back though it may rise for a while. */
function nearing(wanted: number, progress: Progress | undefined): (left: number) => void {
  let first: number | undefined;
  let hundredths = 0;
  return (left) => {
    first ??= left;
    const share = left <= wanted ? 1 : Math.log(first / left) / Math.log(first / wanted);
    hundredths = Math.max(hundredths, Math.floor(100 * share));
    progress?.(hundredths, 100);
  };
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

/**
 * Gauss–Seidel on x = 1 + d · Pᵀ x from below: x only grows, so whoever grew by no more than this in a pass had no more of
 * a residual before it.
 */
function bySweeps(network: Network, { damping, residual, passed }: Passing): Float64Array {
  const { people } = network;
  const total = leaving(network);
  const { offsets, targets: arcs, weights: factors } = reversed(network);
  const rank = new Float64Array(people);
  /** d · x / total: what each person hands on for a weight of 1. */
  const handed = new Float64Array(people);
  const factor = total.map((sum) => (sum > 0 ? damping / sum : 0));
  for (let pass = 0, grown = Infinity; pass < MOST_PASSES && grown > residual; pass += 1) {
    grown = 0;
    for (let person = 0; person < people; person += 1) {
      const start = offsets[person] ?? 0;
      const end = offsets[person + 1] ?? 0;
      const sum =
        factors === undefined
          ? sumOver(arcs, start, end, handed)
          : weightedSumOver({ arcs, factors }, start, end, handed);
      grown = Math.max(grown, 1 + sum - (rank[person] ?? 0));
      rank[person] = 1 + sum;
      handed[person] = (factor[person] ?? 0) * (1 + sum);
    }
    passed(grown);
  }
  return rank;
}

/**
 * Conjugate gradients on (I − d · S) y = 1 / √total with S = a(i, j) / √(total i · total j), which is symmetric with all
 * its eigenvalues from −1 to 1, so the matrix is positive definite; x = √total · y. Both triangles are divided out
 * (`RankSweeps`), which halves the passes. It begins at x in proportion to the totals: the part of the answer along the one
 * direction known, √total, which S leaves as it is.
 */
function byGradients(
  network: Network,
  { damping, residual, passed, kernels }: Passing & { readonly kernels: WebAssembly.Module | undefined },
): Float64Array {
  const { people } = network;
  const root = leaving(network);
  const sweeps = rankSweeps(network, damping, kernels);
  let all = 0;
  let tied = 0;
  for (let person = 0; person < people; person += 1) {
    const total = root[person] ?? 0;
    if (!(total > 0)) continue;
    all += total;
    tied += 1;
    root[person] = Math.sqrt(total);
    sweeps.inverse[person] = 1 / Math.sqrt(total);
  }
  const begun = all > 0 ? tied / all : 0;
  const wanted = new Float64Array(people);
  for (let person = 0; person < people; person += 1)
    wanted[person] = (sweeps.inverse[person] ?? 0) - begun * (root[person] ?? 0);
  const search = new GradientSearch(sweeps, wanted, root);
  let known = Infinity;
  for (let aim = residual; ; aim /= 4) {
    search.untilBelow(aim, passed);
    const found = search.residual();
    // The residual it keeps goes on falling where rounding lets the true one fall no more.
    if (!(found > residual && found <= known / 2)) break;
    known = found;
  }
  const rank = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    const own = root[person] ?? 0;
    // A lonely person is handed nothing: exactly 1.
    rank[person] = own > 0 ? own * ((sweeps.up[person] ?? 0) + (begun / (1 - damping)) * own) : 1;
  }
  return rank;
}

class GradientSearch {
  readonly #sweeps: RankSweeps;
  readonly #wanted: Float64Array;
  readonly #root: Float64Array;
  readonly #found: Float64Array;
  readonly #residual: Float64Array;
  #squared: number;
  #largest = Infinity;

  constructor(sweeps: RankSweeps, wanted: Float64Array, root: Float64Array) {
    this.#sweeps = sweeps;
    this.#wanted = wanted;
    this.#root = root;
    this.#found = new Float64Array(root.length);
    sweeps.direction.set(wanted);
    sweeps.sweepDown();
    this.#residual = sweeps.image.slice();
    sweeps.direction.set(sweeps.image);
    this.#squared = dot(this.#residual, this.#residual);
  }

  /** Goes on until nobody's residual, as the search keeps it, is above this. */
  untilBelow(aim: number, passed: Passing['passed']): void {
    const { direction, image } = this.#sweeps;
    for (let pass = 0; pass < MOST_PASSES && this.#largest > aim && this.#squared > 0; pass += 1) {
      this.#sweeps.sweepUp();
      this.#sweeps.sweepDown();
      this.#step(this.#squared / dot(direction, image));
      passed(this.#largest);
    }
  }

  #step(length: number): void {
    const { direction, image } = this.#sweeps;
    const [found, residual, root] = [this.#found, this.#residual, this.#root];
    let squared = 0;
    let largest = 0;
    for (let person = 0; person < found.length; person += 1) {
      found[person] = (found[person] ?? 0) + length * (direction[person] ?? 0);
      const rest = (residual[person] ?? 0) - length * (image[person] ?? 0);
      residual[person] = rest;
      squared += rest * rest;
      largest = Math.max(largest, Math.abs(rest * (root[person] ?? 0)));
    }
    const turn = squared / this.#squared;
    for (let person = 0; person < found.length; person += 1)
      direction[person] = (residual[person] ?? 0) + turn * (direction[person] ?? 0);
    this.#squared = squared;
    this.#largest = largest;
  }

  /** Leaves y in `up`. @returns the largest true residual of x, from the equation and not as the search keeps it */
  residual(): number {
    const { direction, inverse, fromBelow } = this.#sweeps;
    const next = direction.slice();
    direction.set(this.#found);
    this.#sweeps.sweepUp();
    direction.set(next);
    let largest = 0;
    for (let person = 0; person < inverse.length; person += 1) {
      const rest = (this.#wanted[person] ?? 0) - (this.#found[person] ?? 0) + fromBelow(person);
      largest = Math.max(largest, Math.abs(rest * (this.#root[person] ?? 0)));
    }
    return largest;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
