import { csvCells } from './csv-cells.ts';
import { Failure } from '../failure.ts';
import { TryAgain } from './patience.ts';

/** One line of a usage report: the cell of a column, trimmed, and empty where the report has no such column. */
export type ReportLine<Column extends string> = (column: Column) => string;

/**
 * The lines of a usage report. Columns are found by name, wherever they stand and whatever stands between them; the
 * others are never looked at. A line with more or fewer cells than the header is left out.
 *
 * @param csv without byte order mark
 * @param report.needed columns without which no honest row can be made; each must stand in the header once
 * @param report.lastColumn what Microsoft's header ends with: one that ends so is whole, even without a line break
 * @returns the lines, and whether the header has a column at all
 * @throws Failure 'shape-changed' naming the column; TryAgain 'unreadable' for a text that was cut short
 */
export function readReport<Column extends string>(
  csv: string,
  report: {
    readonly endpoint: string;
    readonly needed: readonly Column[];
    readonly lastColumn: string;
  },
): { readonly lines: readonly ReportLine<Column>[]; readonly has: (column: Column) => boolean } {
  const [header = [], ...lines] = cellsOf(csv);
  if (isCutShort(csv, header, lines.at(-1), report.lastColumn)) throw new TryAgain('unreadable');
  const places = placesOf(header, report);
  return {
    has: (column) => places.has(column),
    lines: lines
      .filter((line) => line.length === header.length)
      .map(
        (line): ReportLine<Column> =>
          (column) =>
            line[places.get(column) ?? -1]?.trim() ?? '',
      ),
  };
}

/**
 * A proxy may hand on half a report as if it were whole, and half a report reads as people who did not work. Told by
 * the last line; a cut inside its last cell is not seen, which the report's own length would have to tell.
 */
function isCutShort(
  csv: string,
  header: readonly string[],
  last: readonly string[] | undefined,
  lastColumn: string,
): boolean {
  if (last !== undefined) return last.length < header.length;
  return !/[\r\n]/.test(csv) && header.at(-1) !== lastColumn;
}

/** A cell that never closes is a text cut short; what the reader of CSV says of it would quote the line. */
function cellsOf(csv: string): string[][] {
  try {
    return csvCells(csv);
  } catch {
    throw new TryAgain('unreadable');
  }
}

/** Blanks in a name count once: Microsoft has written one twice. */
function placesOf(
  header: readonly string[],
  { endpoint, needed }: { readonly endpoint: string; readonly needed: readonly string[] },
): ReadonlyMap<string, number> {
  const names = header.map((name) => name.trim().replaceAll(/\s+/g, ' '));
  const wrong = needed.find((column) => names.filter((name) => name === column).length !== 1);
  if (wrong !== undefined) {
    throw new Failure('shape-changed', `GET ${endpoint} does not have exactly one column "${wrong}": update Samspill.`);
  }
  return new Map(names.map((name, index) => [name, index]));
}
