import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../failure.ts';
import type { Period } from '../privacy/period.ts';
import { openDatabase, prepared, transaction, type StepListener } from './database.ts';
import { Dictionary } from './dictionary.ts';
import { keepTenant, refuseOtherTenant } from './tenant.ts';
import { periodPath, periodsFolder, periodsIn } from './period-path.ts';

const DECISIONS = 'samspill.sqlite';
/** Only the account that runs Samspill may look into the data folder. */
const PRIVATE = 0o700;

export interface StoreOptions {
  /** For a process that only answers: nothing is made, changed or migrated. */
  readonly readOnly?: boolean;
  readonly step?: StepListener;
  /** Whose folder this must be; one of nobody's becomes theirs for good, unless read-only. */
  readonly tenantId?: string;
}

/**
 * Opens the data folder: `samspill.sqlite` with what was decided, `periods/` with what is about people.
 *
 * @param folder the data folder; made when absent, its parent must exist
 * @throws Failure 'bad-setting' where it belongs to another tenant, 'folder-unwritable', 'newer-database' or 'damaged-database', in which case nothing was changed
 */
export function openStore(folder: string, options: StoreOptions = {}): Store {
  const { readOnly = false, step = () => undefined, tenantId } = options;
  if (tenantId !== undefined) refuseOtherTenant(folder, tenantId);
  if (!readOnly) makeFolder(folder);
  const decisions = openDatabase(join(folder, DECISIONS), 'decisions', { readOnly });
  if (tenantId !== undefined && !readOnly) keepTenant(folder, tenantId);
  return new Store(folder, decisions, readOnly, step);
}

function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: PRIVATE });
    if (!existsSync(periodsFolder(folder))) mkdirSync(periodsFolder(folder), { mode: PRIVATE });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    accessSync(periodsFolder(folder), constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure(
      'folder-unwritable',
      'The data folder cannot be made or written: choose a folder whose parent exists and that this account may write.',
      { cause: error },
    );
  }
}

const RELEASED_DAYS = 'SELECT period FROM releases WHERE first_day < ? AND day_after > ?';

/** The data folder, open. One process may write while others read. */
export class Store {
  readonly folder: string;
  readonly decisions: DatabaseSync;
  readonly step: StepListener;
  readonly #readOnly: boolean;
  readonly #open = new Map<string, PeriodFile>();

  constructor(folder: string, decisions: DatabaseSync, readOnly: boolean, step: StepListener) {
    this.folder = folder;
    this.decisions = decisions;
    this.step = step;
    this.#readOnly = readOnly;
  }

  /**
   * The file of one period, made when absent; the same object each time.
   *
   * @throws Failure 'period-released' when its release is out, 'period-overlaps' when some of its days are in another:
   *   what was read of them must not be gathered again; 'damaged-database', 'newer-database'
   */
  period(period: Period): PeriodFile {
    this.#refuseReleasedDays(period);
    const open = this.#open.get(period.id);
    if (open !== undefined) return open;
    const database = openDatabase(periodPath(this.folder, period), 'period', { readOnly: this.#readOnly });
    const file = new PeriodFile(period, database, this.step);
    this.#open.set(period.id, file);
    return file;
  }

  #refuseReleasedDays({ id, from, to }: Period): void {
    const released = prepared(this.decisions, RELEASED_DAYS).all(to, from);
    if (released.some(({ period }) => period === id)) {
      throw new Failure(
        'period-released',
        'This period is released and what it was made from is erased: choose another.',
      );
    }
    if (released.length > 0) {
      throw new Failure(
        'period-overlaps',
        'Some of these days are in an earlier release, and a day is released once: choose a span that touches none of them.',
      );
    }
  }

  /** The periods about which something is held, oldest first. */
  heldPeriods(): Period[] {
    return periodsIn(this.folder);
  }

  /** A write to what was decided, whole or not at all. */
  write<Result>(name: string, act: () => Result): Result {
    return transaction(this.decisions, name, this.step, act);
  }

  /** Lets go of a period's file, if it is open. */
  closePeriod(period: Period): void {
    const file = this.#open.get(period.id);
    this.#open.delete(period.id);
    file?.database.close();
  }

  close(): void {
    for (const { period } of [...this.#open.values()]) this.closePeriod(period);
    this.decisions.close();
  }
}

/** One period's file: everything keyed by a pseudonym. */
export class PeriodFile {
  readonly period: Period;
  readonly database: DatabaseSync;
  readonly dictionary: Dictionary;
  readonly step: StepListener;

  constructor(period: Period, database: DatabaseSync, step: StepListener) {
    this.period = period;
    this.database = database;
    this.dictionary = new Dictionary(database);
    this.step = step;
  }

  /** A write, whole or not at all. */
  write<Result>(name: string, act: () => Result): Result {
    try {
      return transaction(this.database, name, this.step, () => {
        this.dictionary.refresh();
        return act();
      });
    } catch (error) {
      this.dictionary.clear();
      throw error;
    }
  }

  /**
   * The number of a source or a unit in this file, given now if this is the first time; only inside a write.
   *
   * @throws RangeError, without quoting the text, when a source is not named in kebab-case
   */
  numberOf(what: 'source' | 'unit', text: string): number {
    if (what === 'source' && !/^[a-z]+(-[a-z]+)*$/.test(text)) {
      throw new RangeError('Something that is not a source stood where one belongs.');
    }
    const [table, column] = what === 'source' ? ['sources', 'name'] : ['units', 'path'];
    const find = prepared(this.database, `SELECT id FROM ${table} WHERE ${column} = ?`);
    const add = prepared(this.database, `INSERT INTO ${table} (${column}) VALUES (?)`);
    return Number(find.get(text)?.['id'] ?? add.run(text).lastInsertRowid);
  }
}
