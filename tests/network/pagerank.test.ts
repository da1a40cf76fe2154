import { UndirectedGraph } from 'graphology';
import peerModule from 'graphology-metrics/centrality/pagerank.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageRank } from '../../connector/network/pagerank.ts';
import type { Network } from '../../connector/network/network.ts';
import {
  asNetwork,
  hasReferences,
  largestDifference,
  numbersOf,
  referenceNames,
  referenceSet,
} from './reference-sets.ts';
import { drawn, relabelled, renumbering, someTies, withoutWeights } from './some-network.ts';

/** As near as doubles hold. */
const EXACT = { tolerance: 1e-14 };

describe('PageRank on paper', () => {
  test('the example of its docstring', () => {
    const star = drawn(3, [
      [0, 1],
      [0, 2],
    ]);
    const expected = [0.135 / 0.2775, 0.07125 / 0.2775, 0.07125 / 0.2775];
    expect(largestDifference(pageRank(star, { directed: false, ...EXACT }), expected)).toBeLessThan(1e-12);
    expect(largestDifference(pageRank(star, { directed: true, ...EXACT }), expected)).toBeLessThan(1e-12);
  });

  test('who points at nobody starts anew with anybody', () => {
    // x(0) = 1 and x(1) = 1 + 0.85, scaled to 1.
    const found = pageRank(drawn(2, [[0, 1]], true), { directed: true, ...EXACT });
    expect(largestDifference(found, [1 / 2.85, 1.85 / 2.85])).toBeLessThan(1e-12);
  });

  test('nobody, one person, and only lonely people', () => {
    for (const directed of [false, true]) {
      expect(pageRank(drawn(0, []), { directed })).toHaveLength(0);
      expect([...pageRank(drawn(1, []), { directed })]).toEqual([1]);
      expect([...pageRank(drawn(4, [[1, 1]]), { directed })]).toEqual([0.25, 0.25, 0.25, 0.25]);
    }
  });

  test('refuses what is no damping and no tolerance', () => {
    for (const damping of [1, -0.1, NaN])
      expect(() => pageRank(drawn(1, []), { directed: false, damping })).toThrow(RangeError);
    expect(() => pageRank(drawn(1, []), { directed: false, tolerance: 0 })).toThrow(RangeError);
  });
});

