import { z } from 'zod';
import {
  ANSWERS_VERSION,
  DOCUMENT_LANGUAGES,
  PROPOSAL_ACTS,
  type DocumentBlock,
  type ProposalAnswer,
  type ScopeAnswer,
} from './answers.ts';
import { understood, type Question } from './asked.ts';
import { ownBlock } from './documents.ts';
import type { House } from './house.ts';
import { inOffice, officeOf } from './in-office.ts';
import { may, mustBeAllowedTo } from './may-ask.ts';
import type { Asker } from './who-is-asking.ts';
import { rowsUnderScope } from '../documents/rows-under-scope.ts';
import { scopeDifferencePage } from '../documents/scope-difference-page.ts';
import { scopePage } from '../documents/scope-page.ts';
import { speechIn } from '../documents/speech.ts';
import { ActRefused } from '../privacy/act-refused.ts';
import { checkAct, OFFICES, officesFor, proposalState, type ActKind, type OfficeAct } from '../privacy/approval.ts';
import { ownApprovals } from '../privacy/own-approval.ts';
import { dayOf } from '../privacy/period.ts';
import type { Scope } from '../privacy/scope.ts';
import { differencesOf } from '../privacy/scope-difference.ts';
import { unknownUnits } from '../privacy/unknown-units.ts';
import { newestHeadcounts } from '../store/newest-headcounts.ts';
import { readProposals, type KeptProposal } from '../store/proposals.ts';
import { keptScopes } from '../store/scopes.ts';

export type ProposalAct = (typeof PROPOSAL_ACTS)[number];
type Language = (typeof DOCUMENT_LANGUAGES)[number];

export const DONE_AS: Readonly<Record<ProposalAct, ActKind>> = {
  sign: 'proposed',
  comment: 'commented',
  protest: 'protested',
  answer: 'answered',
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
};

const IN_A_LANGUAGE = z.strictObject({ language: z.enum(DOCUMENT_LANGUAGES) });
const OVER: readonly ProposalAnswer['state'][] = ['rejected', 'withdrawn', 'superseded', 'in-force'];

/** What is in force, what is proposed, what that would change, what was done with it, and what the asker may do with it. */
export function proposals(house: House): Question {
  return async ({ asker, query }): Promise<ScopeAnswer> => {
    const { language } = understood(IN_A_LANGUAGE, query);
    mustBeAllowedTo('read what offices do', asker);
    const { store, stage } = house;
    const possible = await possibleActs(house, asker);
    return {
      version: ANSWERS_VERSION,
      inForce: inForce(house, language),
      proposals: readProposals(store, stage)
        .reverse()
        .map((proposal) => told(house, proposal, language, possible)),
      mayPropose: may(asker, 'propose'),
      binding: stage === 'production',
    };
  };
}

function inForce({ store, stage, sources, now }: House, language: Language): ScopeAnswer['inForce'] {
  const newest = keptScopes(store, stage).at(-1);
  if (newest === undefined) return null;
  const { scope, savedAt: since } = newest;
  const { title, blocks } = scopePage({ scope, sources, today: dayOf(now()) }, speechIn(language));
  return { since, scope, title, blocks: blocks.map(ownBlock) };
}

function told(
  house: House,
  proposal: KeptProposal,
  language: Language,
  possible: (proposal: KeptProposal) => ProposalAct[],
): ProposalAnswer {
  const { number, before, scope, acts } = proposal;
  const standing = proposalState(proposal, { ...proposal, stage: house.stage, now: house.now() });
  const withRows = !OVER.includes(standing.state);
  return {
    number,
    ...standing,
    ownApprovals: [...standing.ownApprovals],
    scope,
    acts: acts.map(toldAct),
    changes: changeBlocks(house, before, scope, language, withRows),
    may: possible(proposal),
  };
}

/** An act with the office it was done in, and never with who did it. */
export function toldAct({ kind, office, at, text, alsoApproves }: OfficeAct): ProposalAnswer['acts'][number] {
  return { kind, office, at, text, ...(alsoApproves && { alsoApproves: [...alsoApproves] }) };
}

/**
 * What a scope would change, in words: of a scope before it, for whom, and which rows each level of protection leaves.
 *
 * @param withRows false leaves the rows out, as of what is decided already
 */
export function changeBlocks(
  { store, appsMeasured, now }: House,
  before: Scope | undefined,
  scope: Scope,
  language: Language,
  withRows: boolean,
): DocumentBlock[] {
  const headcounts = withRows ? newestHeadcounts(store) : [];
  const rows = rowsUnderScope(scope, headcounts, appsMeasured(scope));
  const facts = { scope, today: dayOf(now()) };
  const unknown = unknownUnits(before, scope, headcounts);
  const differences = differencesOf(before, scope);
  const [, ...changes] = scopeDifferencePage(facts, differences, rows, speechIn(language), unknown).blocks;
  return changes.map(ownBlock);
}

/** Tells of a proposal what the asker may do with it now, by the same rules that judge the act itself. */
async function possibleActs(house: House, asker: Asker): Promise<(proposal: KeptProposal) => ProposalAct[]> {
  const { stage, now } = house;
  const { by, at, isSame } = await inOffice(house, asker, OFFICES);
  const isPossible = (proposal: KeptProposal, act: ProposalAct): boolean => {
    const kind = DONE_AS[act];
    const office = officeOf(asker, officesFor(kind));
    if (office === undefined) return false;
    try {
      const named = kind === 'approved' ? { alsoApproves: ownApprovals(proposal.before, proposal.scope) } : {};
      checkAct(proposal, { kind, office, by, at, text: 'x', ...named }, { ...proposal, stage, now: now(), isSame });
      return true;
    } catch (error) {
      if (error instanceof ActRefused) return false;
      throw error;
    }
  };
  return (proposal) => PROPOSAL_ACTS.filter((act) => isPossible(proposal, act));
}
