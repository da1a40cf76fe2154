import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strongComponents, weakComponents, type Components } from '../../connector/network/components.ts';
import { coreNumbers } from '../../connector/network/k-core.ts';
import type { Network } from '../../connector/network/network.ts';
import { asNetwork, hasReferences, referenceNames, referenceSet, summaryOf } from './reference-sets.ts';
import { drawn, relabelled, renumbering, someTies } from './some-network.ts';

describe('components on paper', () => {
  test('the examples of their docstrings', () => {
    const weak = weakComponents(
      drawn(
        5,
        [
          [3, 1],
          [1, 4],
        ],
        true,
      ),
    );
    expect([[...weak.of], [...weak.sizes]]).toEqual([
      [1, 0, 2, 0, 0],
      [3, 1, 1],
    ]);
    const strong = strongComponents(
      drawn(
        4,
        [
          [0, 1],
          [1, 2],
          [2, 0],
          [2, 3],
        ],
        true,
      ),
    );
    expect([[...strong.of], [...strong.sizes]]).toEqual([
      [0, 0, 0, 1],
      [3, 1],
    ]);
  });

  test('nobody has none, one person has one', () => {
    for (const of of [weakComponents, strongComponents]) {
      expect(of(drawn(0, [])).sizes).toHaveLength(0);
      expect([...of(drawn(1, [[0, 0]])).sizes]).toEqual([1]);
    }
  });

  test('a line of 200,000 people is no matter of recursion', () => {
    const people = 200_000;
    const line = drawn(
      people,
      Array.from({ length: people - 1 }, (_, p) => [p, p + 1] as const),
      true,
    );
    expect(strongComponents(line).sizes).toHaveLength(people);
    expect([...weakComponents(line).sizes]).toEqual([people]);
  });
});

describe('components of any network', () => {
  test('are who can reach whom, largest first, whatever people are numbered', () => {
    fc.assert(
      fc.property(someTies(), fc.boolean(), fc.nat(20), ({ people, ties }, directed, turn) => {
        const network = drawn(people, ties, directed);
        const reached = reachable(network);
        const either = reachable(drawn(people, ties));
        const [weak, strong] = [weakComponents(network), strongComponents(network)];
        for (let p = 0; p < people; p += 1)
          for (let q = 0; q < people; q += 1) {
            expect(weak.of[p] === weak.of[q]).toBe(either[p]![q]);
            expect(strong.of[p] === strong.of[q]).toBe(reached[p]![q]! && reached[q]![p]!);
          }
        for (const { sizes } of [weak, strong]) {
          expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a));
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
        }
        expectSizesMatch(weak);
        const again = strongComponents(drawn(people, relabelled(ties, renumbering(people, turn)), directed));
        expect([...again.sizes]).toEqual([...strong.sizes]);
      }),
    );
  });
});

describe('core numbers', () => {
  test('the example of its docstring, and nobody', () => {
    const ties = [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
    ] as const;
    expect([...coreNumbers(drawn(5, ties))]).toEqual([2, 2, 2, 1, 0]);
    expect(coreNumbers(drawn(0, []))).toHaveLength(0);
  });

  test('are found by taking away whoever has too few partners', () => {
    fc.assert(
      fc.property(someTies(), ({ people, ties }) => {
        const network = drawn(people, ties);
        expect([...coreNumbers(network)]).toEqual(naiveCores(network));
        expect([...coreNumbers(drawn(people + 1, ties))]).toEqual([...coreNumbers(network), 0]);
      }),
    );
  });
});

describe.skipIf(!hasReferences)('components against igraph (skipped without ../shared)', () => {
  test.each(referenceNames)('%s', (name) => {
    const set = referenceSet(name);
    const network = asNetwork(set, { directed: set.directed, weighted: false });
    const weak = weakComponents(network).sizes;
    expect([weak.length, weak[0]]).toEqual([summaryOf(name, 'weak_components'), summaryOf(name, 'largest_weak')]);
    const strong = strongComponents(network).sizes;
    const expected = set.directed
      ? [summaryOf(name, 'strong_components'), summaryOf(name, 'largest_strong')]
      : [weak.length, weak[0]];
    expect([strong.length, strong[0]]).toEqual(expected);
  });
});

function expectSizesMatch({ of, sizes }: Components): void {
  for (const [component, size] of sizes.entries()) expect(of.filter((each) => each === component)).toHaveLength(size);
}

function reachable({ people, offsets, targets }: Network): boolean[][] {
  return Array.from({ length: people }, (_, start) => {
    const seen = new Set([start]);
    for (const person of seen) for (const to of targets.subarray(offsets[person], offsets[person + 1])) seen.add(to);
    return Array.from({ length: people }, (__, person) => seen.has(person));
  });
}

function naiveCores({ people, offsets, targets }: Network): number[] {
  const core = Array<number>(people).fill(0);
  for (let k = 1; k <= people; k += 1) {
    let left = new Set(core.keys());
    for (;;) {
      const kept = new Set(
        [...left].filter(
          (p) => [...targets.subarray(offsets[p], offsets[p + 1])].filter((q) => left.has(q)).length >= k,
        ),
      );
      if (kept.size === left.size) break;
      left = kept;
    }
    for (const person of left) core[person] = k;
  }
  return core;
}
