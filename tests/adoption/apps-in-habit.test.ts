import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appsInHabit, HABIT_DAYS, HABIT_SPAN_DAYS, LEAST_REPORT_DAYS } from '../../connector/adoption/apps-in-habit.ts';

const PAGE = readFileSync('connector/adoption/ADOPTION.md', 'utf8');

/** Days numbered from 1. */
function days(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function used(person: string, app: string, count: number) {
  return days(count).map((day) => ({ person, day, apps: [app] }));
}

describe('the example in ADOPTION.md', () => {
  const reportDays = Number(/Reports arrived for (\d+)/.exec(PAGE)?.[1]);
  const rows = [...PAGE.matchAll(/^\| *(\w+) *\| *(\w+) *\| *(\d+) *\| *([\d.]+) *\| *(yes|no) *\|$/gm)].map(
    ([, person = '', app = '', inUse, share, verdict]) => ({ person, app, inUse: Number(inUse), share, verdict }),
  );

  test('is there, with its constants', () => {
    expect(rows).toHaveLength(5);
    expect(reportDays).toBe(91);
    const constants = [...PAGE.matchAll(/^\| [^|]+ \| *(\d+) *\| design D6, "(?:Habit|fewer than 21)/gm)].map(
      ([, value]) => Number(value),
    );
    expect(constants).toEqual([HABIT_DAYS, HABIT_SPAN_DAYS, LEAST_REPORT_DAYS]);
  });

  test('comes out as it says', () => {
    const found = appsInHabit({
      reportDays: days(reportDays),
      rows: rows.flatMap(({ person, app, inUse }) => used(person, app, inUse)),
    });
    for (const { person, app, inUse, share, verdict } of rows) {
      expect(((inUse / reportDays) * 28).toFixed(2)).toBe(share);
      expect(found?.get(person)?.includes(app)).toBe(verdict === 'yes');
    }
    expect(found?.has('Dina')).toBe(false);
    const people = (app: string) => [...(found?.values() ?? [])].filter((apps) => apps.includes(app)).length;
    expect(['teams', 'exchange', 'files'].map(people)).toEqual([1, 1, 1]);
  });
});

describe('on paper', () => {
  test('21 days of reports are enough, 20 are not', () => {
    expect(appsInHabit({ reportDays: days(20), rows: used('a', 'teams', 20) })).toBeUndefined();
    expect(appsInHabit({ reportDays: days(21), rows: used('a', 'teams', 3) })?.get('a')).toEqual(['teams']);
    expect(appsInHabit({ reportDays: days(21), rows: used('a', 'teams', 2) })?.get('a')).toEqual([]);
  });

  test('twenty days told twice are still twenty', () => {
    expect(appsInHabit({ reportDays: [...days(20), ...days(20)], rows: [] })).toBeUndefined();
  });

  test('a day of use told twice is one day, a day without a report is none', () => {
    const rows = [...used('a', 'teams', 3), ...used('a', 'teams', 3)];
    expect(appsInHabit({ reportDays: days(28), rows })?.get('a')).toEqual([]);
    const outside = [...used('a', 'teams', 3), { person: 'a', day: 29, apps: ['teams'] }];
    expect(appsInHabit({ reportDays: days(28), rows: outside })?.get('a')).toEqual([]);
    expect(appsInHabit({ reportDays: days(28), rows: used('a', 'teams', 4) })?.get('a')).toEqual(['teams']);
  });

  test('nobody used anything: measurable, and empty', () => {
    expect(appsInHabit({ reportDays: days(28), rows: [] })).toEqual(new Map());
  });
});

test('for any use, in whole numbers and in any order', () => {
  const row = fc.record({
    person: fc.constantFrom<string>('a', 'b'),
    day: fc.integer({ min: 1, max: 100 }),
    apps: fc.subarray(['exchange', 'teams', 'files'], { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 120 }), fc.integer({ min: 21, max: 92 }), (rows, count) => {
      const found = appsInHabit({ reportDays: days(count), rows });
      for (const person of ['a', 'b']) {
        const expected = ['exchange', 'files', 'teams'].filter((app) => {
          const inUse = new Set(rows.filter((it) => it.person === person && it.apps.includes(app)).map((it) => it.day));
          return (28n * BigInt([...inUse].filter((day) => day <= count).length)) / BigInt(count) >= 4n;
        });
        expect([...(found?.get(person) ?? [])].sort()).toEqual(expected);
      }
      const backwards = appsInHabit({ reportDays: days(count).reverse(), rows: rows.toReversed() });
      for (const [person, apps] of found ?? []) expect(new Set(backwards?.get(person))).toEqual(new Set(apps));
    }),
  );
});
