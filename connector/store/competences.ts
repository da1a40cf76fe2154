import { dayNumber, type Day } from '../privacy/period.ts';
import type { Pseudonym } from '../privacy/pseudonym.ts';
import { prepared, reading } from './database.ts';
import type { PeriodFile } from './open.ts';

/** A competence that the scope declares, as the directory showed its group. */
export interface KeptCompetence {
  readonly name: string;
  /** How many people of the list have it; never touched by an objection. */
  readonly heads: number;
  /** Those of them who may be held. */
  readonly holders: readonly Pseudonym[];
}

/**
 * Keeps who has which competence, as the directory showed it on a day: what was kept before goes, so that the last run
 * inside a period tells. A day before the one held changes nothing.
 *
 * @throws TypeError when a holder is not a pseudonym; RangeError when heads are no count. Neither quotes what it refuses
 */
export function replaceCompetences(file: PeriodFile, day: Day, competences: readonly KeptCompetence[]): void {
  file.write('replace-competences', () => {
    const readOn = dayNumber(day);
    const held = prepared(file.database, 'SELECT max(read_on) AS read_on FROM competences').get()?.['read_on'];
    if (typeof held === 'number' && held > readOn) return;
    prepared(file.database, 'DELETE FROM holders').run();
    prepared(file.database, 'DELETE FROM competences').run();
    file.step('replace-competences: emptied');
    for (const { name, heads, holders } of competences) {
      if (!Number.isInteger(heads) || heads < 0) throw new RangeError('Heads are a whole number, 0 or more.');
      const sql = 'INSERT INTO competences (name, heads, read_on) VALUES (?, ?, ?)';
      const competence = prepared(file.database, sql).run(name, heads, readOn).lastInsertRowid;
      const insert = prepared(file.database, 'INSERT OR IGNORE INTO holders (person, competence) VALUES (?, ?)');
      for (const person of holders) insert.run(file.dictionary.numberOf(person), competence);
    }
  });
}

/** Who has which competence, in the order of their names; none where no group was read. */
export function readCompetences(file: PeriodFile): KeptCompetence[] {
  return reading(file.database, () => {
    const everybody = file.dictionary.everybody();
    const holders = prepared(file.database, 'SELECT competence, person FROM holders').all();
    const having = Map.groupBy(holders, ({ competence }) => Number(competence));
    return prepared(file.database, 'SELECT id, name, heads FROM competences ORDER BY name')
      .all()
      .map(({ id, name, heads }) => ({
        name: String(name),
        heads: Number(heads),
        holders: (having.get(Number(id)) ?? []).flatMap(({ person }) => everybody.get(Number(person)) ?? []),
      }));
  });
}