describe('PageRank of any network', () => {
  const ways = fc.record({ directed: fc.boolean(), weighted: fc.boolean() });

  test('solves its equation', () => {
    fc.assert(
      fc.property(
        someTies(),
        ways,
        fc.constantFrom(0, 0.5, 0.85, 0.99),
        ({ people, ties }, { directed, weighted }, d) => {
          const network = drawn(people, weighted ? ties : withoutWeights(ties), directed);
          const rank = pageRank(network, { directed, damping: d, ...EXACT });
          expect(largestDifference(afterOneStep(network, rank, d), rank)).toBeLessThan(1e-11);
          if (people > 0) expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  test('nobody’s value is further from the exact one than the tolerance says', () => {
    const tolerances = fc.constantFrom(undefined, 0.5, 1e-3, 1e-6);
    fc.assert(
      fc.property(someTies(30), ways, tolerances, ({ people, ties }, { directed, weighted }, tolerance) => {
        const network = drawn(people, weighted ? ties : withoutWeights(ties), directed);
        const exact = pageRank(network, { directed, ...EXACT });
        const found = pageRank(network, { directed, ...(tolerance !== undefined && { tolerance }) });
        expect(largestDifference(found, exact)).toBeLessThanOrEqual((tolerance ?? 5e-10) + 1e-12);
      }),
    );
  });

  test('does not depend on numbers or on the scale of weights, and both ways to it agree', () => {
    fc.assert(
      fc.property(someTies(), fc.nat(20), ways, ({ people, ties }, turn, { directed, weighted }) => {
        const seen = weighted ? ties : withoutWeights(ties);
        const plain = pageRank(drawn(people, seen, directed), { directed, ...EXACT });
        const to = renumbering(people, turn);
        const renumbered = pageRank(drawn(people, relabelled(seen, to), directed), { directed, ...EXACT });
        expect(
          largestDifference(
            to.map((number) => renumbered[number]!),
            plain,
          ),
        ).toBeLessThan(1e-11);
        const heavier = ties.map(([p, q, weight]) => [p, q, 8 * weight!] as const);
        if (weighted)
          expect(
            largestDifference(pageRank(drawn(people, heavier, directed), { directed, ...EXACT }), plain),
          ).toBeLessThan(1e-11);
        const asIfDirected = pageRank(drawn(people, seen), { directed: true, ...EXACT });
        expect(
          largestDifference(pageRank(drawn(people, seen), { directed: false, ...EXACT }), asIfDirected),
        ).toBeLessThan(1e-11);
      }),
    );
  });

  test('an isolated person has the least and leaves the others’ proportions', () => {
    fc.assert(
      fc.property(someTies(), ({ people, ties }) => {
        fc.pre(people > 0);
        const plain = pageRank(drawn(people, ties), { directed: false, ...EXACT });
        const more = pageRank(drawn(people + 1, ties), { directed: false, ...EXACT });
        const shrunk = plain.map((value) => (value * more[0]!) / plain[0]!);
        expect(largestDifference(more.slice(0, people), shrunk)).toBeLessThan(1e-11);
        expect(more.every((value) => value >= more[people]! * (1 - 1e-12))).toBe(true);
      }),
    );
  });

  test('is graphology’s, as far as that goes', () => {
    const ties = [
      [0, 1, 2],
      [1, 2, 1],
      [2, 0, 5],
      [2, 3, 1],
      [3, 4, 3],
    ] as const;
    const peer = new UndirectedGraph();
    for (const person of [0, 1, 2, 3, 4]) peer.addNode(String(person));
    for (const [p, q, weight] of ties) peer.addEdge(String(p), String(q), { weight });
    const peerPageRank: unknown = peerModule;
    if (!isPeer(peerPageRank)) throw new Error('graphology-metrics exports something else.');
    const theirs = peerPageRank(peer, { getEdgeWeight: 'weight', tolerance: 1e-12, maxIterations: 1000 });
    const ours = pageRank(drawn(5, ties), { directed: false });
    expect(largestDifference(ours, Object.values(theirs))).toBeLessThan(1e-9);
  });
});

describe.skipIf(!hasReferences)('PageRank against igraph (skipped without ../shared)', () => {
  test.each(referenceNames)('%s', (name) => {
    const set = referenceSet(name);
    for (const directed of set.directed ? [true] : [false])
      for (const weighted of [false, true]) {
        const column = `pagerank_${directed ? 'directed' : 'undirected'}_${weighted ? 'weighted' : 'binary'}`;
        const found = pageRank(asNetwork(set, { directed, weighted }), { directed });
        const expected = numbersOf(`${name}__nodes.csv`, column);
        expect(largestDifference(found, expected), column).toBeLessThan(1e-9);
      }
  });

  test('Eddard Stark comes first in the first book', () => {
    const set = referenceSet('asoiaf-book1');
    for (const weighted of [false, true]) {
      const found = pageRank(asNetwork(set, { directed: false, weighted }), { directed: false });
      expect(set.ids[found.indexOf(Math.max(...found))]).toBe('Eddard-Stark');
    }
  });
});

/** The module is the function itself, though its types say that it has one called default. */
function isPeer(value: unknown): value is typeof peerModule.default {
  return typeof value === 'function';
}

/** One step of the walk, written out. */
function afterOneStep({ people, offsets, targets, weights }: Network, rank: Float64Array, d: number): Float64Array {
  const next = new Float64Array(people);
  let anew = 0;
  for (let p = 0; p < people; p += 1) {
    const row = Array.from(targets.subarray(offsets[p], offsets[p + 1]), (to, at) => ({
      to,
      weight: weights === undefined ? 1 : weights[offsets[p]! + at]!,
    }));
    const total = row.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) anew += rank[p]!;
    for (const { to, weight } of row) if (total > 0) next[to]! += (d * rank[p]! * weight) / total;
  }
  return next.map((value) => value + (1 - d + d * anew) / people);
}
