import type { ServiceNote } from './microsoft-graph/throttle.ts';

/** A pause shorter than this is everyday. */
const WORTH_A_LINE_MS = 60_000;

/**
 * What is said at the terminal of how a service of Microsoft Graph fares: that it asked for a minute's pause or more,
 * that it failed again and again and is left alone, that it is well again. Never whose data was asked for.
 *
 * @returns undefined for what is everyday
 */
export function serviceLine({ service, state, ms }: ServiceNote): string | undefined {
  const seconds = String(Math.ceil(ms / 1000));
  switch (state) {
    case 'paused':
      return ms < WORTH_A_LINE_MS ? undefined : `Microsoft Graph (${service}) asks for a pause of ${seconds} s.`;
    case 'left-alone':
      return `Microsoft Graph (${service}) fails again and again: it is left alone for ${seconds} s, then tried once.`;
    case 'well':
      return `Microsoft Graph (${service}) answers again.`;
  }
}
