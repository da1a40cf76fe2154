import type { CsvLine } from './csv-file.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment in ISO 8601, UTC, as milliseconds since 1970. */
export function readMoment<Column extends string>(line: CsvLine<Column>, column: Column): number {
  const written = line.field(column);
  const moment = MOMENT.test(written) ? exactly(written) : Number.NaN;
  if (Number.isNaN(moment)) throw line.fault(column, 'a moment in ISO 8601 UTC, such as 2026-01-31T09:30:00Z');
  return moment;
}

/** A day as the moment it begins, UTC. */
export function readDay<Column extends string>(line: CsvLine<Column>, column: Column): number {
  const written = line.field(column);
  const moment = DAY.test(written) ? exactly(written) : Number.NaN;
  if (Number.isNaN(moment)) throw line.fault(column, 'a day that exists, such as 2026-01-31');
  return moment;
}

/** JavaScript takes 30 February for 2 March; a day that does not exist is no day. */
function exactly(written: string): number {
  const moment = Date.parse(written);
  if (Number.isNaN(moment)) return moment;
  return new Date(moment).toISOString().startsWith(written.slice(0, 10)) ? moment : Number.NaN;
}
