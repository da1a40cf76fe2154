import type { Headcount, PlacedMembership, Placing, Standing, UnitOrigin } from '../privacy/membership.ts';
import { dayFromNumber, dayNumber, type Day } from '../privacy/period.ts';
import { prepared, reading } from './database.ts';
import { damaged } from './database-failure.ts';
import type { PeriodFile } from './open.ts';

/** As stored; a number is never given a new meaning. */
const STANDINGS = { leader: 1, elected: 2, frontline: 3, desk: 4 } as const satisfies Record<Standing, number>;
const STANDING_OF = new Map<number, Standing>([
  [STANDINGS.leader, 'leader'],
  [STANDINGS.elected, 'elected'],
  [STANDINGS.frontline, 'frontline'],
  [STANDINGS.desk, 'desk'],
]);
const ORIGINS = { attribute: 1, groups: 2, managers: 3, 'hr-file': 4 } as const satisfies Record<UnitOrigin, number>;
const ORIGIN_OF = new Map<number, UnitOrigin>([
  [ORIGINS.attribute, 'attribute'],
  [ORIGINS.groups, 'groups'],
  [ORIGINS.managers, 'managers'],
  [ORIGINS['hr-file'], 'hr-file'],
]);

/**
 * Keeps what the directory showed on a day. Unit and headcount of a period are as at the last run inside it (design
 * D4): a person the directory no longer shows keeps the last unit and what said so, headcounts are replaced whole, and a
 * directory read on an earlier day than the one held changes nothing.
 *
 * @param day the day the directory was read; it may lie after the period when reading back
 * @throws TypeError when a person is not a pseudonym; RangeError when a standing or a headcount is none. Neither quotes
 *   what it refuses
 */
export function replaceDirectory(
  file: PeriodFile,
  day: Day,
  memberships: readonly PlacedMembership[],
  headcounts: readonly Headcount[],
): void {
  file.write('replace-directory', () => {
    const readOn = dayNumber(day);
    const upsert = prepared(file.database, UPSERT_MEMBERSHIP);
    for (const { person, unit, standing, placedBy } of memberships) {
      const place = [file.dictionary.numberOf(person), file.numberOf('unit', unit), numberOfStanding(standing)];
      upsert.run(...place, readOn, ...numbersOfPlacing(placedBy));
    }
    file.step('replace-directory: memberships');
    replaceHeadcounts(file, readOn, headcounts);
  });
}

const UPSERT_MEMBERSHIP = `INSERT INTO memberships (person, unit, standing, read_on, placed_by, placed_on)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (person) DO UPDATE SET unit = excluded.unit, standing = excluded.standing, read_on = excluded.read_on,
    placed_by = excluded.placed_by, placed_on = excluded.placed_on
  WHERE excluded.read_on >= memberships.read_on`;

function replaceHeadcounts(file: PeriodFile, readOn: number, headcounts: readonly Headcount[]): void {
  const held = prepared(file.database, 'SELECT max(read_on) AS read_on FROM headcounts').get()?.['read_on'];
  if (typeof held === 'number' && held > readOn) return;
  prepared(file.database, 'DELETE FROM headcounts').run();
  const insert = prepared(file.database, INSERT_HEADCOUNT);
  for (const { unit, standing, heads, covered } of headcounts) {
    const isSound = Number.isInteger(heads) && Number.isInteger(covered) && covered >= 0 && covered <= heads;
    if (!isSound) throw new RangeError('Heads and covered are whole numbers, and no more are covered than there are.');
    insert.run(file.numberOf('unit', unit), numberOfStanding(standing), heads, covered, readOn);
  }
}

const INSERT_HEADCOUNT = 'INSERT INTO headcounts (unit, standing, heads, covered, read_on) VALUES (?, ?, ?, ?, ?)';

function numberOfStanding(standing: Standing): number {
  if (!Object.hasOwn(STANDINGS, standing)) throw new RangeError('A standing is leader, elected, frontline or desk.');
  return STANDINGS[standing];
}

/** A stored standing read back. @throws Failure 'damaged-database' */
export function standingOf(number: unknown): Standing {
  const standing = STANDING_OF.get(Number(number));
  if (standing === undefined) throw damaged();
  return standing;
}

function numbersOfPlacing(placing: Placing | null): (number | null)[] {
  if (placing === null) return [null, null];
  if (!Object.hasOwn(ORIGINS, placing.origin)) throw new RangeError('A unit comes from one of four origins.');
  return [ORIGINS[placing.origin], dayNumber(placing.on)];
}

/** What a stored row of `memberships` says of where its unit came from. @throws Failure 'damaged-database' */
export function placingOf(row: Readonly<Record<string, unknown>>): Placing | null {
  if (row['placed_by'] === null) return null;
  const origin = ORIGIN_OF.get(Number(row['placed_by']));
  if (origin === undefined) throw damaged();
  return { origin, on: dayFromNumber(Number(row['placed_on'])) };
}

/**
 * Where everybody of the period works and what said so, in no order that means anything.
 *
 * @throws TypeError as `readInteractions`
 */
export function readMemberships(file: PeriodFile): PlacedMembership[] {
  return reading(file.database, () => {
    const everybody = file.dictionary.everybody();
    const rows = prepared(file.database, SELECT_MEMBERSHIPS).all();
    return rows.flatMap((row) => {
      const person = everybody.get(Number(row['person']));
      if (person === undefined) return [];
      return [{ person, unit: String(row['path']), standing: standingOf(row['standing']), placedBy: placingOf(row) }];
    });
  });
}

const SELECT_MEMBERSHIPS = `SELECT person, path, standing, placed_by, placed_on
  FROM memberships JOIN units ON id = unit`;

/** How many people the directory showed, by unit and standing, ordered by unit; empty before the first run. */
export function readHeadcounts(file: PeriodFile): Headcount[] {
  const sql = 'SELECT path, standing, heads, covered FROM headcounts JOIN units ON id = unit ORDER BY path, standing';
  return reading(file.database, () => {
    return prepared(file.database, sql)
      .all()
      .map(({ path, standing, heads, covered }) => ({
        unit: String(path),
        standing: standingOf(standing),
        heads: Number(heads),
        covered: Number(covered),
      }));
  });
}
