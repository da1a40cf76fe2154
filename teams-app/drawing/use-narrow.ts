import { useSyncExternalStore } from 'react';

/** Where a table of figures no longer fits beside its names: phones, and larger screens at 200 % zoom. */
const NARROW = '(max-width: 760px)';

/** Whether the page is narrow now; drawn without a window, as when it is written to text, it is wide. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow, () => false);
}

function follow(tell: () => void): () => void {
  const watched = matchMedia(NARROW);
  watched.addEventListener('change', tell);
  return () => {
    watched.removeEventListener('change', tell);
  };
}

function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}
