import { describe, expect, it } from 'vitest';
import { countsOf, summed } from '../../connector/api/launched-counts.ts';
import { rowId } from '../../connector/api/shown-table.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';

const release = inventedRelease('2026-07-01', MUNICIPALITY, { tablesOn: ['reach', 'apps', 'staircase'] });

describe('what a release says of an indicator', () => {
  it('counts a step of the staircase or a higher one, with the noise of every step in it', () => {
    const staircase = release.tables.find(({ name }) => name === 'staircase')!;
    const counts = countsOf(release, { table: 'staircase', column: 'step-3' });
    expect(counts?.rows.map(({ id }) => id)).toEqual(staircase.rows.map(({ units }) => rowId(units)));
    for (const [at, { drawn }] of counts!.rows.entries()) {
      const [, ...fromThree] = staircase.values[at]!.map((value) => value ?? NaN);
      expect(drawn?.count).toBe(fromThree.reduce((sum, value) => sum + value, 0));
      expect(drawn?.sigma).toBeCloseTo(staircase.sigma * Math.sqrt(3), 10);
    }
    const highest = countsOf(release, { table: 'staircase', column: 'step-5' });
    expect(highest?.rows.map(({ drawn }) => drawn?.count)).toEqual(staircase.values.map((row) => row.at(-1)));
  });

  it('keeps what a column stands for, and shows no contacts of a row that is thinly covered', () => {
    const counts = countsOf(release, { table: 'reach', column: 'Helse' });
    expect(counts?.columnUnits).toEqual(['Helse/Hjemmetjenesten', 'Helse/Sykehjem']);
    const shown = new Map(counts?.rows.map(({ name, isShown }) => [name, isShown]));
    expect([shown.get('Helse/Hjemmetjenesten'), shown.get('Helse/Sykehjem')]).toEqual([false, true]);
    expect(countsOf(release, { table: 'apps', column: 'teams' })?.rows.every(({ isShown }) => isShown)).toBe(true);
  });

  it('is nothing where the release has no such table or column', () => {
    expect(countsOf(release, { table: 'apps', column: 'step-3' })).toBeUndefined();
    const without = inventedRelease('2026-07-01', MUNICIPALITY, { tablesOn: ['apps'] });
    expect(countsOf(without, { table: 'reach', column: 'Helse' })).toBeUndefined();
  });

  it('sums nothing where one cell is blank', () => {
    const told = { count: 3, sigma: 3 };
    expect(summed([told, null])).toBeNull();
    expect(summed([told, { count: 4, sigma: 4 }])).toEqual({ count: 7, sigma: 5 });
  });
});
