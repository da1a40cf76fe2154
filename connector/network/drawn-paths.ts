import { balancedSearch, type ShortestPaths } from './balanced-search.ts';
import type { Drawn } from './mean-bounds.ts';
import type { Network } from './network.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/** Draws are made, seeded and handed out in blocks of this many. */
export const DRAWS_A_BLOCK = 128;
/** No share of the paths is further than this from what is noted of it. */
export const SHARE_ROUNDING = 2 ** -25;
/** Sums of fewer than 2²⁹ multiples of 2⁻²⁴ up to 1 are exact, so their order is nothing. */
const SHARES_IN_ONE = 2 ** 24;

/** Draws so far: for each person the sum of their shares of the shortest paths, and of the squares, rounded up. */
export class PathTally implements Drawn {
  draws = 0;
  readonly sums: Float64Array;
  readonly squares: Float64Array;

  /** @param memory of 16 bytes a person, where threads share it; all zero, or a tally so far */
  constructor(people: number, memory: ArrayBufferLike = new ArrayBuffer(16 * people)) {
    this.sums = new Float64Array(memory, 0, people);
    this.squares = new Float64Array(memory, 8 * people, people);
  }

  note({ people, shares }: ShortestPaths, found: number): void {
    const { sums, squares } = this;
    for (let at = 0; at < found; at += 1) {
      const person = people[at] ?? 0;
      const share = Math.round((shares[at] ?? 0) * SHARES_IN_ONE) / SHARES_IN_ONE;
      sums[person] = (sums[person] ?? 0) + share;
      squares[person] = (squares[person] ?? 0) + Math.ceil(share * share * SHARES_IN_ONE) / SHARES_IN_ONE;
    }
    this.draws += 1;
  }

  add({ draws, sums, squares }: Drawn): void {
    this.draws += draws;
    for (const [person, sum] of sums.entries()) this.sums[person] = (this.sums[person] ?? 0) + sum;
    for (const [person, sum] of squares.entries()) this.squares[person] = (this.squares[person] ?? 0) + sum;
  }

  /** Adds the sums of another, which is empty then; whose draws they are the caller counts. */
  take({ sums, squares }: PathTally): void {
    this.add({ draws: 0, sums, squares });
    sums.fill(0);
    squares.fill(0);
  }
}

/** The network both ways round, and what its draws depend on. All of it can cross to another thread. */
export interface DrawingOrder {
  readonly out: Network;
  readonly into: Network;
  readonly seed: number;
}

/**
 * Draws ordered pairs of different people, each pair equally likely, and notes who stands on the shortest paths between
 * them. A block of draws depends on its number and on the seed only, so blocks may be drawn in any order and anywhere.
 */
export class DrawnPaths {
  readonly #people: number;
  readonly #search: ShortestPaths;
  readonly #random: SeededRandom;

  /** @param order of two people or more */
  constructor({ out, into, seed }: DrawingOrder) {
    this.#people = out.people;
    this.#search = balancedSearch(out, into);
    this.#random = seededRandom(seed);
  }

  drawBlock(block: number, into: PathTally): void {
    const random = this.#random.fork(block);
    for (let draw = 0; draw < DRAWS_A_BLOCK; draw += 1) {
      const from = random.below(this.#people);
      const other = random.below(this.#people - 1);
      into.note(this.#search, this.#search.between(from, other < from ? other : other + 1));
    }
  }
}
