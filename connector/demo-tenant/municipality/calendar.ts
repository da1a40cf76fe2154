export const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
/** The 1st of January 1970 was a Thursday, the fourth day of its week. */
const EPOCH_WEEKDAY = 3;

/** How much of a full working day's work is done on a day depends on the trade. */
export type Rhythm = 'office' | 'school' | 'care' | 'council';

/**
 * The five complete calendar quarters before a moment: their starts and, last, the end of the fifth.
 *
 * @param today milliseconds since 1970, UTC
 * @returns six UTC midnights in milliseconds
 */
export function quarterStarts(today: number): number[] {
  const date = new Date(today);
  const quarter = date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
  return [5, 4, 3, 2, 1, 0].map((back) => Date.UTC(Math.floor((quarter - back) / 4), ((quarter - back) % 4) * 3, 1));
}

/** The number of a day's ISO week, counted without end, so that two days share it when they share a Monday. */
export function weekNumber(day: number): number {
  return Math.floor((day + EPOCH_WEEKDAY) / DAYS_A_WEEK);
}

/**
 * Work done on a day, against 1 on an ordinary working day.
 *
 * @param day days since 1970-01-01
 */
export function activityOn(day: number, rhythm: Rhythm): number {
  const met = ACTIVITY[rhythm].get(day) ?? reckonedActivity(day, rhythm);
  ACTIVITY[rhythm].set(day, met);
  return met;
}

/** It is asked for everybody on each day, and there are hardly more than five hundred days. */
const ACTIVITY: Readonly<Record<Rhythm, Map<number, number>>> = {
  office: new Map(),
  school: new Map(),
  care: new Map(),
  council: new Map(),
};

function reckonedActivity(day: number, rhythm: Rhythm): number {
  const date = new Date(day * DAY_MS);
  const monthDay = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const fromEaster = day - easterDay(date.getUTCFullYear());
  const holiday = holidayFactor(monthDay, fromEaster, rhythm);
  const weekday = (day + EPOCH_WEEKDAY) % DAYS_A_WEEK;
  return weekday >= 5 ? Math.min(holiday, 1) * WEEKEND[rhythm] : holiday;
}

const WEEKEND: Readonly<Record<Rhythm, number>> = { office: 0.04, school: 0.06, care: 0.3, council: 0.25 };

// Fellesferie is the last three weeks of July; schools are closed from St. John's to mid-August. Constants by eye from
// Norwegian school and holiday calendars.
function holidayFactor(monthDay: number, fromEaster: number, rhythm: Rhythm): number {
  if (isPublicHoliday(monthDay, fromEaster)) return rhythm === 'care' ? 0.3 : 0.03;
  if (monthDay >= 1222 || monthDay <= 102) return rhythm === 'care' ? 0.4 : 0.15;
  if (fromEaster >= -8 && fromEaster <= 1) return rhythm === 'school' ? 0.1 : 0.35;
  if (rhythm === 'school' && monthDay >= 622 && monthDay <= 809) return 0.12;
  if (monthDay >= 706 && monthDay <= 731) return rhythm === 'care' ? 0.5 : 0.22;
  if (monthDay >= 701 && monthDay <= 809) return 0.6;
  return 1;
}

function isPublicHoliday(monthDay: number, fromEaster: number): boolean {
  return [101, 501, 517, 1225, 1226].includes(monthDay) || [-3, -2, 0, 1, 39, 49, 50].includes(fromEaster);
}

/**
 * Easter Sunday of a Gregorian year, in days since 1970-01-01.
 *
 * @see the anonymous algorithm in Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8
 */
export function easterDay(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const short = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(short / 4) - moon - (short % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * late + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / DAY_MS;
}
