import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coveragePercent,
  roundedObjections,
  roundedRows,
  shownMailboxes,
  wholeMinutes,
} from '../../connector/privacy/rounding.ts';

describe('coverage', () => {
  it('is shown in steps of five per cent, to the nearest', () => {
    expect(coveragePercent(2, 100)).toBe(0);
    expect(coveragePercent(5, 200)).toBe(5);
    expect(coveragePercent(37, 100)).toBe(35);
    expect(coveragePercent(38, 100)).toBe(40);
    expect(coveragePercent(43, 43)).toBe(100);
    expect(coveragePercent(0, 0)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(100), (heads, part) => {
        const shown = coveragePercent(Math.floor((heads * part) / 100), heads);
        expect(shown % 5).toBe(0);
        expect(Math.abs(shown - (100 * Math.floor((heads * part) / 100)) / heads)).toBeLessThanOrEqual(2.5);
      }),
    );
  });
});

describe('run figures', () => {
  it('have two significant figures', () => {
    expect(roundedRows(1_234, 50)).toBe(1_200);
    expect(roundedRows(987_654, 2_000)).toBe(990_000);
    expect(roundedRows(100, 50)).toBe(100);
  });

  it('say nothing of under 100 rows or under 50 mailboxes', () => {
    expect(roundedRows(99, 2_000)).toBeNull();
    expect(roundedRows(50_000, 49)).toBeNull();
    expect(shownMailboxes(49)).toBeNull();
    expect(shownMailboxes(50)).toBe(50);
  });

  it('tell minutes waited in whole ones, and nothing of under one', () => {
    expect([59_999, 60_000, 89_999, 90_000, 7_440_000].map(wholeMinutes)).toEqual([null, 1, 1, 2, 120]);
  });
});

describe('objections', () => {
  it('are under ten, or whole tens', () => {
    expect([0, 9, 10, 19, 20, 134].map(roundedObjections)).toEqual(['under-10', 'under-10', 10, 10, 20, 130]);
  });
});
