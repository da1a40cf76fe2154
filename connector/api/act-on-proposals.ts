import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION, DOCUMENT_LANGUAGES, type ChangesAnswer, type ProposedAnswer } from './answers.ts';
import { understood } from './asked.ts';
import type { House } from './house.ts';
import { inOffice } from './in-office.ts';
import type { Verb } from './may-ask.ts';
import { changeBlocks, DONE_AS, type ProposalAct } from './proposals.ts';
import { badRequest, Refused } from './refused.ts';
import { Failure } from '../failure.ts';
import { checkAct, checkProposable, officesFor, proposalState } from '../privacy/approval.ts';
import { parseScope, SOURCE_NAMES, wrongFieldIn, type Scope, type SourceName } from '../privacy/scope.ts';
import { bringIntoForce } from '../scope-standing.ts';
import { addOfficeAct, addProposal, readProposals, type KeptProposal } from '../store/proposals.ts';
import { keptScopes } from '../store/scopes.ts';

const LONGEST_TEXT = 4_000;
const SCOPE_WANTED = z.strictObject({ scope: z.unknown() });
const SCOPE_TO_CHECK = z.strictObject({ scope: z.unknown(), language: z.enum(DOCUMENT_LANGUAGES) });
const WITH_TEXT = z.strictObject({ text: z.string().trim().min(1).max(LONGEST_TEXT) });
const APPROVING = z.strictObject({ alsoApproves: z.array(z.enum(SOURCE_NAMES)).max(SOURCE_NAMES.length).optional() });
const WITHOUT_TEXT = z.strictObject({});
const ONE_PROPOSAL = z.strictObject({ number: z.string().regex(/^[1-9]\d{0,8}$/) });

/** Lays a proposal down, signed. What only narrows is in force before this answers, and what it excludes is deleted. */
export function propose(house: House): Act<z.infer<typeof SCOPE_WANTED>> {
  return {
    verb: 'propose',
    shape: SCOPE_WANTED,
    act: async ({ asker, body }): Promise<ProposedAnswer> => {
      const scope = scopeIn(body.scope);
      const { office, by, at } = await inOffice(house, asker, officesFor('proposed'));
      const { store, stage } = house;
      bringDue(house);
      checkProposable(keptScopes(store, stage).at(-1)?.scope, scope);
      return settled(house, addProposal(store, stage, scope, { office, by, at, text: null }));
    },
  };
}

/** What would a scope change of the one in force? Keeps nothing. */
export function checkProposal(house: House): Act<z.infer<typeof SCOPE_TO_CHECK>> {
  return {
    verb: 'propose',
    shape: SCOPE_TO_CHECK,
    act: ({ body: { scope, language } }): ChangesAnswer => {
      const wanted = scopeIn(scope);
      bringDue(house);
      const before = keptScopes(house.store, house.stage).at(-1)?.scope;
      return { version: ANSWERS_VERSION, changes: changeBlocks(house, before, wanted, language, true) };
    },
  };
}

/** @throws Refused 'bad-request' about `scope.` and the field */
function scopeIn(document: unknown): Scope {
  const wrong = wrongFieldIn(document);
  if (wrong !== undefined) throw badRequest(wrong === 'scope' ? wrong : `scope.${wrong}`);
  return parseScope(document);
}

const VERBS: Readonly<Record<ProposalAct, Verb>> = {
  sign: 'propose',
  comment: 'comment on proposals',
  protest: 'protest',
  answer: 'propose',
  approve: 'approve',
  reject: 'approve',
  withdraw: 'propose',
};
const SAID: readonly ProposalAct[] = ['comment', 'protest', 'answer', 'reject'];

/** Does one thing with a proposal, signed; what is due by it comes into force before this answers. */
export function actOnProposal(
  house: House,
  act: ProposalAct,
): Act<{ readonly text?: string; readonly alsoApproves?: readonly SourceName[] | undefined }> {
  return {
    verb: VERBS[act],
    shape: SAID.includes(act) ? WITH_TEXT : act === 'approve' ? APPROVING : WITHOUT_TEXT,
    act: async ({ asker, path, body }): Promise<ProposedAnswer> => {
      const { store, stage, now } = house;
      const number = Number(understood(ONE_PROPOSAL, path).number);
      const { isSame, ...signed } = await inOffice(house, asker, officesFor(DONE_AS[act]));
      bringDue(house);
      const proposal = proposalCalled(house, number);
      const { text = null, alsoApproves } = body;
      const done = { ...signed, kind: DONE_AS[act], text, alsoApproves };
      checkAct(proposal, done, { ...proposal, stage, now: now(), isSame });
      addOfficeAct(store, { ...done, proposal: number });
      return settled(house, number);
    },
  };
}

/** @throws Refused 'not-found' */
function proposalCalled({ store, stage }: House, number: number): KeptProposal {
  const proposal = readProposals(store, stage).find((it) => it.number === number);
  if (proposal === undefined) throw new Refused('not-found');
  return proposal;
}

/** What is due comes into force before anything is judged by what is in force, and again after what was done. */
function bringDue({ store, stage, now }: House): void {
  try {
    bringIntoForce(store, stage, now());
  } catch (error) {
    // A run holds a log open: what was agreed stands, and that run or the next brings it into force before it reads on.
    if (!(error instanceof Failure) || error.code !== 'already-running') throw error;
  }
}

function settled(house: House, number: number): ProposedAnswer {
  const { stage, now } = house;
  bringDue(house);
  const proposal = proposalCalled(house, number);
  const { state } = proposalState(proposal, { ...proposal, stage, now: now() });
  return { version: ANSWERS_VERSION, number, state };
}
