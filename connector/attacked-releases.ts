import type { AttackReport } from './attack/attacked.ts';
import { structuralReport } from './attack/structural-report.ts';
import { reconcile } from './privacy/reconcile.ts';
import type { Store } from './store/open.ts';
import { shownLedger } from './store/pinned.ts';
import { readRelease } from './store/releases.ts';

const READINGS = 20;

/**
 * The report that belongs to a release: the structural attacks (A1, A5, A6, A8, A9) on it and all before it, as far as they are shown. It is not
 * stored but made when asked for, from released tables and the ledger alone: a release never changes, so neither does
 * its report, and a stored copy could only be older than the attacks it tells of. Reads, and writes nothing.
 *
 * Cost: about 30 ms a release of 2,000 people.
 *
 * @param upTo the number of the ledger entry whose report is wanted; absent: of the newest. Without a release there are
 *   findings too, of nothing tried
 * @throws Failure 'ledger-broken' when the store does not hold what was written
 */
export function attackReport(store: Store, upTo = Infinity): AttackReport {
  const ledger = shownLedger(store).filter(({ number }) => number <= upTo);
  const ids = ledger.map(({ period }) => period.id);
  return structuralReport({
    ledger,
    releases: ids.flatMap((id) => readRelease(store, id) ?? []),
    readings: ids.map((id) => Array.from({ length: READINGS }, () => readingOf(store, id))),
  });
}

function readingOf(store: Store, periodId: string): string {
  const release = readRelease(store, periodId);
  return release === undefined ? '' : release.text + JSON.stringify(reconcile(release.tables));
}
