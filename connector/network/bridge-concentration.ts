import type { Network } from './network.ts';
import { unitSizes } from './unit-sizes.ts';

/**
 * What each person carries between units: the weight of the ties that have them at one end and a person of another unit
 * at the other, whichever way they point. Without weights their number.
 *
 * Range: 0 or more. NaN for a person without a unit, and ties with them are nobody's.
 *
 * Cost: O(people + ties).
 *
 * Misread as effort: a tie counts by its weight, whatever passes along it, and who sits in a small unit has most of theirs
 * beyond it by arithmetic.
 *
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @example on paper: 0 and 1 in unit 0, 2 in unit 1; 0 – 1 and 0 – 2. Carried 1, 0, 1.
 */
export function carriedBetweenUnits(
  network: Network,
  unitOf: Int32Array,
  { directed }: { readonly directed: boolean },
): Float64Array {
  unitSizes(network, unitOf);
  const { people, offsets, targets, weights } = network;
  const carried = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    const own = unitOf[person] ?? -1;
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      const unit = unitOf[target] ?? -1;
      if (own < 0 || unit < 0 || unit === own) continue;
      const weight = weights === undefined ? 1 : (weights[arc] ?? 0);
      carried[person] = (carried[person] ?? 0) + weight;
      // A symmetric network tells of the other end in its own row.
      if (directed) carried[target] = (carried[target] ?? 0) + weight;
    }
  }
  return carried.map((value, person) => ((unitOf[person] ?? -1) < 0 ? NaN : value));
}

/** On how few people something rests. Null: undefined, as nobody carries anything. */
export interface Concentration {
  /** How many the few are. */
  readonly few: number;
  /** The share of all that is carried which these few carry. */
  readonly carriedByFew: number | null;
  readonly gini: number | null;
}

/** One in twenty, yet three at least: of one or two a share would be a statement about them. */
const SHARE_OF_PEOPLE = 0.05;
const LEAST_FEW = 3;

/**
 * Concentration: whether the ties between units rest on many or on a few.
 *
 *     carriedByFew = Σ over the k who carry most of x(i) / Σ of x(i)        k = max(3, ⌈n / 20⌉)
 *     gini = Σ over i of (2 i − n − 1) x(i) / (n Σ of x(i)),  x in rising order, i from 1
 *
 * for what n people carry, x from `carriedBetweenUnits`; betweenness or any other count of 0 or more may be asked about in
 * the same way. NaN is left out: those people do not take part.
 *
 * Range: carriedByFew k / n, all carry the same, to 1; gini 0 to 1 − 1 / n. Nobody carries anything, or nobody is there:
 * null. Both are of tie ends: a tie between two of the few is carried by both. What breaks when they leave is told by
 * `robustness`.
 *
 * Cost: O(n log n).
 *
 * Misread as dependence on particular people who should be told so or replaced: it is a property of how work is laid out.
 *
 * @see C. Gini, "Measurement of inequality of incomes", The Economic Journal 31 (1921), doi:10.2307/2223319
 * @example on paper: four people carry 0, 0, 2 and 6: the three who carry most carry all; gini = (2 + 18) / 32 = 0.625.
 */
export function concentration(carried: Float64Array): Concentration {
  const rising = carried.filter((value) => !Number.isNaN(value)).sort();
  const people = rising.length;
  const few = Math.min(people, Math.max(LEAST_FEW, Math.ceil(people * SHARE_OF_PEOPLE)));
  let all = 0;
  let ranked = 0;
  for (const [at, value] of rising.entries()) {
    all += value;
    ranked += (2 * at + 1 - people) * value;
  }
  if (all === 0) return { few, carriedByFew: null, gini: null };
  let most = 0;
  for (const value of rising.subarray(people - few)) most += value;
  return { few, carriedByFew: most / all, gini: ranked / (people * all) };
}
