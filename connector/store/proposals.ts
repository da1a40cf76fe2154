import { z } from 'zod';
import { ACT_KINDS, OFFICES, type OfficeAct, type Proposal } from '../privacy/approval.ts';
import { parseScope, SOURCE_NAMES, type Scope } from '../privacy/scope.ts';
import { isSignature } from '../privacy/signature.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { prepared } from './database.ts';
import { damaged, guarded } from './database-failure.ts';
import type { Store } from './open.ts';
import { keptScopes, type Stage } from './scopes.ts';

/** A proposal with what it was a change of. */
export interface KeptProposal extends Proposal {
  /** Undefined where no scope was in force. */
  readonly before: Scope | undefined;
  /** Another scope came into force since it was proposed. */
  readonly superseded: boolean;
}

const actRow = z.object({
  proposal: z.int(),
  kind: z.enum(ACT_KINDS),
  office: z.enum(OFFICES),
  by: z.string().refine(isSignature).nullable(),
  at: z.iso.datetime(),
  text: z.string().nullable(),
  alsoApproves: z.array(z.enum(SOURCE_NAMES)).optional(),
});

/**
 * Keeps a scope somebody wants, with the act by which it was proposed: both or neither. `checkProposable` is asked before.
 *
 * @returns its number
 * @throws Failure as `parseScope` does
 */
export function addProposal(
  store: Store,
  stage: Stage,
  scope: unknown,
  act: Omit<OfficeAct, 'proposal' | 'kind'>,
): number {
  const text = JSON.stringify(parseScope(scope));
  return store.write('add-proposal', () => {
    const base = keptScopes(store, stage).at(-1)?.version ?? null;
    const add = prepared(store.decisions, 'INSERT INTO proposals (base, text) VALUES (?, ?)');
    const number = Number(add.run(base, text).lastInsertRowid);
    insertAct(store, { ...act, proposal: number, kind: 'proposed' });
    return number;
  });
}

/** Keeps what somebody did with a proposal; `checkAct` is asked before. @throws ZodError when it is no act */
export function addOfficeAct(store: Store, act: OfficeAct): void {
  store.write('add-office-act', () => {
    insertAct(store, act);
  });
}

function insertAct(store: Store, act: OfficeAct): void {
  const { proposal, kind, office, by, at, text, alsoApproves } = actRow.parse(act);
  const sql =
    'INSERT INTO office_acts (proposal, kind, office, signature, at, text, also) VALUES (?, ?, ?, ?, ?, ?, ?)';
  const also = alsoApproves === undefined ? null : JSON.stringify(alsoApproves);
  prepared(store.decisions, sql).run(proposal, kind, office, by, at, text, also);
  noteAtBoundary(store, at, { kind: 'scope', act: kind, proposal, version: null, office, by });
}

/**
 * Every proposal with its acts, oldest first, as a change of what counts at this stage: in production a scope that stood
 * by itself is none, so that everything is a widening there.
 *
 * @throws Failure 'damaged-database'
 */
export function readProposals(store: Store, stage: Stage): KeptProposal[] {
  const kept = keptScopes(store, stage);
  const newest = kept.at(-1)?.version ?? null;
  const rows = guarded(() =>
    prepared(store.decisions, 'SELECT number, base, text FROM proposals ORDER BY number').all(),
  );
  const acts = Map.groupBy(readActs(store), ({ proposal }) => proposal);
  return rows.map(({ number, base, text }) => {
    const inForce = kept.at(-1)?.proposal === Number(number);
    return {
      number: Number(number),
      scope: parseScope(JSON.parse(String(text))),
      acts: acts.get(Number(number)) ?? [],
      before: kept.find(({ version }) => version === base)?.scope,
      superseded: !inForce && base !== newest,
    };
  });
}

function readActs(store: Store): OfficeAct[] {
  const sql = 'SELECT proposal, kind, office, signature AS by, at, text, also FROM office_acts ORDER BY position';
  const rows = guarded(() => prepared(store.decisions, sql).all());
  const parsed = z.array(actRow).safeParse(rows.map(withNames));
  if (!parsed.success) throw damaged();
  return parsed.data;
}

function withNames({ also, ...row }: Record<string, unknown>): unknown {
  if (typeof also !== 'string') return row;
  try {
    const alsoApproves: unknown = JSON.parse(also);
    return { ...row, alsoApproves };
  } catch {
    throw damaged();
  }
}
