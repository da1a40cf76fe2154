import type { CollectionRun } from './collection-run.ts';
import { addressIdentity } from './microsoft-graph/narrowed-directory.ts';
import type { Directory, DirectoryPerson } from './microsoft-graph/people.ts';
import { markMaker } from './privacy/mark.ts';
import type { Period } from './privacy/period.ts';
import type { Pseudonym } from './privacy/pseudonym.ts';
import { pseudonymMaker } from './privacy/pseudonym.ts';
import { openSealedAddress } from './privacy/sealed-address.ts';
import { forgetPeople, unreleasablePeriods } from './store/erase.ts';
import { readMemberships } from './store/people.ts';
import { pendingProtected, resolvePending } from './store/protected.ts';
import { isUnlistedHeld, noteUnlistedForgotten } from './store/scopes.ts';

/**
 * Makes marks of the addresses that employees' representatives have listed since the last run, before anything is read:
 * of whoever the directory knows by each, and of the address itself; then the address is gone. `serve` cannot do this, for
 * it asks Microsoft nothing.
 */
export async function resolveProtected(run: CollectionRun, directory: Pick<Directory, 'resolve'>): Promise<void> {
  const pending = pendingProtected(run.store);
  if (pending.length === 0) return;
  const key = await run.openStandingKey();
  const markOf = markMaker(run.tenantId, key);
  for (const sealed of pending) {
    const address = openSealedAddress(run.tenantId, key, sealed);
    const found = directory.resolve(address);
    const marks = [markOf(addressIdentity(address)), ...(typeof found === 'object' ? [markOf(found)] : [])];
    run.stillOurs();
    resolvePending(run.store, sealed, marks);
  }
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
