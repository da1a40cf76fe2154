import { useState, useSyncExternalStore } from 'react';
import { readRoute, type Route } from './route.ts';
import { makeWayBack, type WayBack } from './way-back.ts';

/** That the reader has come to an address. */
export interface Arrival {
  /** Where they are; undefined where the address names no screen. */
  readonly route: Route | undefined;
  /** Where on the page they were when they left it; undefined for whoever comes there anew. */
  readonly cameBackTo: ReturnType<WayBack['arrive']>;
}

/** Where the reader is, by the address, and whether they came back to it. For one frame around the screens. */
export function useArrival(): Arrival {
  const [address] = useState(followAddress);
  return useSyncExternalStore(address.follow, address.now);
}

interface Address {
  now: () => Arrival;
  follow: (changed: () => void) => () => void;
}

function followAddress(): Address {
  const wayBack = makeWayBack();
  const arrived = (): Arrival => ({ route: readRoute(placeNow()), cameBackTo: wayBack.arrive() });
  let now = arrived();
  return {
    now: () => now,
    follow: (changed) => {
      const moved = (): void => {
        wayBack.leave();
        now = arrived();
        changed();
      };
      const end = wayBack.follow();
      addEventListener('hashchange', moved);
      return () => {
        removeEventListener('hashchange', moved);
        end();
      };
    },
  };
}

/** The part after `#` if there is one, else the path: Teams opens the tab by path, and links within it use `#`. */
function placeNow(): string {
  return location.hash.length > 1 ? location.hash : location.pathname + location.search;
}
