/**
 * Whole days, UTC. A day is written as it is said, `2026-07-01`; a period includes its first day and excludes its last.
 * An act belongs to the day it was sent or began.
 */
export type Day = `${number}-${number}-${number}`;

export interface Period {
  /** `2026-Q3` for a calendar quarter, otherwise `2024-01-01--2024-04-01`. Safe in a file name and in a path. */
  readonly id: string;
  readonly from: Day;
  /** The first day after the period. */
  readonly to: Day;
}

const MILLISECONDS_A_DAY = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day that exists: `2026-02-30` is not. */
export function isDay(text: string): text is Day {
  if (!SHAPE.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** None where there is no such month. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/**
 * The day a moment falls on, UTC.
 *
 * @param moment milliseconds since 1970-01-01T00:00:00Z
 * @throws RangeError when the moment is outside the years 0 to 9999
 */
export function dayOf(moment: number): Day {
  const text = new Date(moment).toISOString().slice(0, 10);
  if (!isDay(text)) throw new RangeError('A moment outside the years 0 to 9999 has no day.');
  return text;
}

/** The first moment of a day, in milliseconds since 1970-01-01T00:00:00Z. */
export function startOf(day: Day): number {
  return Date.parse(day);
}

/** Days since 1970-01-01: the form in which days are stored and computed with. */
export function dayNumber(day: Day): number {
  return startOf(day) / MILLISECONDS_A_DAY;
}

/** The inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
  return dayOf(number * MILLISECONDS_A_DAY);
}

/** The day so many days later; earlier when the count is negative. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** Every day of a span in order; empty when it ends before it begins. */
export function daysOf(span: { readonly from: Day; readonly to: Day }): Day[] {
  const first = dayNumber(span.from);
  return Array.from({ length: Math.max(0, dayNumber(span.to) - first) }, (_, index) => dayFromNumber(first + index));
}

/**
 * The calendar quarter a day lies in.
 *
 * @example quarterOf('2026-08-15') // { id: '2026-Q3', from: '2026-07-01', to: '2026-10-01' }
 */
export function quarterOf(day: Day): Period {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const from = dayOf(Date.UTC(year, quarter * 3, 1));
  const to = dayOf(Date.UTC(year, quarter * 3 + 3, 1));
  return { id: `${String(year)}-Q${String(quarter + 1)}`, from, to };
}

/**
 * The period a span makes: the quarter when it is exactly one, otherwise a period named by its two days.
 *
 * @throws RangeError when it does not end after it begins
 */
export function periodOf(from: Day, to: Day): Period {
  if (from >= to) throw new RangeError('A period ends after it begins: give --to a later day than --from.');
  const quarter = quarterOf(from);
  return quarter.from === from && quarter.to === to ? quarter : { id: `${from}--${to}`, from, to };
}
