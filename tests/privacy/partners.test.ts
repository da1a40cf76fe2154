import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sigmaSquared, rhoARelease } from '../../connector/privacy/budget.ts';
import { blankCells, choosePartners } from '../../connector/privacy/partners.ts';
import { asNumber } from '../../connector/privacy/rational.ts';
import { mergeRows } from '../../connector/privacy/rows.ts';
import { anyHeadcounts, headcount, INSTITUTION } from './headcounts.ts';

const names = (headcounts: Parameters<typeof choosePartners>[0], people?: number) =>
  choosePartners(headcounts, people).map(({ name, heads }) => `${name} ${heads}`);

describe('partners, on paper', () => {
  it('are the five large departments of the real institution and the other units: D = 6, σ = 3.87', () => {
    const columns = choosePartners(INSTITUTION, 986);
    expect(columns.map(({ heads }) => heads)).toEqual([102, 89, 62, 55, 54, 603]);
    expect(columns.at(-1)?.name).toBe('other units');
    expect(columns.at(-1)?.units).toHaveLength(INSTITUTION.length - 5);
    const variance = sigmaSquared(columns.length, rhoARelease('reach', 'standard', 4));
    expect(Math.sqrt(asNumber(variance))).toBeCloseTo(3.873, 3);
  });

  it('are of the first level from the top with two large units, sub-units included', () => {
    const town = [
      headcount('Kommune', 10),
      headcount('Kommune/Oppvekst/A', 30),
      headcount('Kommune/Oppvekst/B', 25),
      headcount('Kommune/Helse', 20),
      headcount('Kommune/Helse/C', 40),
      headcount('Kommune/Stab', 49),
    ];
    // One unit at the top; below it Helse 60, Oppvekst 55; Stab is under 50 and 10 are placed above: 59.
    expect(names(town)).toEqual(['Kommune/Helse 60', 'Kommune/Oppvekst 55', 'other units 59']);
  });

  it('drop other units under 50 heads', () => {
    expect(names([headcount('A', 60), headcount('B', 50), headcount('C', 49)])).toEqual(['A 60', 'B 50']);
    expect(names([headcount('A', 60), headcount('B', 50), headcount('C', 25), headcount('D', 25)])).toHaveLength(3);
  });

  it('are the largest eight, ties by name; ten above 10,000 people', () => {
    const twelve = Array.from({ length: 12 }, (_, index) =>
      headcount(String.fromCharCode(76 - index), index < 2 ? 70 : 60),
    );
    expect(names(twelve)).toEqual(['K 70', 'L 70', 'A 60', 'B 60', 'C 60', 'D 60', 'E 60', 'F 60', 'other units 240']);
    expect(names(twelve, 10_000)).toHaveLength(9);
    expect(names(twelve, 10_001)).toHaveLength(11);
  });

  it('are everybody in one column where no level has two; people without a unit are in none', () => {
    expect(names([headcount('A', 90), headcount('B', 49), headcount('', 70)])).toEqual(['everybody 139']);
    expect(names([headcount('A/x', 49), headcount('B/y', 49)])).toEqual(['everybody 98']);
    expect(names([headcount('', 70)])).toEqual([]);
  });
});

describe('a cell', () => {
  it('is blank where the partner outside the row has fewer than 50 heads', () => {
    const town = [headcount('A/x', 60), headcount('A/y', 49), headcount('B/z', 70), headcount('B/w', 50)];
    const rows = mergeRows(town, 20, 300);
    expect(rows.map(({ name }) => name)).toEqual(['A/x', 'A/y', 'B/w', 'B/z']);
    const columns = choosePartners(town);
    expect(columns.map(({ name }) => name)).toEqual(['B', 'A']);
    // Outside A/x, A has 49 heads; outside A/y 60; outside B/w, B has 70; outside B/z 50.
    expect(blankCells(rows, columns, town)).toEqual([
      [false, true],
      [false, false],
      [false, false],
      [false, false],
    ]);
  });

  it('is never blank in an only column', () => {
    const town = [headcount('A', 90), headcount('B', 40)];
    expect(blankCells(mergeRows(town, 20, 300), choosePartners(town), town)).toEqual([[false], [false]]);
  });
});

describe('partners of any directory', () => {
  it('hold no unit twice, add up, have at least 50 heads each where there are several, and depend on heads alone', () => {
    fc.assert(
      fc.property(anyHeadcounts, (headcounts) => {
        const columns = choosePartners(headcounts);
        const units = columns.flatMap((column) => column.units);
        expect(new Set(units).size).toBe(units.length);
        expect(columns.length).toBeLessThanOrEqual(9);
        if (columns.length > 1) expect(columns.every(({ heads }) => heads >= 50)).toBe(true);
        for (const column of columns) {
          const inside = headcounts.filter(({ unit }) => column.units.includes(unit));
          expect(column.heads).toBe(inside.reduce((sum, { heads }) => sum + heads, 0));
        }
        const reordered = headcounts.toReversed().map((it) => ({ ...it, covered: 0 }));
        expect(choosePartners(reordered)).toEqual(columns);
      }),
    );
  });
});
