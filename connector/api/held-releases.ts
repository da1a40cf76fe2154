import type { Release } from '../privacy/release.ts';
import type { Store } from '../store/open.ts';
import { readRelease, releasedPeriods } from '../store/releases.ts';

/**
 * Every release, newest first, each checked against its ledger entry at this moment; empty before the first.
 *
 * @throws Failure 'ledger-broken' when one is not what was written: then nothing is answered rather than something else
 */
export function heldReleases(store: Store): Release[] {
  return releasedPeriods(store).flatMap(({ id }) => readRelease(store, id) ?? []);
}
