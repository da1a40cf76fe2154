import { DisjointSets } from './disjoint-sets.ts';
import type { Network } from './network.ts';
import type { Progress } from './progress.ts';
import type { SeededRandom } from './seeded-random.ts';
import { unitSizes } from './unit-sizes.ts';

/** What is left, one place for each number of people gone. */
export interface Left {
  /** People in the largest component, as a share of the people who are left. NaN where nobody is. */
  readonly giant: Float64Array;
  /** Weight of the ties between units, as a share of what there was. NaN where there was none. */
  readonly between: Float64Array;
}

export interface Robustness {
  /** When those go first who score highest. */
  readonly top: Left;
  /** When the same numbers go, drawn at random from everybody: the mean of all rounds. */
  readonly random: Left;
}

export interface RobustnessOptions {
  /** One a person: who scores highest goes first, among equals the smaller number. NaN goes last. */
  readonly scores: Float64Array;
  /** How many go, each 0 to people. */
  readonly gone: readonly number[];
  /** How many random orders to try, 1 or more. */
  readonly rounds: number;
  readonly random: SeededRandom;
  readonly progress?: Progress;
}

/**
 * Robustness: what breaks if the top bridges leave, and whether that is more than if anybody did.
 *
 * The k people with the highest scores are taken away with their ties. Told is how many of those left still hang together
 * (the largest component), and how much of what was tied between units is left. Beside it the same for k people drawn at
 * random, the mean over `rounds` orders; round r draws from `random.fork(r)`.
 *
 * Undirected: of a directed network take the undirected one. Weights count in what is between units and nowhere else; ties
 * with anybody without a unit hang people together but are not between units.
 *
 * Range: 0 to 1. `between` never rises with k. All gone: giant NaN, between 0. No ties between units to begin with:
 * between NaN.
 *
 * Cost: O((1 + rounds) · (people + ties)), nearly: people are put back one by one, last gone first, so that one pass over the
 * ties answers for every k at once. Memory about 20 bytes a person.
 *
 * Misread as a forecast: people who leave are replaced, and others take over. It tells how much rests on few, today.
 *
 * @param network symmetric
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` or `scores` has not one place a person, a number gone is not from 0 to people, or there
 *   are no rounds
 * @see R. Albert, H. Jeong, A.-L. Barabási, "Error and attack tolerance of complex networks", Nature 406 (2000),
 *   doi:10.1038/35019019; putting back: M. Newman, R. Ziff, Physical Review E 64 (2001), doi:10.1103/PhysRevE.64.016706
 * @example on paper: 1 – 0 – 2 and 0 – 3 with 0 and 1 in one unit, 2 and 3 in another, scored by degree. With one gone:
 *   giant ⅓, between 0; at random giant ¼ · ⅓ + ¾ · 1 = 0.8333 on average, between ¼ · 0 + ¼ · 1 + ½ · ½ = ½.
 */
export function robustness(network: Network, unitOf: Int32Array, options: RobustnessOptions): Robustness {
  const { people } = network;
  const { scores, gone, rounds, random, progress } = options;
  unitSizes(network, unitOf);
  if (scores.length !== people) throw new RangeError('Every person has one score.');
  if (gone.some((count) => !Number.isInteger(count) || count < 0 || count > people))
    throw new RangeError('None, some or all of the people can be gone.');
  if (!(rounds >= 1)) throw new RangeError('A comparison with chance has one round or more.');
  const top = leftAfter(network, unitOf, highestFirst(scores), gone);
  const giant = new Float64Array(gone.length);
  const between = new Float64Array(gone.length);
  for (let round = 0; round < rounds; round += 1) {
    const left = leftAfter(network, unitOf, shuffled(people, random.fork(round)), gone);
    for (let at = 0; at < gone.length; at += 1) {
      giant[at] = (giant[at] ?? 0) + (left.giant[at] ?? 0) / rounds;
      between[at] = (between[at] ?? 0) + (left.between[at] ?? 0) / rounds;
    }
    progress?.(round + 1, rounds);
  }
  return { top, random: { giant, between } };
}

/** Puts people back in the opposite order of leaving. */
function leftAfter(network: Network, unitOf: Int32Array, order: Int32Array, gone: readonly number[]): Left {
  const { people, offsets, targets, weights } = network;
  const sets = new DisjointSets(people);
  const isThere = new Uint8Array(people);
  const largest = new Float64Array(people + 1);
  const kept = new Float64Array(people + 1);
  for (let count = people - 1; count >= 0; count -= 1) {
    const person = order[count] ?? 0;
    const own = unitOf[person] ?? -1;
    let giant = Math.max(largest[count + 1] ?? 0, 1);
    let between = kept[count + 1] ?? 0;
    isThere[person] = 1;
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const other = targets[arc] ?? 0;
      if (isThere[other] === 0) continue;
      const together = sets.join(person, other);
      if (together > giant) giant = together;
      const unit = unitOf[other] ?? -1;
      if (own >= 0 && unit >= 0 && own !== unit) between += weights === undefined ? 1 : (weights[arc] ?? 0);
    }
    largest[count] = giant;
    kept[count] = between;
  }
  const all = kept[0] ?? 0;
  return {
    giant: Float64Array.from(gone, (count) => (count < people ? (largest[count] ?? 0) / (people - count) : NaN)),
    between: Float64Array.from(gone, (count) => (all > 0 ? (kept[count] ?? 0) / all : NaN)),
  };
}

function highestFirst(scores: Float64Array): Int32Array {
  const height = (person: number): number => {
    const score = scores[person] ?? NaN;
    return Number.isNaN(score) ? -Infinity : score;
  };
  return Int32Array.from(scores.keys()).sort((a, b) => {
    const [of, other] = [height(a), height(b)];
    return of === other ? a - b : of > other ? -1 : 1;
  });
}

/** Fisher and Yates. */
function shuffled(people: number, random: SeededRandom): Int32Array {
  const order = Int32Array.from({ length: people }, (_, person) => person);
  for (let last = people - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
