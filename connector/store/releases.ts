import { Failure } from '../failure.ts';
import { headOf } from '../privacy/ledger.ts';
import type { Period } from '../privacy/period.ts';
import { roundedObjections } from '../privacy/rounding.ts';
import { isRelease, reopenRelease, type Release } from '../privacy/release.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import { assertLease, type Lease } from './lease.ts';
import { readEntry, readLedger } from './ledger.ts';
import type { Store } from './open.ts';
import { objections } from './marks.ts';
import { refuseWhilePaused } from './pauses.ts';
import { periodCalled } from './period-path.ts';

/**
 * Makes a release public for good: ledger entry (which is the debit), tables, what is now owed (the erasure of the
 * period's file and key), and the boundary ledger's note of it, in one transaction. After a crash there is all of it or nothing.
 *
 * @param lease when given, the release is refused if another run has taken over
 * @throws TypeError when it is no release; Failure 'period-released' when the period has one already; 'already-running' when another release was saved
 *   since this one was made, or the lease is lost; 'paused'; 'ledger-broken'
 */
export function saveRelease(store: Store, release: Release, lease?: Lease): void {
  if (!isRelease(release)) throw new TypeError('Something that is not a release stood where one belongs.');
  const { entry, period } = release;
  store.write('save-release', () => {
    if (lease !== undefined) assertLease(store, lease);
    refuseSecond(store, period);
    refuseWhilePaused(store);
    if (headOf(readLedger(store)) !== entry.previousHash) {
      throw new Failure('already-running', 'Another release was saved since this one was made: run `publish` again.');
    }
    prepared(store.decisions, INSERT_ENTRY).run(entry.number, entry.previousHash, entry.hash, JSON.stringify(entry));
    store.step('save-release: ledger');
    prepared(store.decisions, INSERT_RELEASE).run(
      period.id,
      period.from,
      period.to,
      release.releasedAt,
      entry.number,
      release.text,
    );
    store.step('save-release: tables');
    prepared(store.decisions, 'INSERT INTO erasures (period) VALUES (?)').run(period.id);
    noteAtBoundary(store, release.releasedAt, {
      kind: 'release',
      period: period.id,
      ledgerHash: entry.hash,
      objections: roundedObjections(objections(store).size),
    });
    store.step('save-release: boundary');
  });
}

const INSERT_ENTRY = 'INSERT INTO ledger (position, previous_hash, hash, text) VALUES (?, ?, ?, ?)';
const INSERT_RELEASE = `INSERT INTO releases (period, first_day, day_after, released_at, ledger_position, text)
  VALUES (?, ?, ?, ?, ?, ?)`;

function refuseSecond(store: Store, { id }: Period): void {
  if (prepared(store.decisions, 'SELECT 1 FROM releases WHERE period = ?').get(id) === undefined) return;
  throw new Failure('period-released', 'This period is released already, and a release is made once: read that one.');
}

/**
 * A stored release, checked against its ledger entry; undefined when the period has none.
 *
 * @throws Failure 'ledger-broken' when release or entry is not what was written
 */
export function readRelease(store: Store, periodId: string): Release | undefined {
  const sql = 'SELECT text, ledger_position AS position FROM releases WHERE period = ?';
  const row = guarded(() => prepared(store.decisions, sql).get(periodId));
  if (row === undefined) return undefined;
  const release = reopenRelease(String(row['text']), readEntry(store, Number(row['position'])));
  if (release.period.id === periodId) return release;
  throw new Failure(
    'ledger-broken',
    'A stored release stands under the name of another period: restore samspill.sqlite from a backup.',
  );
}

/** The periods that have a release, newest first; empty before the first. */
export function releasedPeriods(store: Store): Period[] {
  const rows = guarded(() => prepared(store.decisions, 'SELECT period FROM releases ORDER BY first_day DESC').all());
  return rows.map(({ period }) => periodCalled(String(period))).filter((period) => period !== undefined);
}
