import { Failure } from './failure.ts';
import { personRowsOf, type MeasuredApp } from './person-rows.ts';
import { tellChannels } from './privacy/channel-sources.ts';
import { addDays, daysOf, type Period } from './privacy/period.ts';
import type { PersonRow, Step } from './privacy/person-row.ts';
import { release, type Release, type TableName } from './privacy/release.ts';
import { isNetworkSource, LEAST_HOLDERS, readsCompetences, type Scope } from './privacy/scope.ts';
import type { App } from './privacy/usage-day.ts';
import { checkBoundary } from './store/boundary-ledger.ts';
import { readCompetences } from './store/competences.ts';
import { erasePeriod, noteErased, unfinishedErasures } from './store/erase.ts';
import { gapDays } from './store/held.ts';
import { readInteractions } from './store/interactions.ts';
import type { Lease } from './store/lease.ts';
import { readLedger } from './store/ledger.ts';
import type { PeriodFile, Store } from './store/open.ts';
import { readHeadcounts, readMemberships } from './store/people.ts';
import { readRelease, saveRelease } from './store/releases.ts';
import { leftUnread } from './store/source-runs.ts';
import { readUsage } from './store/usage-days.ts';
import type { CompetenceHeld } from './structural-rows.ts';

export interface Publication {
  readonly store: Store;
  readonly period: Period;
  /** The span was given by hand: one period of four in the year's budget, released whatever the calendar says. */
  readonly once: boolean;
  readonly scope: Scope;
  /** What the scope's usage reports can tell, and which of them tell it: the columns of `apps`. */
  readonly appsMeasured: readonly MeasuredApp[];
  readonly releasedAt: string;
  readonly random: (size: number) => Uint8Array;
  /** Asked for when the release is stored: whoever lost it releases nothing. */
  readonly lease?: Lease;
  /** Told before each step that cannot be taken back. What it throws ends the publication there. */
  readonly report: (step: 'reading' | 'releasing' | 'released' | 'erased') => void;
}

/**
 * One release from top to bottom: the period is read back, each person becomes a person row, the release counts them,
 * adds noise, debits the budget and stores ledger and tables in one transaction; then the period's file goes.
 * Asked again for a released period, it returns the stored release and finishes the erasure if that was cut short.
 * Destroying the period's key is its custodian's: `finishErasing` in main.
 *
 * Cost: a quarter of 20,000 people is read in seconds; run it in a worker, never on the thread that answers.
 *
 * @throws Failure 'period-incomplete' when nothing was collected for the period, or days are missing; those of `release` and of the store
 */
export function publish(publication: Publication): Release {
  const { store, period } = publication;
  const stored = readRelease(store, period.id);
  if (stored !== undefined) return finished(publication, stored);
  checkBoundary(store);
  publication.report('reading');
  const made = releaseOf(publication);
  publication.report('releasing');
  saveRelease(store, made, publication.lease);
  publication.report('released');
  return finished(publication, made);
}

function finished({ store, period, releasedAt, report }: Publication, made: Release): Release {
  const unfinished = unfinishedErasures(store).some((it) => it.periodId === period.id && !it.fileRemoved);
  if (unfinished) {
    erasePeriod(store, period);
    noteErased(store, period.id, 'file', releasedAt);
    report('erased');
  }
  return made;
}

function releaseOf({ appsMeasured, store, period, once, scope, releasedAt, random }: Publication): Release {
  // Days are written so that their order as texts is their order in time.
  if (releasedAt < period.to) {
    throw new Failure('period-incomplete', `This period is not over: publish it after ${addDays(period.to, -1)}.`);
  }
  const file = store.period(period);
  const headcounts = readHeadcounts(file);
  if (headcounts.length === 0) {
    throw new Failure(
      'period-incomplete',
      'Nothing was collected for this period yet: run `collect` for its days first.',
    );
  }
  refuseGaps(store, file, scope);
  const people = personRows(file, scope, appsMeasured);
  return release({
    period,
    once,
    level: scope.level,
    organisation: scope.organisation,
    people: people.rows,
    headcounts,
    tablesOn: people.tablesOn,
    appsMeasured: people.appsMeasured,
    stepsMeasured: people.stepsMeasured,
    competences: people.competences,
    ledger: readLedger(store),
    releasedAt,
    random,
  });
}

/** A picture with days missing would say of people that they met nobody; one with mailboxes missing as well. */
function refuseGaps(store: Store, file: PeriodFile, scope: Scope): void {
  const { period } = file;
  const sources = scope.sources.filter(isNetworkSource);
  for (const source of sources) {
    const gap = gapDays(file, source, period.to);
    if (gap === 0) continue;
    const days = daysOf(period).length;
    throw new Failure(
      'period-incomplete',
      `Of ${source}, ${days - gap} of the ${days} days of this period were read: run \`collect\` for the others first.`,
    );
  }
  for (const { source } of leftUnread(store, period.id).filter(({ source }) => sources.some((on) => on === source))) {
    throw new Failure(
      'period-incomplete',
      `Of ${source}, the last run left too many mailboxes or days unread: the release waits until a run has read them.`,
    );
  }
}

/**
 * Every person of the period as one short row, and the tables these rows can fill. Rows are made from each person's own
 * acts alone; where the scope turns structural tables on, for these of ties as well.
 *
 * Which tables and columns there are depends on the scope and the directory alone: of how many have a competence, not of
 * who is tied to whom.
 *
 * Cost: linear in interactions and usage days; of structural tables as `structuralRows`.
 */
export function personRows(
  file: PeriodFile,
  scope: Scope,
  measured: readonly MeasuredApp[],
): {
  rows: PersonRow[];
  tablesOn: TableName[];
  appsMeasured: App[];
  stepsMeasured: Exclude<Step, 1>[];
  competences: string[];
} {
  const memberships = readMemberships(file);
  // What a source told that has been taken out of the scope since counts no more.
  const { kind, ...interactions } = readInteractions(file, scope.sources);
  const withChannels = tellChannels(scope.sources);
  const isStructural = scope.structuralTables && scope.sources.some(isNetworkSource);
  const competences = competencesOf(file, scope);
  const { rows, appsMeasured, stepsMeasured } = personRowsOf(
    {
      memberships,
      works: memberships,
      interactions: withChannels ? { ...interactions, kind } : interactions,
      usageOf: (reports) => readUsage(file, reports),
      ...(isStructural && { structural: { competences } }),
    },
    measured,
  );
  const tablesOn: TableName[] = [
    ...(scope.sources.some(isNetworkSource) ? (['reach', 'breadth'] as const) : []),
    ...(appsMeasured.length > 0 ? (['apps'] as const) : []),
    ...(stepsMeasured.length > 0 ? (['staircase', 'leaders'] as const) : []),
    ...(withChannels ? (['channels'] as const) : []),
    ...(isStructural ? (['brokerage'] as const) : []),
    ...(competences.length > 0 ? (['steps'] as const) : []),
  ];
  return { rows, tablesOn, appsMeasured, stepsMeasured, competences: competences.map(({ name }) => name) };
}

/** In the order of the scope; one that too few have, or of which no run read the group, is left out. */
function competencesOf(file: PeriodFile, scope: Scope): CompetenceHeld[] {
  if (!readsCompetences(scope)) return [];
  const kept = new Map(readCompetences(file).map((it) => [it.name, it]));
  return scope.competences.flatMap(({ name }) => {
    const { heads, holders } = kept.get(name) ?? { heads: 0, holders: [] };
    return heads < LEAST_HOLDERS ? [] : [{ name, holders: new Set(holders) }];
  });
}
