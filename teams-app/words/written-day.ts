import type { Language } from './language.ts';

const ISO = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const SPOKEN = /^(?<day>\d{1,2})[./\s-]+(?<month>\d{1,2})[./\s-]+(?<year>\d{4})$/;

/**
 * The day that somebody wrote: day, month and year with points, strokes or spaces between them, or as computers write it.
 *
 * @returns `2026-09-25`; undefined where no such day is in the calendar
 */
export function readWrittenDay(text: string): string | undefined {
  const written = text.trim().replace(/\.$/, '');
  const { year, month, day } = (SPOKEN.exec(written) ?? ISO.exec(written))?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${read}T00:00:00Z`);
  // The thirty-first of June is the first of July to a computer.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(read) ? undefined : read;
}

/** A day as one writes it by hand in this language: `25.9.2026`, `25/9/2026`. What is no day stays as it is. */
export function writeDay(day: string, language: Language): string {
  const { year, month, day: ofMonth } = ISO.exec(day)?.groups ?? {};
  if (year === undefined) return day;
  return [Number(ofMonth), Number(month), year].join(language === 'en' ? '/' : '.');
}
