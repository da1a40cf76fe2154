import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { Failure } from '../failure.ts';
import type { Progress } from '../network/progress.ts';
import { CONTROL, misread } from './network-file.ts';

/** One line of a table: its cells in the order of the columns asked for; undefined where the file lacks a column. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly (string | undefined)[];
  /** Whether commas divide no cells, so that a number may have one as its decimal sign. */
  readonly isCommaFree: boolean;
}

/** A column and what else it is called in the files of other programs. */
export interface Column {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly needed: boolean;
}

/** A file of one line would otherwise be read whole. */
const LONGEST_LINE_BYTES = 64 * 1024;
const DELIMITERS = [';', '\t', ','] as const;
const MALFORMED: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'every quote to be closed',
  INVALID_OPENING_QUOTE: 'a quote only at the beginning of a cell (inside, write it twice)',
  CSV_INVALID_CLOSING_QUOTE: 'a delimiter or the end of the line after a closing quote (inside, write it twice)',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'as many cells as the header has',
  CSV_MAX_RECORD_SIZE: 'a line of at most 64 KiB',
};

/**
 * Reads a table line by line, at the memory of a few lines whatever its size: UTF-8 with or without byte order mark,
 * cells between semicolons, tabs or commas (what a first line such as `sep=;` names, as Excel wants it, else the first of
 * these that the header has), any line ending, quotes as in RFC 4180. Columns may stand in any order and be written in any
 * case; others beside them are left alone.
 *
 * @param progress told of bytes read
 * @throws Failure 'bad-input' naming file, line, column and expected form, and never what stood there
 */
export async function* readTable(
  path: string,
  columns: readonly Column[],
  progress?: Progress,
): AsyncGenerator<TableLine[]> {
  const file = basename(path);
  const wanted = columns.filter(({ needed }) => needed).map(({ name }) => name);
  let places: readonly number[] | undefined;
  let [last, width] = [0, 0];
  try {
    const { delimiter, header } = dividedBy(path);
    for await (const records of recordsOf(path, { file, delimiter, header }, progress)) {
      const lines: TableLine[] = [];
      for (const { line, cells } of records) {
        last = line;
        if (places === undefined) {
          places = placesOf({ file, line }, cells, columns);
          width = cells.length;
        } else lines.push({ line, cells: places.map((place) => cells[place]?.trim()), isCommaFree: delimiter !== ',' });
      }
      yield lines;
    }
  } catch (error) {
    if (error instanceof CsvError) throw malformed(file, error, { last, width });
    if (error instanceof Failure) throw error;
    throw new Failure('bad-input', `${file} cannot be read: expected a readable file.`, { cause: error });
  }
  if (places === undefined) throw misread(file, 1, wanted.join(', '), 'a header line with these columns');
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Hands the parser a piece at a time and takes what is ready: a promise a record would cost four times as much as the
 * parsing. What is read before a fault is handed out first, so that the fault names the line after it.
 */
async function* recordsOf(
  path: string,
  { file, delimiter, header }: Divided & { readonly file: string },
  progress: Progress | undefined,
): AsyncGenerator<CsvRecord[]> {
  const bytesInAll = statSync(path).size;
  let bytesRead = 0;
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    delimiter,
    from_line: header,
    max_record_size: LONGEST_LINE_BYTES,
  });
  let fault: Error | undefined;
  parser.on('error', (error) => (fault = error));
  const ready = (): CsvRecord[] => {
    const records: CsvRecord[] = [];
    for (let read: unknown = parser.read(); read !== null; read = parser.read())
      if (isRead(read)) records.push({ line: read.info.lines, cells: read.record });
    return records;
  };
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let [line, column] = [1, 1];
  const pass = (text: string): void => {
    const passed = text.split(/\r\n?|\n/);
    line += passed.length - 1;
    column = (passed.length > 1 ? 1 : column) + (passed.at(-1)?.length ?? 0);
  };
  for await (const bytes of createReadStream(path)) {
    const text = textOf(bytes, decoder, (sound, cause) => {
      pass(sound);
      return notUtf8(file, line, column, cause);
    });
    const control = text.search(CONTROL);
    pass(control < 0 ? text : text.slice(0, control));
    if (control >= 0) throw misread(file, line, String(column), 'text without control characters');
    parser.write(text);
    yield ready();
    bytesRead += Buffer.isBuffer(bytes) ? bytes.length : 0;
    progress?.(bytesRead, bytesInAll);
    if (fault !== undefined) throw fault;
  }
  try {
    decoder.decode();
  } catch (error) {
    throw notUtf8(file, line, column, error);
  }
  parser.end();
  // Its end is the only thing that it does later than when told.
  await new Promise((resolve) => setImmediate(resolve));
  yield ready();
  if (fault !== undefined) throw fault;
}

