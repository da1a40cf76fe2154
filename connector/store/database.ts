import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Failure } from '../failure.ts';
import { damaged, guarded } from './database-failure.ts';
import { migrate, migrationsMissing, type DatabaseKind } from './migrate.ts';

/** How long a write waits for another process's write before it gives up. */
const BUSY_TIMEOUT_MS = 10_000;
const CACHE_KIB = 16_384;

/**
 * Told between the steps of every write, with the step's name. What it throws, or a kill inside it, ends the write
 * there; the tests use it to end every write at every step.
 */
export type StepListener = (step: string) => void;

/**
 * Opens one database file, brings it to today's shape, and sets what our promises rest on: WAL (one writes while others
 * read), `synchronous=FULL` (what was committed survives a power cut), `secure_delete` (what was deleted is
 * overwritten), temporary tables in memory (no pseudonym in the system's temporary folder).
 *
 * @param path the file; made when it is absent, unless read-only
 * @throws Failure 'newer-database' or 'damaged-database', before anything was changed; 'folder-unwritable'; 'bad-input'
 *   when a read-only file is absent or from an older Samspill
 */
export function openDatabase(
  path: string,
  kind: DatabaseKind,
  { readOnly }: { readonly readOnly: boolean },
): DatabaseSync {
  return guarded(() => {
    const missing = existsSync(path) ? lookInto(path, kind) : Infinity;
    if (readOnly && missing > 0) throw notThereYet();
    const database = new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS });
    try {
      prepareConnection(database, readOnly);
      if (missing > 0) migrate(database, kind);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });
}

/** Through a connection that cannot write, so that a file we refuse is left as it was. */
function lookInto(path: string, kind: DatabaseKind): number {
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const missing = migrationsMissing(database, kind);
    // A period's file is too large to read through at each start; it can be collected again, decisions cannot.
    if (kind === 'decisions' && database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] !== 'ok')
      throw damaged();
    return missing;
  } finally {
    database.close();
  }
}

function prepareConnection(database: DatabaseSync, readOnly: boolean): void {
  database.exec(`PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${CACHE_KIB};`);
  if (readOnly) return;
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
}

function notThereYet(): Failure {
  return new Failure(
    'bad-input',
    'The data folder holds no database of this version yet: start the process that collects once, then this one.',
  );
}

/**
 * Does a write whole or not at all. It begins by taking the write lock, so that nothing read inside can be outdated.
 *
 * @param name the write, for the step listener
 * @throws what `act` throws, after everything it did was taken back
 */
export function transaction<Result>(
  database: DatabaseSync,
  name: string,
  step: StepListener,
  act: () => Result,
): Result {
  return guarded(() => {
    database.exec('BEGIN IMMEDIATE');
    try {
      step(`${name}: begun`);
      const result = act();
      step(`${name}: written`);
      database.exec('COMMIT');
      step(`${name}: committed`);
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  });
}

/** Reads several things as they stood at one moment, whatever others write meanwhile. */
export function reading<Result>(database: DatabaseSync, act: () => Result): Result {
  return guarded(() => {
    database.exec('BEGIN');
    try {
      return act();
    } finally {
      database.exec('COMMIT');
    }
  });
}

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** The compiled form of one SQL text, made once a connection. */
export function prepared(database: DatabaseSync, sql: string): StatementSync {
  const ofThis = statements.get(database) ?? new Map<string, StatementSync>();
  statements.set(database, ofThis);
  const statement = ofThis.get(sql) ?? database.prepare(sql);
  ofThis.set(sql, statement);
  return statement;
}

/**
 * Moves everything from the write-ahead log into the file and empties the log, so that no deleted row lingers there.
 *
 * @throws Failure 'already-running' when another process keeps reading for longer than the time limit; repeat it then
 */
export function emptyLog(database: DatabaseSync): void {
  guarded(() => {
    if (Number(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']) === 0) return;
    throw new Failure(
      'already-running',
      'What was deleted still stands in the log because another process is reading: wait until it is done, then repeat.',
    );
  });
}
