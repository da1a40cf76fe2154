import type { Interaction, InteractionKind } from '../privacy/interaction.ts';
import type { PartnerWord } from '../privacy/partner-organisations.ts';
import { dayFromNumber, dayNumber, isDay, type Day } from '../privacy/period.ts';
import type { Pseudonym } from '../privacy/pseudonym.ts';
import { prepared, reading } from './database.ts';
import type { PeriodFile } from './open.ts';

/** As stored; a number is never given a new meaning. */
export const KINDS = { mail: 1, meeting: 2, chat: 3, call: 4, 'online-meeting': 5 } as const satisfies Record<
  InteractionKind,
  number
>;

/** What was read of one mailbox: whole days, first included, last excluded. */
export interface OwnerSpan {
  readonly owner: Pseudonym;
  readonly from: Day;
  readonly to: Day;
  /** Everything the source holds of these days; at most one of each (day, kind, other). */
  readonly interactions: readonly Interaction[];
}

/** A period's interactions, one a place in every column. */
export interface InteractionColumns {
  /** Everybody the period has met, whether they have interactions or not. */
  readonly people: Pseudonym[];
  /** Indices into `people`. */
  readonly owner: Int32Array;
  /** Indices into `people`; −1 outside, −2 inside but unknown, below that a partner organisation. */
  readonly other: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** A number of `KINDS`. */
  readonly kind: Uint8Array;
  readonly acts: Int32Array;
  readonly minutes: Float64Array;
  /** Which partner organisation each number below −2 stands for. */
  readonly partners: ReadonlyMap<number, PartnerWord>;
}

/**
 * Replaces what a source says of whole days, for many mailboxes in one transaction: for each span every (source, owner,
 * day) is emptied, filled again and noted as read, a day without interactions too. Doing it twice, or in another order,
 * changes nothing; if anything is refused or interrupted, nothing of any span has changed. Of two spans that share a
 * day of one owner the later in the list holds.
 *
 * Cost: about 2 µs a row (`npm run bench store`).
 *
 * @param source where it was read, kebab-case: `sent-items`
 * @throws TypeError when an owner or other is not a pseudonym; RangeError when a day lies outside its span or the
 *   period, a row has another owner than its span, or acts or minutes are no counts. Neither quotes what it refuses
 */
export function replaceSpans(file: PeriodFile, source: string, spans: readonly OwnerSpan[]): void {
  file.write('replace-spans', () => {
    const sourceNumber = file.numberOf('source', source);
    const dayNumbers = daysInside(file);
    for (const span of spans) {
      replaceSpan(file, sourceNumber, span, dayNumbers);
      file.step('replace-spans: one span');
    }
  });
}

/** Turns a day into its number, refusing those outside the period. */
type DayReader = (day: Day) => number;

function daysInside({ period }: PeriodFile): DayReader {
  const [first, end] = [dayNumber(period.from), dayNumber(period.to)];
  const met = new Map<string, number>();
  return (day) => {
    const known = met.get(day);
    if (known !== undefined) return known;
    const number = isDay(day) ? dayNumber(day) : NaN;
    // The end itself passes: it closes a span. No row can lie on it, because rows lie before the end of their span.
    if (!(number >= first && number <= end)) throw new RangeError('A day lies outside the period of its file.');
    met.set(day, number);
    return number;
  };
}

function replaceSpan(file: PeriodFile, source: number, span: OwnerSpan, numberOfDay: DayReader): void {
  const { database, dictionary } = file;
  const [from, to] = [numberOfDay(span.from), numberOfDay(span.to)];
  const owner = dictionary.numberOf(span.owner);
  prepared(database, DELETE_SPAN).run(owner, source, from, to);
  if (from < to) prepared(database, NOTE_DAYS_READ).run(from, to, source, owner);
  const values: number[] = [];
  const insert = (): void => {
    const sql = INSERTS[values.length / VALUES_A_ROW];
    if (sql !== undefined) prepared(database, sql).run(...values);
    values.length = 0;
  };
  for (const row of span.interactions) {
    const day = numberOfDay(row.day);
    checkRow(row, span.owner, day >= from && day < to);
    const other = dictionary.numberOfAnybody(row.other);
    values.push(owner, source, day, KINDS[row.kind], other, row.acts, row.minutes);
    if (values.length === ROWS_AT_ONCE * VALUES_A_ROW) insert();
  }
  insert();
}

const DELETE_SPAN = 'DELETE FROM interactions WHERE owner = ? AND source = ? AND day >= ? AND day < ?';
/** A statement costs as much as a row, so several rows share one. */
const ROWS_AT_ONCE = 16;
const VALUES_A_ROW = 7;
/** By how many rows each takes; none for no row. */
const INSERTS = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, rows) =>
  rows === 0
    ? undefined
    : `INSERT INTO interactions (owner, source, day, kind, other, acts, minutes)
         VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?)').join()}`,
);
const NOTE_DAYS_READ = `INSERT OR IGNORE INTO days_read (day, source, owner)
  WITH RECURSIVE days (day) AS (SELECT ?1 UNION ALL SELECT day + 1 FROM days WHERE day + 1 < ?2)
  SELECT day, ?3, ?4 FROM days`;