interface Divided {
  readonly delimiter: string;
  /** The line that may be the first of the table, from 1. */
  readonly header: number;
}

/** By what a first line for Excel says, else by what the header has: with a semicolon or a tab, a comma is text. */
function dividedBy(path: string): Divided {
  const start = Buffer.alloc(LONGEST_LINE_BYTES);
  const descriptor = openSync(path, 'r');
  try {
    const text = start.toString('utf8', 0, readSync(descriptor, start));
    const [, told] = /^\uFEFF?"?sep=([;\t,])"?(?:[\r\n]|$)/i.exec(text) ?? [];
    if (told !== undefined) return { delimiter: told, header: 2 };
    const [header = ''] = text.trimStart().split(/[\r\n]/, 1);
    const bare = header.replaceAll(/"[^"]*"/g, '');
    return { delimiter: DELIMITERS.find((delimiter) => bare.includes(delimiter)) ?? ',', header: 1 };
  } finally {
    closeSync(descriptor);
  }
}

function isRead(read: unknown): read is { info: { lines: number }; record: string[] } {
  return typeof read === 'object' && read !== null && 'info' in read && 'record' in read;
}

function textOf(
  bytes: unknown,
  decoder: InstanceType<typeof TextDecoder>,
  refuse: (sound: string, cause: unknown) => Failure,
): string {
  if (!Buffer.isBuffer(bytes)) throw new TypeError('A file opened without an encoding is read as bytes.');
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (error) {
    const [sound = ''] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD', 1);
    throw refuse(sound, error);
  }
}

function notUtf8(file: string, line: number, column: number, cause: unknown): Failure {
  return new Failure(
    'bad-input',
    `${file}, line ${String(line)}, column ${String(column)}: expected text in UTF-8 (in a spreadsheet: save as "CSV UTF-8").`,
    { cause },
  );
}

function placesOf(
  { file, line }: { readonly file: string; readonly line: number },
  header: readonly string[],
  columns: readonly Column[],
): number[] {
  const written = header.map((cell) => cell.trim().toLowerCase());
  return columns.map(({ name, alsoCalled, needed }) => {
    const called = [name, ...alsoCalled].find((one) => written.includes(one)) ?? name;
    const place = written.indexOf(called);
    if (place < 0 && needed) throw misread(file, line, name, 'a header line that has this column');
    if (place >= 0 && written.includes(called, place + 1)) throw misread(file, line, name, 'this column once');
    return place;
  });
}

function malformed(file: string, error: CsvError, { last, width }: { last: number; width: number }): Failure {
  const lines: unknown = error['lines'];
  const line = typeof lines === 'number' ? lines : last + 1;
  const column: unknown = error['column'];
  // What is one too many stands after the header's last, however many follow.
  const isTooLong = error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH';
  const place = typeof column === 'number' ? Math.min(column + 1, isTooLong ? width + 1 : Infinity) : 1;
  return misread(file, line, String(place), MALFORMED[error.code] ?? 'a table as in RFC 4180');
}
