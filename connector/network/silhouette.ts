import type { Network } from './network.ts';
import { PEOPLE_A_REPORT, type Progress } from './progress.ts';

export interface Silhouette {
  /** Of each person, −1 to 1; NaN where undefined. */
  readonly ofPeople: Float64Array;
  /** The mean over the people of each unit, NaN where it has none. */
  readonly ofUnits: Float64Array;
  /** The mean over everybody who has one; null where nobody has. */
  readonly ofAll: number | null;
}

/**
 * Silhouette of units: whether a person shares their circle with their own unit, or rather with another one.
 *
 * The distance of two people is that of their circles, d(p, q) = 1 − |C(p) ∩ C(q)| / |C(p) ∪ C(q)| (Jaccard), where C(p) is
 * p with everybody p has a tie with. With a(p) the mean of d from p to the others of p's unit, and b(p) the smallest mean
 * of d from p to another unit: s(p) = (b − a) / max(a, b).
 *
 * Circles and not path lengths: in an organisation nearly everybody is two to four steps from everybody, so path lengths
 * tell units hardly apart, and they are infinite between components. Undirected: the network is symmetric. Unweighted.
 *
 * Range: −1 to 1; near 1 shares with the own unit alone, 0 as much with another one, below 0 more with another one. Alone
 * in a unit: 0, by convention of the source. A lonely person in a unit of several shares with nobody, a = b = 1: 0. NaN,
 * *undefined*: without a unit, and everybody where there is one unit only. People without a unit are in circles but at no
 * distance from anybody.
 *
 * Cost: O(Σ k²) for k ties of a person, memory O(people).
 *
 * Misread as cohesion: large units score low even when sound, because nobody shares a circle with hundreds, and a unit
 * whose work lies with another is right to score below 0.
 *
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65,
 *   doi:10.1016/0377-0427(87)90125-7; circles: E. A. Leicht, P. Holme, M. E. J. Newman, Physical Review E 73, 026120
 *   (2006), doi:10.1103/PhysRevE.73.026120
 * @example on paper: the path 0 – 1 – 2 – 3, 0 and 1 in unit 0, 2 and 3 in unit 1. d(0, 1) = 1 − 2/3, d(0, 2) = 1 − 1/4,
 *   d(0, 3) = 1, so a(0) = 1/3, b(0) = 7/8 and s(0) = 13/21.
 */
export function silhouette(
  network: Network,
  unitOf: Int32Array,
  { progress }: { readonly progress?: Progress } = {},
): Silhouette {
  const { people } = network;
  if (unitOf.length !== people) throw new RangeError('Every person has one place in the list of units.');
  const sizes = sizesOf(unitOf);
  const ofPeople = new Float64Array(people).fill(NaN);
  if (sizes.filter((size) => size > 0).length > 1) {
    const shared = new SharedCircles(network, unitOf, sizes.length);
    for (let person = 0; person < people; person += 1) {
      if (person % PEOPLE_A_REPORT === 0) progress?.(person, people);
      if ((unitOf[person] ?? -1) >= 0) ofPeople[person] = one(shared, person, unitOf[person] ?? 0, sizes);
    }
  }
  return { ofPeople, ...means(ofPeople, unitOf, sizes.length) };
}

/** @returns (b − a) / max(a, b) of one person */
function one(shared: SharedCircles, person: number, own: number, sizes: Int32Array): number {
  const alike = shared.with(person);
  const size = sizes[own] ?? 0;
  if (size === 1) return 0;
  const within = 1 - (alike[own] ?? 0) / (size - 1);
  let beyond = 1;
  for (let unit = 0; unit < sizes.length; unit += 1)
    if (unit !== own && (alike[unit] ?? 0) > 0) beyond = Math.min(beyond, 1 - (alike[unit] ?? 0) / (sizes[unit] ?? 1));
  const larger = Math.max(within, beyond);
  // The same circle as everybody in both.
  return larger === 0 ? 0 : (beyond - within) / larger;
}

class SharedCircles {
  readonly #network: Network;
  readonly #unitOf: Int32Array;
  /** How many of a person's circle are in the circle of each other; all 0 between calls. */
  readonly #common: Int32Array;
  readonly #met: Int32Array;
  readonly #alike: Float64Array;

  constructor(network: Network, unitOf: Int32Array, units: number) {
    this.#network = network;
    this.#unitOf = unitOf;
    this.#common = new Int32Array(network.people);
    this.#met = new Int32Array(network.people);
    this.#alike = new Float64Array(units);
  }

  /** The sum of 1 − d between a person and the others of each unit; good until the next call. */
  with(person: number): Float64Array {
    const { offsets, targets } = this.#network;
    let met = this.#countCircle(person, 0);
    for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0); arc += 1)
      met = this.#countCircle(targets[arc] ?? 0, met);
    this.#alike.fill(0);
    const own = this.#circleOf(person);
    for (let at = 0; at < met; at += 1) {
      const other = this.#met[at] ?? 0;
      const unit = this.#unitOf[other] ?? -1;
      const common = this.#common[other] ?? 0;
      this.#common[other] = 0;
      if (unit < 0 || other === person) continue;
      this.#alike[unit] = (this.#alike[unit] ?? 0) + common / (own + this.#circleOf(other) - common);
    }
    return this.#alike;
  }

  /** Everybody of this circle has one more in common. @returns how many are met by now */
  #countCircle(centre: number, met: number): number {
    const { offsets, targets } = this.#network;
    const common = this.#common;
    let count = met;
    if (common[centre] === 0) {
      this.#met[count] = centre;
      count += 1;
    }
    common[centre] = (common[centre] ?? 0) + 1;
    const end = offsets[centre + 1] ?? 0;
    for (let arc = offsets[centre] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      const before = common[target] ?? 0;
      if (before === 0) {
        this.#met[count] = target;
        count += 1;
      }
      common[target] = before + 1;
    }
    return count;
  }

  #circleOf(person: number): number {
    const { offsets } = this.#network;
    return (offsets[person + 1] ?? 0) - (offsets[person] ?? 0) + 1;
  }
}

function sizesOf(unitOf: Int32Array): Int32Array {
  let units = 0;
  for (const unit of unitOf) units = Math.max(units, unit + 1);
  const sizes = new Int32Array(units);
  for (const unit of unitOf) if (unit >= 0) sizes[unit] = (sizes[unit] ?? 0) + 1;
  return sizes;
}

function means(ofPeople: Float64Array, unitOf: Int32Array, units: number): Omit<Silhouette, 'ofPeople'> {
  const sums = new Float64Array(units);
  const counts = new Float64Array(units);
  for (const [person, value] of ofPeople.entries()) {
    const unit = unitOf[person] ?? -1;
    if (Number.isNaN(value)) continue;
    sums[unit] = (sums[unit] ?? 0) + value;
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  const everybody = counts.reduce((sum, count) => sum + count, 0);
  const all = sums.reduce((sum, value) => sum + value, 0);
  // 0 / 0 is the mark for undefined.
  return {
    ofUnits: sums.map((sum, unit) => sum / (counts[unit] ?? 0)),
    ofAll: everybody === 0 ? null : all / everybody,
  };
}
