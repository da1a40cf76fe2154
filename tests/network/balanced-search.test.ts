import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancedSearch } from '../../connector/network/balanced-search.ts';
import { reversed } from '../../connector/network/network-of.ts';
import type { Network } from '../../connector/network/network.ts';
import { allPaths, anyPairs, renamed, shareThrough, tied, type Pair } from './naive-paths.ts';

type Shares = Record<number, number>;

function sharesBetween(network: Network, from: number, to: number): Shares {
  const search = balancedSearch(network, reversed(network));
  const found = search.between(from, to);
  const shares: Shares = {};
  for (let at = 0; at < found; at += 1) shares[search.people[at]!] = search.shares[at]!;
  return shares;
}

describe('on paper', () => {
  test('the example of its docstring', () => {
    const network = tied(5, [[0, 1], [1, 3], [0, 2], [2, 3], [3, 4]]); // prettier-ignore
    expect(sharesBetween(network, 0, 4)).toEqual({ 1: 0.5, 2: 0.5, 3: 1 });
    expect(sharesBetween(network, 4, 0)).toEqual({ 1: 0.5, 2: 0.5, 3: 1 });
    expect(sharesBetween(network, 0, 1)).toEqual({});
  });

  test('directed: only the way ties point', () => {
    const path = tied(3, [[0, 1], [1, 2]], true); // prettier-ignore
    expect(sharesBetween(path, 0, 2)).toEqual({ 1: 1 });
    expect(sharesBetween(path, 2, 0)).toEqual({});
  });

  test('nobody is on a path that is not there; a path to oneself is none', () => {
    const apart = tied(4, [[0, 1], [2, 3]]); // prettier-ignore
    expect(sharesBetween(apart, 0, 3)).toEqual({});
    expect(() => balancedSearch(apart, apart).between(1, 1)).toThrow(RangeError);
  });

  test('five ways of three steps: the first who meet share them by their ties', () => {
    // 0 – {1, 2}, {1, 2} – {3, 4} but for 2 – 3, {3, 4} – 5: three paths, 1 on two of them, 4 on two.
    const network = tied(6, [[0, 1], [0, 2], [1, 3], [1, 4], [2, 4], [3, 5], [4, 5]]); // prettier-ignore
    const shares = sharesBetween(network, 0, 5);
    for (const [person, share] of Object.entries({ 1: 2 / 3, 2: 1 / 3, 3: 1 / 3, 4: 2 / 3 }))
      expect(shares[Number(person)]).toBeCloseTo(share, 15);
  });

  test('a chain of 1,500 diamonds has 2¹⁵⁰⁰ shortest paths, half of them over each side of each', () => {
    const diamonds = 1500;
    const pairs = Array.from({ length: diamonds }, (_, at): Pair[] => {
      const left = 3 * at;
      return [[left, left + 1], [left, left + 2], [left + 1, left + 3], [left + 2, left + 3]]; // prettier-ignore
    }).flat();
    const shares = sharesBetween(tied(3 * diamonds + 1, pairs), 0, 3 * diamonds);
    expect(Object.keys(shares)).toHaveLength(3 * diamonds - 1);
    for (const [person, share] of Object.entries(shares))
      expect(share).toBeCloseTo(Number(person) % 3 === 0 ? 1 : 0.5, 9);
  });
});

describe('for any network', () => {
  const network = fc.tuple(anyPairs, fc.boolean());

  test('every pair, one after the other, has the shares of the definition', () => {
    fc.assert(
      fc.property(network, ([{ people, pairs }, directed]) => {
        const made = tied(people, pairs, directed);
        const search = balancedSearch(made, directed ? reversed(made) : made);
        const paths = allPaths(made);
        for (let from = 0; from < people; from += 1)
          for (let to = 0; to < people; to += 1) {
            if (from === to) continue;
            const shares = new Float64Array(people);
            const found = search.between(from, to);
            for (let at = 0; at < found; at += 1) {
              expect(shares[search.people[at]!]).toBe(0);
              shares[search.people[at]!] = search.shares[at]!;
            }
            for (let via = 0; via < people; via += 1)
              expect(shares[via]).toBeCloseTo(shareThrough(paths, from, to, via), 12);
          }
      }),
      { numRuns: 300 },
    );
  });

  test('mirrored, a path is walked backwards; under other names it is the same', () => {
    fc.assert(
      fc.property(network, fc.nat(9), fc.nat(9), fc.boolean(), ([{ people, pairs }, directed], a, b, byName) => {
        const [from, to] = [a % people, b % people];
        fc.pre(from !== to);
        const nameOf = Array.from({ length: people }, (_, person) => (byName ? (person + 3) % people : person));
        const mirrored = renamed(pairs, nameOf).map(([p, q]): Pair => [q, p]);
        const there = sharesBetween(tied(people, pairs, directed), from, to);
        const back = sharesBetween(tied(people, mirrored, directed), nameOf[to]!, nameOf[from]!);
        expect(Object.keys(back)).toHaveLength(Object.keys(there).length);
        for (const [person, share] of Object.entries(there))
          expect(back[nameOf[Number(person)]!]).toBeCloseTo(share, 12);
      }),
    );
  });
});
