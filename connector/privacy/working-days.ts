import { addDays, dayNumber, dayOf, type Day } from './period.ts';

const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const DAYS_FROM_MONDAY_TO_EPOCH = 3;
const SATURDAY = 5;

/** Month and date of the public holidays that never move. */
const FIXED_HOLIDAYS = ['01-01', '05-01', '05-17', '12-25', '12-26'];
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday and Monday. */
const HOLIDAYS_FROM_EASTER = [-3, -2, 0, 1, 39, 49, 50];

/**
 * Whether a day is a working day in Norway: Monday to Friday and no public holiday. Christmas Eve and New Year's Eve are
 * working days, as the law counts them.
 *
 * @see lov om helligdager og helligdagsfred § 2, lov om 1. og 17. mai som høgtidsdagar
 */
export function isWorkingDay(day: Day): boolean {
  const weekday = (dayNumber(day) + DAYS_FROM_MONDAY_TO_EPOCH) % DAYS_A_WEEK;
  if (weekday >= SATURDAY || FIXED_HOLIDAYS.includes(day.slice(5))) return false;
  const fromEaster = dayNumber(day) - dayNumber(easterSunday(Number(day.slice(0, 4))));
  return !HOLIDAYS_FROM_EASTER.includes(fromEaster);
}

/**
 * The day on which so many whole working days have passed since a day; that day itself does not count. What is blocked
 * for ten working days is free again on the day after this one.
 *
 * @param count whole, at least 1
 */
export function afterWorkingDays(day: Day, count: number): Day {
  let last = day;
  for (let passed = 0; passed < count;) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) passed += 1;
  }
  return last;
}

/**
 * Easter Sunday of the Gregorian calendar.
 *
 * @see the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * late + 114;
  return dayOf(Date.UTC(year, Math.floor(fromMarch / 31) - 1, (fromMarch % 31) + 1));
}
