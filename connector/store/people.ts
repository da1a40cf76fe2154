import type { Headcount, Membership, Standing } from '../privacy/membership.ts';
import { dayNumber, type Day } from '../privacy/period.ts';
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

/**
 * Keeps what the directory showed on a day. Unit and headcount of a period are as at the last run inside it (design
 * D4): a person the directory no longer shows keeps the last unit, headcounts are replaced whole, and a directory read
 * on an earlier day than the one held changes nothing.
 *
 * @param day the day the directory was read; it may lie after the period when reading back
 * @throws TypeError when a person is not a pseudonym; RangeError when a standing or a headcount is none. Neither quotes
 *   what it refuses
 */
export function replaceDirectory(
  file: PeriodFile,
  day: Day,
  memberships: readonly Membership[],
  headcounts: readonly Headcount[],
): void {
  file.write('replace-directory', () => {
    const readOn = dayNumber(day);
    const upsert = prepared(file.database, UPSERT_MEMBERSHIP);
    for (const { person, unit, standing } of memberships) {
      upsert.run(file.dictionary.numberOf(person), file.numberOf('unit', unit), numberOfStanding(standing), readOn);
    }
    file.step('replace-directory: memberships');
    replaceHeadcounts(file, readOn, headcounts);
  });
}

const UPSERT_MEMBERSHIP = `INSERT INTO memberships (person, unit, standing, read_on) VALUES (?, ?, ?, ?)
  ON CONFLICT (person) DO UPDATE SET unit = excluded.unit, standing = excluded.standing, read_on = excluded.read_on
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

function standingOf(number: unknown): Standing {
  const standing = STANDING_OF.get(Number(number));
  if (standing === undefined) throw damaged();
  return standing;
}

/** Where everybody of the period works, in no order that means anything. @throws TypeError as `readInteractions` */
export function readMemberships(file: PeriodFile): Membership[] {
  return reading(file.database, () => {
    const everybody = file.dictionary.everybody();
    const rows = prepared(
      file.database,
      'SELECT person, path, standing FROM memberships JOIN units ON id = unit',
    ).all();
    return rows.flatMap(({ person, path, standing }) => {
      const pseudonym = everybody.get(Number(person));
      return pseudonym === undefined ? [] : [{ person: pseudonym, unit: String(path), standing: standingOf(standing) }];
    });
  });
}

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
