import { basename } from 'node:path';
import { LARGEST, misread, type Units } from './network-file.ts';
import { readTable, type Column } from './table-file.ts';

const COLUMNS: readonly Column[] = [
  { name: 'person', alsoCalled: ['id', 'name'], needed: true },
  { name: 'unit', alsoCalled: ['department', 'group'], needed: false },
  { name: 'volunteer', alsoCalled: [], needed: false },
];
const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'ja', 'true', '1', 'x'].map((word): [string, boolean] => [word, true]),
  ...['no', 'nei', 'false', '0', ''].map((word): [string, boolean] => [word, false]),
]);

/** Everybody there is, also those without a tie. */
export interface People {
  readonly names: readonly string[];
  readonly units: Units;
  /** Absent where there is no such column. */
  readonly volunteers?: readonly number[];
}

/**
 * Reads people from a table with the columns `person` and, if wanted, `unit` (empty: none) and
 * `volunteer` (yes or no; empty: no).
 *
 * @throws Failure 'bad-input' naming line and column: a missing column, an empty name, somebody who stands there twice
 */
export async function readPeopleFile(path: string): Promise<People> {
  const file = basename(path);
  const lineOf = new Map<string, number>();
  const unitNumbers = new Map<string, number>();
  const unitOf: number[] = [];
  let volunteers: number[] | undefined;
  for await (const lines of readTable(path, COLUMNS))
    for (const { line, cells } of lines) {
      const [person = '', unit = '', volunteer] = cells;
      if (person === '') throw misread(file, line, 'person', 'a person');
      const before = lineOf.get(person);
      if (before !== undefined) throw misread(file, line, 'person', `another person than line ${String(before)}`);
      if (lineOf.size >= LARGEST.people)
        throw misread(file, line, 'person', `at most ${LARGEST.people.toLocaleString('en')} people`);
      if (volunteer !== undefined) {
        const isWilling = ANSWERS.get(volunteer.toLowerCase());
        if (isWilling === undefined) throw misread(file, line, 'volunteer', 'yes or no');
        volunteers ??= [];
        if (isWilling) volunteers.push(lineOf.size);
      }
      lineOf.set(person, line);
      if (unit !== '' && !unitNumbers.has(unit)) unitNumbers.set(unit, unitNumbers.size);
      unitOf.push(unit === '' ? -1 : (unitNumbers.get(unit) ?? -1));
    }
  return {
    names: [...lineOf.keys()],
    units: { names: [...unitNumbers.keys()], unitOf: Int32Array.from(unitOf) },
    ...(volunteers && { volunteers }),
  };
}
