import type { Language } from './language.ts';

// Lists, because a browser without data for one language silently falls back to American English. Chromium has none for
// nynorsk, which writes numbers and the names of the months as bokmål does; so it never asks for its own.
const LOCALES: Record<Language, string[]> = { nb: ['nb-NO', 'no'], nn: ['nb-NO', 'no'], en: ['en-GB'] };

/** Numbers, dates and periods as a reader of one language writes them. Dates are whole days in UTC. */
export interface Format {
  /** A whole number: `1 204`. */
  count(value: number): string;
  /** With up to this many decimals, none that are zero. */
  decimal(value: number, decimals: number): string;
  /** With exactly this many decimals, so that numbers beside each other are equally precise: `1,0`. */
  fixed(value: number, decimals: number): string;
  /** `65 %` from 65. */
  percent(value: number): string;
  /** `1. oktober 2026` from `2026-10-01` or a full time stamp; the day and its month stand on one line. */
  day(day: string): string;
  /** Day and clock, UTC: `1. oktober 2026 kl. 02:17 UTC` from a full time stamp. */
  moment(moment: string): string;
  /** `3. kvartal 2026` for a calendar quarter, else first and last day. */
  period(period: Span): string;
  /** `3. kvartal 2026` from a quarter's id, `2026-Q3`; any other id as it is. */
  periodNamed(id: string): string;
  /** As `period`, but as short as will go under a picture: `3. kv. 26`. */
  shortPeriod(period: Span): string;
  /** First and last day of the period: `1. juli – 30. september 2026`. */
  days(period: Span): string;
}

interface Span {
  readonly from: string;
  /** The first day after. */
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** The words a quarter needs, from the language's own catalogue. */
export interface QuarterWords {
  readonly quarter: (number: number, year: string) => string;
  readonly shortQuarter: (number: number, year: string) => string;
}

/** No line ends between a day and its month, before the clock and its zone, or before the dash of a span. */
function together(written: string): string {
  return written
    .replaceAll(/(?<=(?<!\d)\d{1,2}\.?) (?=\p{L})| (?=\d\d:)/gu, '\u00a0')
    .replaceAll(/[ \u2009](?=\u2013)/g, '\u00a0');
}

/** British English of `Intl` writes a hyphen; what is read as a number has the sign of one. */
function minus(written: string): string {
  return written.replace('-', '\u2212');
}

export function makeFormat(language: Language, words: QuarterWords): Format {
  const locales = LOCALES[language];
  const whole = new Intl.NumberFormat(locales, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locales, { style: 'percent', maximumFractionDigits: 0 });
  const long = new Intl.DateTimeFormat(locales, { dateStyle: 'long', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locales, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locales, {
    day: 'numeric',
    month: 'numeric',
    year: '2-digit',
    timeZone: 'UTC',
  });
  const rounded = (least: number, most: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locales, { minimumFractionDigits: least, maximumFractionDigits: most });
  const days = (period: Span): string => together(long.formatRange(timeOf(period.from), timeOf(period.to) - DAY_MS));
  return {
    count: (value) => minus(whole.format(value)),
    decimal: (value, decimals) => minus(rounded(0, decimals).format(value)),
    fixed: (value, decimals) => minus(rounded(decimals, decimals).format(value)),
    percent: (value) => minus(share.format(value / 100)),
    day: (day) => together(long.format(timeOf(day))),
    moment: (moment) => together(`${clock.format(timeOf(moment))} UTC`),
    days,
    period: (period) => {
      const quarter = quarterOf(period);
      return quarter === undefined ? days(period) : words.quarter(quarter.number, quarter.year);
    },
    periodNamed: (id) => {
      const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(id) ?? [];
      return year === undefined ? id : words.quarter(Number(number), year);
    },
    shortPeriod: (period) => {
      const quarter = quarterOf(period);
      return quarter === undefined
        ? short.format(timeOf(period.from))
        : words.shortQuarter(quarter.number, quarter.year);
    },
  };
}

function timeOf(day: string): number {
  return Date.parse(day.length === 10 ? `${day}T00:00:00Z` : day);
}

/** The calendar quarter that this span is, exactly; undefined for any other span. */
function quarterOf(period: Span): { readonly number: number; readonly year: string } | undefined {
  const from = new Date(timeOf(period.from));
  const first = from.getUTCMonth();
  const end = new Date(Date.UTC(from.getUTCFullYear(), first + 3, 1)).toISOString().slice(0, 10);
  if (first % 3 !== 0 || from.getUTCDate() !== 1 || end !== period.to.slice(0, 10)) return undefined;
  return { number: first / 3 + 1, year: String(from.getUTCFullYear()) };
}
