import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { Failure } from '../failure.ts';

/** One line of a file: its fields by column name, and how to refuse one of them. */
export interface CsvLine<Column extends string> {
  readonly field: (column: Column) => string;
  /** Makes the failure for a field of this line. */
  readonly fault: (column: Column, expected: string) => Failure;
}

const record = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) });

/**
 * Reads a CSV file (UTF-8 with or without byte order mark, any line ending, RFC 4180 quoting) line by line, so that a
 * file of any size costs the memory of one line. Columns may stand in any order, others beside them are left alone.
 *
 * @param columns names that the header must have
 * @throws Failure 'bad-input' naming file, line, column and expected form, and never what stood there
 */
export async function* readCsv<Column extends string>(
  path: string,
  columns: readonly Column[],
): AsyncGenerator<CsvLine<Column>> {
  const file = basename(path);
  let places: Map<Column, number> | undefined;
  let last = 0;
  try {
    // Not `pipe`: an error of the reading side would be lost, and the loop would wait for ever.
    const parser = parse({ bom: true, info: true, skip_empty_lines: true });
    const source = createReadStream(path);
    source.on('error', (error) => parser.destroy(error)).pipe(parser);
    for await (const read of parser) {
      const { info, record: fields } = record.parse(read);
      last = info.lines;
      if (places === undefined) {
        places = placesOf(file, fields, columns);
        continue;
      }
      yield lineOf(file, last, fields, places);
    }
  } catch (error) {
    if (error instanceof CsvError) throw malformed(file, error, last);
    throw error instanceof Failure
      ? error
      : new Failure('bad-input', `${file} cannot be read: expected a readable file.`, { cause: error });
  }
  if (places === undefined) throw badInput(file, 1, columns.join(', '), 'a header line with these columns');
}

/** Whether the file is there at all: absent means "no such data". */
export function hasFile(path: string): boolean {
  return existsSync(path);
}

function placesOf<Column extends string>(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
): Map<Column, number> {
  return new Map(
    columns.map((column) => {
      const at = header.indexOf(column);
      if (at < 0) throw badInput(file, 1, column, 'a header line that has this column');
      if (header.indexOf(column, at + 1) >= 0) throw badInput(file, 1, column, 'this column once');
      return [column, at];
    }),
  );
}

function lineOf<Column extends string>(
  file: string,
  line: number,
  fields: readonly string[],
  places: ReadonlyMap<Column, number>,
): CsvLine<Column> {
  const fault = (column: Column, expected: string) => badInput(file, line, column, expected);
  return {
    fault,
    field(column) {
      const text = fields[places.get(column) ?? -1] ?? '';
      // What is not UTF-8 was read as replacement characters: an "ø" of an old spreadsheet, for example.
      if (text.includes('\uFFFD')) throw fault(column, 'text in UTF-8 (save the file as CSV UTF-8)');
      return text;
    },
  };
}

function badInput(file: string, line: number, column: string, expected: string): Failure {
  return new Failure('bad-input', `${file}, line ${line}, column ${column}: expected ${expected}.`);
}

const MALFORMED: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'every quote to be closed',
  INVALID_OPENING_QUOTE: 'a quote only at the beginning of a field (inside, write it twice)',
  CSV_INVALID_CLOSING_QUOTE: 'a comma or the end of the line after a closing quote (inside, write it twice)',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'as many fields as the header has',
};

function malformed(file: string, error: CsvError, last: number): Failure {
  const lines: unknown = error['lines'];
  const line = typeof lines === 'number' ? lines : last + 1;
  const column: unknown = error['column'];
  const place = typeof column === 'number' ? column + 1 : 1;
  const expected = MALFORMED[error.code] ?? 'comma-separated values as in RFC 4180';
  return new Failure('bad-input', `${file}, line ${line}, column ${place}: expected ${expected}.`);
}
