import { Failure } from '../failure.ts';

/** Work that goes through rows tells after so many. */
export const ROWS_A_REPORT = 4_096;

/** What may stand in a cell: NaN, null and undefined are "undefined", and undefined is an empty cell. */
export type Cell = string | number | null | undefined;

/**
 * A table as text: RFC 4180, UTF-8, lines ending in a line feed, every number with all the digits it needs to be read
 * back as the same number. What is undefined is empty, never NaN and never 0. A text that a spreadsheet would take for a
 * formula bears an apostrophe before it.
 *
 * @throws Failure 'shape-changed' when a row has another number of cells than the header: that is our mistake
 */
export function tableText(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.join(',')];
  for (const row of rows) {
    if (row.length !== header.length)
      throw new Failure('shape-changed', 'A table has a row of another length. Tell us.');
    lines.push(row.map(cellText).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
