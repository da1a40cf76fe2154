import { FAILURES, type FailureCode } from '../failure.ts';
import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import type { InstallAnswer, InstallFinding } from './install-answers.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { areConcealed } from './usage-reports.ts';
import { dayNumber, dayOf } from '../privacy/period.ts';
import { isReportSource, type Scope } from '../privacy/scope.ts';
import { gatesNow, scopeNow } from '../scope-standing.ts';
import { readBoundary } from '../store/boundary-ledger.ts';
import { latestRun, type Run } from '../store/runs.ts';
import { sourcesOf, type SourceRun } from '../store/source-runs.ts';

const DAYS_BEFORE_END = 30;

/** What the last run noted about the token before it read anything. */
interface Seen {
  readonly at: string;
  readonly held: ReadonlySet<string>;
}

/**
 * How does the installation stand, and whose move is it? Answered from what is kept: the scope, the last run, and the
 * permissions that were noted when it began. Microsoft is not asked; `doctor` does that at the command line.
 */
export function install(house: House): Question {
  return ({ asker, query }): InstallAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('see how it is installed', asker);
    const { store, stage, custody, now } = house;
    const scope = scopeNow(store, stage, now());
    const run = latestRun(store);
    const seen = lastSeen(house);
    const permissions = scope === undefined || seen === undefined ? [] : aboutPermissions(house, scope, seen);
    const fared = run === undefined || run.period === null ? [] : sourcesOf(store, run.period.id);
    return {
      version: ANSWERS_VERSION,
      organisation: house.organisation,
      demo: house.demo,
      stage,
      findings: [
        ...aboutScope(house, scope),
        ...aboutRun(run),
        ...permissions,
        ...aboutSources(fared.filter((one) => !isExplained(one, permissions))),
        ...(areConcealed(store) ? [note('privacy officer', { kind: 'concealed' })] : []),
        ...(custody.weak ? [note('operator', { kind: 'keys-weak' })] : []),
      ].toSorted((a, b) => Number(a.state === 'note') - Number(b.state === 'note')),
      sources: house.sources.map(({ name, permissions }) => ({
        name,
        permissions: permissions.map(({ role }) => ({ role, state: stateOf(role, name, scope, seen) })),
        last:
          fared
            .filter(({ source }) => source === name)
            .map(({ state, failure }) => ({ state, failure, whoseMove: moveOf(failure) }))[0] ?? null,
      })),
      permissionsSeenAt: seen?.at ?? null,
      exchangeScoped: [...(scope?.exchangeScoped?.sources ?? [])],
      concealment:
        scope?.sources.some(isReportSource) === true ? (areConcealed(store) ? 'concealed' : 'shown') : 'not-read',
      lastRun: run === undefined ? null : shownRun(run),
      nextRunAt: house.installed?.nextRunAt() ?? null,
      custody: { kind: custody.kind, weak: custody.weak },
      productVersion: house.installed?.version ?? null,
      scopeEndsOn: scope?.endsOn ?? null,
    };
  };
}

function lastSeen({ store }: House): Seen | undefined {
  const entry = readBoundary(store).findLast(({ event }) => event.kind === 'run' && event.held !== null);
  if (entry?.event.kind !== 'run' || entry.event.held === null) return undefined;
  return { at: entry.at, held: new Set(entry.event.held) };
}

function stateOf(
  role: string,
  source: string,
  scope: Scope | undefined,
  seen: Seen | undefined,
): InstallAnswer['sources'][number]['permissions'][number]['state'] {
  if (scope?.exchangeScoped?.sources.some((scoped) => scoped === source) === true) return 'exchange';
  if (seen === undefined) return 'unknown';
  return seen.held.has(role) ? 'granted' : 'missing';
}

function aboutScope({ store, stage, now }: House, scope: Scope | undefined): InstallFinding[] {
  const closed = stage === 'pilot' ? [] : gatesNow(store, stage, now()).filter(({ open }) => !open);
  const gates = closed.length === 0 ? [] : [wrong('privacy officer', { kind: 'gates-closed', count: closed.length })];
  if (scope === undefined) return [wrong('privacy officer', { kind: 'no-scope' }), ...gates];
  const left = dayNumber(scope.endsOn) - dayNumber(dayOf(now()));
  const ends = { kind: 'scope-ends', on: scope.endsOn } as const;
  if (left <= 0) return [wrong('privacy officer', ends), ...gates];
  return [...(left <= DAYS_BEFORE_END ? [note('privacy officer', ends)] : []), ...gates];
}

function aboutRun(run: Run | undefined): InstallFinding[] {
  if (run === undefined) return [note('wait', { kind: 'no-run-yet' })];
  if (run.state !== 'failed') return [];
  return [wrong(moveOf(run.failure) ?? 'wait', { kind: 'run-failed', failure: run.failure })];
}

/** What is granted against what is needed, a finding a permission. */
function aboutPermissions(
  { sources }: House,
  { approvedRoles = [], exchangeScoped }: Scope,
  { held }: Seen,
): InstallFinding[] {
  const inToken = sources.filter(({ name }) => !(exchangeScoped?.sources ?? []).some((scoped) => scoped === name));
  const stops = Map.groupBy(
    inToken.flatMap(({ name, permissions }) => permissions.map(({ role }) => ({ name, role }))),
    ({ role }) => role,
  );
  const missing = [...stops].filter(([role]) => !held.has(role));
  const extra = [...held].filter((role) => !stops.has(role) && !approvedRoles.includes(role)).toSorted();
  return [
    ...missing.map(([role, asked]) =>
      wrong('administrator', { kind: 'permission-missing', role, stops: asked.map(({ name }) => name) }),
    ),
    ...extra.map((role) => wrong('administrator', { kind: 'permission-extra', role })),
  ];
}

/** A source that was not read for want of a permission is told of once, with the permission. */
function isExplained({ source, failure }: SourceRun, permissions: readonly InstallFinding[]): boolean {
  return (
    failure === 'consent-missing' &&
    permissions.some(({ about }) => about.kind === 'permission-missing' && about.stops.includes(source))
  );
}

function aboutSources(fared: readonly SourceRun[]): InstallFinding[] {
  return fared.flatMap(({ source, failure }) => {
    const move = moveOf(failure);
    if (failure === null || move === null || move === 'nobody') return [];
    return [(move === 'wait' ? note : wrong)(move, { kind: 'source-failed', source, failure })];
  });
}

function shownRun({ state, startedAt, endedAt }: Run): InstallAnswer['lastRun'] {
  return {
    state,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
  };
}

function moveOf(failure: string | null): InstallFinding['whoseMove'] | null {
  return failure !== null && isFailureCode(failure) ? FAILURES[failure] : null;
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(FAILURES, code);
}

function wrong(whoseMove: InstallFinding['whoseMove'], about: InstallFinding['about']): InstallFinding {
  return { state: 'wrong', whoseMove, about };
}

function note(whoseMove: InstallFinding['whoseMove'], about: InstallFinding['about']): InstallFinding {
  return { state: 'note', whoseMove, about };
}
