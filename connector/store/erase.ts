import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import type { Period } from '../privacy/period.ts';
import type { Pseudonym } from '../privacy/pseudonym.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { emptyLog, prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';
import { allFilesOf, periodCalled, periodPath, periodsFolder } from './period-path.ts';
import { forgetCounts } from './runs.ts';

/**
 * Removes everything keyed by a pseudonym of one period: the file whole, with what SQLite keeps beside it, and tells
 * the disk so. The exact counters of its runs go as well. Repeating it changes nothing, and after a crash it finishes what was begun. The file is not opened, so a
 * damaged one goes as well. What a disk may keep of removed files is unreadable once the period's key is destroyed.
 *
 * @throws RangeError when the period is not named by its own days; Failure 'folder-unwritable', 'already-running' when
 *   another process keeps the log from being emptied: repeat it then
 */
export function erasePeriod(store: Store, period: Period): void {
  const path = periodPath(store.folder, period);
  store.closePeriod(period);
  for (const file of allFilesOf(path)) {
    store.step('erase-period: one file');
    rmSync(file, { force: true });
  }
  syncFolder(periodsFolder(store.folder));
  forgetCounts(store, period.id);
  emptyLog(store.decisions);
  store.step('erase-period: done');
}

/** A removed name is only surely gone after its folder is on the disk. */
function syncFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Removes one person from one open period: every row on both sides of every act, usage, membership, and the pseudonym
 * itself; deleted bytes are overwritten and the log emptied. Headcounts are the directory's and stay. Repeating it
 * changes nothing.
 *
 * @param person their pseudonym in this period; another one in every other
 * @returns whether the period had met them
 * @throws Failure 'already-running' when another process keeps the log from being emptied: repeat it then
 */
export function forgetPerson(store: Store, period: Period, person: Pseudonym): boolean {
  return forgetPeople(store, period, [person]) > 0;
}

/** As `forgetPerson`, several people in one transaction. @returns how many of them the period had met */
export function forgetPeople(store: Store, period: Period, people: readonly Pseudonym[]): number {
  const file = store.period(period);
  const met = file.write('forget-people', () => {
    const numbers = people.map((person) => file.dictionary.find(person)).filter((number) => number !== undefined);
    for (const number of numbers) {
      for (const sql of FORGET) {
        prepared(file.database, sql).run(...Array.from(sql.matchAll(/\?/g), () => number));
        file.step('forget-people: one table');
      }
    }
    file.dictionary.clear();
    return numbers.length;
  });
  emptyLog(file.database);
  return met;
}

const FORGET = [
  'DELETE FROM interactions WHERE owner = ? OR other = ?',
  'DELETE FROM days_read WHERE owner = ?',
  'DELETE FROM usage_days WHERE person = ?',
  'DELETE FROM holders WHERE person = ?',
  'DELETE FROM memberships WHERE person = ?',
  'DELETE FROM people WHERE id = ?',
];

/**
 * The held periods of which a day is released: a day is released once, so what was read for them can serve nothing any
 * more. Left by a span cut short beside another, by a process that slept through a release, or put back from a backup.
 */
export function unreleasablePeriods(store: Store): Period[] {
  const released = erasures(store).map(({ period }) => period);
  return store.heldPeriods().filter((held) => released.some(({ from, to }) => from < held.to && held.from < to));
}

/** What is owed after a release: the period's file removed, its key destroyed. */
export interface Erasure {
  readonly periodId: string;
  readonly period: Period;
  readonly fileRemoved: boolean;
  readonly keyShredded: boolean;
  /** ISO 8601; null until it is done. */
  readonly fileRemovedAt: string | null;
  readonly keyShreddedAt: string | null;
}

/** What was done, and is still owed, after each release; oldest period first. */
export function erasures(store: Store): Erasure[] {
  return guarded(() => {
    return prepared(store.decisions, 'SELECT period, file_removed_at, key_shredded_at FROM erasures')
      .all()
      .flatMap((row) => {
        const period = periodCalled(String(row['period']));
        return period === undefined ? [] : [erasureOf(period, row['file_removed_at'], row['key_shredded_at'])];
      })
      .sort((a, b) => a.period.from.localeCompare(b.period.from));
  });
}

function erasureOf(period: Period, fileRemovedAt: unknown, keyShreddedAt: unknown): Erasure {
  return {
    periodId: period.id,
    period,
    fileRemoved: typeof fileRemovedAt === 'string',
    keyShredded: typeof keyShreddedAt === 'string',
    fileRemovedAt: typeof fileRemovedAt === 'string' ? fileRemovedAt : null,
    keyShreddedAt: typeof keyShreddedAt === 'string' ? keyShreddedAt : null,
  };
}

/** The releases after which something is still owed: to be finished at each start before anything else. */
export function unfinishedErasures(store: Store): Erasure[] {
  return erasures(store).filter(({ fileRemoved, keyShredded }) => !fileRemoved || !keyShredded);
}

/**
 * Notes what was done for good. The first time counts; repeating it changes nothing, and for a period that is not
 * released nothing is noted.
 *
 * @param at ISO 8601
 */
export function noteErased(store: Store, periodId: string, what: 'file' | 'key', at: string): void {
  const column = what === 'file' ? 'file_removed_at' : 'key_shredded_at';
  store.write('note-erased', () => {
    const sql = `UPDATE erasures SET ${column} = ? WHERE period = ? AND ${column} IS NULL`;
    const { changes } = prepared(store.decisions, sql).run(at, periodId);
    if (changes > 0) noteAtBoundary(store, at, { kind: 'shred', period: periodId, what });
  });
}
