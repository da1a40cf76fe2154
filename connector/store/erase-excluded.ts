import { dayNumber, type Day } from '../privacy/period.ts';
import { firstReadableDay, readsCompetences, type Scope } from '../privacy/scope.ts';
import { emptyLog, prepared } from './database.ts';
import { unreleasablePeriods } from './erase.ts';
import type { PeriodFile, Store } from './open.ts';

/**
 * Deletes in every held period what a scope no longer allows to be held compared with the one before it (design D7:
 * narrowing acts at once and deletes): the sources that are off; the days that may not be read; the people of units that
 * are out, both sides of every act; the words of partners that are no longer listed, or from which a domain was taken,
 * because nobody can tell any more which acts were with that one; and who has a competence that is no longer declared, or
 * by another group. Deleted bytes are overwritten and the log emptied.
 * Repeating it changes nothing.
 *
 * @throws Failure 'already-running' when another process keeps a log from being emptied: repeat it then
 */
export function eraseExcluded(store: Store, before: Scope, after: Scope): void {
  const gone = excludedBy(before, after);
  if (gone.length === 0) return;
  const beyond = new Set(unreleasablePeriods(store).map(({ id }) => id));
  for (const period of store.heldPeriods().filter(({ id }) => !beyond.has(id))) {
    const file = store.period(period);
    file.write('erase-excluded', () => {
      for (const erase of gone) erase(file);
      file.dictionary.clear();
    });
    emptyLog(file.database);
  }
}

type Erase = (file: PeriodFile) => void;

function excludedBy(before: Scope, after: Scope): Erase[] {
  const sources = before.sources.filter((source) => !after.sources.includes(source));
  const unitsOut = after.unitsOut.filter((unit) => !before.unitsOut.includes(unit));
  const isLater = dayNumber(firstReadableDay(after)) > dayNumber(firstReadableDay(before));
  return [
    ...sources.map((source): Erase => (file) => {
      eraseSource(file, source);
    }),
    ...(isLater
      ? [
          (file: PeriodFile): void => {
            eraseBefore(file, firstReadableDay(after));
          },
        ]
      : []),
    ...unitsOut.map((unit): Erase => (file) => {
      eraseUnit(file, unit);
    }),
    ...partnersGone(before, after).map((name): Erase => (file) => {
      erasePartner(file, name);
    }),
    ...competencesGone(before, after).map((name): Erase => (file) => {
      eraseCompetence(file, name);
    }),
  ];
}

function partnersGone(before: Scope, after: Scope): string[] {
  return (before.partnerOrganisations ?? [])
    .filter(({ name, domains }) => {
      const still = after.partnerOrganisations?.find((partner) => partner.name === name);
      return domains.some((domain) => still?.domains.includes(domain) !== true);
    })
    .map(({ name }) => name);
}

function competencesGone(before: Scope, after: Scope): string[] {
  if (!readsCompetences(before)) return [];
  const still = readsCompetences(after) ? after.competences : [];
  return before.competences
    .filter(({ name, groupId }) => !still.some((it) => it.name === name && it.groupId === groupId))
    .map(({ name }) => name);
}

/** One bound value each, as often as a statement asks for it. */
function runAll(file: PeriodFile, statements: readonly string[], value: string | number): void {
  for (const sql of statements) {
    prepared(file.database, sql).run(...Array.from(sql.matchAll(/\?/g), () => value));
    file.step('erase-excluded: one table');
  }
}

const OF_SOURCE = 'source IN (SELECT id FROM sources WHERE name = ?)';

function eraseSource(file: PeriodFile, source: string): void {
  const tables = ['interactions', 'days_read', 'usage_days', 'usage_days_read'];
  runAll(
    file,
    tables.map((table) => `DELETE FROM ${table} WHERE ${OF_SOURCE}`),
    source,
  );
}

function eraseBefore(file: PeriodFile, day: Day): void {
  const tables = ['interactions', 'days_read', 'usage_days', 'usage_days_read'];
  runAll(
    file,
    tables.map((table) => `DELETE FROM ${table} WHERE day < ?`),
    dayNumber(day),
  );
}

const UNITS = `(SELECT id FROM units WHERE path = ? OR substr(path, 1, length(?) + 1) = ? || '/')`;
const IN_UNIT = `(SELECT person FROM memberships WHERE unit IN ${UNITS})`;

/** People first: who they are is known by their membership alone. */
function eraseUnit(file: PeriodFile, unit: string): void {
  runAll(
    file,
    [
      `DELETE FROM interactions WHERE owner IN ${IN_UNIT} OR other IN ${IN_UNIT}`,
      `DELETE FROM days_read WHERE owner IN ${IN_UNIT}`,
      `DELETE FROM usage_days WHERE person IN ${IN_UNIT}`,
      `DELETE FROM holders WHERE person IN ${IN_UNIT}`,
      `DELETE FROM headcounts WHERE unit IN ${UNITS}`,
    ],
    unit,
  );
  const people = prepared(file.database, `SELECT person FROM memberships WHERE unit IN ${UNITS}`).all(unit, unit, unit);
  for (const { person } of people) {
    runAll(file, ['DELETE FROM memberships WHERE person = ?', 'DELETE FROM people WHERE id = ?'], Number(person));
  }
}

function erasePartner(file: PeriodFile, name: string): void {
  runAll(
    file,
    [
      'DELETE FROM interactions WHERE other IN (SELECT id FROM people WHERE pseudonym = ?)',
      'DELETE FROM people WHERE pseudonym = ?',
    ],
    `partner:${name}`,
  );
}

function eraseCompetence(file: PeriodFile, name: string): void {
  runAll(
    file,
    [
      'DELETE FROM holders WHERE competence IN (SELECT id FROM competences WHERE name = ?)',
      'DELETE FROM competences WHERE name = ?',
    ],
    name,
  );
}
