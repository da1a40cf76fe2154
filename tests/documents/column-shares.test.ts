import { describe, expect, test } from 'vitest';
import { columnShares } from '../../connector/documents/column-shares.ts';

describe('columns of a table on paper', () => {
  test('are as wide as the root of their longest text', () => {
    expect(columnShares(['a', 'bb'], [['x', 'y'.repeat(9)]])).toEqual([0.25, 0.75]);
  });

  test('are a seventh at least, the rest sharing what is left', () => {
    const [narrow = 0, wide = 0] = columnShares(['a', 'b'], [['', 'yyyy '.repeat(20)]]);
    expect(narrow / wide).toBeCloseTo(1 / 7 / (10 / 11), 10);
    expect(narrow + wide).toBeCloseTo(1, 10);
  });

  test('are no narrower than their longest word, whose letters a page has room for ninety-six of', () => {
    const [who = 0, said = 0] = columnShares(['Hvem', 'Hva'], [['personvernansvarlig', 'ord '.repeat(200)]]);
    expect(who).toBeCloseTo((19 + 2) / 96, 10);
    expect(who + said).toBeCloseTo(1, 10);
    const [day = 0] = columnShares(['Dag', 'Hva'], [['30.\u00a0september 2026', 'ord '.repeat(400)]]);
    expect(day).toBeCloseTo((13 + 2) / 96, 10);
    // Three long words beside each other share the page, and a fingerprint may be broken.
    const [third = 0] = columnShares(['a'.repeat(30), 'b'.repeat(30), 'c'.repeat(30)], []);
    expect(third).toBeCloseTo(1 / 3, 10);
    const [short = 0] = columnShares(['a', 'b'], [['x', 'f'.repeat(64)]]);
    expect(short).toBeCloseTo(1 / 7 / (1 / 7 + 8 / 9), 10);
  });

  test('are alike where there is room for no more, also without rows', () => {
    expect(
      columnShares(
        Array.from({ length: 8 }, () => ''),
        [],
      ),
    ).toEqual(Array.from({ length: 8 }, () => 1 / 8));
  });
});
