import { z } from 'zod';

/** Where on a page the reader was when they left it: how far down, in px, and the link they had gone by, if any. */
const spotShape = z.object({
  top: z.number(),
  link: z.object({ href: z.string(), nth: z.number() }).optional(),
});
type Spot = z.infer<typeof spotShape>;

/** What we write on an entry of the browser's history: one more than on the one before it, so that no two have the same. */
const entryShape = z.object({ entry: z.int(), spot: spotShape.optional() });

export interface WayBack {
  /** Tells where the reader was on the entry they have come to; undefined on one they have never been at. */
  arrive: () => Spot | undefined;
  /** Keeps where they are on the entry they leave; the page must still be the one they leave. */
  leave: () => void;
  /** Begins to follow the reader's way; gives back how to end. */
  follow: () => () => void;
}

/**
 * Remembers for each entry of the browser's history where on its page the reader was. The browser cannot: it looks for
 * the place at once, and what the pages hold comes later. An entry that bears our mark was visited before; a link's is new.
 */
export function makeWayBack(): WayBack {
  const spots = new Map<number, Spot>();
  let current = 0;
  let address = location.href;
  const mark = (spot?: Spot): void => {
    history.replaceState({ entry: current, ...(spot !== undefined && { spot }) }, '');
  };
  const arrive = (): Spot | undefined => {
    const marked = entryShape.safeParse(history.state).data;
    address = location.href;
    current = marked?.entry ?? current + 1;
    if (marked === undefined) mark();
    return marked === undefined ? undefined : (spots.get(current) ?? marked.spot);
  };
  return {
    arrive,
    leave: () => {
      spots.set(current, spotNow());
    },
    follow: () => {
      const ends = new AbortController();
      const keep = (): void => {
        // Between a new address and the word of it, what is seen is still the page that was left.
        if (location.href === address) mark(spotNow());
      };
      history.scrollRestoration = 'manual';
      // The page may be loaded anew, or left for another and come back to, and what is written as it goes may be lost;
      // and a link to where one is takes the mark away.
      addEventListener('scrollend', keep, { signal: ends.signal });
      addEventListener('click', keep, { signal: ends.signal, capture: true });
      return () => {
        history.scrollRestoration = 'auto';
        ends.abort();
      };
    },
  };
}

/** What a reader does who has begun to read; from then on nothing is moved under their eyes. */
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** Longer than answers take; what comes later than this is let come where it will. */
const COMING_MS = 10_000;

/** Goes to where the reader was, again each time the page grows, until they act themselves. Gives back how to stop. */
export function goBackTo({ top, link }: Spot): () => void {
  const ends = new AbortController();
  let sought = link;
  const go = (): void => {
    if (sought !== undefined && takesFocus(sought)) sought = undefined;
    scrollTo({ top, behavior: 'instant' });
  };
  const grows = new ResizeObserver(go);
  const stop = (): void => {
    clearTimeout(atLast);
    grows.disconnect();
    ends.abort();
  };
  const atLast = setTimeout(stop, COMING_MS);
  for (const act of ACTS) addEventListener(act, stop, { signal: ends.signal, capture: true, passive: true });
  grows.observe(document.body);
  return stop;
}

function spotNow(): Spot {
  const at = document.activeElement;
  const href = at instanceof HTMLAnchorElement ? at.getAttribute('href') : null;
  if (href === null) return { top: scrollY };
  return { top: scrollY, link: { href, nth: linksTo(href).findIndex((link) => link === at) } };
}

/** False while the link is not there, or lies folded. */
function takesFocus({ href, nth }: NonNullable<Spot['link']>): boolean {
  const link = linksTo(href)[nth];
  link?.focus({ preventScroll: true });
  return link !== undefined && link === document.activeElement;
}

/** A page may hold several links to one place. */
function linksTo(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll('a')].filter((link) => link.getAttribute('href') === href);
}
