import type { Network } from './network.ts';
import type { Progress } from './progress.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/**
 * How a habit passes along a tie p → q.
 *
 * `cascade`: whoever takes it up tries each of theirs once, with this chance. `shared-cascade`: the same, with the chance
 * w(p, q) / s(q), where s(q) is the weight of all ties into q. `threshold`: q takes it up once those of q's ties that come
 * from people who have it weigh together a share of s(q) drawn from [0, 1).
 */
export type Passing =
  | { readonly by: 'cascade'; readonly chance: number }
  | { readonly by: 'shared-cascade' }
  | { readonly by: 'threshold' };

export interface Spread {
  /** The mean number of people who have it in the end, those who began included. */
  readonly mean: number;
  /** Mean ± 1.96 standard errors, within what is possible: holds the true mean in about 95 of 100 simulations. */
  readonly from: number;
  readonly to: number;
}

/**
 * Spread: how many people take something up when these begin.
 *
 * Independent cascade or linear threshold (`Passing`), simulated `runs` times. Directed along the rows, from p to p's
 * targets; symmetric networks pass both ways. `cascade` is blind to weights, the other two take the network's, or 1.
 *
 * Range: from the number of people who begin to everybody. A lonely person takes up only what they began. Nobody begins: 0.
 *
 * Cost: O(runs · (people reached and their ties)); `threshold` and `shared-cascade` turn the network once.
 *
 * Misread as a forecast. No chance here is measured; it compares one way to begin with another under the same guess.
 *
 * @param beginners in any order; the same person may stand twice
 * @param runs two or more
 * @throws RangeError when a chance is not from 0 to 1, a person does not exist or runs are too few
 * @see D. Kempe, J. Kleinberg, É. Tardos, KDD 2003, doi:10.1145/956750.956769
 * @example on paper: 0 → 1 → 2 with a chance of ½, 0 begins: 1 + ½ + ¼ = 1.75 in the mean.
 */
export function spread(
  network: Network,
  beginners: Iterable<number>,
  {
    passing,
    runs,
    seed,
    progress,
  }: { readonly passing: Passing; readonly runs: number; readonly seed: number; readonly progress?: Progress },
): Spread {
  if (!Number.isInteger(runs) || runs < 2) throw new RangeError('A spread is simulated twice or more.');
  const first = [...new Set(beginners)];
  for (const person of first)
    if (!Number.isInteger(person) || person < 0 || person >= network.people)
      throw new RangeError('A person is numbered below the number of people.');
  const random = seededRandom(seed);
  const simulation = new Simulation(network, passing);
  let sum = 0;
  let squares = 0;
  for (let run = 0; run < runs; run += 1) {
    const reached = simulation.run(first, random);
    sum += reached;
    squares += reached * reached;
    progress?.(run + 1, runs);
  }
  const mean = sum / runs;
  const error = Math.sqrt(Math.max(0, squares / runs - mean * mean) / (runs - 1));
  const within = (value: number): number => Math.min(network.people, Math.max(first.length, value));
  return { mean, from: within(mean - STANDARD_ERRORS * error), to: within(mean + STANDARD_ERRORS * error) };
}

/** Of a normal distribution, 95 of 100 lie within so many standard deviations. */
const STANDARD_ERRORS = 1.96;

class Simulation {
  readonly #network: Network;
  readonly #passing: Passing;
  readonly #into: Float64Array;
  readonly #hasIt: Uint8Array;
  readonly #queue: Int32Array;
  /** The share of each person's ties in that have it, and what it takes; of those not met, 0. */
  readonly #share: Float64Array;
  readonly #threshold: Float64Array;

  constructor(network: Network, passing: Passing) {
    if (passing.by === 'cascade' && !(passing.chance >= 0 && passing.chance <= 1))
      throw new RangeError('A chance is a number from 0 to 1.');
    this.#network = network;
    this.#passing = passing;
    this.#into = strengthIn(network);
    this.#hasIt = new Uint8Array(network.people);
    this.#queue = new Int32Array(network.people);
    this.#share = new Float64Array(network.people);
    this.#threshold = new Float64Array(network.people);
  }

  /** @returns how many have it in the end */
  run(first: readonly number[], random: SeededRandom): number {
    const { offsets, targets, weights } = this.#network;
    if (this.#passing.by === 'threshold') {
      this.#share.fill(0);
      for (let person = 0; person < this.#threshold.length; person += 1) this.#threshold[person] = random.next();
    }
    this.#hasIt.fill(0);
    let reached = 0;
    for (const person of first) reached = this.#take(person, reached);
    for (let at = 0; at < reached; at += 1) {
      const person = this.#queue[at] ?? 0;
      const end = offsets[person + 1] ?? 0;
      for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
        const target = targets[arc] ?? 0;
        if (this.#hasIt[target] === 1) continue;
        const weight = weights === undefined ? 1 : (weights[arc] ?? 0);
        if (this.#passes(target, weight, random)) reached = this.#take(target, reached);
      }
    }
    return reached;
  }

  #passes(target: number, weight: number, random: SeededRandom): boolean {
    if (this.#passing.by === 'cascade') return random.next() < this.#passing.chance;
    const share = weight === 0 ? 0 : weight / (this.#into[target] ?? 1);
    if (this.#passing.by === 'shared-cascade') return random.next() < share;
    this.#share[target] = (this.#share[target] ?? 0) + share;
    return (this.#share[target] ?? 0) > (this.#threshold[target] ?? 1);
  }

  #take(person: number, reached: number): number {
    this.#hasIt[person] = 1;
    this.#queue[reached] = person;
    return reached + 1;
  }
}

/** The weight of all ties into each person. */
export function strengthIn({ people, targets, weights }: Network): Float64Array {
  const into = new Float64Array(people);
  for (let arc = 0; arc < targets.length; arc += 1) {
    const target = targets[arc] ?? 0;
    into[target] = (into[target] ?? 0) + (weights === undefined ? 1 : (weights[arc] ?? 0));
  }
  return into;
}
