import { describe, expect, test } from 'vitest';
import { APPS, type App, type UsageDay } from '../../connector/privacy/usage-day.ts';
import { addDays, type Day } from '../../connector/privacy/period.ts';
import type { Pseudonym } from '../../connector/privacy/pseudonym.ts';
import { readUsage, replaceUsageDay, usageDaysRead } from '../../connector/store/usage-days.ts';
import { FEBRUARY, person, temporaryStore, thrownBy, untyped } from './temporary-store.ts';

const [ANNA, BO] = [person(1), person(2)];

function used(who: Pseudonym, day: Day, ...apps: App[]): UsageDay {
  return { person: who, day, apps };
}

test('a day is replaced whole, and a day nobody used anything is a day with a report', () => {
  const file = temporaryStore().period(FEBRUARY);
  replaceUsageDay(file, 'active-users', '2027-02-02', [used(ANNA, '2027-02-02', 'teams')]);
  replaceUsageDay(file, 'active-users', '2027-02-01', [used(ANNA, '2027-02-01', 'files', 'exchange')]);
  replaceUsageDay(file, 'active-users', '2027-02-07', []);
  const corrected = [used(BO, '2027-02-02', 'teams', 'files', 'exchange'), used(ANNA, '2027-02-02', 'exchange')];
  for (let time = 0; time < 2; time += 1) replaceUsageDay(file, 'active-users', '2027-02-02', corrected);
  expect(readUsage(file)).toEqual({
    reportDays: ['2027-02-01', '2027-02-02', '2027-02-07'],
    rows: [
      used(ANNA, '2027-02-01', 'exchange', 'files'),
      used(ANNA, '2027-02-02', 'exchange'),
      used(BO, '2027-02-02', 'exchange', 'teams', 'files'),
    ],
  });
  expect(usageDaysRead(file, 'active-users')).toEqual(new Set(['2027-02-01', '2027-02-02', '2027-02-07']));
  expect(usageDaysRead(file, 'another-report')).toEqual(new Set());
});

test('every app there is comes back as it was stored, alone and with all others', () => {
  const file = temporaryStore().period(FEBRUARY);
  APPS.forEach((app, index) => {
    const day = addDays('2027-02-01', index);
    replaceUsageDay(file, 'active-users', day, [used(ANNA, day, app), used(BO, day, ...APPS)]);
  });
  const told = readUsage(file).rows.map(({ person: who, apps }) => [who, ...apps]);
  expect(told).toEqual(
    APPS.flatMap((app) => [
      [ANNA, app],
      [BO, ...APPS],
    ]),
  );
});

test('an empty period has no report', () => {
  expect(readUsage(temporaryStore().period(FEBRUARY))).toEqual({ reportDays: [], rows: [] });
});

describe('refused, unquoted, and nothing changes:', () => {
  test.each<[string, Day, UsageDay[]]>([
    ['an address', '2027-02-01', [used(untyped('kari.nordmann@example.org'), '2027-02-01', 'teams')]],
    ['a row of another day', '2027-02-01', [used(ANNA, '2027-02-02', 'teams')]],
    ['no app', '2027-02-01', [used(ANNA, '2027-02-01')]],
    ['an unknown app', '2027-02-01', [used(ANNA, '2027-02-01', untyped('nordmann'))]],
    ['a day before the period', '2027-01-31', []],
    ['the day after the period', '2027-03-01', []],
    ['the same person twice', '2027-02-01', [used(ANNA, '2027-02-01', 'teams'), used(ANNA, '2027-02-01', 'files')]],
  ])('%s', (_, day, rows) => {
    const file = temporaryStore().period(FEBRUARY);
    const error = thrownBy(() => {
      replaceUsageDay(file, 'active-users', day, [used(BO, day, 'teams'), ...rows]);
    });
    expect(String(error.stack)).not.toContain('nordmann@');
    expect(readUsage(file)).toEqual({ reportDays: [], rows: [] });
  });
});
