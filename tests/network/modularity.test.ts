import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modularity } from '../../connector/network/modularity.ts';
import { drawn, relabelled, renumbering, someTies, type Tie } from './some-network.ts';

const of = (people: number, ties: Tie[], groups: number[], resolution?: number) =>
  modularity(drawn(people, ties), Int32Array.from(groups), resolution);

/** Two triangles joined by one tie. */
const BARBELL: Tie[] = [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]]; // prettier-ignore

describe('on paper', () => {
  test('two triangles joined by a tie', () => {
    expect(of(6, BARBELL, [0, 0, 0, 1, 1, 1])).toBeCloseTo(5 / 14, 15);
    expect(of(6, BARBELL, [0, 0, 0, 0, 0, 0])).toBeCloseTo(0, 15);
    expect(of(6, BARBELL, [0, 0, 0, 1, 1, 1], 2)).toBeCloseTo(-1 / 7, 15);
  });

  test('everybody in no group is everybody alone', () => {
    const alone = of(6, BARBELL, [0, 1, 2, 3, 4, 5]);
    expect(alone).toBeCloseTo(-(4 * 4 + 2 * 9) / 196, 15);
    expect(of(6, BARBELL, [-1, -1, -1, -1, -1, -1])).toBeCloseTo(alone!, 15);
  });

  test('weights count: a tie of 3 and one of 1', () => {
    // 2m = 8; within: 6 of 8; strengths 3 + 4 and 1: 6/8 − 49/64 − 1/64.
    expect(of(3, [[0, 1, 3], [1, 2, 1]], [0, 0, 1])).toBeCloseTo(6 / 8 - 50 / 64, 15); // prettier-ignore
  });

  test('the worst there is: two people tied, each alone', () => {
    expect(of(2, [[0, 1]], [0, 1])).toBe(-0.5);
  });

  test('nobody and no ties: undefined; a list too short: refused', () => {
    expect(of(0, [], [])).toBeNull();
    expect(of(2, [[1, 1]], [0, 0])).toBeNull();
    expect(() => of(2, [[0, 1]], [0])).toThrow(RangeError);
  });
});

describe('for any network', () => {
  const divided = someTies().chain(({ people, ties }) =>
    fc.record({
      people: fc.constant(people),
      ties: fc.constant(ties),
      groups: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: people, maxLength: people }),
    }),
  );

  test('the sum over pairs gives the same', () => {
    fc.assert(
      fc.property(divided, ({ people, ties, groups }) => {
        const found = of(people, ties, groups);
        const naive = naiveModularity(people, ties, groups);
        if (naive === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(naive, 12);
      }),
    );
  });

  test('numbers of people, an isolated person and the unit of weights change nothing', () => {
    fc.assert(
      fc.property(divided, fc.nat(20), ({ people, ties, groups }, turn) => {
        const found = of(people, ties, groups);
        if (found === null) return;
        const to = renumbering(people, turn);
        const moved = groups.map((_, place) => groups[to.indexOf(place)]!);
        expect(of(people, relabelled(ties, to), moved)).toBeCloseTo(found, 12);
        expect(of(people + 1, ties, [...groups, 0])).toBe(found);
        expect(of(people, ties.map(([p, q, w]) => [p, q, 8 * w!]), groups)).toBe(found); // prettier-ignore
        expect(found).toBeGreaterThanOrEqual(-0.5 - 1e-12);
        expect(found).toBeLessThan(1);
      }),
    );
  });
});

/** Q = Σ over pairs in one group of (a − k k / 2m) / 2m. */
function naiveModularity(people: number, ties: Tie[], groups: number[]): number | null {
  const tie = Array.from({ length: people }, () => new Float64Array(people));
  for (const [p, q, weight = 1] of ties) {
    if (p === q) continue;
    tie[p]![q]! += weight;
    tie[q]![p]! += weight;
  }
  const strength = tie.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const total = strength.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  let sum = 0;
  for (let p = 0; p < people; p += 1)
    for (let q = 0; q < people; q += 1)
      if (p === q || (groups[p]! >= 0 && groups[p] === groups[q]))
        sum += (tie[p]![q]! - (strength[p]! * strength[q]!) / total) / total;
  return sum;
}
