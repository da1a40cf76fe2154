import { readMark, type Mark } from '../privacy/mark.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/**
 * Notes that a person objected. No reason and no time is kept; repeating it changes nothing.
 *
 * @throws TypeError, without quoting it, when the mark is none
 */
export function addObjection(store: Store, mark: Mark): void {
  store.write('add-objection', () => {
    prepared(store.decisions, 'INSERT OR IGNORE INTO objections (mark) VALUES (?)').run(readMark(mark));
  });
}

/** The marks of everybody who objected; empty when nobody did. @throws TypeError when something stored is no mark */
export function objections(store: Store): Set<Mark> {
  return guarded(() => {
    return new Set(
      prepared(store.decisions, 'SELECT mark FROM objections')
        .all()
        .map(({ mark }) => readMark(String(mark))),
    );
  });
}
