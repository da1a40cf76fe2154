import type { Released } from '../privacy/release.ts';

/**
 * Cells of one column added up: the counts are summed, and σ grows with the root of their number, because each cell has
 * noise of its own.
 *
 * @param rows which rows, by their place in the table
 * @returns undefined where one of the cells is blank: a sum without it would be of other people
 */
export function summedCells(
  { values, sigma }: Released,
  rows: readonly number[],
  column: number,
): { readonly count: number; readonly sigma: number } | undefined {
  let count = 0;
  for (const row of rows) {
    const cell = values[row]?.[column] ?? null;
    if (cell === null) return undefined;
    count += cell;
  }
  return { count, sigma: sigma * Math.sqrt(rows.length) };
}
