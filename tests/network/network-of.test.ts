import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Network } from '../../connector/network/network.ts';
import { isSymmetric, networkOf, reversed } from '../../connector/network/network-of.ts';

type Tie = readonly [from: number, to: number, weight: number];

function made(people: number, ties: readonly Tie[], directed: boolean, weighted = true): Network {
  const from = Int32Array.from(ties, ([p]) => p);
  const to = Int32Array.from(ties, ([, q]) => q);
  if (!weighted) return networkOf({ people, from, to, directed });
  return networkOf({ people, from, to, directed, weights: Float64Array.from(ties, ([, , weight]) => weight) });
}

/** Every row as [target, weight] pairs; weight 1 where there are none. */
function rowsOf({ people, offsets, targets, weights }: Network): [number, number][][] {
  return Array.from({ length: people }, (_, person) => {
    const [start, end] = [offsets[person]!, offsets[person + 1]!];
    return Array.from(targets.subarray(start, end), (q, at): [number, number] => [q, weights?.[start + at] ?? 1]);
  });
}

/** The definition read aloud: a tie once a pair, weights added in the order of reading. */
function naive(people: number, ties: readonly Tie[], directed: boolean, weighted: boolean): [number, number][][] {
  return Array.from({ length: people }, (_, p) =>
    Array.from({ length: people }, (_, q): [number, number] | undefined => {
      const between = ties.filter(([a, b]) => p !== q && ((a === p && b === q) || (!directed && a === q && b === p)));
      if (between.length === 0) return undefined;
      return [q, weighted ? between.reduce((sum, [, , weight]) => sum + weight, 0) : 1];
    }).filter((pair) => pair !== undefined),
  );
}

describe('on paper', () => {
  const ties: Tie[] = [
    [0, 1, 2],
    [1, 0, 3],
    [1, 1, 9],
    [1, 2, 1],
  ];

  test('directed: self-ties are dropped and each way stands by itself', () => {
    expect(rowsOf(made(3, ties, true))).toEqual([
      [[1, 2]],
      [
        [0, 3],
        [2, 1],
      ],
      [],
    ]);
  });

  test('undirected: weights both ways add up; without weights a pair counts once', () => {
    const both = [[[1, 5]], [[0, 5], [2, 1]], [[1, 1]]]; // prettier-ignore
    expect(rowsOf(made(3, ties, false))).toEqual(both);
    expect(rowsOf(made(3, ties, false, false)).map((row) => row.map(([q]) => q))).toEqual([[1], [0, 2], [1]]);
  });

  test('turned round, whom one points at becomes who points at one', () => {
    expect(rowsOf(reversed(made(3, ties, true)))).toEqual([[[1, 3]], [[0, 2]], [[1, 1]]]);
  });

  test('nobody, one person, nobody tied', () => {
    expect(rowsOf(made(0, [], false))).toEqual([]);
    expect(rowsOf(made(1, [[0, 0, 1]], false))).toEqual([[]]);
    expect(rowsOf(made(2, [], true))).toEqual([[], []]);
  });

  test('symmetric is in both rows with one weight', () => {
    expect(isSymmetric(made(2, [[0, 1, 1]], true))).toBe(false);
    expect(isSymmetric(made(2, [[0, 1, 1], [1, 0, 2]], true))).toBe(false); // prettier-ignore
    expect(isSymmetric(made(2, [[0, 1, 1], [1, 0, 2]], true, false))).toBe(true); // prettier-ignore
    expect(isSymmetric(made(2, [[0, 1, 1]], false))).toBe(true);
  });
});

test('symmetric is what is the same when turned round, whatever the network', () => {
  const pair = fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 2 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 14 }), fc.boolean(), (ties, weighted) => {
      const network = made(4, ties, true, weighted);
      const isTheSame = JSON.stringify(rowsOf(network)) === JSON.stringify(rowsOf(reversed(network)));
      expect(isSymmetric(network)).toBe(isTheSame);
    }),
    { numRuns: 500 },
  );
});

describe('refused', () => {
  test('a stranger, a column of another length, a weight that is none', () => {
    expect(() => made(2, [[0, 2, 1]], false)).toThrow(RangeError);
    expect(() => made(2, [[-1, 1, 1]], false)).toThrow(RangeError);
    expect(() => networkOf({ people: 2, from: Int32Array.of(0), to: Int32Array.of(), directed: true })).toThrow(
      RangeError,
    );
    for (const weight of [-1, NaN, Infinity]) expect(() => made(2, [[0, 1, weight]], true)).toThrow(RangeError);
  });
});

describe('for any ties', () => {
  const PEOPLE = 6;
  const person = fc.integer({ min: 0, max: PEOPLE - 1 });
  const ties = fc.array(fc.tuple(person, person, fc.double({ min: 0, max: 1e3, noNaN: true })), { maxLength: 30 });

  test('as the definition read aloud, to the last bit', () => {
    fc.assert(
      fc.property(ties, fc.boolean(), fc.boolean(), (list, directed, weighted) => {
        expect(rowsOf(made(PEOPLE, list, directed, weighted))).toEqual(naive(PEOPLE, list, directed, weighted));
      }),
    );
  });

  test('turned twice is as it was; undirected is symmetric and turning changes nothing', () => {
    fc.assert(
      fc.property(ties, (list) => {
        const directed = made(PEOPLE, list, true);
        expect(rowsOf(reversed(reversed(directed)))).toEqual(rowsOf(directed));
        const undirected = made(PEOPLE, list, false);
        expect(isSymmetric(undirected)).toBe(true);
        expect(rowsOf(reversed(undirected))).toEqual(rowsOf(undirected));
      }),
    );
  });
});
