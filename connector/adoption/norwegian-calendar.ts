import { schoolWeeks, type County } from './school-holidays.ts';

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const DAYS_FROM_MONDAY_TO_EPOCH = 3;
const SATURDAY = 5;

/** Public holidays that never move, and days from Easter Sunday of those that do. Source: lov om helligdager § 2, lov om 1. og 17. mai. */
const FIXED_HOLIDAYS = ['01-01', '05-01', '05-17', '12-25', '12-26'] as const;
const HOLIDAYS_FROM_EASTER = [-3, -2, 0, 1, 39, 49, 50] as const;
/** The three weeks of July in which much of Norway is on holiday. Source: market-and-seeds §4c, "fellesferie (weeks 28–30)". */
export const FELLESFERIE = { first: 28, last: 30 } as const;
/**
 * Eight weeks in which schools are off. Source: timeanddate.no, "åtte til ni uker fra midten av juni"; 20 June to 16 August
 * in 2026. It differs by some days from place to place.
 */
const SCHOOL_SUMMER = { first: 26, last: 33 } as const;

export type OffKind =
  | 'public-holiday'
  | 'fellesferie'
  | 'christmas'
  | 'easter-week'
  | 'school-summer'
  | 'winter-holiday'
  | 'autumn-holiday';

/** Days off one after another; days as `2026-07-06`. */
export interface DaysOff {
  readonly kind: OffKind;
  readonly from: string;
  /** The last day of them. */
  readonly through: string;
  /** Weekdays among them, at least 1. */
  readonly weekdays: number;
  /** Everybody; many; schools, and with them parents. */
  readonly who: 'everybody' | 'many' | 'schools';
  /** False where the week depends on the county or the municipality and is not known, or differs by some days. */
  readonly sure: boolean;
}

export interface Season {
  /** Mondays to Fridays. */
  readonly weekdays: number;
  /** Those that are no public holiday. */
  readonly workingDays: number;
  /** Working days on which many are off: fellesferie, Christmas, the week before Easter. */
  readonly quietDays: number;
}

/** Whole days, the first included and the last excluded. */
interface Span {
  readonly from: string;
  readonly to: string;
}

interface Off {
  readonly kind: OffKind;
  readonly who: DaysOff['who'];
  readonly sure: boolean;
  /** Days since 1970, both included. */
  readonly first: number;
  readonly last: number;
}

/**
 * What is off in a span, in order of the days: so that fewer habits in July are explained and not taken for a failure.
 * What lies on weekends alone is left out; what reaches over the span's edge is cut there.
 *
 * @param county absent: the school weeks of all counties, none of them sure
 * @example see ADOPTION.md, "Days off"
 */
export function daysOffIn(span: Span, county?: County): DaysOff[] {
  return offIn(span, county).map(({ kind, who, sure, first, last }) => ({
    kind,
    from: dayText(first),
    through: dayText(last),
    weekdays: weekdaysIn(first, last).length,
    who,
    sure,
  }));
}

/** Weekdays, working days and quiet days of a span. Summer has as many working days as autumn, and many more quiet ones. */
export function seasonOf(span: Span): Season {
  const weekdays = weekdaysIn(dayNumber(span.from), dayNumber(span.to) - 1);
  const off = offIn(span);
  const isOff = (day: number, who: DaysOff['who']): boolean =>
    off.some((it) => it.who === who && it.first <= day && day <= it.last);
  const working = weekdays.filter((day) => !isOff(day, 'everybody'));
  return {
    weekdays: weekdays.length,
    workingDays: working.length,
    quietDays: working.filter((day) => isOff(day, 'many')).length,
  };
}

/** The ISO weeks of a span in which somebody is off, as `2026-W29`, and why. */
export function weeksOffIn(
  span: Span,
  county?: County,
): { readonly week: string; readonly kinds: readonly OffKind[] }[] {
  const kinds = new Map<string, Set<OffKind>>();
  for (const { kind, first, last } of offIn(span, county)) {
    for (const day of weekdaysIn(first, last)) {
      const week = isoWeek(day);
      kinds.set(week, (kinds.get(week) ?? new Set()).add(kind));
    }
  }
  return [...kinds].sort(([a], [b]) => a.localeCompare(b)).map(([week, why]) => ({ week, kinds: [...why] }));
}

