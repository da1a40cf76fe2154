/** Fast, seeded, and no secret: demo facts need to look like chance and be the same tomorrow. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /**
   * A fraction in [0, 1), 32 bits.
   *
   * @see Tommy Ettinger's mulberry32: one word of state, passes gjrand; enough for mails, never for noise
   */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let word = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number in [0, size). */
  below(size: number): number {
    return Math.floor(this.fraction() * size);
  }

  /** Whether something of this probability happens. */
  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the list. @throws RangeError when the list is empty */
  oneOf<T>(list: readonly T[]): T {
    return at(list, this.below(list.length));
  }

  /** A Poisson count by Knuth's product; cost grows with the mean, which here is a day's mails. */
  count(mean: number): number {
    const floor = Math.exp(-mean);
    let product = this.fraction();
    let count = 0;
    while (product > floor) {
      count += 1;
      product *= this.fraction();
    }
    return count;
  }

  /** A standard normal draw (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction());
  }

  /** A shuffled copy (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const held = at(copy, last);
      copy[last] = at(copy, other);
      copy[other] = held;
    }
    return copy;
  }
}

/** A 32-bit seed out of a seed and two numbers, so that neighbours (the next day, the next account) are unrelated. */
export function mix(seed: number, first: number, second: number): number {
  let word = finish(seed ^ Math.imul(first + 1, 0x9e3779b1));
  word = finish(word ^ Math.imul(second + 1, 0x85ebca6b));
  return word;
}

/** The fraction in [0, 1) that belongs to a seed and two numbers. */
export function fractionOf(seed: number, first: number, second: number): number {
  return (mix(seed, first, second) >>> 0) / 4_294_967_296;
}

/** The element at an index that must exist. @throws RangeError otherwise */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError('Nothing stands at that place of the list.');
  return element;
}

// MurmurHash3's finaliser: every bit of the input reaches every bit of the output.
function finish(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
