import { ActRefused, type ActRule } from './act-refused.ts';
import { namesAll, ownApprovals } from './own-approval.ts';
import { addDays, dayNumber, dayOf, type Day } from './period.ts';
import type { Scope, SourceName } from './scope.ts';
import { differencesOf, isMaterial, onlyNarrows } from './scope-difference.ts';
import type { Signature } from './signature.ts';
import { afterWorkingDays } from './working-days.ts';

/** The offices that act on a scope. An administrator does so at the server's command line, and in the tab never. */
export const OFFICES = [
  'PrivacyOfficer',
  'Approver',
  'DataProtectionOfficer',
  'EmployeeRepresentative',
  'Administrator',
] as const;
export type Office = (typeof OFFICES)[number];

export const ACT_KINDS = [
  'proposed',
  'commented',
  'protested',
  'answered',
  'approved',
  'rejected',
  'withdrawn',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What somebody did in office with a proposal. */
export interface OfficeAct {
  readonly proposal: number;
  readonly kind: ActKind;
  readonly office: Office;
  /** Null for the server's command line, where nobody can prove an office. */
  readonly by: Signature | null;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string | null;
  /** Of an approval: the sources it approves by name, where the proposal turns on any that need it. Absent: none. */
  readonly alsoApproves?: readonly SourceName[] | undefined;
}

/** A scope somebody wants, and everything done with it, oldest first. */
export interface Proposal {
  readonly number: number;
  readonly scope: Scope;
  readonly acts: readonly OfficeAct[];
}

/** What a proposal is judged against. */
export interface Standing {
  /** The scope in force when it was proposed; undefined where there was none. */
  readonly before: Scope | undefined;
  /** Whether another scope came into force since: what was agreed on was a change of one that is no more. */
  readonly superseded: boolean;
  /** In a pilot alone, what the command line did counts as done by an office. */
  readonly stage: 'production' | 'pilot';
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * - `draft`: laid down at the command line; nobody in office has put their signature to it.
 * - `open`: another person may approve it. `protested`: not while a protest is open.
 * - `approved`: agreed on, announced to everybody, and not yet in force.
 */
export type ProposalStateName =
  'draft' | 'open' | 'protested' | 'approved' | 'in-force' | 'rejected' | 'withdrawn' | 'superseded';

export interface ProposalState {
  readonly state: ProposalStateName;
  /** Something may be known after it that was not before: it needs a second person and the announcement. */
  readonly widens: boolean;
  /** It is discussed with the unions anew. */
  readonly material: boolean;
  /** The first day it may be approved while a protest is open; null where none is. */
  readonly approvableFrom: Day | null;
  /** The first day it is in force; null until it is agreed on. */
  readonly effectiveOn: Day | null;
  /** What an approval of it has to name. */
  readonly ownApprovals: readonly SourceName[];
}

/** How long everybody is told of a widening before it takes effect: as long as between the staff notice and reading. */
export const ANNOUNCED_DAYS = 14;
/** How long a protest blocks what is not answered. */
export const PROTEST_WORKING_DAYS = 10;

/** How each proposal stands at a moment. Depends on the order of its acts and on nothing else. */
export function proposalState({ scope, acts }: Proposal, { before, superseded, stage, now }: Standing): ProposalState {
  const differences = differencesOf(before, scope);
  const widens = !onlyNarrows(differences);
  const counted = acts.filter((act) => act.by !== null || stage === 'pilot');
  const proposed = counted.find(({ kind }) => kind === 'proposed');
  const needed = ownApprovals(before, scope);
  const approved = counted.find(({ kind, alsoApproves }) => kind === 'approved' && namesAll(needed, alsoApproves));
  const blockedUntil = openProtestUntil(acts, now);
  const agreed = widens ? approved : proposed;
  const effectiveOn = agreed === undefined ? null : effectiveFrom(agreed, widens, blockedUntil);
  const told = {
    widens,
    material: isMaterial(differences),
    approvableFrom: widens ? blockedUntil : null,
    effectiveOn,
    ownApprovals: needed,
  };
  const is = (state: ProposalStateName): ProposalState => ({ ...told, state });
  const ended = acts.find(({ kind }) => kind === 'rejected' || kind === 'withdrawn');
  if (ended !== undefined) return { ...is(ended.kind === 'rejected' ? 'rejected' : 'withdrawn'), effectiveOn: null };
  if (superseded) return { ...is('superseded'), effectiveOn: null };
  if (proposed === undefined) return is('draft');
  if (effectiveOn !== null && dayNumber(effectiveOn) <= dayNumber(dayOf(now))) return is('in-force');
  if (widens && blockedUntil !== null) return is('protested');
  return is(approved === undefined ? 'open' : 'approved');
}

/** A protest blocks also what is approved and announced; what only narrows waits for nobody. */
function effectiveFrom({ at }: OfficeAct, widens: boolean, blockedUntil: Day | null): Day {
  const agreedOn = dayOf(Date.parse(at));
  if (!widens) return agreedOn;
  const announced = addDays(agreedOn, ANNOUNCED_DAYS);
  return blockedUntil !== null && dayNumber(blockedUntil) > dayNumber(announced) ? blockedUntil : announced;
}

/** The first day that no unanswered protest blocks; null where none does today. */
function openProtestUntil(acts: readonly OfficeAct[], now: number): Day | null {
  const blocked = acts.flatMap((act, index) => {
    if (act.kind !== 'protested' || acts.slice(index + 1).some(({ kind }) => kind === 'answered')) return [];
    return [addDays(afterWorkingDays(dayOf(Date.parse(act.at)), PROTEST_WORKING_DAYS), 1)];
  });
  const last = blocked.reduce<Day | null>((a, b) => (a === null || dayNumber(b) > dayNumber(a) ? b : a), null);
  return last !== null && dayNumber(last) > dayNumber(dayOf(now)) ? last : null;
}

/** Which office may do what. The administrator's acts come from the command line alone. */
const MAY: Readonly<Record<ActKind, readonly Office[]>> = {
  proposed: ['PrivacyOfficer', 'Administrator'],
  commented: ['DataProtectionOfficer', 'EmployeeRepresentative', 'PrivacyOfficer', 'Approver'],
  protested: ['DataProtectionOfficer'],
  answered: ['PrivacyOfficer'],
  approved: ['Approver', 'Administrator'],
  rejected: ['Approver'],
  withdrawn: ['PrivacyOfficer'],
};

/** The offices that may do this with a proposal. */
export function officesFor(kind: ActKind): readonly Office[] {
  return MAY[kind];
}

const NEEDS_TEXT: readonly ActKind[] = ['commented', 'protested', 'answered', 'rejected'];
const POSSIBLE_IN: Readonly<Record<ActKind, readonly ProposalStateName[]>> = {
  proposed: ['draft'],
  commented: ['draft', 'open', 'protested', 'approved'],
  protested: ['open', 'approved', 'protested'],
  answered: ['protested'],
  approved: ['open'],
  rejected: ['draft', 'open', 'protested', 'approved'],
  withdrawn: ['draft', 'open', 'protested', 'approved'],
};

/**
 * Refuses an act on a proposal that is not allowed: by the wrong office, at the wrong time, by one person on both sides,
 * or without the words it needs.
 *
 * @param standing.isSame whether two signatures are one person's; see `sameSigner`
 * @throws ActRefused, in one sentence
 */
export function checkAct(
  proposal: Proposal,
  act: Omit<OfficeAct, 'proposal'>,
  standing: Standing & { readonly isSame: (one: Signature, other: Signature) => boolean },
): void {
  const { kind, office, by, text } = act;
  if (!MAY[kind].includes(office)) throw refused('not-your-office', 'This is not for your office to do.');
  if ((by === null) !== (office === 'Administrator')) {
    throw refused(
      'tab-only',
      'An administrator acts at the command line, and everybody else in the tab, with their signature.',
    );
  }
  if (by === null && kind === 'approved' && standing.stage !== 'pilot') {
    throw refused('tab-only', 'Nobody can prove an office at a command line: let an approver approve in the tab.');
  }
  if (NEEDS_TEXT.includes(kind) && (text ?? '').trim() === '')
    throw refused('needs-text', 'Say it in words: a text is needed here.');
  const { state } = proposalState(proposal, standing);
  if (!POSSIBLE_IN[kind].includes(state)) {
    if (state === 'protested') throw refused('protest-open', PROTEST_IS_OPEN);
    throw refused('not-now', `The proposal is ${state}, and this cannot be done with it now.`);
  }
  refuseBothSides(proposal, act, standing.isSame);
  const needed = kind === 'approved' ? ownApprovals(standing.before, proposal.scope) : [];
  if (!namesAll(needed, act.alsoApproves)) throw refused('own-approval', NAME_IT);
}

const NAME_IT =
  'An approval names the sources that need one of their own, chat-messages for instance, which brings the text of messages into memory: approve those by name, and no others.';

const PROTEST_IS_OPEN =
  'A protest of the data protection officer is open: answer it in writing, or wait until its ten working days are over.';

/** Who proposed does not approve; who protested does not answer; and one person protests once. */
function refuseBothSides(
  { acts }: Proposal,
  { kind, by }: Pick<OfficeAct, 'kind' | 'by'>,
  isSame: (one: Signature, other: Signature) => boolean,
): void {
  if (by === null) return;
  const did = (what: ActKind): boolean =>
    acts.some((act) => act.kind === what && act.by !== null && isSame(act.by, by));
  if (kind === 'approved' && did('proposed'))
    throw refused('own-proposal', 'You proposed it: another person approves.');
  if (kind === 'answered' && did('protested')) throw refused('own-protest', 'You protested: another person answers.');
  if (kind === 'protested' && did('protested'))
    throw refused('protested-before', 'You have protested against this proposal: once is all.');
}

function refused(rule: ActRule, sentence: string): ActRefused {
  return new ActRefused(rule, sentence);
}

/**
 * Refuses a proposal that lacks what the people who judge it must know.
 *
 * @throws ActRefused naming what is missing
 */
export function checkProposable(before: Scope | undefined, scope: Scope): void {
  if (differencesOf(before, scope).length === 0)
    throw refused('changes-nothing', 'The proposal changes nothing of the scope in force.');
  if (scope.legalBasis === undefined)
    throw refused('no-legal-basis', 'Say in legalBasis by which law people are read.');
  if ((scope.partnerOrganisations ?? []).some(({ kind }) => kind === undefined)) {
    throw refused('partner-without-kind', 'Say of each partner organisation what kind it is.');
  }
}
