import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { steps } from '../../connector/network/steps.ts';
import { allPaths, anyPairs, renamed, tied, type Pair } from './naive-paths.ts';

const path: Pair[] = [[0, 1], [1, 2], [2, 3]]; // prettier-ignore

function stepsOf(people: number, pairs: readonly Pair[], holders: readonly number[], directed = false): number[] {
  return [...steps(tied(people, pairs, directed), { holders, directed })];
}

describe('on paper', () => {
  test('the examples of its docstring', () => {
    expect(stepsOf(5, path, [0, 3])).toEqual([0, 1, 1, 0, NaN]);
    expect(stepsOf(3, [[0, 1], [1, 2]], [2], true)).toEqual([2, 1, 0]); // prettier-ignore
    expect(stepsOf(3, [[0, 1], [1, 2]], [0], true)).toEqual([0, NaN, NaN]); // prettier-ignore
  });

  test('all, nobody and one twice are declared; nobody and one person are there', () => {
    expect(stepsOf(4, path, [0, 1, 2, 3])).toEqual([0, 0, 0, 0]);
    expect(stepsOf(4, path, [])).toEqual([NaN, NaN, NaN, NaN]);
    expect(stepsOf(4, path, [3, 3])).toEqual([3, 2, 1, 0]);
    expect(stepsOf(0, [], [])).toEqual([]);
    expect(stepsOf(1, [[0, 0]], [0])).toEqual([0]);
    expect(stepsOf(2, [], [1])).toEqual([NaN, 0]);
  });

  test('a stranger is refused, and what is called undirected and is not', () => {
    expect(() => steps(tied(4, path, true), { holders: [0], directed: false })).toThrow(RangeError);
    for (const stranger of [-1, 4, 1.5, NaN]) expect(() => stepsOf(4, path, [stranger])).toThrow(RangeError);
  });
});

describe('for any network', () => {
  const any = fc.tuple(anyPairs, fc.array(fc.nat(9), { maxLength: 4 }), fc.boolean());

  test('it is the shortest of all paths to a holder', () => {
    fc.assert(
      fc.property(any, ([{ people, pairs }, drawn, directed]) => {
        const holders = drawn.map((holder) => holder % people);
        const { lengths } = allPaths(tied(people, pairs, directed));
        const expected = lengths.map((row) => Math.min(...holders.map((holder) => row[holder]!)));
        expect(stepsOf(people, pairs, holders, directed)).toEqual(
          expected.map((length) => (length === Infinity ? NaN : length)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a lonely person more is undefined and changes nobody; other names, the same steps; symmetric is undirected', () => {
    fc.assert(
      fc.property(any, ([{ people, pairs }, drawn, directed]) => {
        const holders = drawn.map((holder) => holder % people);
        const told = stepsOf(people, pairs, holders, directed);
        expect(stepsOf(people + 1, pairs, holders, directed)).toEqual([...told, NaN]);
        const nameOf = Array.from({ length: people }, (_, person) => (person + 2) % people);
        const other = stepsOf(people, renamed(pairs, nameOf), holders.map((holder) => nameOf[holder]!), directed); // prettier-ignore
        expect(nameOf.map((name) => other[name])).toEqual(told);
        const both = pairs.flatMap(([p, q]): Pair[] => [[p, q], [q, p]]); // prettier-ignore
        expect(stepsOf(people, both, holders, true)).toEqual(stepsOf(people, pairs, holders));
      }),
    );
  });
});
