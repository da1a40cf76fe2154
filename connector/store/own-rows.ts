import { existsSync } from 'node:fs';
import type { InteractionKind, Stranger } from '../privacy/interaction.ts';
import type { Headcount, Membership, PlacedMembership } from '../privacy/membership.ts';
import { dayFromNumber, type Day, type Period } from '../privacy/period.ts';
import { readPseudonym, type Pseudonym } from '../privacy/pseudonym.ts';
import type { App } from '../privacy/usage-day.ts';
import { openDatabase, prepared, reading } from './database.ts';
import { damaged } from './database-failure.ts';
import { unreleasablePeriods } from './erase.ts';
import { COUNTED, KINDS } from './interactions.ts';
import { PeriodFile, type Store } from './open.ts';
import { placingOf, readHeadcounts, standingOf } from './people.ts';
import { periodPath } from './period-path.ts';
import { appsOf } from './usage-days.ts';

/** One row of somebody's own: what they did toward one other on one day, as one source told it. */
export interface OwnAct {
  readonly source: string;
  readonly day: Day;
  readonly kind: InteractionKind;
  /** The one other: a person, by place in `partners`, or a word for whoever is none. */
  readonly toward: number | Stranger;
  readonly acts: number;
  readonly minutes: number;
  /** Whether it counts toward contacts; an online meeting does not where calls tell the same. */
  readonly counted: boolean;
}

/** Everything a period's file holds in rows of one person. */
export interface OwnRows {
  readonly period: Period;
  /** Where they work and their standing; undefined where the directory was not read with them on the list. */
  readonly membership: (PlacedMembership & { readonly readOn: Day }) | undefined;
  readonly acts: readonly OwnAct[];
  /** Everybody these acts point at, with their unit where the period knows it. */
  readonly partners: readonly { readonly person: Pseudonym; readonly membership: Membership | undefined }[];
  /** Which days of their own were read, source by source, earliest first. */
  readonly daysRead: readonly { readonly source: string; readonly days: readonly Day[] }[];
  readonly usage: readonly { readonly source: string; readonly day: Day; readonly apps: readonly App[] }[];
  /** Which days have a report, source by source: about everybody. */
  readonly reportDays: readonly { readonly source: string; readonly days: readonly Day[] }[];
  readonly headcounts: readonly Headcount[];
  /** Names of the competences they are said to have. */
  readonly competences: readonly string[];
}

/** The periods in which something may be held about people. */
export function openPeriods(store: Store): Period[] {
  const beyond = new Set(unreleasablePeriods(store).map(({ id }) => id));
  return store.heldPeriods().filter(({ id }) => !beyond.has(id));
}

/**
 * What a held period holds about one person, as it stood at one moment. Read through a connection of its own that can
 * write nothing and is closed before this returns, so that it neither stands in the way of a run nor keeps an erased file
 * alive. Every table is reached by the person's own number, never searched.
 *
 * Cost: a few milliseconds among 2,000 people (`npm run bench about-me`); linear in the person's own rows.
 *
 * @param person their pseudonym in this very period
 * @param sources which count: those of the scope
 * @returns undefined where the period has no row of them
 * @throws Failure 'damaged-database'
 */
export function readOwnRows(
  store: Store,
  period: Period,
  person: Pseudonym,
  sources: readonly string[],
): OwnRows | undefined {
  const path = periodPath(store.folder, period);
  if (!existsSync(path)) return undefined;
  const database = openDatabase(path, 'period', { readOnly: true });
  try {
    const file = new PeriodFile(period, database, () => undefined);
    const held = reading(database, () => {
      const number = file.dictionary.find(person);
      return number === undefined ? undefined : rowsOf(file, number, sources);
    });
    return held === undefined ? undefined : { ...held, headcounts: readHeadcounts(file) };
  } finally {
    database.close();
  }
}

