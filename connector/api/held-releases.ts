import type { Release } from '../privacy/release.ts';
import { readLedger } from '../store/ledger.ts';
import type { Store } from '../store/open.ts';
import { shownPeriods } from '../store/pinned.ts';
import { readRelease } from '../store/releases.ts';

/**
 * Releases by the hash of their ledger entry, for as long as their store lives. A release is made once and never
 * changes, and its entry's hash binds every byte of it: what is held here is that release, whatever may have happened
 * to the stored text since.
 */
const held = new WeakMap<Store, Map<string, Release>>();

/**
 * Every release that is pinned, newest first, each the one its ledger entry was written for; empty before the first. The ledger is
 * read and checked each time, a release's text once.
 *
 * Cost: 6 ms for a release of 20,000 people the first time, later well under one for them all.
 *
 * @returns the same object for the same release each time, so that what is made of one can be kept: `onceARelease`
 * @throws Failure 'ledger-broken' when ledger or release is not what was written: then nothing is answered rather than
 *   something else
 */
export function heldReleases(store: Store): Release[] {
  const hashOf = entryHashes(store);
  return shownPeriods(store).flatMap(({ id }) => opened(store, id, hashOf) ?? []);
}

/** The release of one period; undefined when it has none. Costs and throws as `heldReleases` does for one. */
export function heldRelease(store: Store, periodId: string): Release | undefined {
  const hashOf = entryHashes(store);
  return shownPeriods(store).some(({ id }) => id === periodId) ? opened(store, periodId, hashOf) : undefined;
}

/** Keeps what is made of a release for as long as the release is held: made once, however often it is asked for. */
export function onceARelease<Made extends object>(make: (release: Release) => Made): (release: Release) => Made {
  const kept = new WeakMap<Release, Made>();
  return (release) => {
    const made = kept.get(release) ?? make(release);
    kept.set(release, made);
    return made;
  };
}

function entryHashes(store: Store): ReadonlyMap<string, string> {
  return new Map(readLedger(store).map(({ period, hash }) => [period.id, hash]));
}

function opened(store: Store, periodId: string, hashOf: ReadonlyMap<string, string>): Release | undefined {
  const ofThis = held.get(store) ?? new Map<string, Release>();
  held.set(store, ofThis);
  const known = ofThis.get(hashOf.get(periodId) ?? '');
  if (known !== undefined) return known;
  const release = readRelease(store, periodId);
  if (release !== undefined) ofThis.set(release.entry.hash, release);
  return release;
}
