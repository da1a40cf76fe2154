import { expect, test } from 'vitest';
import { rowsAtLevels } from '../../connector/privacy/rows-at-levels.ts';

const heads = (unit: string, count: number) => ({ unit, standing: 'desk' as const, heads: count, covered: count });

test('on paper: breadth at standard keeps a unit of 40, and careful, with √2 more noise, does not', () => {
  const headcounts = [heads('A', 300), heads('B', 200), heads('C', 40), heads('C/D', 12)];
  const [standard, careful] = rowsAtLevels(headcounts, ['breadth']);
  // ρ = 0.2 a year in four: σ² = 1 ÷ (2 × 0.05) = 10, and 11σ = 34.8.
  expect(standard).toMatchObject({ level: 'standard', table: 'breadth', releasesAYear: 4, floor: 35, within: 5 });
  expect(standard?.sigma).toBeCloseTo(Math.sqrt(10), 10);
  expect(standard?.rows).toEqual([
    { name: 'A', heads: 300 },
    { name: 'B', heads: 200 },
    { name: 'C', heads: 52 },
  ]);
  expect(careful).toMatchObject({ level: 'careful', floor: 50, within: 7 });
  expect(careful?.sigma).toBeCloseTo(Math.sqrt(20), 10);
  expect([standard?.unitsMerged, careful?.unitsMerged]).toEqual([2, 2]);
});

test('under 300 people a release comes every half year, with less noise in each', () => {
  const rows = rowsAtLevels([heads('A', 100), heads('B', 100)], ['breadth']);
  expect(rows.map(({ releasesAYear }) => releasesAYear)).toEqual([2, 2]);
  expect(rows[0]?.sigma).toBeCloseTo(Math.sqrt(5), 10);
});

test('each level answers for each table asked about', () => {
  const rows = rowsAtLevels([heads('A', 400), heads('B', 200)], ['reach', 'breadth', 'apps']);
  expect(rows.map(({ level, table }) => `${level} ${table}`)).toEqual([
    'standard reach',
    'standard breadth',
    'standard apps',
    'careful reach',
    'careful breadth',
    'careful apps',
  ]);
});
