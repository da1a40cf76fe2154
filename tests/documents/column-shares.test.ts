import { describe, expect, test } from 'vitest';
import { columnShares } from '../../connector/documents/column-shares.ts';

describe('columns of a table on paper', () => {
  test('are as wide as the root of their longest text', () => {
    expect(columnShares(['a', 'bb'], [['x', 'y'.repeat(9)]])).toEqual([0.25, 0.75]);
  });

  test('are a seventh at least, the rest sharing what is left', () => {
    const [narrow = 0, wide = 0] = columnShares(['a', 'b'], [['', 'y'.repeat(100)]]);
    expect(narrow / wide).toBeCloseTo(1 / 7 / (10 / 11), 10);
    expect(narrow + wide).toBeCloseTo(1, 10);
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
