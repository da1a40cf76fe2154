import { degreeOrder, type DegreeOrder } from './degree-order.ts';
import { networkOf } from './network-of.ts';
import type { Network } from './network.ts';
import { PEOPLE_A_REPORT, type Progress } from './progress.ts';

export interface StructuralHoles {
  /** Burt's constraint. NaN: undefined, a person without ties. */
  readonly constraint: Float64Array;
  /** How many of a person's partners are not redundant. NaN as above. */
  readonly effectiveSize: Float64Array;
  /** Effective size as a share of the partners. NaN as above. */
  readonly efficiency: Float64Array;
}

/**
 * Burt's constraint, effective size and efficiency of everybody: how closed the circle around a person is.
 *
 * With s(i, j) = a(i, j) + a(j, i) the weights of a tie both ways together, N(i) the partners of i, p(i, j) = s(i, j) / Σ
 * over q of s(i, q) the share of i's ties that goes to j, over *all* of i's ties in the whole network, and m(j, q) =
 * s(j, q) / max over r of s(j, r):
 *
 *     constraint(i)    = Σ over j in N(i) of (p(i, j) + Σ over q in N(i) of p(i, q) · p(q, j))²
 *     effectiveSize(i) = |N(i)| − Σ over j, q in N(i) of p(i, q) · m(j, q)
 *     efficiency(i)    = effectiveSize(i) / |N(i)|
 *
 * Weights: used where the network has them, otherwise every tie weighs 1. A tie of weight 0 is a partner to whom nothing
 * goes. Direction: an undirected network has its weights in both rows, which cancels out; in a directed one both
 * directions are added, so that a mutual tie weighs 2 also where ties have no weights, and "directed, binary" differs
 * from "undirected, binary". This is what igraph and networkx do. UCINET's default and many tutorials take p(q, j) from
 * the ego network alone and get other numbers (Medici: 0.2361 there, 0.2099 here).
 *
 * Range: constraint above 0 (near it for many partners who do not know each other); 1 for a single partner, and more than
 * 1 is possible: 1.125 each for three people who are all tied, more with weights. Effective size 1 to |N(i)|, efficiency
 * above 0 to 1. A single partner: 1, 1 and 1. No partners, or none to whom anything goes: undefined, NaN.
 *
 * Cost: O(people + ties^1.5), in practice a few times the triangles: every triangle once, upward in degree. With w(i, j) =
 * Σ over q of s(i, q) · s(q, j) / Σ s(q, ·), which is the same from both ends of a tie, constraint(i) is Σ over j of
 * (s(i, j) + w(i, j))² / (Σ s(i, ·))²: one number a tie is enough. Memory 12 bytes a tie (20 with weights) beside the network.
 *
 * Misread as somebody's fault or merit: high constraint is what every small, close team has. Depends on what was read
 * about partners of partners, so what is missing there looks like a hole.
 *
 * @see R. Burt, "Structural Holes", Harvard University Press 1992; R. Burt, "Structural holes and good ideas", American
 *   Journal of Sociology 110 (2004), doi:10.1086/421787
 * @example on paper: 0 – 1, 0 – 2, 1 – 2, 0 – 3. For 0: p = ⅓ each; toward 1 ⅓ + ⅓ · ½ = ½, toward 2 ½, toward 3 ⅓:
 *   ¼ + ¼ + 1/9 = 0.6111; effective size 3 − 2/3 = 2.3333, efficiency 0.7778. For 3: 1, 1 and 1.
 */
export function structuralHoles(
  network: Network,
  { directed, progress }: { readonly directed: boolean; readonly progress?: Progress },
): StructuralHoles {
  const both = directed ? bothWays(network) : network;
  const { people, offsets } = both;
  const { total, greatest } = weighed(both);
  const ordered = degreeOrder(both);
  const held =
    ordered.weights === undefined
      ? binary(ordered, total, progress)
      : weighted(ordered, ordered.weights, { total, greatest }, progress);
  const constraint = new Float64Array(people);
  const effectiveSize = new Float64Array(people);
  const efficiency = new Float64Array(people);
  for (let at = 0; at < people; at += 1) {
    const person = ordered.order[at] ?? 0;
    const partners = (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
    const all = total[person] ?? 0;
    const size = all > 0 ? partners - (held.redundant[at] ?? 0) / all : NaN;
    constraint[person] = all > 0 ? (held.squares[at] ?? 0) / (all * all) : NaN;
    effectiveSize[person] = size;
    efficiency[person] = size / partners;
  }
  return { constraint, effectiveSize, efficiency };
}

/** In the order of ranks: Σ over j of (s + w)² and Σ over j, q of s(i, q) · m(j, q). */
interface Held {
  readonly squares: Float64Array;
  readonly redundant: Float64Array;
}

function bothWays({ people, offsets, targets, weights }: Network): Network {
  const from = new Int32Array(targets.length);
  for (let person = 0; person < people; person += 1) from.fill(person, offsets[person], offsets[person + 1]);
  return networkOf({
    people,
    from,
    to: targets,
    weights: weights ?? new Float64Array(targets.length).fill(1),
    directed: false,
  });
}

function weighed({ people, offsets, weights }: Network): { total: Float64Array; greatest: Float64Array } {
  const total = new Float64Array(people);
  const greatest = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    const start = offsets[person] ?? 0;
    const end = offsets[person + 1] ?? 0;
    let sum = weights === undefined ? end - start : 0;
    let most = 1;
    if (weights !== undefined) {
      most = 0;
      for (let arc = start; arc < end; arc += 1) {
        const weight = weights[arc] ?? 0;
        sum += weight;
        if (weight > most) most = weight;
      }
    }
    total[person] = sum;
    greatest[person] = most;
  }
  return { total, greatest };
}

