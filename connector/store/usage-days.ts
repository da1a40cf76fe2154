import { dayFromNumber, dayNumber, isDay, type Day } from '../privacy/period.ts';
import { APPS, type App, type UsageDay } from '../privacy/usage-day.ts';
import { prepared, reading } from './database.ts';
import type { PeriodFile } from './open.ts';

/**
 * As stored: one bit an app. A bit is never given a new meaning.
 */
const BITS = {
  exchange: 1,
  teams: 2,
  files: 4,
  copilot: 8,
  'co-work': 16,
  mobile: 32,
} as const satisfies Record<App, number>;

/**
 * Replaces what a report says of one day, in one transaction, and notes that the day has a report. Doing it twice
 * changes nothing.
 *
 * @param source the report, kebab-case: `active-users`
 * @throws TypeError when a person is not a pseudonym; RangeError when the day is outside the period, a row is of
 *   another day, or names no app or one not known. Neither quotes what it refuses
 */
export function replaceUsageDay(file: PeriodFile, source: string, day: Day, rows: readonly UsageDay[]): void {
  const { period, database, dictionary } = file;
  if (!isDay(day) || day < period.from || day >= period.to) {
    throw new RangeError('A day lies outside the period of its file.');
  }
  file.write('replace-usage-day', () => {
    const key = [file.numberOf('source', source), dayNumber(day)] as const;
    prepared(database, 'DELETE FROM usage_days WHERE source = ? AND day = ?').run(...key);
    prepared(database, 'INSERT OR IGNORE INTO usage_days_read (source, day) VALUES (?, ?)').run(...key);
    const insert = prepared(database, 'INSERT INTO usage_days (source, day, person, apps) VALUES (?, ?, ?, ?)');
    for (const row of rows) {
      if (row.day !== day) throw new RangeError('A row is of another day than its report.');
      insert.run(...key, dictionary.numberOf(row.person), bitsOf(row.apps));
    }
  });
}

function bitsOf(apps: readonly App[]): number {
  if (apps.length === 0 || !apps.every((app) => Object.hasOwn(BITS, app))) {
    throw new RangeError('A usage day names at least one app, all of them known.');
  }
  return apps.reduce((bits, app) => bits | BITS[app], 0);
}

/** The days of which a report was read; empty when there were none. */
export function usageDaysRead(file: PeriodFile, source: string): Set<Day> {
  const sql = 'SELECT day FROM usage_days_read WHERE source = (SELECT id FROM sources WHERE name = ?) ORDER BY day';
  return reading(file.database, () => {
    return new Set(
      prepared(file.database, sql)
        .all(source)
        .map(({ day }) => dayFromNumber(Number(day))),
    );
  });
}

/**
 * A period's usage days, as they stood at one moment, and the days that have a report, earliest first.
 *
 * Cost: about 1 µs a row; the lists of apps and the days are shared between rows.
 *
 * @param reports read only these; all of them when absent
 * @throws TypeError when something stored is no pseudonym; Failure 'damaged-database'
 */
export function readUsage(
  file: PeriodFile,
  reports?: readonly string[],
): { readonly reportDays: Day[]; readonly rows: UsageDay[] } {
  return reading(file.database, () => {
    const asked = JSON.stringify(reports ?? null);
    const dayOf = new Map(daysWithReport(file, asked).map((day) => [dayNumber(day), day]));
    const everybody = file.dictionary.everybody();
    const rows: UsageDay[] = [];
    const select = prepared(file.database, `SELECT day, person, apps FROM usage_days WHERE ${OF_REPORTS}`);
    for (const row of select.iterate(asked, asked)) {
      const [day, person] = [dayOf.get(Number(row['day'])), everybody.get(Number(row['person']))];
      if (day !== undefined && person !== undefined) rows.push({ day, person, apps: appsOf(Number(row['apps'])) });
    }
    return { reportDays: [...dayOf.values()], rows };
  });
}

/** Takes a JSON list of names, twice; null stands for all of them. */
const OF_REPORTS = `(? = 'null' OR source IN (SELECT id FROM sources WHERE name IN (SELECT value FROM json_each(?))))`;

function daysWithReport(file: PeriodFile, asked: string): Day[] {
  const sql = `SELECT DISTINCT day FROM usage_days_read WHERE ${OF_REPORTS} ORDER BY day`;
  const rows = prepared(file.database, sql).all(asked, asked);
  return rows.map(({ day }) => dayFromNumber(Number(day)));
}

const COMBINATIONS = Array.from({ length: 1 << APPS.length }, (_, bits) =>
  APPS.filter((app) => (bits & BITS[app]) > 0),
);

/** The apps that stored bits stand for. */
export function appsOf(bits: number): readonly App[] {
  return COMBINATIONS[bits] ?? [];
}
