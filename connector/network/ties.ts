import { sortedByKey, weekOf, type Network, type Observations } from './network.ts';
import { PairTally } from './pair-tally.ts';

/** Observations with the time each row stands for. */
export interface WeightedObservations extends Observations {
  /** Minutes of the row's acts toward this one other, 0 or more. */
  readonly minutes: Float64Array;
}

/**
 * Tie: two people who keep working together, each on their own initiative.
 *
 * p – q is a tie iff acts(p, q) + acts(q, p) ≥ 2, the days of these acts, both ways together, lie in at least two
 * different weeks (⌊(day + 3) / 7⌋, ISO, UTC), acts(p, q) ≥ 1 and acts(q, p) ≥ 1. Its weight is the sum of the minutes
 * of all these acts, both ways.
 *
 * Symmetric, exactly: q stands among p's targets iff p stands among q's, with the same weight to the last bit. Self-mail
 * and others below 0 (no person) are ignored.
 *
 * Range: 0 to people − 1 ties a person; a weight is 0 minutes or more. Nobody and no rows give empty rows; a lonely
 * person has none.
 *
 * Cost: O(rows + people + Σ t log t) for t ties of one person; memory O(rows + people).
 *
 * Misread as closeness or as mutual agreement: one-way instruction answered with one thank-you a week later is a tie.
 * Unlike a contact it depends on what was read about *both* people, so tables made of ties are structural (design D6).
 *
 * @throws RangeError when a person is numbered at or above `people`
 * @see design §2, "tie"
 * @example on paper: 0 writes 1 on a Monday (3 minutes), 1 answers the Monday after (2 minutes): a tie of 5 minutes,
 *   though neither has the other as a contact. 0 writes 2 every week and 2 never writes: a contact, no tie.
 */
export function ties({ people, owner, other, day, acts, minutes }: WeightedObservations): Network {
  const sent = sortedByKey(owner, people);
  const received = sortedByKey(other, people);
  const tally = new PairTally(people);
  const minutesTo = new Direction(people);
  const minutesFrom = new Direction(people);
  const offsets = new Int32Array(people + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const add = (partner: number, place: number, direction: Direction): void => {
      if (partner < 0 || partner === person) return;
      tally.add(partner, acts[place] ?? 0, weekOf(day[place] ?? 0));
      direction.add(partner, minutes[place] ?? 0);
    };
    for (const place of sent.places.subarray(sent.offsets[person], sent.offsets[person + 1]))
      add(other[place] ?? -1, place, minutesTo);
    for (const place of received.places.subarray(received.offsets[person], received.offsets[person + 1]))
      add(owner[place] ?? -1, place, minutesFrom);
    const kept = tally.met.filter((q) => tally.isRepeated(q) && minutesTo.has(q) && minutesFrom.has(q));
    for (const partner of kept.sort((a, b) => a - b)) {
      targets.push(partner);
      // Each way is summed by itself first: then both ends add the same two numbers and agree to the last bit.
      weights.push(minutesTo.sumOf(partner) + minutesFrom.sumOf(partner));
    }
    offsets[person + 1] = targets.length;
    minutesTo.clear(tally.met);
    minutesFrom.clear(tally.met);
    tally.clear();
  }
  return { people, offsets, targets: Int32Array.from(targets), weights: Float64Array.from(weights) };
}

/** Minutes one way between one person and each of the others; 0 minutes is still something. */
class Direction {
  readonly #minutes: Float64Array;
  readonly #met: Uint8Array;

  constructor(people: number) {
    this.#minutes = new Float64Array(people);
    this.#met = new Uint8Array(people);
  }

  add(other: number, minutes: number): void {
    this.#minutes[other] = (this.#minutes[other] ?? 0) + minutes;
    this.#met[other] = 1;
  }

  has(other: number): boolean {
    return this.#met[other] === 1;
  }

  sumOf(other: number): number {
    return this.#minutes[other] ?? 0;
  }

  clear(others: readonly number[]): void {
    for (const other of others) {
      this.#minutes[other] = 0;
      this.#met[other] = 0;
    }
  }
}