function rowsOf(file: PeriodFile, number: number, sources: readonly string[]): Omit<OwnRows, 'headcounts'> {
  const { period, database } = file;
  const told = prepared(database, OWN_ACTS).all(JSON.stringify(sources), number);
  const words = wordsOf(file);
  const numbers = [...new Set(told.map(({ other }) => Number(other)))].filter((other) => other > 0);
  const placeOf = new Map(numbers.map((other, place) => [other, place]));
  return {
    period,
    membership: membershipOf(file, number),
    acts: told.map((row) => ({
      source: String(row['name']),
      day: dayFromNumber(Number(row['day'])),
      kind: kindOf(row['kind']),
      toward: placeOf.get(Number(row['other'])) ?? strangerOf(words, row['other']),
      acts: Number(row['acts']),
      minutes: Number(row['minutes']),
      counted: row['counted'] === 1,
    })),
    partners: numbers.map((other) => ({ person: pseudonymOf(file, other), membership: membershipOf(file, other) })),
    daysRead: daysBySource(prepared(database, OWN_DAYS_READ).all(number)),
    usage: prepared(database, OWN_USAGE)
      .all(number)
      .map(({ name, day, apps }) => ({
        source: String(name),
        day: dayFromNumber(Number(day)),
        apps: appsOf(Number(apps)),
      })),
    reportDays: daysBySource(prepared(database, REPORT_DAYS).all()),
    competences: prepared(database, OWN_COMPETENCES)
      .all(number)
      .map(({ name }) => String(name)),
  };
}

const OWN_ACTS = `SELECT sources.name, day, kind, other, acts, minutes, (${COUNTED}) AS counted
  FROM interactions JOIN sources ON sources.id = source WHERE owner = ?2 ORDER BY day, name, kind, other`;
const OWN_DAYS_READ = `SELECT name, day FROM sources CROSS JOIN days_read
  ON days_read.source = sources.id AND owner = ? ORDER BY name, day`;
// The days with a report first, then the one row of each: the other way round everybody's would be gone through.
const OWN_USAGE = `SELECT name, usage_days.day, apps FROM usage_days_read AS reports
  CROSS JOIN usage_days ON usage_days.source = reports.source AND usage_days.day = reports.day AND person = ?
  JOIN sources ON sources.id = reports.source ORDER BY usage_days.day, name`;
const OWN_COMPETENCES = 'SELECT name FROM holders JOIN competences ON id = competence WHERE person = ? ORDER BY name';
const REPORT_DAYS = `SELECT name, day FROM usage_days_read JOIN sources ON id = source ORDER BY name, day`;

function daysBySource(rows: readonly Record<string, unknown>[]): { source: string; days: Day[] }[] {
  const bySource = Map.groupBy(rows, ({ name }) => String(name));
  return [...bySource].map(([source, read]) => ({ source, days: read.map(({ day }) => dayFromNumber(Number(day))) }));
}

function membershipOf(file: PeriodFile, number: number): OwnRows['membership'] {
  const sql =
    'SELECT path, standing, read_on, placed_by, placed_on FROM memberships JOIN units ON id = unit WHERE person = ?';
  const row = prepared(file.database, sql).get(number);
  if (row === undefined) return undefined;
  return {
    person: pseudonymOf(file, number),
    unit: String(row['path']),
    standing: standingOf(row['standing']),
    readOn: dayFromNumber(Number(row['read_on'])),
    placedBy: placingOf(row),
  };
}

function pseudonymOf(file: PeriodFile, number: number): Pseudonym {
  const row = prepared(file.database, 'SELECT pseudonym FROM people WHERE id = ?').get(number);
  return readPseudonym(String(row?.['pseudonym']));
}

function wordsOf(file: PeriodFile): Map<number, Stranger> {
  return new Map<number, Stranger>([[-1, 'outside'], [-2, 'inside-unknown'], ...file.dictionary.partners()]);
}

function strangerOf(words: ReadonlyMap<number, Stranger>, number: unknown): Stranger {
  const word = words.get(Number(number));
  if (word === undefined) throw damaged();
  return word;
}

const KIND_OF = new Map<number, InteractionKind>(
  (['mail', 'meeting', 'chat', 'call', 'online-meeting'] as const).map((kind) => [KINDS[kind], kind]),
);

function kindOf(number: unknown): InteractionKind {
  const kind = KIND_OF.get(Number(number));
  if (kind === undefined) throw damaged();
  return kind;
}
