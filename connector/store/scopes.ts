import { dayOf, type Day } from '../privacy/period.ts';
import { isOneList } from '../privacy/scope-difference.ts';
import { marksListedIn, parseScope, type Scope } from '../privacy/scope.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { emptyLog, prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import { eraseExcluded } from './erase-excluded.ts';
import type { Store } from './open.ts';
import { addProtected } from './protected.ts';

/** In a pilot a scope may stand by itself, as a file; in production what counts was proposed and agreed on there. */
export type Stage = 'production' | 'pilot';

/** A scope that is or was in force. */
export interface KeptScope {
  readonly version: number;
  readonly scope: Scope;
  /** ISO 8601: since when. */
  readonly savedAt: string;
  /** The proposal it came from; null where it stood by itself, as a file of a pilot or the demo's own. */
  readonly proposal: number | null;
  readonly stage: Stage;
}

/**
 * Keeps a scope as the one in force; the earlier ones stay as history. What it takes away compared with the one before is
 * deleted in every held period, before this returns; deleting is repeated by whoever repeats the call after a crash. A
 * scope equal to the one in force is not kept again, unless now a proposal stands behind it. Marks that an older document
 * lists as protected are kept apart.
 *
 * @param scope what `parseScope` accepts: it is asked again here, and keeps only the fields it knows
 * @param at ISO 8601: when it came into force
 * @param agreed the proposal that was agreed on, and where; absent where it stands by itself, which is for a pilot
 * @throws Failure as `parseScope` does; of the store where something cannot be deleted, and then it is not in force
 */
export function saveScope(
  store: Store,
  scope: unknown,
  at: string,
  { proposal, stage }: Pick<KeptScope, 'proposal' | 'stage'> = { proposal: null, stage: 'pilot' },
): void {
  const parsed = parseScope(scope);
  const text = JSON.stringify(parsed);
  for (const mark of marksListedIn(scope)) addProtected(store, mark);
  const newest = keptScopes(store).at(-1);
  const isKept = (it: KeptScope | undefined): boolean =>
    it !== undefined && JSON.stringify(it.scope) === text && (proposal === null || it.proposal === proposal);
  if (isKept(newest)) return;
  if (newest !== undefined) eraseExcluded(store, newest.scope, parsed);
  const isOtherList = newest !== undefined && !isOneList(newest.scope, parsed);
  store.write('save-scope', () => {
    // A run in another thread brings into force what is due, as the API does: whichever came first has kept it.
    if (isKept(keptScopes(store).at(-1))) return;
    const forget = isOtherList || isUnlistedHeld(store) ? 1 : 0;
    const version = Number(prepared(store.decisions, INSERT).run(at, text, proposal, stage, forget).lastInsertRowid);
    noteAtBoundary(store, at, { kind: 'scope', act: 'in-force', proposal, version, office: null, by: null });
  });
  emptyLog(store.decisions);
}

const INSERT = 'INSERT INTO scopes (saved_at, text, proposal, stage, forget_unlisted) VALUES (?, ?, ?, ?, ?)';

/** The newest scope, however it came into force; undefined before there is one. @throws Failure as `parseScope` does */
export function currentScope(store: Store): Scope | undefined {
  return keptScopes(store).at(-1)?.scope;
}

/**
 * Every scope that was in force, oldest first; in production those alone that count there.
 *
 * @throws Failure as `parseScope` does
 */
export function keptScopes(store: Store, within: Stage = 'pilot'): KeptScope[] {
  const rows = guarded(() =>
    prepared(store.decisions, 'SELECT version, saved_at, text, proposal, stage FROM scopes ORDER BY version').all(),
  );
  const kept = rows.map(({ version, saved_at: savedAt, text, proposal, stage }) => ({
    version: Number(version),
    scope: parseScope(JSON.parse(String(text))),
    savedAt: String(savedAt),
    proposal: proposal === null ? null : Number(proposal),
    stage: stage === 'production' ? ('production' as const) : ('pilot' as const),
  }));
  return within === 'pilot' ? kept : kept.filter((it) => it.stage === 'production');
}

/** The first day a scope was in force; null before there was one. */
export function inForceSince(kept: readonly KeptScope[]): Day | null {
  const [first] = kept;
  return first === undefined ? null : dayOf(Date.parse(first.savedAt));
}

/** Whether people may be held who are not on the positive list any more, because the list itself became another. */
export function isUnlistedHeld(store: Store): boolean {
  const sql = 'SELECT forget_unlisted FROM scopes ORDER BY version DESC LIMIT 1';
  return guarded(() => prepared(store.decisions, sql).get()?.['forget_unlisted'] === 1);
}

/** Notes that a run has forgotten them in every held period. */
export function noteUnlistedForgotten(store: Store): void {
  store.write('note-unlisted-forgotten', () => {
    prepared(store.decisions, 'UPDATE scopes SET forget_unlisted = 0').run();
  });
}
