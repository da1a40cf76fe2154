import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Day } from '../privacy/period.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { isObjectId } from './listed-people.ts';
import type { Directory } from './people.ts';
import { standingBy, type Titles } from './standing.ts';
import { NO_REMARKS, placeEverybody, type UnitsFound } from './unit-placement.ts';
import { unitPath } from './units.ts';

/** One line of the file from HR. */
export interface HrLine {
  /** Line of the file, from 1, for whoever corrects it. */
  readonly line: number;
  /** A user name, an address or an Entra object id, as written. */
  readonly person: string;
  /** Path from the top, levels separated by `/`. */
  readonly unit: string;
  /** Empty where the file has none. */
  readonly title: string;
}

const NEEDED = ['person', 'unit'] as const;
const FORMS = {
  person: 'a user name or address such as kari@kommune.no, or an Entra object id; never a national identity number',
  unit: 'a path of at most 400 characters from the top, levels separated by /, such as Helse/Hjemmetjenesten',
  title: 'a job title of at most 200 characters, or nothing',
} as const;
type Column = keyof typeof FORMS;

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const LONGEST_TITLE = 200;
const LONGEST_USER_NAME = 113;
const records = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

/**
 * Understands a file from HR: CSV in UTF-8, separated by commas or semicolons, with the columns `person`, `unit` and, if
 * wanted, `title`, in any order; others beside them are never looked at. A person stands in one line.
 *
 * Employee numbers are not taken: to find them, another property of everybody would have to be read.
 *
 * @throws Failure 'bad-input' naming line, column and expected form, and never what stood there
 */
export function readHrFile(bytes: Uint8Array): HrLine[] {
  const text = asText(bytes);
  const [header, ...rows] = rowsOf(text);
  if (header === undefined) throw wrong(1, NEEDED.join(', '), 'a header line with these columns');
  const places = placesOf(header.cells, NEEDED);
  const lineOf = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    if (cells.length !== header.cells.length)
      throw wrong(line, 'all', `as many cells as the header, ${String(header.cells.length)}`);
    const read = readLine(line, (column) => cells[places.get(column) ?? -1]?.trim() ?? '');
    const before = lineOf.get(read.person.toLowerCase());
    if (before !== undefined) throw wrong(line, 'person', `another person than line ${String(before)}`);
    lineOf.set(read.person.toLowerCase(), line);
    return read;
  });
}

/**
 * Understands a file of HR that lists who may be read: a column `person`, and others that are never looked at. It may be
 * the one that tells units.
 *
 * @returns user names and object ids, in lower case, none twice
 * @throws Failure 'bad-input' naming line, column and expected form, or where it lists nobody
 */
export function readHrList(bytes: Uint8Array): string[] {
  const [header, ...rows] = rowsOf(asText(bytes));
  if (header === undefined) throw wrong(1, 'person', 'a header line with this column');
  const place = placesOf(header.cells, ['person']).get('person') ?? -1;
  const lineOf = new Map<string, number>();
  for (const { line, cells } of rows) {
    if (cells.length !== header.cells.length)
      throw wrong(line, 'all', `as many cells as the header, ${String(header.cells.length)}`);
    const person = (cells[place]?.trim() ?? '').toLowerCase();
    if (!isUserName(person) && !isObjectId(person)) throw wrong(line, 'person', FORMS.person);
    const before = lineOf.get(person);
    if (before !== undefined) throw wrong(line, 'person', `another person than line ${String(before)}`);
    lineOf.set(person, line);
  }
  if (lineOf.size === 0) throw wrong(2, 'person', 'somebody: a list of nobody is taken for a mistake');
  return [...lineOf.keys()];
}

/** An address no longer than Entra's own, with nothing in it that none has. */
function isUserName(text: string): boolean {
  return text.length <= LONGEST_USER_NAME && ADDRESS.test(text) && !/\p{Cc}/u.test(text);
}

/**
 * Units from a file of HR: everybody works where their line says, and who has no line has no unit. Where the file has a
 * title, it and not the directory tells who leads and who is elected; frontline staff are told by licence as before.
 *
 * @param options.on the day the file was handed over
 * @throws Failure 'bad-input' where two lines turn out to be the same person
 */
export function unitsFromHrFile(options: {
  readonly directory: Directory;
  readonly lines: readonly HrLine[];
  readonly titles: Titles;
  readonly on: Day;
}): UnitsFound {
  const { directory, lines, on } = options;
  const resolve = resolverOf(directory);
  const known = new Map<RealIdentity, HrLine>();
  let linesAboutNobody = 0;
  for (const line of lines) {
    const identity = resolve(line.person);
    const before = identity === undefined ? undefined : known.get(identity);
    if (before !== undefined)
      throw wrong(line.line, 'person', `another person than line ${String(before.line)}, though written differently`);
    if (identity === undefined) linesAboutNobody += 1;
    else known.set(identity, line);
  }
  const standingOf = standingBy(options.titles);
  return {
    directory: placeEverybody(directory, {
      origin: 'hr-file',
      on,
      unitOf: ({ identity }) => known.get(identity)?.unit ?? '',
      standingOf: ({ identity, standing }) => {
        const title = known.get(identity)?.title ?? '';
        if (title === '') return standing;
        const told = standingOf(title, []);
        return told === 'desk' && standing === 'frontline' ? 'frontline' : told;
      },
    }),
    remarks: { ...NO_REMARKS, linesAboutNobody },
  };
}

/** Whom a line is about; only people of the directory, whichever way they are written. */
function resolverOf({ people, resolve }: Directory): (person: string) => RealIdentity | undefined {
  const byId = new Map(people.map(({ identity }) => [identity.reveal(), identity]));
  return (person) => {
    if (isObjectId(person)) return byId.get(person.toLowerCase());
    const found = resolve(person);
    return found instanceof RealIdentity ? found : undefined;
  };
}

function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Failure('bad-input', 'The HR file is not UTF-8: save it as "CSV UTF-8".', { cause: error });
  }
}

function rowsOf(text: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const [header = ''] = text.split(/\r\n|\n|\r/, 1);
  const delimiter = header.includes(';') ? ';' : ',';
  try {
    const rows: unknown = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
    });
    return records.parse(rows).map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw wrong(line, 'all', 'quotes in pairs, a quote within a cell written twice');
  }
}

function placesOf(header: readonly string[], needed: readonly Column[]): ReadonlyMap<string, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const bad = needed.find((column) => names.filter((name) => name === column).length !== 1);
  if (bad !== undefined) throw wrong(1, bad, 'exactly one column of this name');
  if (names.filter((name) => name === 'title').length > 1) throw wrong(1, 'title', 'at most one column of this name');
  return new Map(names.map((name, index) => [name, index]));
}

function readLine(line: number, cell: (column: Column) => string): HrLine {
  const person = cell('person');
  if (!ADDRESS.test(person) && !isObjectId(person)) throw wrong(line, 'person', FORMS.person);
  const unit = unitPath(cell('unit'));
  if (unit === '') throw wrong(line, 'unit', FORMS.unit);
  const title = cell('title');
  if (title.length > LONGEST_TITLE) throw wrong(line, 'title', FORMS.title);
  return { line, person, unit, title };
}

function wrong(line: number, column: string, expected: string): Failure {
  return new Failure('bad-input', `In the HR file, line ${String(line)}, column ${column}: expected ${expected}.`);
}
