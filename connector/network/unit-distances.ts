import type { Engine } from './engine.ts';
import { LaneSearch, WORDS } from './lane-search.ts';
import { inBatches } from './lane-batches.ts';
import { isSymmetric, reversed } from './network-of.ts';
import type { Network } from './network.ts';

export interface UnitDistances {
  /**
   * [from · units + to]: the mean steps from the people of one unit to the nearest person of another, over those whom a
   * path leads there; NaN is undefined: none does, or one of the two has nobody. 0 from a unit that has people to itself.
   */
  readonly means: Float64Array;
  /** [from · units + to]: how many people of the first a path leads from to the second. */
  readonly reaching: Float64Array;
}

/**
 * Distances between units: how many steps people of one unit are from the nearest person of another.
 *
 * means[A, B] = mean over p ∈ A with a path into B of min { d(p, q) : q ∈ B }. 1 is: everybody in A has a tie into B. Paths
 * may lead through anybody, whatever their unit, also through people without one.
 *
 * Directed: along the direction of the ties, from A; then [A, B] and [B, A] differ for that reason too. Undirected they
 * still differ: all of a small unit may be one step from a large one, most of which is far from them. Unweighted. Who has
 * no unit counts in none.
 *
 * Range: 1 to people − 1 between different units. Read `means` with `reaching`: a mean of 1 over one person of forty is
 * no nearness.
 *
 * Cost: one search from all people of a unit at once, 128 units together: O(units / 128 · steps · ties + people · units);
 * memory 16 · units².
 *
 * Misread as how well units work together: one tie of one person makes all their colleagues two steps from a whole unit.
 * Large units are near to everybody.
 *
 * @param unitOf the unit of each person, numbered from 0 to `units` − 1; −1 for none
 * @throws RangeError when `unitOf` has not one place a person or names a unit that there is not, or `directed` is false
 *   and a tie stands in one row only
 * @throws the signal's reason when it is aborted
 * @see M. Then et al. 2014, doi:10.14778/2735496.2735507, for the search
 * @example on paper: the path 0 – 1 – 2 – 3, units {0, 1} and {2, 3}: each 1.5 from the other. With 1 in a unit {1} of its
 *   own: {1} is 1 from {2, 3}; {2, 3} is 1.5 from {1}.
 */
export async function unitDistances(
  network: Network,
  unitOf: Int32Array,
  { directed, units, engine }: { directed: boolean; units: number; engine?: Engine },
): Promise<UnitDistances> {
  if (unitOf.length !== network.people) throw new RangeError('Every person has one place in the list of units.');
  if (!directed && !isSymmetric(network)) throw new RangeError('An undirected network has every tie in both rows.');
  const members = Array.from({ length: units }, (): number[] => []);
  for (const [person, unit] of unitOf.entries()) {
    if (unit >= units) throw new RangeError('A unit is numbered below the number of units.');
    if (unit >= 0) members[unit]?.push(person);
  }
  // Out from the units against the ties: how far one is from the unit, and not the unit from one.
  const search = directed ? new LaneSearch(reversed(network), network) : new LaneSearch(network, network);
  const sums = new Float64Array(units * units);
  const reaching = new Float64Array(units * units);
  for (const [unit, own] of members.entries()) reaching[unit * units + unit] = own.length;
  const noteFresh = ({ fresh, freshPeople, freshCount }: LaneSearch, batch: Int32Array, length: number): void => {
    for (let at = 0; at < freshCount; at += 1) {
      const person = freshPeople[at] ?? 0;
      const unit = unitOf[person] ?? -1;
      if (unit < 0) continue;
      for (let word = 0; word < WORDS; word += 1)
        for (let bits = fresh[person * WORDS + word] ?? 0; bits !== 0; bits &= bits - 1) {
          const lane = word * 32 + 31 - Math.clz32(bits & -bits);
          const cell = unit * units + (batch[lane] ?? 0);
          sums[cell] = (sums[cell] ?? 0) + length;
          reaching[cell] = (reaching[cell] ?? 0) + 1;
        }
    }
  };
  const all = Int32Array.from(members.keys());
  await inBatches(all, engine, (batch) => {
    search.begin(Array.from(batch, (unit) => members[unit] ?? []));
    for (let length = 1; search.step() > 0; length += 1) noteFresh(search, batch, length);
  });
  return { means: sums.map((sum, cell) => sum / (reaching[cell] ?? 0)), reaching };
}
