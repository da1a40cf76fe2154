import { asMarkdown } from './documents/as-markdown.ts';
import type { DocumentLanguage } from './documents/document.ts';
import { rowsUnderScope } from './documents/rows-under-scope.ts';
import { scopeDifferencePage } from './documents/scope-difference-page.ts';
import { scopePage } from './documents/scope-page.ts';
import { speechIn } from './documents/speech.ts';
import { Failure } from './failure.ts';
import { appsMeasured } from './microsoft-graph/apps-measured.ts';
import { neededByScope } from './microsoft-graph/needed-sources.ts';
import { checkAct, checkProposable, proposalState, type ProposalState } from './privacy/approval.ts';
import { FIXED_CONSTANTS } from './privacy/fixed-constants.ts';
import type { GateState } from './privacy/gates.ts';
import { dayOf } from './privacy/period.ts';
import type { RowsAtLevel } from './privacy/rows-at-levels.ts';
import type { Scope, SourceName } from './privacy/scope.ts';
import { differencesOf, type Difference } from './privacy/scope-difference.ts';
import { unknownUnits, type UnknownUnit } from './privacy/unknown-units.ts';
import { bringIntoForce, gatesNow } from './scope-standing.ts';
import { newestHeadcounts } from './store/newest-headcounts.ts';
import type { Store } from './store/open.ts';
import { addOfficeAct, addProposal, readProposals } from './store/proposals.ts';
import { keptScopes, type Stage } from './store/scopes.ts';

/** What the commands about the scope work on. The store is undefined where there is none yet. */
export interface ScopeCommand {
  readonly store: Store | undefined;
  readonly stage: Stage;
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface ShownScope {
  /** Null where none is in force. */
  readonly scope: Scope | null;
  readonly since: string | null;
  readonly proposals: readonly ({ readonly number: number } & ProposalState)[];
  readonly gates: readonly GateState[];
  /** Shown and not choosable. */
  readonly constants: typeof FIXED_CONSTANTS;
}

/** The scope in force, what is proposed, how the gates stand, and the constants nobody chooses. Changes nothing. */
export function showScope({ store, stage, now }: ScopeCommand): ShownScope {
  const newest = store && keptScopes(store, stage).at(-1);
  const proposals = store === undefined ? [] : readProposals(store, stage);
  return {
    scope: newest?.scope ?? null,
    since: newest?.savedAt ?? null,
    proposals: proposals.map((it) => ({ number: it.number, ...proposalState(it, { ...it, stage, now }) })),
    gates: store === undefined ? [] : gatesNow(store, stage, now),
    constants: FIXED_CONSTANTS,
  };
}

/**
 * The scope in force in plain words, as Markdown; where none is, in which numbers what is proposed stands.
 *
 * @param now milliseconds since 1970
 */
export function shownInWords({ scope, proposals }: ShownScope, now: number, language: DocumentLanguage): string {
  if (scope !== null) {
    const facts = { scope, sources: neededByScope(scope), today: dayOf(now) };
    return asMarkdown(scopePage(facts, speechIn(language)));
  }
  const standing = proposals.map(({ number, state }) => `Proposal ${String(number)} is ${state}.`);
  return ['No scope is in force: nothing is read or released.', ...standing].join('\n');
}

interface CheckedScope {
  readonly differences: readonly Difference[];
  /** Empty before any headcount was read. */
  readonly rows: readonly RowsAtLevel[];
  /** Units it would leave out that no headcount has. */
  readonly unknown: readonly UnknownUnit[];
  /** The same in words. */
  readonly inWords: string;
}

/**
 * What a scope would change of the one in force, and which rows each level of protection would leave: from the newest
 * headcounts held, and never from data. Changes nothing.
 */
export function checkScope(
  { store, stage, now }: ScopeCommand,
  scope: Scope,
  language: DocumentLanguage = 'en',
): CheckedScope {
  const before = store && keptScopes(store, stage).at(-1)?.scope;
  const differences = differencesOf(before, scope);
  const headcounts = store === undefined ? [] : newestHeadcounts(store);
  const rows = rowsUnderScope(scope, headcounts, appsMeasured(scope));
  const unknown = unknownUnits(before, scope, headcounts);
  const page = scopeDifferencePage({ scope, today: dayOf(now) }, differences, rows, speechIn(language), unknown);
  return { differences, rows, unknown, inWords: asMarkdown(page) };
}

/**
 * Lays a proposal down. Nobody can prove an office at a command line, so in production it is a draft: it changes nothing,
 * narrows nothing, and cannot be approved until a privacy officer has put their signature to it in the tab.
 *
 * @returns its number, and how it stands
 * @throws Failure 'act-refused' where it changes nothing, or lacks what those who judge it must know
 */
export function proposeScope(
  command: ScopeCommand & { readonly store: Store },
  scope: Scope,
): {
  readonly number: number;
  readonly state: ProposalState['state'];
  /** Units it would leave out that no headcount has. */
  readonly unknown: readonly UnknownUnit[];
} {
  const { store, stage, now } = command;
  const before = keptScopes(store, stage).at(-1)?.scope;
  const unknown = unknownUnits(before, scope, newestHeadcounts(store));
  checkProposable(before, scope);
  const at = new Date(now).toISOString();
  const number = addProposal(store, stage, scope, { office: 'Administrator', by: null, at, text: null });
  bringIntoForce(store, stage, now);
  return { number, state: stateOf(command, number).state, unknown };
}

/**
 * Approves a proposal in a pilot, and in a pilot alone; in production it counts for nothing afterwards either.
 *
 * @param alsoApproves the sources it turns on that need an approval by name
 * @throws Failure 'act-refused' in production, or where the proposal cannot be approved now; 'bad-input' where there is none
 */
export function approveScope(
  command: ScopeCommand & { readonly store: Store },
  number: number,
  alsoApproves: readonly SourceName[] = [],
): ProposalState {
  const { store, stage, now } = command;
  const proposal = proposalCalled(command, number);
  const act = {
    kind: 'approved',
    office: 'Administrator',
    by: null,
    at: new Date(now).toISOString(),
    text: null,
    alsoApproves,
  } as const;
  // Nobody at a command line is the same person as anybody.
  checkAct(proposal, act, { ...proposal, stage, now, isSame: () => false });
  addOfficeAct(store, { ...act, proposal: number });
  return stateOf(command, number);
}

function stateOf(command: ScopeCommand & { readonly store: Store }, number: number): ProposalState {
  const proposal = proposalCalled(command, number);
  return proposalState(proposal, { ...proposal, ...command });
}

function proposalCalled({ store, stage }: ScopeCommand & { readonly store: Store }, number: number) {
  const proposal = readProposals(store, stage).find((it) => it.number === number);
  if (proposal === undefined)
    throw new Failure('bad-input', 'There is no proposal of this number: `scope show` lists them.');
  return proposal;
}
