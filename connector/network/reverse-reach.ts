import type { Network } from './network.ts';
import { reversed } from './network-of.ts';
import type { SeededRandom } from './seeded-random.ts';
import { strengthIn, type Passing } from './spread.ts';

/** Draws, again and again, who would have passed something on to one person drawn blindly. */
export class ReverseReach {
  readonly #into: Network;
  readonly #strength: Float64Array;
  readonly #passing: Passing;
  readonly #isMet: Uint8Array;
  readonly #queue: Int32Array;

  constructor(network: Network, passing: Passing) {
    if (passing.by === 'cascade' && !(passing.chance >= 0 && passing.chance <= 1))
      throw new RangeError('A chance is a number from 0 to 1.');
    this.#into = reversed(network);
    this.#strength = strengthIn(network);
    this.#passing = passing;
    this.#isMet = new Uint8Array(network.people);
    this.#queue = new Int32Array(network.people);
  }

  /** The people whose beginning would have reached the one drawn, that one included; good until the next call. */
  draw(random: SeededRandom): Int32Array {
    const { people, offsets, targets, weights } = this.#into;
    let met = this.#meet(random.below(people), 0);
    for (let at = 0; at < met; at += 1) {
      const person = this.#queue[at] ?? 0;
      const strength = this.#strength[person] ?? 0;
      // Under a threshold exactly one tie in decides, each as likely as its share.
      let left = this.#passing.by === 'threshold' ? random.next() * strength : Infinity;
      for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0) && left >= 0; arc += 1) {
        const source = targets[arc] ?? 0;
        const weight = weights === undefined ? 1 : (weights[arc] ?? 0);
        if (this.#passing.by === 'threshold') {
          left -= weight;
          if (left >= 0) continue;
        } else {
          const chance = this.#passing.by === 'cascade' ? this.#passing.chance : weight === 0 ? 0 : weight / strength;
          if (random.next() >= chance) continue;
        }
        if (this.#isMet[source] === 0) met = this.#meet(source, met);
      }
    }
    for (let at = 0; at < met; at += 1) this.#isMet[this.#queue[at] ?? 0] = 0;
    return this.#queue.subarray(0, met);
  }

  #meet(person: number, met: number): number {
    this.#isMet[person] = 1;
    this.#queue[met] = person;
    return met + 1;
  }
}
