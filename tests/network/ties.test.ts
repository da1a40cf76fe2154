import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ties } from '../../connector/network/ties.ts';
import { acts, listsOf, MONDAY, naiveTies, observed, type Seen } from './naive.ts';

const tiesOf = (people: number, rows: readonly Seen[]): number[][] => listsOf(ties(observed(people, rows)));

/** Every tie as [p, q, minutes]. */
function weightsOf(people: number, rows: readonly Seen[]): [number, number, number][] {
  const network = ties(observed(people, rows));
  return listsOf(network).flatMap((targets, p) =>
    targets.map((q, place): [number, number, number] => [p, q, network.weights![network.offsets[p]! + place]!]),
  );
}

describe('on paper', () => {
  test('one act each way, in two weeks, is a tie of all their minutes', () => {
    const rows: Seen[] = [
      { owner: 0, other: 1, day: MONDAY, acts: 1, minutes: 3 },
      { owner: 1, other: 0, day: MONDAY + 7, acts: 1, minutes: 2 },
    ];
    expect(weightsOf(2, rows)).toEqual([
      [0, 1, 5],
      [1, 0, 5],
    ]);
  });

  test('both ways in one week is none; one way for many weeks is none', () => {
    expect(tiesOf(2, [...acts(0, 1, 0, 0), ...acts(1, 0, 0)])).toEqual([[], []]);
    expect(tiesOf(2, acts(0, 1, 0, 1, 2, 3))).toEqual([[], []]);
  });

  test('minutes of nothing are still a direction', () => {
    const free = [...acts(0, 1, 0), ...acts(1, 0, 1)].map((row) => ({ ...row, minutes: 0 }));
    expect(weightsOf(2, free)).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  test('a path and a star: who answers is tied', () => {
    const back = (p: number, q: number) => [...acts(p, q, 0), ...acts(q, p, 1)];
    expect(tiesOf(4, [...back(0, 1), ...back(1, 2), ...back(2, 3)])).toEqual([[1], [0, 2], [1, 3], [2]]);
    expect(tiesOf(4, [...back(0, 1), ...back(2, 0), ...acts(0, 3, 0, 1)])).toEqual([[1, 2], [0], [0], []]);
  });

  test('nobody, one person, two who never met, mail to oneself, and strangers', () => {
    expect(tiesOf(0, [])).toEqual([]);
    expect(tiesOf(1, acts(0, 0, 0, 1))).toEqual([[]]);
    expect(tiesOf(2, acts(0, -1, 0, 1))).toEqual([[], []]);
    expect(() => tiesOf(2, acts(0, 2, 0, 1))).toThrow(RangeError);
  });
});

describe('for any observations', () => {
  const PEOPLE = 6;
  const rows = fc.array(
    fc.record({
      owner: fc.nat(PEOPLE - 1),
      other: fc.integer({ min: -2, max: PEOPLE - 1 }),
      day: fc.integer({ min: MONDAY - 10, max: MONDAY + 20 }),
      acts: fc.integer({ min: 1, max: 3 }),
      minutes: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
    { maxLength: 80 },
  );

  test('the definition read aloud gives the same', () => {
    fc.assert(
      fc.property(rows, (seen) => {
        expect(tiesOf(PEOPLE, seen)).toEqual(naiveTies(PEOPLE, seen));
      }),
      { numRuns: 300 },
    );
  });

  test('both ends agree to the last bit, and on the sum of all their minutes', () => {
    fc.assert(
      fc.property(rows, (seen) => {
        const found = weightsOf(PEOPLE, seen);
        const weightOf = new Map(found.map(([p, q, weight]) => [`${p} ${q}`, weight]));
        for (const [p, q, weight] of found) {
          expect(weightOf.get(`${q} ${p}`)).toBe(weight);
          const pair = seen.filter((it) => (it.owner === p && it.other === q) || (it.owner === q && it.other === p));
          expect(weight).toBeCloseTo(
            pair.reduce((sum, { minutes }) => sum + minutes, 0),
            8,
          );
        }
      }),
    );
  });
});
