import { createContext, useContext } from 'react';
import { hashOf, type Route, type ScreenName } from '../route.ts';

interface WaysOn {
  /** The screens that are open to the reader. */
  readonly screens: readonly ScreenName[];
  readonly at: Route;
}

/** Set once, by the shell, around what it shows those it knows; without it there is no other screen to go to. */
export const WaysOnContext = createContext<WaysOn | undefined>(undefined);

/** Where a page with nothing on it can lead: what anybody may read last, and never to where the reader is. */
const LEADING = ['overview', 'about'] as const;
type Leading = (typeof LEADING)[number];

/** The screen to go on to from here, `first` if it can be; undefined where there is none. */
export function useWayOn(first: Leading): Leading | undefined {
  const ways = useContext(WaysOnContext);
  if (ways === undefined) return undefined;
  return [first, ...LEADING].find((screen) => ways.screens.includes(screen) && hashOf({ screen }) !== hashOf(ways.at));
}
