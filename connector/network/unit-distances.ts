import type { Engine } from './engine.ts';
import { MemoryPlan } from './kernel-memory.ts';
import { LaneSearch } from './lane-search.ts';
import { inBatches } from './lane-batches.ts';
import { isSymmetric, reversed } from './network-of.ts';
import type { Network } from './network.ts';
import { builtTally, typedTally, type UnitTally } from './unit-tally.ts';

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
  const into = directed ? reversed(network) : network;
  const { search, tally } = searchOf(into, network, { unitOf, units, kernels: engine?.kernels });
  const { sums, reaching } = tally;
  for (const [unit, own] of members.entries()) reaching[unit * units + unit] = own.length;
  const all = Int32Array.from(members.keys());
  await inBatches(all, engine, (batch) => {
    search.begin(Array.from(batch, (unit) => members[unit] ?? []));
    for (let length = 1; search.step() > 0; length += 1) tally.note(search, batch[0] ?? 0, length);
  });
  // Copies, so that what is returned does not hold on to the memory of the search.
  return { means: sums.map((sum, cell) => sum / (reaching[cell] ?? 0)), reaching: reaching.slice() };
}

function searchOf(
  out: Network,
  into: Network,
  { unitOf, units, kernels }: { unitOf: Int32Array; units: number; kernels: WebAssembly.Module | undefined },
): { search: LaneSearch; tally: UnitTally } {
  const plan = new MemoryPlan();
  const [cells, people] = [units * units, unitOf.length];
  const places = { unitOf: plan.place(people, 4), sums: plan.place(cells, 8), reaching: plan.place(cells, 8) };
  const search = new LaneSearch(out, into, kernels && { kernels, plan });
  const { memory } = search;
  if (kernels === undefined || memory === undefined) return { search, tally: typedTally(unitOf, units) };
  return { search, tally: builtTally(unitOf, units, { kernels, memory, places }) };
}
