import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backbone } from '../../connector/network/backbone.ts';
import { isSymmetric } from '../../connector/network/network-of.ts';
import { listsOf } from './naive.ts';
import { drawn, someTies, type Tie } from './some-network.ts';

const of = (people: number, ties: Tie[], level: number, directed = false): number[][] =>
  listsOf(backbone(drawn(people, ties, directed), level));

const PAPER: Tie[] = [[0, 1, 8], [0, 2, 1], [0, 3, 1], [2, 3, 9]]; // prettier-ignore

describe('on paper', () => {
  test('the example', () => {
    expect(of(4, PAPER, 0.039)).toEqual([[], [], [], []]);
    expect(of(4, PAPER, 0.05)).toEqual([[1], [0], [], []]);
    expect(of(4, PAPER, 0.2)).toEqual([[1], [0], [3], [2]]);
    expect(of(4, PAPER, 1)).toEqual([[1, 2, 3], [0], [0, 3], [0, 2]]);
  });

  test('weights stay as they are', () => {
    expect(backbone(drawn(4, PAPER), 0.2).weights).toEqual(Float64Array.of(8, 8, 9, 9));
    expect(backbone(drawn(2, [[0, 1]]), 0.2).weights).toBeUndefined();
  });

  test('two people tied to each other alone never stay, nor do ties of 0', () => {
    expect(of(2, [[0, 1, 5]], 1)).toEqual([[], []]);
    expect(of(3, [[0, 1, 0], [0, 2, 0]], 1)).toEqual([[], [], []]); // prettier-ignore
  });

  test('directed: a tie may be heavy for whom it reaches alone', () => {
    // 1 has one tie out; of what reaches 0 it is 9 of 10: α = 0.1.
    const ties: Tie[] = [[1, 0, 9], [2, 0, 1]]; // prettier-ignore
    expect(of(3, ties, 0.2, true)).toEqual([[], [0], []]);
  });

  test('ties all alike: nothing below 1/e', () => {
    const ties = [1, 2, 3, 4, 5].map((q): Tie => [0, q]);
    expect(of(6, ties, 0.36)).toEqual([[], [], [], [], [], []]);
    expect(of(6, ties, 0.42)[0]).toEqual([1, 2, 3, 4, 5]);
  });

  test('nobody, and levels that are none', () => {
    expect(of(0, [], 0.05)).toEqual([]);
    for (const wrong of [-0.1, 1.1, NaN]) expect(() => of(2, [[0, 1]], wrong)).toThrow(RangeError);
  });
});

test('for any network: symmetric if it was, smaller at a lower level, blind to the unit of weights', () => {
  fc.assert(
    fc.property(someTies(), fc.double({ min: 0, max: 1, noNaN: true }), ({ people, ties }, level) => {
      const network = drawn(people, ties);
      const found = backbone(network, level);
      expect(isSymmetric(found)).toBe(true);
      expect(found.targets.length).toBeGreaterThanOrEqual(backbone(network, level / 2).targets.length);
      const heavier = ties.map(([p, q, weight]): Tie => [p, q, 4 * weight!]);
      expect(of(people, heavier, level)).toEqual(listsOf(found));
      expect(of(people + 1, ties, level)).toEqual([...listsOf(found), []]);
    }),
  );
});
