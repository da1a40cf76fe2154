import type { CsvLine } from './csv-file.ts';

/** A field that names one person. */
export function readPerson<Column extends string>(line: CsvLine<Column>, column: Column): string {
  const person = line.field(column);
  if (person === '') throw line.fault(column, 'a person');
  return person;
}

/** A field that names persons, separated by semicolons; empty when there are none. Returned as written. */
export function readPersons<Column extends string>(line: CsvLine<Column>, column: Column): string {
  const written = line.field(column);
  if (written !== '' && written.split(';').includes(''))
    throw line.fault(column, 'persons separated by single semicolons');
  return written;
}

/** The persons of a field that `readPersons` passed, in its order. */
export function personsOf(written: string): string[] {
  return written === '' ? [] : written.split(';');
}
