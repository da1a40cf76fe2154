/** A single act, or acts of one week only, may be chance or one task; the same two figures serve contacts and ties. */
const LEAST_ACTS = 2;
const LEAST_WEEKS = 2;

/**
 * What has been observed between one person and each of the others: acts, and whether they lie in several weeks. Made
 * once for a whole network and emptied between persons, so that no person costs a memory allocation.
 */
export class PairTally {
  /** The others observed so far, in the order in which they were met. */
  readonly met: number[] = [];
  readonly #acts: Float64Array;
  readonly #firstWeek: Int32Array;
  readonly #weeks: Uint8Array;

  constructor(people: number) {
    this.#acts = new Float64Array(people);
    this.#firstWeek = new Int32Array(people);
    this.#weeks = new Uint8Array(people);
  }

  add(other: number, acts: number, week: number): void {
    if (this.#weeks[other] === 0) {
      this.met.push(other);
      this.#firstWeek[other] = week;
      this.#weeks[other] = 1;
    } else if (this.#firstWeek[other] !== week) {
      // Two are enough to know; which ones, and how many more, is not kept.
      this.#weeks[other] = LEAST_WEEKS;
    }
    this.#acts[other] = (this.#acts[other] ?? 0) + acts;
  }

  /** Whether there were at least two acts, in at least two different weeks. */
  isRepeated(other: number): boolean {
    return (this.#acts[other] ?? 0) >= LEAST_ACTS && (this.#weeks[other] ?? 0) >= LEAST_WEEKS;
  }

  clear(): void {
    for (const other of this.met) {
      this.#acts[other] = 0;
      this.#weeks[other] = 0;
    }
    this.met.length = 0;
  }
}
