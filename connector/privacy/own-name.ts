import { inspect } from 'node:util';

const BLANK = '[a name]';
/** The longest display name that Entra lets anybody have, in UTF-16 code units. */
const LONGEST = 256;
/** What would break a line, hide, or turn the text around it; what joins an emoji or a letter to the next stays. */
const UNWANTED = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * Somebody's name as their own sign-in tells it, in a form that cannot be printed: text, JSON and console are blank. It
 * recognises nobody and decides nothing; it is read only where its owner stands as a bridge-builder (decision 23).
 */
export class OwnName {
  readonly #name: string;

  private constructor(name: string) {
    this.#name = name;
  }

  /** @param told whatever stood where a name belongs @returns undefined where that is no name of 1 to 256 code units */
  static read(told: unknown): OwnName | undefined {
    if (typeof told !== 'string' || told.length > LONGEST) return undefined;
    const name = told.toWellFormed().replaceAll(UNWANTED, ' ').replaceAll(/\s+/g, ' ').trim();
    return name === '' ? undefined : new OwnName(name);
  }

  /** The name itself: for the box it is sealed in, its owner's page, and the list of those who stand. */
  reveal(): string {
    return this.#name;
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
