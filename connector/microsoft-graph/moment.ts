import { z } from 'zod';
import { isDay } from '../privacy/period.ts';

const MOMENT = /^(\d{4}-\d{2}-\d{2})(T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?Z$/;

/**
 * A moment as Graph writes one, in UTC and with up to nine decimals; finer than a millisecond is cut off.
 *
 * @returns milliseconds since 1970, undefined for every other text, one in another zone and a moment that does not exist
 */
export function readMoment(text: string): number | undefined {
  const [, day = '', time = '', decimals = ''] = MOMENT.exec(text) ?? [];
  return isDay(day) ? Date.parse(`${day}${time}.${decimals.padEnd(3, '0').slice(0, 3)}Z`) : undefined;
}

/** A field that holds such a moment, read as milliseconds since 1970. */
export const moment = z
  .string()
  .transform((text) => readMoment(text))
  .pipe(z.number());
