import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from '../../connector/network/network-of.ts';
import type { Network } from '../../connector/network/network.ts';
import { openPairs } from '../../connector/network/open-pairs.ts';

function tied(people: number, pairs: readonly (readonly [number, number])[]): Network {
  const [from, to] = [0, 1].map((end) => Int32Array.from(pairs, (pair) => pair[end] ?? 0));
  return networkOf({ people, from: from!, to: to!, directed: false });
}

const counted = (network: Network, units: readonly number[]): number[] => [
  ...openPairs(network, Int32Array.from(units)),
];

describe('open pairs', () => {
  test('on paper: who is tied to two people of two units that are not tied to each other', () => {
    // 0, 1, 2 in unit 0; 3 in unit 1. {1, 3} is open through 0; {2, 3} is closed.
    const network = tied(4, [
      [0, 1],
      [0, 2],
      [0, 3],
      [2, 3],
    ]);
    expect(counted(network, [0, 0, 0, 1])).toEqual([1, 0, 0, 0]);
    // Were 3 in the same unit, nothing would be bridged; were 3 in none, nobody could bridge to them.
    expect(counted(network, [0, 0, 0, 0])).toEqual([0, 0, 0, 0]);
    expect(counted(network, [0, 0, 0, -1])).toEqual([0, 0, 0, NaN]);
  });

  test('ten colleagues and one beyond are ten pairs, and five beyond fifty: where the bands begin', () => {
    const colleagues = Array.from({ length: 10 }, (_, n) => [0, n + 1] as const);
    const units = (beyond: number): number[] => [0, ...colleagues.map(() => 0), ...Array<number>(beyond).fill(1)];
    const beyond = (count: number) => Array.from({ length: count }, (_, n) => [0, n + 11] as const);
    for (const count of [1, 5]) {
      expect(counted(tied(11 + count, [...colleagues, ...beyond(count)]), units(count))[0]).toBe(10 * count);
    }
  });

  test('nobody, one, two and the lonely have none', () => {
    for (const people of [0, 1, 2]) {
      expect(counted(tied(people, []), Array<number>(people).fill(0))).toEqual(Array<number>(people).fill(0));
    }
    expect(counted(tied(2, [[0, 1]]), [0, 1])).toEqual([0, 0]);
  });

  test('as counted pair by pair', () => {
    const person = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(person, person), { maxLength: 30 }),
        fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 9, maxLength: 9 }),
        (pairs, units) => {
          const has = new Set(pairs.flatMap(([a, b]) => (a === b ? [] : [`${a} ${b}`, `${b} ${a}`])));
          const naive = units.map((own, v) => {
            if (own < 0) return NaN;
            let open = 0;
            for (let a = 0; a < 9; a += 1)
              for (let b = a + 1; b < 9; b += 1) {
                if (!has.has(`${v} ${a}`) || !has.has(`${v} ${b}`) || has.has(`${a} ${b}`)) continue;
                if (units[a]! >= 0 && units[b]! >= 0 && units[a] !== units[b]) open += 1;
              }
            return open;
          });
          expect(counted(tied(9, pairs), units)).toEqual(naive);
        },
      ),
    );
  });
});
