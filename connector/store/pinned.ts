import type { LedgerEntry } from '../privacy/ledger.ts';
import type { Period } from '../privacy/period.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import { readLedger } from './ledger.ts';
import type { Store } from './open.ts';
import { periodCalled } from './period-path.ts';

const MISSING =
  'SELECT position FROM ledger WHERE position <= ? AND position NOT IN (SELECT ledger_position FROM pinned)';

/**
 * Notes that the ledger's head is pinned outside the data folder up to an entry: from now on these releases are shown.
 * Repeating it changes nothing.
 *
 * @param releases the number of the newest pinned entry; 0 for none
 */
export function notePinned(store: Store, releases: number): void {
  const missing = guarded(() => prepared(store.decisions, MISSING).all(releases));
  if (missing.length === 0) return;
  store.write('note-pinned', () => {
    for (const { position } of missing) {
      prepared(store.decisions, 'INSERT OR IGNORE INTO pinned (ledger_position) VALUES (?)').run(Number(position));
    }
  });
}

const SHOWN = `SELECT period FROM releases WHERE ledger_position IN (SELECT ledger_position FROM pinned)
  ORDER BY first_day DESC`;

/** The periods whose release may be shown: made, and pinned; newest first. */
export function shownPeriods(store: Store): Period[] {
  const rows = guarded(() => prepared(store.decisions, SHOWN).all());
  return rows.map(({ period }) => periodCalled(String(period))).filter((period) => period !== undefined);
}

/**
 * The privacy ledger as far as its releases may be shown, oldest entry first: whoever hands releases out hands out these.
 *
 * @throws Failure as `readLedger` does
 */
export function shownLedger(store: Store): LedgerEntry[] {
  const shown = new Set(shownPeriods(store).map(({ id }) => id));
  return readLedger(store).filter(({ period }) => shown.has(period.id));
}
