import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../failure.ts';
import { damaged } from './database-failure.ts';

/** The two files with two lifetimes: what is about people must die, what is about decisions must last (design D8). */
export type DatabaseKind = 'decisions' | 'period';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Written by each first migration, so that one kind of file is never taken for the other. */
const APPLICATION_ID = { decisions: 0x53734465, period: 0x53735065 } as const satisfies Record<DatabaseKind, number>;

/**
 * The migrations of one kind of file in order, as `decisions-0001.sql`. The number of the last is the version of a
 * file; a migration that was once released is never edited (`migrations/manifest.json` and its test hold it to that).
 */
function migrationsOf(kind: DatabaseKind): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.sql'))
    .sort((a, b) => a.localeCompare(b));
}

/** A whole number that SQLite keeps in the header of its file, such as `user_version`. */
function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/**
 * Looks at a file without changing it: is it ours, and not from a newer Samspill?
 *
 * @returns how many migrations it lacks
 * @throws Failure 'newer-database' or 'damaged-database'
 */
export function migrationsMissing(database: DatabaseSync, kind: DatabaseKind): number {
  const known = migrationsOf(kind).length;
  const version = pragma(database, 'user_version');
  const isNew = version === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (!isNew && pragma(database, 'application_id') !== APPLICATION_ID[kind]) throw damaged();
  if (version > known) {
    throw new Failure(
      'newer-database',
      'The data folder was last used by a newer Samspill: start that version, or a later one. Nothing was changed.',
    );
  }
  return known - version;
}

/** Brings a file to today's shape, one transaction a migration; a crash leaves it before or after one, never within. */
export function migrate(database: DatabaseSync, kind: DatabaseKind): void {
  for (const [index, name] of migrationsOf(kind).entries()) {
    database.exec('BEGIN IMMEDIATE');
    try {
      // Read inside the transaction: another process may have opened the same new file at the same moment.
      if (pragma(database, 'user_version') === index) {
        database.exec(readFileSync(join(FOLDER, name), 'utf8'));
        database.exec(`PRAGMA user_version = ${index + 1}`);
      }
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}
