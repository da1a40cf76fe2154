import type { Language } from '../words/language.ts';
import type { PlainTable } from './plain-table.ts';

/** Heads of the columns that a file has and the screen says once. */
export interface CsvWords {
  readonly period: string;
  readonly sigma: string;
}

/** Tells a spreadsheet that this is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Where a comma parts decimals, spreadsheets part cells by semicolons. */
const PARTED_BY: Record<Language, string> = { nb: ';', nn: ';', en: ',' };

/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), also after spaces. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/**
 * A table as a file for spreadsheets: what stands on the screen, cell by cell, and behind it in every row the period and
 * the standard deviation of the noise, where the table has them; where its figures differ in these, in columns of their own. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe; a plain number stays one. Days and periods have the spaces one types, so that they can be
 * searched for and sorted by. Lines end as RFC 4180 says.
 */
export function csvOf(table: PlainTable, words: CsvWords, language: Language): string {
  const { columns, rows, period, sigma, inFile = [] } = table;
  const extra: (readonly [head: string, cell: string])[] = [
    ...(period === undefined ? [] : [[words.period, period] as const]),
    ...(sigma === undefined ? [] : [[words.sigma, sigma] as const]),
  ];
  const lines = [
    [...columns, ...inFile.map(({ head }) => head), ...extra.map(([head]) => head)],
    ...rows.map((row, at) => [...row, ...inFile.map(({ cells }) => cells[at] ?? ''), ...extra.map(([, cell]) => cell)]),
  ];
  const by = PARTED_BY[language];
  return (
    BYTE_ORDER_MARK + lines.map((line) => line.map((cell) => quoted(safe(plain(cell)), by)).join(by) + '\r\n').join('')
  );
}

/** What the file is called: of what, and of when. */
export function csvName({ caption, period }: PlainTable): string {
  const named = ['samspill', caption, ...(period === undefined ? [] : [period])].join(' ').toLowerCase();
  return `${named
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 100)
    .replaceAll(/^-|-$/g, '')}.csv`;
}

/** A space that keeps a line whole on the screen is an ordinary one in a file, but between a number's digits. */
const HOLDS_TOGETHER = /(?<!\d)\u00a0|\u00a0(?!\d)/g;

function plain(cell: string): string {
  return cell.replaceAll(HOLDS_TOGETHER, ' ');
}

function safe(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, by: string): string {
  return cell.includes(by) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
