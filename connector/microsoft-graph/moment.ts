import { z } from 'zod';

const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?Z$/;

/**
 * A moment as Graph writes one, in UTC and with up to nine decimals; finer than a millisecond is cut off.
 *
 * @returns milliseconds since 1970, undefined for every other text, one in another zone and a moment that does not exist
 */
export function readMoment(text: string): number | undefined {
  const [, second, decimals = ''] = MOMENT.exec(text) ?? [];
  if (second === undefined) return undefined;
  const moment = Date.parse(`${second}.${decimals.padEnd(3, '0').slice(0, 3)}Z`);
  if (Number.isNaN(moment)) return undefined;
  return new Date(moment).toISOString().startsWith(second) ? moment : undefined;
}

/** A field that holds such a moment, read as milliseconds since 1970. */
export const moment = z
  .string()
  .transform((text) => readMoment(text))
  .pipe(z.number());