/** 1 / value in the order of ranks; 0 where the value is 0, so that nothing goes through somebody to whom nothing goes. */
function inverses(order: Int32Array, values: Float64Array): Float64Array {
  return Float64Array.from(order, (person) => {
    const value = values[person] ?? 0;
    return value > 0 ? 1 / value : 0;
  });
}

/** Every tie weighs 1: w is a sum of 1 / degree over the shared partners, and what is redundant twice the triangles. */
function binary({ order, offsets, higher }: DegreeOrder, total: Float64Array, progress: Progress | undefined): Held {
  const people = order.length;
  const share = inverses(order, total);
  const through = new Float64Array(higher.length);
  const redundant = new Float64Array(people);
  const place = new Int32Array(people).fill(-1);
  for (let low = 0; low < people; low += 1) {
    const start = offsets[low] ?? 0;
    const end = offsets[low + 1] ?? 0;
    for (let tie = start; tie < end; tie += 1) place[higher[tie] ?? 0] = tie;
    const lowShare = share[low] ?? 0;
    let ofLow = 0;
    for (let tie = start; tie < end; tie += 1) {
      const middle = higher[tie] ?? 0;
      const middleShare = share[middle] ?? 0;
      const last = offsets[middle + 1] ?? 0;
      let sum = 0;
      let ofMiddle = 0;
      for (let upper = offsets[middle] ?? 0; upper < last; upper += 1) {
        const high = higher[upper] ?? 0;
        const closing = place[high] ?? 0;
        if (closing < start) continue;
        sum += share[high] ?? 0;
        through[upper] = (through[upper] ?? 0) + lowShare;
        through[closing] = (through[closing] ?? 0) + middleShare;
        redundant[high] = (redundant[high] ?? 0) + 2;
        ofMiddle += 2;
      }
      through[tie] = (through[tie] ?? 0) + sum;
      redundant[middle] = (redundant[middle] ?? 0) + ofMiddle;
      ofLow += ofMiddle;
    }
    redundant[low] = (redundant[low] ?? 0) + ofLow;
    if (low % PEOPLE_A_REPORT === 0) progress?.(end, higher.length);
  }
  return { squares: squaresOf(offsets, higher, through, undefined), redundant };
}

function weighted(
  { order, offsets, higher }: DegreeOrder,
  weights: Float64Array,
  { total, greatest }: { readonly total: Float64Array; readonly greatest: Float64Array },
  progress: Progress | undefined,
): Held {
  const people = order.length;
  const share = inverses(order, total);
  const most = inverses(order, greatest);
  const through = new Float64Array(higher.length);
  const redundant = new Float64Array(people);
  const place = new Int32Array(people).fill(-1);
  for (let low = 0; low < people; low += 1) {
    const start = offsets[low] ?? 0;
    const end = offsets[low + 1] ?? 0;
    for (let tie = start; tie < end; tie += 1) place[higher[tie] ?? 0] = tie;
    const lowShare = share[low] ?? 0;
    const lowMost = most[low] ?? 0;
    let ofLow = 0;
    for (let tie = start; tie < end; tie += 1) {
      const middle = higher[tie] ?? 0;
      const lowMiddle = weights[tie] ?? 0;
      const middleShare = share[middle] ?? 0;
      const middleMost = most[middle] ?? 0;
      const last = offsets[middle + 1] ?? 0;
      let sum = 0;
      let ofMiddle = 0;
      for (let upper = offsets[middle] ?? 0; upper < last; upper += 1) {
        const high = higher[upper] ?? 0;
        const closing = place[high] ?? 0;
        if (closing < start) continue;
        const middleHigh = weights[upper] ?? 0;
        const lowHigh = weights[closing] ?? 0;
        const highMost = most[high] ?? 0;
        const aroundHigh = lowHigh * middleHigh;
        const aroundMiddle = lowMiddle * middleHigh;
        const aroundLow = lowMiddle * lowHigh;
        sum += aroundHigh * (share[high] ?? 0);
        through[upper] = (through[upper] ?? 0) + aroundLow * lowShare;
        through[closing] = (through[closing] ?? 0) + aroundMiddle * middleShare;
        ofLow += aroundHigh * middleMost + aroundMiddle * highMost;
        ofMiddle += aroundHigh * lowMost + aroundLow * highMost;
        redundant[high] = (redundant[high] ?? 0) + aroundMiddle * lowMost + aroundLow * middleMost;
      }
      through[tie] = (through[tie] ?? 0) + sum;
      redundant[middle] = (redundant[middle] ?? 0) + ofMiddle;
    }
    redundant[low] = (redundant[low] ?? 0) + ofLow;
    if (low % PEOPLE_A_REPORT === 0) progress?.(end, higher.length);
  }
  return { squares: squaresOf(offsets, higher, through, weights), redundant };
}

function squaresOf(
  offsets: Int32Array,
  higher: Int32Array,
  through: Float64Array,
  weights: Float64Array | undefined,
): Float64Array {
  const people = offsets.length - 1;
  const squares = new Float64Array(people);
  for (let low = 0; low < people; low += 1) {
    const end = offsets[low + 1] ?? 0;
    for (let tie = offsets[low] ?? 0; tie < end; tie += 1) {
      const high = higher[tie] ?? 0;
      const invested = (weights === undefined ? 1 : (weights[tie] ?? 0)) + (through[tie] ?? 0);
      squares[low] = (squares[low] ?? 0) + invested * invested;
      squares[high] = (squares[high] ?? 0) + invested * invested;
    }
  }
  return squares;
}
