import { brokerage } from './brokerage.ts';
import type { Network } from './network.ts';

/**
 * Open pairs: how many pairs of people of two different units a person is tied to who are not tied to each other, so that
 * what passes between the two units by one tie each way passes through them. What bridging is counted by.
 *
 *     open(v) = |{ {a, b} : v – a, v – b, not a – b, unit(a) ≠ unit(b) }|
 *
 * In Gould and Fernandez' words: gatekeeper, representative and liaison, each open pair once and not in both orders; the
 * pairs within one unit (coordinator, itinerant) are left out, because nothing is bridged there.
 *
 * Weights are not looked at. Range: 0 to ties (ties − 1) / 2. The lonely have 0. NaN, undefined: a person without a unit;
 * nor are they an end of anybody's pair.
 *
 * Cost: as `brokerage`, O(people + ties^1.5).
 *
 * Misread as importance or as work: it grows with the square of the ties, an only tie between two large units makes many
 * pairs at once, and a pair not tied in what was read may share a room. Never compared between two people.
 *
 * @param network symmetric, as `ties` makes it
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @see as for `brokerage`
 * @example on paper: 0 is tied to 1 and 2 of their own unit and to 3 of another; 2 and 3 are tied as well. Open: {1, 3}.
 *   0 has 1; 2 has none, as {0, 3} is closed.
 */
export function openPairs(network: Network, unitOf: Int32Array): Float64Array {
  const { gatekeeper, liaison } = brokerage(network, unitOf, { directed: false });
  // Undirected, every pair stands in both orders, and the two orders of a gatekeeper's are gatekeeper and representative.
  return liaison.map((ordered, person) => ordered / 2 + (gatekeeper[person] ?? NaN));
}
