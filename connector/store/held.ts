import { addDays, dayFromNumber, dayNumber, daysOf, type Day } from '../privacy/period.ts';
import { isNetworkSource, type SourceName } from '../privacy/scope.ts';
import { prepared, reading } from './database.ts';
import { unreleasablePeriods } from './erase.ts';
import { daysReadFrom } from './interactions.ts';
import type { PeriodFile, Store } from './open.ts';
import { releasedPeriods } from './releases.ts';
import { latestReading } from './runs.ts';

/** How much a period holds, exactly. For rounding (design D6) before anybody sees it; it dies with the period. */
export interface HeldFigures {
  /** Days of which at least one mailbox was read. */
  readonly daysRead: number;
  /** Mailboxes of which at least one day was read. */
  readonly mailboxesRead: number;
  readonly interactions: number;
  /** Days of which at least one report was read. */
  readonly reportDays: number;
  readonly usageDays: number;
  /** People with at least one usage day. */
  readonly peopleInReports: number;
  /** The earliest day read of any source; null when none was. */
  readonly oldestDay: Day | null;
}

/** Counts what a period holds, all sources together. Cost: one pass over the file, about 0.1 s a million rows. */
export function heldFigures(file: PeriodFile): HeldFigures {
  return reading(file.database, () => {
    const figures = prepared(file.database, COUNT).get() ?? {};
    const oldest = figures['oldest'];
    return {
      daysRead: Number(figures['days']),
      mailboxesRead: Number(figures['mailboxes']),
      interactions: Number(figures['interactions']),
      reportDays: Number(figures['reports']),
      usageDays: Number(figures['usage']),
      peopleInReports: Number(figures['users']),
      oldestDay: typeof oldest === 'number' ? dayFromNumber(oldest) : null,
    };
  });
}

const COUNT = `SELECT
  (SELECT count(DISTINCT day) FROM days_read) AS days,
  (SELECT count(DISTINCT owner) FROM days_read) AS mailboxes,
  (SELECT count(*) FROM interactions) AS interactions,
  (SELECT count(*) FROM usage_days) AS usage,
  (SELECT count(DISTINCT person) FROM usage_days) AS users,
  (SELECT count(DISTINCT day) FROM usage_days_read) AS reports,
  (SELECT min(day) FROM (SELECT day FROM days_read UNION ALL SELECT day FROM usage_days_read)) AS oldest`;

/** Rows of one source in one week, and how many people they are of. */
export interface WeekFigures {
  readonly rows: number;
  readonly people: number;
}

/**
 * What is held of the last whole week (ISO, Monday to Sunday, UTC), source by source; nothing where that week does not
 * lie in the period whole. For rounding before anybody sees it.
 *
 * @param before the first day that may not be in it
 * Cost: one pass over the file.
 */
export function weekFigures(file: PeriodFile, before: Day): Map<string, WeekFigures> {
  const end = dayNumber(before);
  const monday = end - ((end + 3) % 7) - 7;
  if (monday < dayNumber(file.period.from)) return new Map();
  return reading(file.database, () => {
    const rows = prepared(file.database, WEEK).all(monday, monday + 7);
    return new Map(
      rows.map(({ name, rows: count, people }) => [String(name), { rows: Number(count), people: Number(people) }]),
    );
  });
}

const WEEK = `SELECT sources.name, count(*) AS rows, count(DISTINCT who) AS people FROM (
    SELECT source, owner AS who FROM interactions WHERE day >= ?1 AND day < ?2
    UNION ALL SELECT source, person FROM usage_days WHERE day >= ?1 AND day < ?2
  ) JOIN sources ON sources.id = source GROUP BY source`;

/** Known only of the day it is read, once a week: days between are no gap. */
const READ_NOW_AND_THEN: readonly SourceName[] = ['chat-membership'];

/**
 * How many days of a period nobody was read of from a source, of which a release would say that people met nobody. A
 * report may miss days: the release sees to it that there are enough. The calendar's, so it may be said.
 *
 * @param before the first day that need not be read yet
 */
export function gapDays(file: PeriodFile, source: SourceName, before: Day): number {
  if (!isNetworkSource(source)) return 0;
  const { from, to } = file.period;
  const days = daysOf({ from, to: before < to ? before : to });
  const read = new Set(daysReadFrom(file, source));
  const missing = days.filter((day) => !read.has(day)).length;
  if (READ_NOW_AND_THEN.includes(source)) return read.size > 0 ? 0 : days.length;
  return missing;
}

/**
 * The day up to which there is nothing to catch up: the newest one read in a period that is open, or the last of the
 * newest release. A period whose last reading was partial, failed or was cut short counts as unread, because mailboxes it
 * did not come to lag behind the others, and nothing else would ever read their days.
 *
 * @returns undefined before anything was read
 */
export function lastDayRead(store: Store): Day | undefined {
  const gone = new Set(unreleasablePeriods(store).map(({ id }) => id));
  const open = store.heldPeriods().filter(({ id }) => !gone.has(id));
  const lagging = open.filter(({ id }) => isCutShort(store, id)).sort((a, b) => a.from.localeCompare(b.from))[0];
  if (lagging !== undefined) return addDays(lagging.from, -1);
  const newest = open.map((period) => newestDayRead(store.period(period)));
  const released = releasedPeriods(store).map(({ to }) => addDays(to, -1));
  // Days are written so that their order as texts is their order in time.
  return [...newest, ...released].filter((day) => day !== undefined).reduce<Day | undefined>(later, undefined);
}

function later(a: Day | undefined, b: Day): Day {
  return a === undefined || b > a ? b : a;
}

function isCutShort(store: Store, periodId: string): boolean {
  const run = latestReading(store, periodId);
  return run !== undefined && run.state !== 'done';
}

/** The newest day any mailbox was read on in a period, or had a report; undefined when nothing was read. */
export function newestDayRead(file: PeriodFile): Day | undefined {
  return reading(file.database, () => {
    const newest = prepared(file.database, NEWEST).get()?.['newest'];
    return typeof newest === 'number' ? dayFromNumber(newest) : undefined;
  });
}

const NEWEST = `SELECT max(day) AS newest FROM (SELECT day FROM days_read UNION ALL SELECT day FROM usage_days_read)`;
