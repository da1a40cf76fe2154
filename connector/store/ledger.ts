import { checkLedger, readLedgerEntry, type LedgerEntry } from '../privacy/ledger.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/**
 * The privacy ledger, oldest entry first, every hash checked; empty before the first release.
 *
 * @throws Failure 'ledger-broken' when it is not what was written
 */
export function readLedger(store: Store): LedgerEntry[] {
  const rows = guarded(() => prepared(store.decisions, 'SELECT text FROM ledger ORDER BY position').all());
  const ledger = rows.map(({ text }) => readLedgerEntry(parsed(String(text))));
  checkLedger(ledger);
  return ledger;
}

/** The one entry of a position, its own hash checked. @throws Failure 'ledger-broken' */
export function readEntry(store: Store, position: number): LedgerEntry {
  const row = guarded(() => prepared(store.decisions, 'SELECT text FROM ledger WHERE position = ?').get(position));
  return readLedgerEntry(parsed(String(row?.['text'])));
}

/** What is no JSON any more is left to the ledger's own check to refuse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
