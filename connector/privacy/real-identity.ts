import { inspect } from 'node:util';

const BLANK = '[a real identity]';

/**
 * An Entra object id that cannot be printed: its text, JSON and console forms are all blank, so that ordinary code
 * cannot log a person by mistake. Lives in memory for one run, in `microsoft-graph/` and, for the asker only, in
 * `api/who-is-asking.ts`.
 */
export class RealIdentity {
  readonly #objectId: string;

  /** @param objectId an Entra object id; letter case does not matter */
  constructor(objectId: string) {
    this.#objectId = objectId.toLowerCase();
  }

  /** The object id itself: only for the path of a request and for the makers of pseudonyms, marks and signatures. */
  reveal(): string {
    return this.#objectId;
  }

  equals(other: RealIdentity): boolean {
    return this.#objectId === other.#objectId;
  }

  toString(): string {
    return BLANK;
  }

  toJSON(): string {
    return BLANK;
  }

  [Symbol.toPrimitive](): string {
    return BLANK;
  }

  [inspect.custom](): string {
    return BLANK;
  }
}
