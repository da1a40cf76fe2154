import type { Release } from '../../connector/privacy/release.ts';
import type { Store } from '../../connector/store/open.ts';
import { notePinned } from '../../connector/store/pinned.ts';
import { saveRelease } from '../../connector/store/releases.ts';

/** Stores a release and notes it as pinned, so that it is shown. */
export function showRelease(store: Store, release: Release): void {
  saveRelease(store, release);
  notePinned(store, release.entry.number);
}