/** The types promise all this; the door checks it again, because what passes here is kept. */
function checkRow({ owner, other, kind, acts, minutes }: Interaction, ownerOfSpan: Pseudonym, isInside: boolean): void {
  if (owner !== ownerOfSpan)
    throw new RangeError('A mailbox speaks only for its owner: a row has another owner than its span.');
  if (!isInside) throw new RangeError('A row lies on a day outside the span that was read.');
  if (other === owner) throw new RangeError('Nobody is their own contact: a row points at its owner.');
  if (!Object.hasOwn(KINDS, kind)) throw new RangeError('A row is of a kind that is not known.');
  if (!Number.isInteger(acts) || acts < 1 || acts > 0x7fffffff)
    throw new RangeError('Acts are a whole number, 1 or more.');
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError('Minutes are a number, 0 or more.');
}

/** The owners of whom every day of a span has been read from a source; nobody when the span is empty. */
export function ownersRead(
  file: PeriodFile,
  source: string,
  span: { readonly from: Day; readonly to: Day },
): Set<Pseudonym> {
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
  return reading(file.database, () => {
    const everybody = file.dictionary.everybody();
    const rows = prepared(file.database, OWNERS_READ).all(source, from, to, to - from);
    return new Set(rows.map(({ owner }) => everybody.get(Number(owner))).filter((person) => person !== undefined));
  });
}

/** The days of which at least one owner was read from a source, earliest first. */
export function daysReadFrom(file: PeriodFile, source: string): Day[] {
  const sql = `SELECT DISTINCT day FROM days_read
    WHERE source = (SELECT id FROM sources WHERE name = ?) ORDER BY day`;
  return reading(file.database, () => {
    return prepared(file.database, sql)
      .all(source)
      .map(({ day }) => dayFromNumber(Number(day)));
  });
}

const OWNERS_READ = `SELECT owner FROM days_read
  WHERE source = (SELECT id FROM sources WHERE name = ?) AND day >= ? AND day < ?
  GROUP BY owner HAVING count(*) = ?`;

/**
 * A period's interactions, as they stood at one moment. An online meeting in a calendar is passed over where its owner's
 * calls of that day were read, from a source asked for: the call tells who came, and one gathering counts once.
 *
 * Cost: about 0.7 µs and 25 bytes a row (`npm run bench store`).
 *
 * @param sources read only what these told; all of them when absent
 * @throws TypeError when something stored is no pseudonym; Failure 'damaged-database'
 */
export function readInteractions(file: PeriodFile, sources?: readonly string[]): InteractionColumns {
  return reading(file.database, () => {
    const everybody = file.dictionary.everybody();
    const indexOf = indexByNumber([...everybody.keys()]);
    const asked = JSON.stringify(sources ?? null);
    const count = Number(prepared(file.database, COUNT_INTERACTIONS).get(asked)?.['count']);
    const columns = { ...emptyColumns([...everybody.values()], count), partners: file.dictionary.partners() };
    // Rows as arrays cost half as much as rows as objects; the types know only of objects, so columns go by number.
    const select = file.database.prepare(SELECT_INTERACTIONS);
    select.setReturnArrays(true);
    let place = 0;
    for (const row of select.iterate(asked)) {
      const other = Number(row[1]);
      columns.owner[place] = indexOf[Number(row[0])] ?? NaN;
      columns.other[place] = other < 0 ? other : (indexOf[other] ?? NaN);
      columns.day[place] = Number(row[2]);
      columns.acts[place] = Number(row[3]);
      columns.minutes[place] = Number(row[4]);
      columns.kind[place] = Number(row[5]);
      place += 1;
    }
    return columns;
  });
}

/** Takes a JSON list of names; null stands for all of them. */
const ASKED = `(?1 = 'null' OR name IN (SELECT value FROM json_each(?1)))`;
const CALLS_READ = `EXISTS (SELECT 1 FROM days_read AS called
  WHERE called.source = (SELECT id FROM sources WHERE name = 'calls' AND ${ASKED})
    AND called.owner = interactions.owner AND called.day = interactions.day)`;
/** Of `interactions`, what counts toward contacts; takes a JSON list of sources as its first value. */
export const COUNTED = `source IN (SELECT id FROM sources WHERE ${ASKED})
  AND NOT (kind = ${String(KINDS['online-meeting'])} AND ${CALLS_READ})`;
const COUNT_INTERACTIONS = `SELECT count(*) AS count FROM interactions WHERE ${COUNTED}`;
const SELECT_INTERACTIONS = `SELECT owner, other, day, acts, minutes, kind FROM interactions WHERE ${COUNTED}`;

function emptyColumns(people: Pseudonym[], count: number): Omit<InteractionColumns, 'partners'> {
  return {
    people,
    owner: new Int32Array(count),
    other: new Int32Array(count),
    day: new Int32Array(count),
    kind: new Uint8Array(count),
    acts: new Int32Array(count),
    minutes: new Float64Array(count),
  };
}

/** Numbers have gaps where people were forgotten; indices have none. */
function indexByNumber(numbers: readonly number[]): Int32Array {
  const indexOf = new Int32Array((numbers.at(-1) ?? 0) + 1).fill(-1);
  for (const [index, number] of numbers.entries()) indexOf[number] = index;
  return indexOf;
}
