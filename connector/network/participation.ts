import type { Network } from './network.ts';
import { unitSizes } from './unit-sizes.ts';

/**
 * Participation coefficient: how evenly a person's ties are spread over units.
 *
 *     P(i) = 1 − Σ over units u of (k(i, u) / k(i))²
 *
 * with k(i, u) the weight of i's ties to people of unit u, their own unit among them, and k(i) of all of these. Weights
 * are used where the network has them, otherwise every tie weighs 1. Own ties: in a directed network those that go out.
 * Ties with anybody without a unit are left out.
 *
 * Range: 0, all ties in one unit, to 1 − 1 / units, the same in every unit. Undefined, NaN, for a person without a unit and
 * for one without ties to anybody who has one.
 *
 * Cost: O(people + ties + units).
 *
 * Misread as bridging: who has one tie to each of two units has 0.5, whether or not these units know each other anyway;
 * and few ties make it small by arithmetic, as one tie cannot be spread.
 *
 * @param unitOf the unit, or the community, of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @see R. Guimerà, L. Amaral, "Functional cartography of complex metabolic networks", Nature 433 (2005),
 *   doi:10.1038/nature03288
 * @example on paper: 0 and 1 in unit 0, 2 in unit 1, 3 in unit 2; 0 – 1, 0 – 2, 0 – 3. P(0) = 1 − 3 · (⅓)² = ⅔; P(1) = 0.
 */
export function participation(network: Network, unitOf: Int32Array): Float64Array {
  const { people, offsets, targets, weights } = network;
  const toward = new Float64Array(unitSizes(network, unitOf).length);
  const coefficient = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    const start = offsets[person] ?? 0;
    const end = (unitOf[person] ?? -1) < 0 ? start : (offsets[person + 1] ?? 0);
    let total = 0;
    for (let arc = start; arc < end; arc += 1) {
      const unit = unitOf[targets[arc] ?? 0] ?? -1;
      if (unit < 0) continue;
      const weight = weights === undefined ? 1 : (weights[arc] ?? 0);
      toward[unit] = (toward[unit] ?? 0) + weight;
      total += weight;
    }
    let squares = 0;
    for (let arc = start; arc < end; arc += 1) {
      const unit = unitOf[targets[arc] ?? 0] ?? -1;
      if (unit < 0) continue;
      squares += (toward[unit] ?? 0) ** 2;
      // Emptied as it is read: a unit counts once, and the next person finds it empty.
      toward[unit] = 0;
    }
    coefficient[person] = total > 0 ? 1 - squares / (total * total) : NaN;
  }
  return coefficient;
}
