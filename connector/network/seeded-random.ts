/** A stream of draws that depends on its seed only: the same on every machine, in every run. */
export interface SeededRandom {
  /** In [0, 1): a multiple of 2⁻⁵³, each equally likely. */
  next(): number;
  /** A whole number from 0 to 2³² − 1, each equally likely: the cheapest draw. */
  bits(): number;
  /**
   * A whole number from 0 to n − 1, each exactly equally likely (draws outside are thrown away, under two a call).
   *
   * @param n a whole number from 1 to 2³²
   * @throws RangeError otherwise
   */
  below(n: number): number;
  /**
   * A generator of its own for one part of the work. It depends on the seed and on `stream`, never on what has been
   * drawn before, so that parts may be done in any order and on any thread. Costs about a microsecond: for a part of
   * the work, not for each draw.
   *
   * @param stream a whole number from 0 to 2⁵³ − 1
   * @throws RangeError otherwise
   */
  fork(stream: number): SeededRandom;
}

/**
 * The generator behind everything here that is drawn: xoshiro128** 1.1 (period 2¹²⁸ − 1), its four words of 32 bits
 * filled by two draws of SplitMix64, low half first, as its authors advise. Everything is done in whole numbers, so no
 * rounding and no processor can make a difference.
 *
 * Not for secrets and not for noise that protects anybody: whoever sees a few draws knows all that follow.
 *
 * @param seed a whole number from 0 to 2⁵³ − 1
 * @throws RangeError otherwise
 * @see D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on Mathematical Software
 *   47 (2021), doi:10.1145/3460772; G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators",
 *   OOPSLA 2014, doi:10.1145/2660193.2660195
 */
export function seededRandom(seed: number): SeededRandom {
  return new Xoshiro(BigInt(wholeNumber(seed)));
}

class Xoshiro implements SeededRandom {
  readonly #key: bigint;
  readonly #state: Int32Array;

  constructor(key: bigint) {
    this.#key = key;
    const first = scrambled(key + GAMMA);
    const second = scrambled(key + 2n * GAMMA);
    this.#state = Int32Array.of(low(first), high(first), low(second), high(second));
  }

  bits(): number {
    const state = this.#state;
    const s1 = state[1] ?? 0;
    const drawn = Math.imul(rotated(Math.imul(s1, 5), 7), 9) >>> 0;
    const mixed2 = (state[2] ?? 0) ^ (state[0] ?? 0);
    const mixed3 = (state[3] ?? 0) ^ s1;
    state[0] = (state[0] ?? 0) ^ mixed3;
    state[1] = s1 ^ mixed2;
    state[2] = mixed2 ^ (s1 << 9);
    state[3] = rotated(mixed3, 11);
    return drawn;
  }

  next(): number {
    const upper = this.bits() >>> 5;
    const lower = this.bits() >>> 6;
    return (upper * 2 ** 26 + lower) * 2 ** -53;
  }

  below(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) throw new RangeError('A draw is made below 1 to 2³².');
    if (n === 1) return 0;
    // The fewest leading bits that can name n − 1: at least every second draw is below n.
    const spare = Math.clz32(n - 1);
    let drawn = this.bits() >>> spare;
    while (drawn >= n) drawn = this.bits() >>> spare;
    return drawn;
  }

  fork(stream: number): SeededRandom {
    // Scrambled before they meet, so that neighbouring seeds and neighbouring streams do not cancel out.
    return new Xoshiro(scrambled(this.#key ^ scrambled(BigInt(wholeNumber(stream)) + FORK)));
  }
}

/** SplitMix64: the step between states, and the scrambling of one. */
const GAMMA = 0x9e3779b97f4a7c15n;
const SIXTY_FOUR_BITS = (1n << 64n) - 1n;
/** Any odd constant that is not GAMMA: keeps stream 0 from being the generator itself. */
const FORK = 0xd1b54a32d192ed03n;

function scrambled(state: bigint): bigint {
  let mixed = state & SIXTY_FOUR_BITS;
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & SIXTY_FOUR_BITS;
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & SIXTY_FOUR_BITS;
  return mixed ^ (mixed >> 31n);
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function low(wide: bigint): number {
  return Number(BigInt.asIntN(32, wide));
}

function high(wide: bigint): number {
  return Number(BigInt.asIntN(32, wide >> 32n));
}

function wholeNumber(seed: number): number {
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new RangeError('A seed and a stream are whole numbers from 0 to 2⁵³ − 1.');
}
