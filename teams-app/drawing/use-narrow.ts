import { useSyncExternalStore } from 'react';

/** Where a table of figures no longer fits beside its names: phones, and larger screens at 200 % zoom. */
const NARROW = '(max-width: 760px)';

/** Whether the page is narrow now. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow);
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
