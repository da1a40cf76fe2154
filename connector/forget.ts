import type { KeyCustody } from './key-custody/key-custody.ts';
import { bridgeBuilderBox } from './privacy/bridge-builder.ts';
import { markMaker } from './privacy/mark.ts';
import { pseudonymMaker } from './privacy/pseudonym.ts';
import { RealIdentity } from './privacy/real-identity.ts';
import { Failure } from './failure.ts';
import { readBridgeBuilders, removeBridgeBuilders } from './store/bridge-builders.ts';
import { forgetPerson } from './store/erase.ts';
import { renewLease, returnLease, takeLease, type Lease } from './store/lease.ts';
import { addForgotten } from './store/marks.ts';
import { openPeriods } from './store/own-rows.ts';
import type { Store } from './store/open.ts';

export interface Forgetting {
  readonly store: Store;
  readonly tenantId: string;
  readonly custody: Pick<KeyCustody, 'standingKey' | 'openPeriodKey'>;
  /** The object id of somebody who has left. */
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Names this process in the lease. */
  readonly holder: string;
}

const OBJECT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LEASE_MS = 20_000;
const RETRY_MS = 500;
/** A process that was killed lets go of its lease after this long; a run that lives keeps it. */
const PATIENCE_MS = LEASE_MS + RETRY_MS;

/**
 * Forgets one person who has left: a mark under the standing key first, so that no run reads them again, then every row in
 * every held period, both sides of every act, and their choice to stand as a bridge-builder, if they made it. It works under the lease of runs, so that none adds what is deleted here.
 * Doing it again changes nothing. Whether anything was held is not said: it would tell the administrator who was read.
 *
 * @throws Failure 'bad-input' where it is no object id, without quoting it; 'already-running' where a run is going on
 */
export async function forget({ store, tenantId, custody, person, now, wait, holder }: Forgetting): Promise<void> {
  if (!OBJECT_ID.test(person)) {
    throw new Failure(
      'bad-input',
      'Give --person the object id of one account in Entra: 36 characters, as in 00000000-….',
    );
  }
  const identity = new RealIdentity(person);
  let lease = await patientLease({ store, now, wait, holder });
  try {
    const standingKey = await custody.standingKey(tenantId);
    const at = new Date(now()).toISOString();
    addForgotten(store, markMaker(tenantId, standingKey)(identity), at);
    const { open } = bridgeBuilderBox(tenantId, standingKey);
    const standing = readBridgeBuilders(store).filter((sealed) => open(sealed).person.equals(identity));
    removeBridgeBuilders(store, standing, at);
    for (const period of openPeriods(store)) {
      const key = await custody.openPeriodKey(tenantId, period.id);
      lease = renewLease(store, lease, { now, ttlMs: LEASE_MS });
      forgetPerson(store, period, pseudonymMaker(tenantId, period.id, key)(identity));
    }
  } finally {
    returnLease(store, lease);
  }
}

async function patientLease({
  store,
  now,
  wait,
  holder,
}: Pick<Forgetting, 'store' | 'now' | 'wait' | 'holder'>): Promise<Lease> {
  const giveUpAt = now() + PATIENCE_MS;
  for (;;) {
    try {
      return takeLease(store, { name: 'run', holder, now, ttlMs: LEASE_MS });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'already-running' || now() > giveUpAt) throw error;
      await wait(RETRY_MS);
    }
  }
}
