import {
  boundaryBroken,
  checkBoundaryChain,
  NOTHING_NOTED,
  nextBoundaryEntry,
  readBoundaryEntry,
  type BoundaryEntry,
  type BoundaryEvent,
} from '../privacy/boundary-ledger.ts';
import { Failure } from '../failure.ts';
import { startOf, type Day } from '../privacy/period.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/**
 * Notes something at the boundary. Called inside a write it becomes part of it, so that what happened and the note of it
 * are both kept or neither; called alone it is a write of its own.
 *
 * @param at ISO 8601; a day alone is its beginning
 * @throws Failure 'ledger-broken' where the ledger is gone or its newest entry changed; ZodError for what may not be noted
 */
export function noteAtBoundary(store: Store, at: string, event: BoundaryEvent): BoundaryEntry {
  if (!store.decisions.isTransaction) return store.write('note-at-boundary', () => noteAtBoundary(store, at, event));
  const entry = nextBoundaryEntry(newest(store), new Date(at).toISOString(), event);
  prepared(store.decisions, INSERT).run(entry.number, entry.previousHash, entry.hash, JSON.stringify(entry));
  return entry;
}

const INSERT = 'INSERT INTO boundary (position, previous_hash, hash, text) VALUES (?, ?, ?, ?)';

function newest(store: Store): BoundaryEntry | undefined {
  const [row] = rowsOf(store, 'SELECT position, text FROM boundary ORDER BY position DESC LIMIT 1');
  if (row === undefined) return undefined;
  const entry = readBoundaryEntry(row.stored);
  if (entry.number !== row.position) throw boundaryBroken();
  return entry;
}

/**
 * The boundary ledger, oldest first, the whole chain checked.
 *
 * @param options.since only entries from this moment on (ISO 8601); the chain is checked whole all the same
 * @throws Failure 'ledger-broken' where it is gone or is not what was written
 */
export function readBoundary(store: Store, { since }: { readonly since?: string } = {}): BoundaryEntry[] {
  const rows = rowsOf(store, 'SELECT position, text FROM boundary ORDER BY position');
  const entries = checkBoundaryChain(rows.map(({ stored }) => stored));
  return since === undefined ? entries : entries.filter(({ at }) => Date.parse(at) >= Date.parse(since));
}

/**
 * The entries that bear a signature, oldest first: each one's shape and hash checked, not the chain, so that whoever asks
 * what stands under their own signature need not wait for years of notes of runs.
 *
 * @throws Failure 'ledger-broken' where it is gone or one of them is not what was written
 */
export function signedAtBoundary(store: Store): BoundaryEntry[] {
  const sql = `SELECT position, text FROM boundary WHERE text LIKE '%"by":"s1!_%' ESCAPE '!' ORDER BY position`;
  return rowsOf(store, sql).map(({ stored }) => readBoundaryEntry(stored));
}

/**
 * Whether a note of a kind stands there since a day began. Only the newest of its kind is read, not the chain.
 *
 * @param day UTC
 * @throws Failure 'ledger-broken' where the ledger is gone or that note is not what was written
 */
export function isNotedOn(store: Store, kind: BoundaryEvent['kind'], day: Day): boolean {
  const sql = `SELECT position, text FROM boundary WHERE text LIKE '%"kind":"${kind}"%' ORDER BY position DESC LIMIT 1`;
  const [newest] = rowsOf(store, sql).map(({ stored }) => readBoundaryEntry(stored));
  return newest !== undefined && Date.parse(newest.at) >= startOf(day);
}

/**
 * Refuses to go on without a boundary ledger that is whole: asked before anything is read or released.
 *
 * @param holding a head noted elsewhere that must be among its entries; absent where none was
 * @returns its head; 64 zeros while nothing is noted
 * @throws Failure 'ledger-broken'
 */
export function checkBoundary(store: Store, holding?: string): string {
  const entries = readBoundary(store);
  if (holding !== undefined && !entries.some(({ hash }) => hash === holding)) throw boundaryBroken();
  return entries.at(-1)?.hash ?? NOTHING_NOTED;
}

/** What is no JSON any more, and a table that is gone, are a broken ledger; a busy or full disk stays what it is. */
function rowsOf(store: Store, sql: string): { readonly position: number; readonly stored: unknown }[] {
  try {
    const rows = guarded(() => prepared(store.decisions, sql).all());
    return rows.map(({ position, text }) => {
      const stored: unknown = JSON.parse(String(text));
      return { position: Number(position), stored };
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw boundaryBroken(error);
  }
}
