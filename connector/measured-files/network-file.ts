import { Failure } from '../failure.ts';

/** A network as a file tells it: people by number, ties as rows, nothing merged yet. */
export interface NetworkFile {
  /** One a person, in the order of the file. */
  readonly names: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Absent where the file tells none. */
  readonly weights?: Float64Array;
  /** Absent where the file tells no units. */
  readonly units?: Units;
  /** By their numbers, who would gladly begin; absent where the file does not ask. */
  readonly volunteers?: readonly number[];
}

export interface Units {
  readonly names: readonly string[];
  /** The number of each person's unit, −1 for none. */
  readonly unitOf: Int32Array;
}

/**
 * What a file may hold at most: twice the largest organisation this was measured on, so that a wrong file costs a
 * sentence and not the machine. A tie is 16 bytes while it is read.
 */
export const LARGEST = { people: 1_000_000, ties: 20_000_000, wholeFileBytes: 256 * 1024 * 1024 } as const;

/** Signs that stand in no text a person wrote, and may not stand in XML; line breaks and tabs are none of them. */
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** A refusal that names file, line, column and expected form, and never what stood there. */
export function misread(file: string, line: number, column: string, expected: string): Failure {
  return new Failure('bad-input', `${file}, line ${String(line)}, column ${column}: expected ${expected}.`);
}

/**
 * Gathers ties row by row in columns that double when they are full.
 *
 * @throws Failure 'bad-input' through `refuse` when there are more people or ties than {@link LARGEST} allows
 */
export class GatheredTies {
  readonly #numbers = new Map<string, number>();
  readonly #isClosed: boolean;
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #weights: Float64Array | undefined;
  #ties = 0;

  /** @param people the only ones there are; undefined: whoever is named is one */
  constructor(people: readonly string[] | undefined, hasWeights: boolean) {
    this.#isClosed = people !== undefined;
    for (const name of people ?? []) this.#numbers.set(name, this.#numbers.size);
    if (hasWeights) this.#weights = new Float64Array(1024);
  }

  /** The person's number; undefined when only listed people are taken and this is none of them. */
  numberOf(name: string, refuse: (expected: string) => Failure): number | undefined {
    const known = this.#numbers.get(name);
    if (known !== undefined || this.#isClosed) return known;
    if (this.#numbers.size >= LARGEST.people) throw refuse(`at most ${LARGEST.people.toLocaleString('en')} people`);
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  add(from: number, to: number, weight: number, refuse: (expected: string) => Failure): void {
    if (this.#ties >= LARGEST.ties) throw refuse(`at most ${LARGEST.ties.toLocaleString('en')} ties`);
    if (this.#ties === this.#from.length) this.#double();
    this.#from[this.#ties] = from;
    this.#to[this.#ties] = to;
    if (this.#weights !== undefined) this.#weights[this.#ties] = weight;
    this.#ties += 1;
  }

  gathered(): NetworkFile {
    return {
      names: [...this.#numbers.keys()],
      from: this.#from.subarray(0, this.#ties),
      to: this.#to.subarray(0, this.#ties),
      ...(this.#weights === undefined ? {} : { weights: this.#weights.subarray(0, this.#ties) }),
    };
  }

  #double(): void {
    const room = this.#ties * 2;
    const larger = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(room);
      grown.set(old);
      return grown;
    };
    this.#from = larger(this.#from);
    this.#to = larger(this.#to);
    if (this.#weights !== undefined) {
      const weights = new Float64Array(room);
      weights.set(this.#weights);
      this.#weights = weights;
    }
  }
}

/**
 * A tie's weight, from text.
 *
 * @returns undefined unless it is a finite number of 0 or more, with a point as decimal sign, or a comma where one may
 *   stand for it
 */
export function weightOf(written: string, { comma = false } = {}): number | undefined {
  const text = comma ? written.replace(',', '.') : written;
  const weight = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(weight) ? weight : undefined;
}
