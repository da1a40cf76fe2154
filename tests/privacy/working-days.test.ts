import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayFromNumber, dayNumber } from '../../connector/privacy/period.ts';
import { afterWorkingDays, easterSunday, isWorkingDay } from '../../connector/privacy/working-days.ts';

test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %d is on %s', (year, sunday) => {
  expect(easterSunday(year)).toBe(sunday);
});

test('Easter is a Sunday from 22 March to 25 April, every year', () => {
  for (let year = 1900; year < 2300; year += 1) {
    const sunday = easterSunday(year);
    expect(new Date(sunday).getUTCDay()).toBe(0);
    expect(sunday >= `${year}-03-22` && sunday <= `${year}-04-25`).toBe(true);
  }
});

test('the public holidays of 2026, and no other weekday, are days off', () => {
  const off = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n)).filter(
    (day) => ![0, 6].includes(new Date(day).getUTCDay()) && !isWorkingDay(day),
  );
  expect(off).toEqual([
    '2026-01-01',
    '2026-04-02',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-12-25',
  ]);
});

test.each([
  ['2026-11-02', 10, '2026-11-16'],
  ['2026-11-06', 1, '2026-11-09'],
  // Maundy Thursday, Good Friday and Easter Monday lie between.
  ['2026-03-30', 10, '2026-04-16'],
  ['2026-12-23', 2, '2026-12-28'],
] as const)('after %s, %d working days have passed on %s', (day, count, passed) => {
  expect(afterWorkingDays(day, count)).toBe(passed);
});

test('so many working days lie between, and the last is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 18_000, max: 25_000 }), fc.integer({ min: 1, max: 30 }), (first, count) => {
      const last = afterWorkingDays(dayFromNumber(first), count);
      const between = Array.from({ length: dayNumber(last) - first }, (_, n) => dayFromNumber(first + n + 1));
      expect(between.filter(isWorkingDay)).toHaveLength(count);
      expect(isWorkingDay(last)).toBe(true);
    }),
  );
});
