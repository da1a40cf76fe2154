import { Failure } from './failure.ts';
import type { LedgerPin, PinnedHead } from './key-custody/ledger-pin.ts';
import { headOf, type LedgerEntry } from './privacy/ledger.ts';
import { startOf } from './privacy/period.ts';
import { checkBoundary, readBoundary } from './store/boundary-ledger.ts';
import { readLedger } from './store/ledger.ts';
import type { Store } from './store/open.ts';
import { notePinned } from './store/pinned.ts';

/** What clocks of a well-kept machine may be apart. */
const SKEW_MS = 5 * 60_000;

/**
 * Holds the ledger against its head as pinned outside the data folder, pins what was committed since (one release at
 * most, as a crash between the two leaves it), and only then lets it be shown. To be called at each start, before a
 * period's noise is drawn, and after a release is stored; repeating it changes nothing.
 *
 * @param options.mayAdopt a ledger of several releases that was never pinned is taken as it is: for a demo, and for a
 *   pilot from before there were pins
 * @throws Failure 'ledger-broken' where the ledger is older than its pin, or another: then nothing is drawn, and nothing
 *   more is shown
 */
export async function keepPinned({
  store,
  pin,
  tenantId,
  mayAdopt = false,
}: {
  readonly store: Store;
  readonly pin: LedgerPin;
  readonly tenantId: string;
  readonly mayAdopt?: boolean;
}): Promise<void> {
  const ledger = readLedger(store);
  const pinned = await pin.read();
  if (pinned === undefined && !mayAdopt) refuseUnpinned(ledger);
  if (pinned !== undefined) refuseOtherLedger(ledger, pinned, tenantId);
  checkBoundary(store, pinned?.boundaryHead);
  if (ledger.length > (pinned?.releases ?? 0)) {
    await pin.write({ tenantId, releases: ledger.length, releaseHead: headOf(ledger), ...boundaryAt(store, ledger) });
    store.step('keep-pinned: pinned');
  }
  notePinned(store, ledger.length);
}

/** The boundary ledger's note of the newest release: the same at each asking, so that pinning can be repeated. */
function boundaryAt(store: Store, ledger: readonly LedgerEntry[]): { readonly boundaryHead?: string } {
  const head = headOf(ledger);
  const noted = readBoundary(store).find(({ event }) => event.kind === 'release' && event.ledgerHash === head);
  return noted === undefined ? {} : { boundaryHead: noted.hash };
}

function refuseUnpinned(ledger: readonly LedgerEntry[]): void {
  if (ledger.length <= 1) return;
  throw new Failure(
    'ledger-broken',
    'The pin of the privacy ledger is gone though releases were made: put it back from its own backup (docs/administrator.md); until then nothing is collected or released.',
  );
}

function refuseOtherLedger(ledger: readonly LedgerEntry[], pinned: PinnedHead, tenantId: string): void {
  if (pinned.tenantId.toLowerCase() !== tenantId.toLowerCase()) {
    throw new Failure(
      'ledger-broken',
      "The pin of the privacy ledger is another tenant's: give each tenant a pin of its own.",
    );
  }
  if (ledger.length < pinned.releases) {
    throw new Failure(
      'ledger-broken',
      'The privacy ledger is older than its pin, as after restoring a backup or in a second installation: a shown period is not drawn again. Restore a copy of samspill.sqlite made after the newest release (docs/administrator.md).',
    );
  }
  if (ledger[pinned.releases - 1]?.hash !== pinned.releaseHead || ledger.length > pinned.releases + 1) {
    throw new Failure(
      'ledger-broken',
      'The privacy ledger is not the one that was pinned: another installation of this tenant released first. Work on with that one, or restore its samspill.sqlite.',
    );
  }
}

/**
 * Refuses a clock that stands before what was already done: by it, days would be read and quarters released again.
 *
 * @param now milliseconds since 1970
 * @throws Failure 'bad-setting'
 */
export function refuseClockBack(store: Store, now: number): void {
  const newest = readLedger(store).at(-1);
  const held = store.heldPeriods().at(-1);
  const isBeforeRelease = newest !== undefined && now < Date.parse(newest.releasedAt) - SKEW_MS;
  const isBeforeHeld = held !== undefined && now < startOf(held.from) - SKEW_MS;
  if (!isBeforeRelease && !isBeforeHeld) return;
  throw new Failure(
    'bad-setting',
    'The clock of this machine stands before the last release, or before the days that are held: set it right and start again.',
  );
}
