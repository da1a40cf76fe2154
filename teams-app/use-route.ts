import { useMemo, useSyncExternalStore } from 'react';
import { readRoute, type Route } from './route.ts';

/** Where the reader is, by the address; undefined where the address names no screen. */
export function useRoute(): Route | undefined {
  const place = useSyncExternalStore(listen, placeNow);
  return useMemo(() => readRoute(place), [place]);
}

/** The part after `#` if there is one, else the path: Teams opens the tab by path, and links within it use `#`. */
function placeNow(): string {
  return location.hash.length > 1 ? location.hash : location.pathname + location.search;
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('hashchange', changed);
  };
}
