import { readMark, type Mark } from '../privacy/mark.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { emptyLog, prepared } from './database.ts';
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

/** Whether the person of this mark objected. The work is the same however many others did: nobody's answer tells of them. */
export function hasObjected(store: Store, mark: Mark): boolean {
  return isAmong(store, 'SELECT 1 FROM objections WHERE mark = ?', mark);
}

/**
 * Takes an objection back; the person may be read from the next run on. What was deleted does not come back by itself.
 * The removed mark is overwritten on the disk.
 */
export function removeObjection(store: Store, mark: Mark): void {
  store.write('remove-objection', () => {
    prepared(store.decisions, 'DELETE FROM objections WHERE mark = ?').run(readMark(mark));
  });
  emptyLog(store.decisions);
}

/**
 * Notes that somebody who has left is never to be read again, with a line in the boundary ledger that says so of nobody.
 * Repeating it changes nothing.
 *
 * @param at ISO 8601
 * @throws TypeError, without quoting it, when the mark is none
 */
export function addForgotten(store: Store, mark: Mark, at: string): void {
  store.write('add-forgotten', () => {
    noteAtBoundary(store, at, { kind: 'forget' });
    prepared(store.decisions, 'INSERT OR IGNORE INTO forgotten (mark) VALUES (?)').run(readMark(mark));
  });
}

/** The marks of everybody who was forgotten. @throws TypeError when something stored is no mark */
export function forgotten(store: Store): Set<Mark> {
  const rows = guarded(() => prepared(store.decisions, 'SELECT mark FROM forgotten').all());
  return new Set(rows.map(({ mark }) => readMark(String(mark))));
}

/** Whether the person of this mark was forgotten; the work as with `hasObjected`. */
export function isForgotten(store: Store, mark: Mark): boolean {
  return isAmong(store, 'SELECT 1 FROM forgotten WHERE mark = ?', mark);
}

function isAmong(store: Store, question: string, mark: Mark): boolean {
  return guarded(() => prepared(store.decisions, question).get(readMark(mark)) !== undefined);
}
