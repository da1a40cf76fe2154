import { describe, expect, test } from 'vitest';
import { overdueAfter } from '../../connector/api/overdue.ts';
import { periodOf, quarterOf, startOf, type Day } from '../../connector/privacy/period.ts';

const SPRING = quarterOf('2026-04-01');
const PEOPLE = 2_000;
const FEW = 120;

/** The id of what is missing on a day, where nobody expects a number of releases. */
function overdueOn(today: Day, newest = SPRING, people = PEOPLE): string | undefined {
  return overdueAfter(newest, people, { expectedReleases: null, now: () => startOf(today) })?.id;
}

describe('a quarter that should be out', () => {
  test.each([
    ['2026-07-20', undefined],
    ['2026-10-14', undefined],
    ['2026-10-15', '2026-Q3'],
    ['2027-01-14', '2026-Q3'],
    ['2027-01-15', '2026-Q4'],
  ] as const)('on %s after the second of 2026: %s', (today, missing) => {
    expect(overdueOn(today)).toBe(missing);
  });

  test('is one that a small organisation gets: the second or the fourth', () => {
    expect(overdueOn('2026-10-15', SPRING, FEW)).toBeUndefined();
    expect(overdueOn('2027-01-15', SPRING, FEW)).toBe('2026-Q4');
  });

  test('follows a span that was released by hand, unless the span holds days of it', () => {
    expect(overdueOn('2026-10-15', periodOf('2026-03-02', '2026-06-29'))).toBe('2026-Q3');
    expect(overdueOn('2026-10-15', periodOf('2026-05-04', '2026-08-03'))).toBeUndefined();
  });

  test('is none while a demo is playing', () => {
    expect(overdueAfter(SPRING, PEOPLE, { expectedReleases: 4, now: () => startOf('2027-01-15') })).toBeNull();
  });
});
