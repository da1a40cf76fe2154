import type { CollectionRun } from './collection-run.ts';
import { addressIdentity } from './microsoft-graph/narrowed-directory.ts';
import type { Directory, DirectoryPerson } from './microsoft-graph/people.ts';
import { markMaker } from './privacy/mark.ts';
import { dayOf, type Period } from './privacy/period.ts';
import type { Pseudonym } from './privacy/pseudonym.ts';
import { pseudonymMaker } from './privacy/pseudonym.ts';
import { openSealedAddress, type SealedAddress } from './privacy/sealed-address.ts';
import { forgetPeople, unreleasablePeriods } from './store/erase.ts';
import { readMemberships } from './store/people.ts';
import {
  noteMissed,
  pendingProtected,
  pendingRemovals,
  resolvePending,
  resolveRemoval,
  type AddressMarks,
} from './store/protected.ts';
import { isUnlistedHeld, noteUnlistedForgotten } from './store/scopes.ts';

/**
 * Makes marks of the addresses that employees' representatives have listed or want off the list since the last run, before
 * anything is read: of whoever the directory knows by each, and of the address itself; then the address is gone. `serve`
 * cannot do this, for it asks Microsoft nothing. Who is to be listed comes first, so that a list whose last name is to go
 * has the next one by then; what would leave nobody on it waits for a later run.
 */
export async function resolveProtected(run: CollectionRun, directory: Pick<Directory, 'resolve'>): Promise<void> {
  const pending = pendingProtected(run.store);
  const removals = pendingRemovals(run.store);
  if (pending.length + removals.length === 0) return;
  const marksOf = addressMarks(run.tenantId, await run.openStandingKey(), directory);
  for (const sealed of pending) {
    const marks = marksOf(sealed);
    run.stillOurs();
    resolvePending(run.store, sealed, marks);
  }
  const outcomes = removals.map((sealed) => {
    const marks = marksOf(sealed);
    run.stillOurs();
    return resolveRemoval(run.store, sealed, marks);
  });
  if (outcomes.every((outcome) => outcome === 'waits')) return;
  noteMissed(run.store, dayOf(run.now()), outcomes.filter((outcome) => outcome === 'nobody').length);
}

function addressMarks(
  tenantId: string,
  key: Uint8Array,
  directory: Pick<Directory, 'resolve'>,
): (sealed: SealedAddress) => AddressMarks {
  const markOf = markMaker(tenantId, key);
  return (sealed) => {
    const address = openSealedAddress(tenantId, key, sealed);
    const found = directory.resolve(address);
    return {
      address: markOf(addressIdentity(address)),
      ...(typeof found === 'object' ? { person: markOf(found) } : {}),
    };
  };
}

/**
 * Who may not be held any more is forgotten in every period that still is, both sides of every act, before anything more
 * is read (design D7: narrowing takes effect at once and deletes): those given, and, where the positive list itself became
 * another, everybody who is not on it.
 */
export async function forgetExcluded(
  run: CollectionRun,
  excluded: readonly DirectoryPerson[],
  listed: readonly DirectoryPerson[],
): Promise<void> {
  const isOtherList = isUnlistedHeld(run.store);
  if (excluded.length === 0 && !isOtherList) return;
  const beyond = new Set(unreleasablePeriods(run.store).map(({ id }) => id));
  for (const period of run.store.heldPeriods().filter(({ id }) => !beyond.has(id))) {
    const pseudonymOf = pseudonymMaker(run.tenantId, period.id, await run.openPeriodKey(period.id));
    const named = excluded.map(({ identity }) => pseudonymOf(identity));
    const others = isOtherList
      ? unlisted(run, period, new Set(listed.map(({ identity }) => pseudonymOf(identity))))
      : [];
    run.stillOurs();
    forgetPeople(run.store, period, [...named, ...others]);
  }
  if (isOtherList) noteUnlistedForgotten(run.store);
}

function unlisted({ store }: CollectionRun, period: Period, listed: ReadonlySet<Pseudonym>): Pseudonym[] {
  return readMemberships(store.period(period))
    .map(({ person }) => person)
    .filter((person) => !listed.has(person));
}
