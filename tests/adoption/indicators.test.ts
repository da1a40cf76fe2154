import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  indicatorByRow,
  indicatorIn,
  INDICATORS,
  intervalOf,
  type Indicator,
  type PlainTable,
} from '../../connector/adoption/indicators.ts';
import { INDICATORS as ANSWERED } from '../../connector/api/benefit-answers.ts';
import { BREADTHS, LEADER_STEPS } from '../../connector/privacy/table-layout.ts';
import { CHANNELS, STEPS } from '../../connector/privacy/person-row.ts';
import { APPS } from '../../connector/privacy/usage-day.ts';

function table(
  name: string,
  columns: readonly string[],
  rows: readonly { name: string; units?: readonly string[]; counts: readonly (number | null)[]; covered?: number }[],
): PlainTable {
  return {
    name,
    rows: rows.map((row) => ({
      name: row.name,
      heads: 100,
      units: row.units ?? [row.name],
      coveragePercent: row.covered ?? 90,
    })),
    columns: columns.map((column) => ({ name: column })),
    values: rows.map(({ counts }) => counts),
    sigmas: rows.map(() => columns.map(() => 2)),
  };
}

const APPS_TABLE = table(
  'apps',
  ['exchange', 'teams'],
  [
    { name: 'Oppvekst', units: ['Oppvekst/Nord', 'Oppvekst/Sør'], counts: [80, 50] },
    { name: 'Stab', units: ['Stab', 'Helse/Lege'], counts: [90, 70] },
  ],
);

test('every indicator is made of columns that the tables of today have', () => {
  const tables = [
    table('apps', APPS, [{ name: 'a', counts: APPS.map(() => 10) }]),
    table('breadth', BREADTHS, [{ name: 'a', counts: [10, 10, 10] }]),
    table(
      'staircase',
      STEPS.map((step) => `step-${String(step)}`),
      [{ name: 'a', counts: [10, 10, 10, 10] }],
    ),
    table('channels', CHANNELS, [{ name: 'a', counts: [10, 10, 10] }]),
    table('leaders', LEADER_STEPS, [
      { name: 'leaders', units: [], counts: [10, 10] },
      { name: 'elected', units: [], counts: [1, 1] },
    ]),
  ];
  const found = INDICATORS.map((indicator) => [indicator, indicatorIn(tables, indicator, [])?.value]);
  const expected: Partial<Record<Indicator, number>> = {
    'apps-a-person': 0.6,
    'habit-or-higher': 30,
    'together-or-higher': 20,
    'contact-in-other-units': 30,
    'leaders-in-habit': 20,
  };
  expect(found).toEqual(INDICATORS.map((indicator) => [indicator, expected[indicator] ?? 10]));
  expect([...ANSWERED]).toEqual([...INDICATORS]);
});

test('a place takes every row that holds a unit at or under it, and says where a row holds others', () => {
  const at = (...where: string[]) => indicatorIn([APPS_TABLE], 'teams-in-habit', where);
  expect(at('Oppvekst')).toMatchObject({ value: 50, heads: 100, rows: ['Oppvekst'], holdsOthers: false });
  expect(at('Oppvekst/Nord')).toMatchObject({ value: 50, holdsOthers: true });
  expect(at('Helse', 'Oppvekst')).toMatchObject({ value: 60, heads: 200, holdsOthers: true });
  expect(at('Opp')).toBeUndefined();
  expect(indicatorByRow([APPS_TABLE], 'teams-in-habit', ['Helse', 'Oppvekst'])?.map(({ row }) => row)).toEqual([
    'Oppvekst',
    'Stab',
  ]);
  expect(indicatorByRow([], 'teams-in-habit', ['Helse'])).toBeUndefined();
});

test('what is not released is not measured, and no part of it is filled in', () => {
  expect(indicatorIn([APPS_TABLE], 'files-in-habit', [])).toBeUndefined();
  expect(indicatorIn([APPS_TABLE], 'mail-mostly', [])).toBeUndefined();
  const blank = table('channels', CHANNELS, [
    { name: 'a', counts: [10, null, 10] },
    { name: 'b', counts: [null, 1, 1] },
  ]);
  expect(indicatorIn([blank], 'mail-mostly', ['a'])?.value).toBe(10);
  expect(indicatorIn([blank], 'mail-mostly', [])).toBeUndefined();
});

test('contacts of rows that hardly have a mailbox are not measured; use of a service is', () => {
  const thin = { name: 'a', counts: [10, 10, 10], covered: 35 };
  expect(indicatorIn([table('channels', CHANNELS, [thin])], 'mail-mostly', [])).toBeUndefined();
  expect(indicatorIn([table('channels', CHANNELS, [{ ...thin, covered: 40 }])], 'mail-mostly', [])?.value).toBe(10);
  expect(indicatorIn([table('apps', ['teams'], [{ ...thin, counts: [10] }])], 'teams-in-habit', [])?.value).toBe(10);
});

test('steps above a habit count with it where they are measured, and a step that is not makes none of its own', () => {
  const adoptionAlone = table('staircase', ['step-2', 'step-3', 'step-4'], [{ name: 'a', counts: [10, 20, 30] }]);
  expect(indicatorIn([adoptionAlone], 'habit-or-higher', [])?.value).toBe(50);
  expect(indicatorIn([adoptionAlone], 'across-units', [])).toBeUndefined();
});

test('an interval lies within what is possible and holds its middle', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 150, noNaN: true }),
      fc.double({ min: 0.01, max: 40, noNaN: true }),
      (value, sigma) => {
        const { about, low, high } = intervalOf({ value, sigma, most: 100 });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low <= about && about <= high && low < high).toBe(true);
      },
    ),
  );
});
