import { Failure } from './failure.ts';
import { proposalState } from './privacy/approval.ts';
import { checkGates, gatesOf, type GateState } from './privacy/gates.ts';
import type { Scope } from './privacy/scope.ts';
import { isMaterial, differencesOf } from './privacy/scope-difference.ts';
import { readGateRecords } from './store/gates.ts';
import type { Store } from './store/open.ts';
import { readProposals, type KeptProposal } from './store/proposals.ts';
import { countProtected } from './store/protected.ts';
import { inForceSince, keptScopes, saveScope, type Stage } from './store/scopes.ts';

/**
 * Brings into force what is agreed on and announced, oldest first, and deletes what it excludes. To be called wherever a
 * scope is about to be used, and after each act on a proposal. Repeating it changes nothing.
 *
 * @param now milliseconds since 1970
 */
export function bringIntoForce(store: Store, stage: Stage, now: number): void {
  for (;;) {
    const due = readProposals(store, stage).find((proposal) => isDue(store, proposal, stage, now));
    if (due === undefined) return;
    saveScope(store, due.scope, new Date(now).toISOString(), { proposal: due.number, stage });
  }
}

function isDue(store: Store, proposal: KeptProposal, stage: Stage, now: number): boolean {
  if (keptScopes(store, stage).some((kept) => kept.proposal === proposal.number)) return false;
  return proposalState(proposal, { ...proposal, stage, now }).state === 'in-force';
}

/**
 * The scope that may be read under; what is due comes into force first.
 *
 * @throws Failure 'scope-missing' where none is, 'scope-announced' where one is agreed on and its day is to come
 */
export function scopeInForce(store: Store, stage: Stage, now: number): Scope {
  bringIntoForce(store, stage, now);
  const scope = keptScopes(store, stage).at(-1)?.scope;
  if (scope !== undefined) return scope;
  const states = readProposals(store, stage).map((proposal) => proposalState(proposal, { ...proposal, stage, now }));
  const announced = states.find(({ state }) => state === 'approved');
  if (announced !== undefined) {
    throw new Failure(
      'scope-announced',
      `The scope is approved and announced, and is in force from ${announced.effectiveOn ?? 'its day'} on: nothing is read before.`,
    );
  }
  throw new Failure(
    'scope-missing',
    stage === 'pilot'
      ? 'There is no scope: the privacy officer writes scope.json (see docs/privacy-officer.md) and you put it in the data folder.'
      : 'There is no scope in force: the privacy officer proposes one and another person approves it (see docs/privacy-officer.md).',
  );
}

/**
 * The scope that counts at a moment, for whoever only looks: as `scopeInForce`, with what is due counted and nothing
 * written; undefined where none is.
 */
export function scopeNow(store: Store, stage: Stage, now: number): Scope | undefined {
  const due = readProposals(store, stage).find((proposal) => isDue(store, proposal, stage, now));
  return due?.scope ?? keptScopes(store, stage).at(-1)?.scope;
}

/** How every gate stands for the scope in force. A pilot brings its own: they are its own routine. */
export function gatesNow(store: Store, stage: Stage, now: number): GateState[] {
  const kept = keptScopes(store, stage);
  return gatesOf({
    scope: kept.at(-1)?.scope,
    inForceSince: inForceSince(kept),
    materialProposal: materialProposal(store, stage),
    records: readGateRecords(store),
    protectedContacts: countProtected(store),
    now,
  });
}

/** The newest proposal in force that changed something material, which must have been discussed; 0 where none did. */
export function materialProposal(store: Store, stage: Stage): number {
  const inForce = new Set(keptScopes(store, stage).map(({ proposal }) => proposal));
  const material = readProposals(store, stage).filter(
    ({ number, before, scope }) => inForce.has(number) && isMaterial(differencesOf(before, scope)),
  );
  return material.at(-1)?.number ?? 0;
}

/**
 * Refuses to read or release while a gate is closed, after what is due has come into force.
 *
 * @throws Failure 'gate-closed'
 */
export function checkGatesNow(store: Store, stage: Stage, now: number): void {
  if (stage === 'pilot') return;
  bringIntoForce(store, stage, now);
  checkGates(gatesNow(store, stage, now));
}
