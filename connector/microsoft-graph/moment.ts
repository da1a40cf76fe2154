import { z } from 'zod';
import { isDay, startOf } from '../privacy/period.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
const MILLISECONDS = { hour: 3_600_000, minute: 60_000, second: 1_000 };

/** Items come by the thousand of the same day. */
let lastDay = { text: '', start: NaN };

/**
 * A moment as Graph writes one, in UTC and with up to nine decimals; finer than a millisecond is cut off.
 *
 * @returns milliseconds since 1970, undefined for every other text, one in another zone and a moment that does not exist
 */
export function readMoment(text: string): number | undefined {
  if (!MOMENT.test(text)) return undefined;
  const start = startIfDay(text.slice(0, 10));
  if (Number.isNaN(start)) return undefined;
  const { hour, minute, second } = MILLISECONDS;
  const time = number(text, 11) * hour + number(text, 14) * minute + number(text, 17) * second;
  return start + time + (text[19] === '.' ? Number(text.slice(20, 23).replace('Z', '').padEnd(3, '0')) : 0);
}

function startIfDay(text: string): number {
  if (text !== lastDay.text) lastDay = { text, start: isDay(text) ? startOf(text) : NaN };
  return lastDay.start;
}

/** The two digits at a place. */
function number(text: string, place: number): number {
  return text.charCodeAt(place) * 10 + text.charCodeAt(place + 1) - 528;
}

/** A field that holds such a moment, read as milliseconds since 1970. */
export const moment = z
  .string()
  .transform((text) => readMoment(text))
  .pipe(z.number());
