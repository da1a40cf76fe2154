import { expect, test } from 'vitest';
import { demoNextPicture, releasedAt } from '../connector/demo-next-picture.ts';
import { quarterOf, startOf } from '../connector/privacy/period.ts';

const LIVED = (['2026-01-01', '2026-04-01', '2026-07-01'] as const).map(quarterOf);
const NOVEMBER = startOf('2026-11-22');
const released = (...ids: string[]): ReadonlySet<string> => new Set(ids);

test('before the first release no day is told: it comes while one looks', () => {
  expect(demoNextPicture(LIVED, released(), NOVEMBER)).toBeNull();
  expect(demoNextPicture([], released(), undefined)).toBeNull();
});

test('while quarters are lived it is four days after the end of the first that is not released', () => {
  expect(demoNextPicture(LIVED, released('2026-Q1'), NOVEMBER)).toBe('2026-07-05');
  expect(demoNextPicture(LIVED, released('2026-Q1', '2026-Q2'), undefined)).toBe('2026-10-05');
});

test('when all are released, the open quarter of a municipality that goes on; of one that has ended none', () => {
  const all = released('2026-Q1', '2026-Q2', '2026-Q3');
  expect(demoNextPicture(LIVED, all, NOVEMBER)).toBe('2027-01-05');
  expect(demoNextPicture(LIVED, all, undefined)).toBeNull();
});

test('a picture is out four days after its quarter', () => {
  expect(new Date(releasedAt(quarterOf('2026-04-01'))).toISOString()).toBe('2026-07-05T00:00:00.000Z');
});