function offIn({ from, to }: Span, county?: County): Off[] {
  const [start, end] = [dayNumber(from), dayNumber(to) - 1];
  const years = Array.from({ length: yearOf(end) - yearOf(start) + 1 }, (_, index) => yearOf(start) + index);
  return years
    .flatMap((year) => offOfYear(year, county))
    .map((off) => ({ ...off, first: Math.max(start, off.first), last: Math.min(end, off.last) }))
    .filter(({ first, last }) => weekdaysIn(first, last).length > 0)
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

function offOfYear(year: number, county: County | undefined): Off[] {
  const easter = easterDay(year);
  const holidays = [
    ...FIXED_HOLIDAYS.map((day) => dayNumber(`${String(year)}-${day}`)),
    ...HOLIDAYS_FROM_EASTER.map((days) => easter + days),
  ];
  return [
    ...holidays.map((day): Off => ({ kind: 'public-holiday', who: 'everybody', sure: true, first: day, last: day })),
    { kind: 'easter-week', who: 'many', sure: true, first: easter - 6, last: easter - 4 },
    { kind: 'fellesferie', who: 'many', sure: true, ...weeks(year, FELLESFERIE.first, FELLESFERIE.last) },
    {
      ...{ kind: 'christmas', who: 'many', sure: true },
      ...{ first: dayNumber(`${String(year)}-12-24`), last: dayNumber(`${String(year)}-12-31`) },
    },
    { kind: 'school-summer', who: 'schools', sure: false, ...weeks(year, SCHOOL_SUMMER.first, SCHOOL_SUMMER.last) },
    ...schoolWeeksOff(year, county, 'winter', 'winter-holiday'),
    ...schoolWeeksOff(year, county, 'autumn', 'autumn-holiday'),
  ];
}

function schoolWeeksOff(year: number, county: County | undefined, when: 'winter' | 'autumn', kind: OffKind): Off[] {
  const possible = schoolWeeks(county, when);
  return possible.map((week) => ({
    ...{ kind, who: 'schools', sure: county !== undefined && possible.length === 1 },
    ...weeks(year, week, week),
  }));
}

/** Mondays to Fridays of so many ISO weeks. */
function weeks(year: number, firstWeek: number, lastWeek: number): { first: number; last: number } {
  // The 4th of January is always in the first week.
  const fourth = dayNumber(`${String(year)}-01-04`);
  const monday = fourth - weekdayOf(fourth);
  return { first: monday + (firstWeek - 1) * DAYS_A_WEEK, last: monday + (lastWeek - 1) * DAYS_A_WEEK + SATURDAY - 1 };
}

/** The week belongs to the year in which its Thursday lies. */
function isoWeek(day: number): string {
  const thursday = day - weekdayOf(day) + 3;
  const year = yearOf(thursday);
  const week = Math.floor((thursday - dayNumber(`${String(year)}-01-01`)) / DAYS_A_WEEK) + 1;
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

function weekdaysIn(first: number, last: number): number[] {
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return days.filter((day) => weekdayOf(day) < SATURDAY);
}

/** 0 is a Monday; before 1970 too. */
function weekdayOf(day: number): number {
  return (((day + DAYS_FROM_MONDAY_TO_EPOCH) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
}

/**
 * Easter Sunday of a Gregorian year after 1900, in days since 1970: the Sunday after the full moon that follows 20 March.
 *
 * @see Gauss's rule in the form for one century: Meeus, Astronomical Algorithms, chapter 8; the tests hold it to the other
 *   form of that chapter for two hundred years
 */
function easterDay(year: number): number {
  const moon = paschalMoon(year);
  return moon + DAYS_A_WEEK - ((weekdayOf(moon) + 1) % DAYS_A_WEEK);
}

/** The fourteenth day of the paschal moon, by golden number and epact. */
function paschalMoon(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15;
  const age = (19 * golden + correction) % 30;
  const early = age === 29 || (age === 28 && golden > 10) ? 1 : 0;
  return dayNumber(`${String(year)}-03-21`) + age - early;
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
