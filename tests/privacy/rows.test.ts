import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Headcount } from '../../connector/privacy/membership.ts';
import { headsIn, mergeRows } from '../../connector/privacy/rows.ts';
import { anyHeadcounts, headcount, INSTITUTION } from './headcounts.ts';

const LARGE = 300;
const asPairs = (headcounts: readonly Headcount[], floor: number, people = LARGE) =>
  mergeRows(headcounts, floor, people).map(({ name, heads }) => [name, heads]);

describe('rows, on paper', () => {
  const town = [
    headcount('Oppvekst', 3),
    headcount('Oppvekst/Skole A', 60),
    headcount('Oppvekst/Skole B', 12),
    headcount('Oppvekst/Skole C', 10),
    headcount('Helse/Hjemmetjenesten', 210),
    headcount('Helse/Legekontor', 5),
    headcount('Stab', 8),
    headcount('', 40),
  ];

  it('keeps units at the floor and gathers the others under their parent; a rest too small joins the smallest row', () => {
    // Oppvekst's rest: 3 placed in it + 12 + 10 = 25. Helse's rest is 5: it passes up and meets Stab's 8; 13 is too few.
    expect(mergeRows(town, 20)).toEqual([
      {
        name: 'Helse/Hjemmetjenesten',
        heads: 210,
        covered: 210,
        units: ['Helse/Hjemmetjenesten'],
      },
      { name: 'Oppvekst/Skole A', heads: 60, covered: 60, units: ['Oppvekst/Skole A'] },
      {
        name: 'Oppvekst, others',
        heads: 38,
        covered: 38,
        units: ['Helse/Legekontor', 'Oppvekst', 'Oppvekst/Skole B', 'Oppvekst/Skole C', 'Stab'],
      },
    ]);
  });

  it('makes a row of the rest at the top when it is large enough', () => {
    expect(asPairs(town, 13).at(-1)).toEqual(['others', 13]);
  });

  it('names a row by the parent when it holds all of it', () => {
    const split = [headcount('A/x', 12), headcount('A/y', 11), headcount('B', 300)];
    expect(asPairs(split, 20)).toEqual([
      ['A', 23],
      ['B', 300],
    ]);
  });

  it('says so when a unit took in the rest at the top', () => {
    expect(asPairs([headcount('A', 25), headcount('B', 30), headcount('C', 4)], 20)).toEqual([
      ['A, others', 29],
      ['B', 30],
    ]);
  });

  it('gives the rest to the first in order among equally small rows', () => {
    expect(asPairs([headcount('B', 30), headcount('A', 30), headcount('C', 4)], 20)).toEqual([
      ['A, others', 34],
      ['B', 30],
    ]);
  });

  it('counts people placed in a parent with its small units, however many they are', () => {
    const placed = [headcount('A', 90), headcount('A/x', 5), headcount('A/y', 50)];
    expect(asPairs(placed, 20)).toEqual([
      ['A/y', 50],
      ['A, others', 95],
    ]);
  });

  it('passes a rest through several levels', () => {
    const deep = [headcount('A/b/c/d', 5), headcount('A/b/c/e', 30), headcount('A/f', 16), headcount('G', 40)];
    expect(asPairs(deep, 20)).toEqual([
      ['A/b/c/e', 30],
      ['A, others', 21],
      ['G', 40],
    ]);
  });

  it('is one row for everybody when only all together are enough, and none when not even they are', () => {
    const tiny = [headcount('A', 8), headcount('B/c', 7), headcount('D', 6)];
    expect(asPairs(tiny, 20)).toEqual([['everybody', 21]]);
    expect(asPairs(tiny, 22)).toEqual([]);
    expect(asPairs([], 20)).toEqual([]);
    expect(asPairs([headcount('', 500)], 20)).toEqual([]);
  });

  it('looks at top-level units only under 300 people, those without a unit counted', () => {
    const small = [headcount('A/x', 60), headcount('A/y', 60), headcount('B/z', 90)];
    const names = (without: number) => mergeRows([...small, headcount('', without)], 20).map(({ name }) => name);
    expect(names(89)).toEqual(['A', 'B']);
    expect(names(90)).toEqual(['A/x', 'A/y', 'B/z']);
  });

  it('fits the real institution: 43 heads at least in reach, 35 in the other tables', () => {
    expect(asPairs(INSTITUTION, 43, 986).map(([, heads]) => heads)).toEqual([102, 89, 62, 55, 54, 49, 49, 505]);
    expect(asPairs(INSTITUTION, 35, 986)).toHaveLength(9);
  });

  it('has no floor below one head', () => {
    expect(() => mergeRows(INSTITUTION, 0)).toThrow(RangeError);
  });
});

describe('rows of any directory', () => {
  const floors = fc.integer({ min: 1, max: 200 });
  const placed = (headcounts: readonly Headcount[]) => headcounts.filter(({ unit, heads }) => unit !== '' && heads > 0);

  it('hold every unit once, add up, and reach the floor; without a row there are fewer heads than that', () => {
    fc.assert(
      fc.property(anyHeadcounts, floors, (headcounts, floor) => {
        const rows = mergeRows(headcounts, floor);
        const units = new Set(placed(headcounts).map(({ unit }) => unit));
        const total = headsIn(placed(headcounts));
        if (rows.length === 0) {
          expect(total).toBeLessThan(floor);
          return;
        }
        expect(rows.flatMap((row) => row.units).sort()).toEqual([...units].sort());
        expect(rows.reduce((sum, { heads }) => sum + heads, 0)).toBe(total);
        for (const row of rows) {
          expect(row.heads).toBeGreaterThanOrEqual(floor);
          const inside = placed(headcounts).filter(({ unit }) => row.units.includes(unit));
          expect(row.heads).toBe(headsIn(inside));
          expect(row.covered).toBe(inside.reduce((sum, { covered }) => sum + covered, 0));
        }
      }),
    );
  });

  it('keep apart every unit without sub-units that reaches the floor', () => {
    fc.assert(
      fc.property(anyHeadcounts, floors, (headcounts, floor) => {
        const all = placed(headcounts);
        const rows = mergeRows(headcounts, floor, LARGE);
        for (const { unit } of all) {
          const heads = headsIn(all.filter((other) => other.unit === unit));
          if (heads < floor || all.some((other) => other.unit.startsWith(`${unit}/`))) continue;
          const row = rows.find(({ units }) => units.includes(unit));
          // Only the rest at the top may have joined it, and only if nothing smaller was there to join.
          expect(row?.name === unit || row?.name === `${unit}, others`).toBe(true);
          if (row?.name !== unit) expect(rows.every((other) => other === row || other.heads >= heads)).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the order of the input, on standings, or on anything but heads', () => {
    fc.assert(
      fc.property(anyHeadcounts, floors, fc.array(fc.nat(), { minLength: 40 }), (headcounts, floor, order) => {
        const keyed = headcounts.map((it, index) => ({ it, key: order[index] ?? 0 }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ it }) => ({ ...it, standing: 'desk' as const }));
        expect(mergeRows(shuffled, floor)).toEqual(mergeRows(headcounts, floor));
        const layout = (rows: ReturnType<typeof mergeRows>) => rows.map(({ name, units }) => ({ name, units }));
        const uncovered = headcounts.map((it) => ({ ...it, covered: 0 }));
        expect(layout(mergeRows(uncovered, floor))).toEqual(layout(mergeRows(headcounts, floor)));
      }),
    );
  });

  it('have names of their own', () => {
    fc.assert(
      fc.property(anyHeadcounts, floors, (headcounts, floor) => {
        const names = mergeRows(headcounts, floor).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
