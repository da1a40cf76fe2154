import { parseScope, type Scope } from '../privacy/scope.ts';
import { emptyLog, prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/** Marks outlive periods: who was once protected would be known by theirs for as long as the standing key lives. */
const FORGET_MARKS = "UPDATE scopes SET text = json_set(text, '$.protectedContacts', json('[]'))";

/**
 * Keeps a scope as the one in force; the earlier ones stay as history, without their marks. A scope equal to the one in
 * force is not kept again.
 *
 * @param scope what `parseScope` accepts: it is asked again here, and keeps only the fields it knows
 * @param at ISO 8601: when it came into force
 * @throws Failure as `parseScope` does
 */
export function saveScope(store: Store, scope: unknown, at: string): void {
  const text = JSON.stringify(parseScope(scope));
  const isNew = store.write('save-scope', () => {
    if (newestText(store) === text) return false;
    prepared(store.decisions, FORGET_MARKS).run();
    prepared(store.decisions, 'INSERT INTO scopes (saved_at, text) VALUES (?, ?)').run(at, text);
    return true;
  });
  if (isNew) emptyLog(store.decisions);
}

/** The scope in force; undefined before there is one. @throws Failure as `parseScope` does */
export function currentScope(store: Store): Scope | undefined {
  const text = guarded(() => newestText(store));
  return text === undefined ? undefined : parseScope(JSON.parse(text));
}

function newestText(store: Store): string | undefined {
  const row = prepared(store.decisions, 'SELECT text FROM scopes ORDER BY version DESC LIMIT 1').get();
  return row === undefined ? undefined : String(row['text']);
}
