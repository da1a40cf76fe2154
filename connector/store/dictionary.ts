import type { DatabaseSync } from 'node:sqlite';
import type { Stranger } from '../privacy/interaction.ts';
import { isPartnerWord, readPartnerWord, type PartnerWord } from '../privacy/partner-organisations.ts';
import { readPseudonym, type Pseudonym } from '../privacy/pseudonym.ts';
import { prepared } from './database.ts';

/**
 * The numbers that stand for everybody who is not a person of the scope; the first migration puts them in. Below them
 * come the words of partner organisations, as they are met.
 */
const STRANGERS = { outside: -1, 'inside-unknown': -2 } as const satisfies Record<
  Exclude<Stranger, PartnerWord>,
  number
>;
const NUMBER_OF_STRANGER = new Map<string, number>(Object.entries(STRANGERS));

/**
 * One period's pseudonyms and their numbers. Every pseudonym passes `readPseudonym` on its way in, once a process, so
 * that nothing else than a pseudonym can reach the file however it was typed.
 *
 * Cost: one look-up in memory for a pseudonym met before; a 20,000-person period holds about 3 MB of them.
 */
export class Dictionary {
  readonly #database: DatabaseSync;
  readonly #numbers = new Map<string, number>();
  #seenVersion = -1;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** To be called first in every write: what another process changed since (a forgotten person) is not remembered. */
  refresh(): void {
    const version = Number(prepared(this.#database, 'PRAGMA data_version').get()?.['data_version']);
    if (version !== this.#seenVersion) this.clear();
    this.#seenVersion = version;
  }

  /** After a write that was taken back: numbers given in it do not exist. */
  clear(): void {
    this.#numbers.clear();
  }

  /** As `numberOf`, and a number below zero for a stranger: of a partner's word, given now if this is the first time. */
  numberOfAnybody(other: Pseudonym | Stranger): number {
    return (
      this.#numbers.get(other) ??
      NUMBER_OF_STRANGER.get(other) ??
      (isPartnerWord(other) ? this.#numberOfPartner(other) : this.numberOf(other))
    );
  }

  #numberOfPartner(word: PartnerWord): number {
    const known = this.#numbers.get(word) ?? this.#findText(word) ?? this.#addPartner(word);
    this.#numbers.set(word, known);
    return known;
  }

  /**
   * The number of a person, given now if this is the first time.
   *
   * @throws TypeError, without quoting the text, when it is not shaped like a pseudonym
   */
  numberOf(person: string): number {
    const known = this.#numbers.get(person);
    if (known !== undefined) return known;
    const number = this.find(person) ?? this.#add(readPseudonym(person));
    this.#numbers.set(person, number);
    return number;
  }

  /** The number of a person the file has met, otherwise undefined. @throws TypeError as `numberOf` */
  find(person: string): number | undefined {
    return this.#findText(readPseudonym(person));
  }

  #findText(text: string): number | undefined {
    const found = prepared(this.#database, 'SELECT id FROM people WHERE pseudonym = ?').get(text);
    return found === undefined ? undefined : Number(found['id']);
  }

  #add(person: Pseudonym): number {
    return Number(prepared(this.#database, 'INSERT INTO people (pseudonym) VALUES (?)').run(person).lastInsertRowid);
  }

  #addPartner(word: PartnerWord): number {
    const sql = 'INSERT INTO people (id, pseudonym) SELECT min(id) - 1, ? FROM people';
    return Number(prepared(this.#database, sql).run(word).lastInsertRowid);
  }

  /** The partner organisations the file has met, by number. @throws TypeError when something stored is no such word */
  partners(): Map<number, PartnerWord> {
    const lowest = Math.min(...Object.values(STRANGERS));
    const rows = prepared(this.#database, 'SELECT id, pseudonym FROM people WHERE id < ? ORDER BY id DESC').all(lowest);
    return new Map(rows.map(({ id, pseudonym }) => [Number(id), readPartnerWord(String(pseudonym))]));
  }

  /** Everybody the file has met, by number, smallest first. @throws TypeError as `numberOf` */
  everybody(): Map<number, Pseudonym> {
    const rows = prepared(this.#database, 'SELECT id, pseudonym FROM people WHERE id > 0 ORDER BY id').all();
    return new Map(rows.map(({ id, pseudonym }) => [Number(id), readPseudonym(String(pseudonym))]));
  }
}
