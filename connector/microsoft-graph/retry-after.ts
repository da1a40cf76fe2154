const SECONDS = /^\d+(?:\.\d+)?$/;
/**
 * Nobody means more than a day: what says so is a mistake over there, and one long process must not take it for the rest
 * of its life. A run ends at far less (patience.ts).
 */
const LONGEST_MS = 86_400_000;
const DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * How long an answer asks us to wait, in whole milliseconds, rounded up so that nobody comes back early.
 *
 * Seconds may have a fraction (Graph's do); a date is held against the answer's own `Date` where it has one, because
 * the server's clock made both, otherwise against `now`. A moment that has passed asks for nothing: 0.
 *
 * @param headers of the answer
 * @param now milliseconds since 1970
 * @returns at most a day; undefined when nothing is asked or it cannot be understood
 * @see RFC 9110 §10.2.3
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (SECONDS.test(text)) return Math.min(LONGEST_MS, Math.ceil(Number(text) * 1000));
  const moment = dateIn(text);
  if (moment === undefined) return undefined;
  return Math.min(LONGEST_MS, Math.max(0, moment - (dateIn(headers.get('date') ?? '') ?? now)));
}

function dateIn(text: string): number | undefined {
  const moment = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}
