import { describe, expect, it } from 'vitest';
import type { Figure, Row, Table } from '../../connector/api/answers.ts';
import { alignedTables } from '../../teams-app/screens/aligned-tables.ts';
import { bridgingOf, wholeOf } from '../../teams-app/screens/bridging.ts';
import { MOST_CARRIERS, thinBridges } from '../../teams-app/screens/thin-bridges.ts';

const hidden: Figure = { withheld: 'too-little-coverage', needed: 40 };
const figure = (about: number, half = 5): Figure => ({ about, low: Math.max(0, about - half), high: about + half });

function rowOf(name: string, heads: number, coveragePercent = 100): Row {
  return { id: name, name, division: name.split('/')[0] ?? name, heads, units: [name], coveragePercent };
}

function tableOf(name: Table['name'], columns: string[], rows: readonly (readonly [Row, Figure[]])[]): Table {
  return {
    name,
    rows: rows.map(([row]) => row),
    columns: columns.map((column) => ({ name: column, heads: null })),
    figures: rows.map(([, figures]) => figures),
    sigma: 3,
    rho: 0.1,
  };
}

const BREADTHS = ['one-or-two', 'three-to-five', 'six-or-more'];

describe('bridging corrected for size', () => {
  it('is those who reach three units and more, of 100 who can be seen, with the noise of both cells', () => {
    const breadth = tableOf('breadth', BREADTHS, [[rowOf('Skole', 200, 50), [figure(60), figure(30), figure(10)]]]);
    const [one] = bridgingOf(breadth, undefined);
    // 1.645 × 3 × √2 = 6.98: 40 (33–47) of the 100 of 200 who have a mailbox.
    expect(one).toMatchObject({ covered: 100, people: { about: 40, low: 33, high: 47 } });
    expect(one?.perHundred).toEqual({ about: 40, low: 33, high: 47 });
    expect(one).not.toHaveProperty('divisions');
  });

  it('tells two units of different size alike where the same share bridges', () => {
    const of = (heads: number): Figure[] => [figure(0), figure(heads / 10), figure(heads / 10)];
    const breadth = tableOf('breadth', BREADTHS, [
      [rowOf('Stor', 400), of(400)],
      [rowOf('Liten', 40), of(40)],
    ]);
    const [large, small] = bridgingOf(breadth, undefined).map(({ perHundred }) => perHundred);
    expect(large).toEqual({ about: 20, low: 18, high: 22 });
    expect(small).toEqual({ about: 20, low: 3, high: 38 });
  });

  it('is withheld where a cell is, and never nought', () => {
    const breadth = tableOf('breadth', BREADTHS, [[rowOf('Hjem', 100, 30), [hidden, hidden, hidden]]]);
    expect(bridgingOf(breadth, undefined)[0]).toMatchObject({ people: hidden, perHundred: hidden });
    expect(wholeOf(bridgingOf(breadth, undefined), 3)).toBeUndefined();
  });

  it('counts other divisions on average, and says nothing where one of them has no figure', () => {
    const row = rowOf('Skole/Vest', 50);
    const breadth = tableOf('breadth', BREADTHS, [[row, [figure(1), figure(1), figure(1)]]]);
    const reach = (last: Figure): Table =>
      tableOf('reach', ['Skole', 'Helse', 'Stab'], [[row, [figure(49), figure(20), last]]]);
    const told = bridgingOf(breadth, reach(figure(30)))[0]?.divisions;
    expect(told).toMatchObject({ about: 1, of: 2 });
    expect(told?.low).toBeCloseTo(1 - (1.645 * 3 * Math.SQRT2) / 50, 10);
    expect(bridgingOf(breadth, reach(hidden))[0]).not.toHaveProperty('divisions');
  });

  it('of the whole leaves out rows of which too little is seen', () => {
    const cells = [figure(0), figure(10), figure(10)];
    const breadth = tableOf('breadth', BREADTHS, [
      [rowOf('A', 100), cells],
      [rowOf('B', 100), cells],
      [rowOf('C', 100, 55), cells],
    ]);
    // Four cells: 1.645 × 3 × √4 = 9.87.
    expect(wholeOf(bridgingOf(breadth, undefined), 3)).toEqual({
      covered: 200,
      people: { about: 40, low: 30, high: 50 },
      perHundred: { about: 20, low: 15, high: 25 },
    });
  });
});

describe('thin bridges', () => {
  const columns = ['Skole', 'Helse'];
  it('are probably there and carried by few, and never where too little is seen or at home', () => {
    const reach = tableOf('reach', columns, [
      [rowOf('Skole/Vest', 100), [figure(9), figure(9)]],
      [rowOf('Skole/Øst', 100), [figure(9), figure(4)]],
      [rowOf('Skole/Sør', 100), [figure(9), figure(MOST_CARRIERS)]],
      [rowOf('Stab', 100, 55), [figure(9), figure(9)]],
      [rowOf('NAV', 100), [hidden, figure(7)]],
    ]);
    const { asked, bridges } = thinBridges(reach);
    expect(asked).toBe(4);
    expect(bridges.map(({ row, column }) => [row.name, column])).toEqual([
      ['NAV', 'Helse'],
      ['Skole/Vest', 'Helse'],
    ]);
  });
});

describe('two periods in one layout', () => {
  it('have the same rows and columns in the same places, and what is missing in one is not measured', () => {
    const [a, b, c] = [rowOf('A', 50), rowOf('B', 50), rowOf('C', 50)];
    const earlier = tableOf(
      'reach',
      ['X', 'Y'],
      [
        [a, [figure(1), figure(2)]],
        [c, [figure(3), figure(4)]],
      ],
    );
    const later: Table = {
      ...tableOf(
        'reach',
        ['Y', 'Z'],
        [
          [b, [figure(5), figure(6)]],
          [{ ...a, heads: 60 }, [figure(7), figure(8)]],
        ],
      ),
      changes: [
        [null, null],
        ['more', null],
      ],
    };
    const none = { withheld: 'not-measured' };
    const [before, now] = alignedTables(earlier, later);
    for (const table of [before, now]) {
      expect(table.rows.map(({ id }) => id)).toEqual(['B', 'A', 'C']);
      expect(table.columns.map(({ name }) => name)).toEqual(['Y', 'Z', 'X']);
    }
    expect(before.rows.map(({ heads }) => heads)).toEqual([50, 50, 50]);
    expect(now.rows.map(({ heads }) => heads)).toEqual([50, 60, 50]);
    expect(before.figures).toEqual([
      [none, none, none],
      [figure(2), none, figure(1)],
      [figure(4), none, figure(3)],
    ]);
    expect(now.figures[1]).toEqual([figure(7), figure(8), none]);
    expect(now.changes).toEqual([
      [null, null, null],
      ['more', null, null],
      [null, null, null],
    ]);
  });
});
