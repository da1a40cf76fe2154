import type { LedgerEntry } from './privacy/ledger.ts';
import type { Store } from './store/open.ts';
import { shownLedger } from './store/pinned.ts';
import { readRelease } from './store/releases.ts';

/** Every release and the ledger that paid for them, as `verify` reads them. */
export interface ExportedReleases {
  /** Oldest first. */
  readonly ledger: readonly LedgerEntry[];
  /** The text of each entry's release: what the entry bears the hash of. */
  readonly releases: readonly string[];
}

/**
 * What is needed to check every promise about the figures without us: nothing in it is not released already, and pinned.
 *
 * @throws Failure 'ledger-broken' when the store does not hold what was written
 */
export function exportedReleases(store: Store): ExportedReleases {
  const ledger = shownLedger(store);
  return { ledger, releases: ledger.map(({ period }) => readRelease(store, period.id)?.text ?? '') };
}
