import type { SpanOfPeriod } from './catch-up.ts';
import { readingsOf, runBegins } from './boundary-notes.ts';
import { collect } from './collect.ts';
import type { CollectionRun, RunFigures, UnknownFieldsMet } from './collection-run.ts';
import type { Progress } from './source-progress.ts';
import { Failure } from './failure.ts';
import type { KeyCustody } from './key-custody/key-custody.ts';
import type { LedgerPin } from './key-custody/ledger-pin.ts';
import { keepPinned } from './ledger-pinning.ts';
import { appsMeasured } from './microsoft-graph/apps-measured.ts';
import { askedBy, type Get } from './microsoft-graph/get.ts';
import type { BoundaryEvent } from './privacy/boundary-ledger.ts';
import { isPassedOver } from './privacy/half-yearly.ts';
import { startOf, type Period } from './privacy/period.ts';
import type { Release } from './privacy/release.ts';
import { headsIn } from './privacy/rows.ts';
import type { Scope, SourceName } from './privacy/scope.ts';
import { publishInWorker } from './publish-worker.ts';
import { Stopped } from './stopped.ts';
import { checkBoundary, noteAtBoundary } from './store/boundary-ledger.ts';
import { erasePeriod, noteErased, unfinishedErasures, unreleasablePeriods } from './store/erase.ts';
import { assertLease, renewLease, returnLease, takeLease, type Lease } from './store/lease.ts';
import type { Store } from './store/open.ts';
import { refuseWhilePaused } from './store/pauses.ts';
import { readHeadcounts } from './store/people.ts';
import { readRelease } from './store/releases.ts';
import { keptScopes } from './store/scopes.ts';
import { toldOfSources } from './source-told.ts';
import { beginRun, endRun, latestRun, noteProgress, type RunProgress, type RunRead } from './store/runs.ts';

/** Everything a run needs, put together once: by `installation` for a real tenant, by `demo` for an invented one. */
export interface Operation {
  readonly tenantId: string;
  readonly store: Store;
  readonly custody: KeyCustody;
  /** Where the ledger's head is noted, outside the data folder. */
  readonly pin: LedgerPin;
  readonly scope: Scope;
  /** Asked before anything is read or released: throws while a gate is closed, or no scope is in force. */
  readonly mayGoOn: () => void;
  /** The application permissions the token bears; absent where none is asked for. */
  readonly heldRoles?: () => Promise<Iterable<string>>;
  readonly get: Get;
  readonly readDataFile: CollectionRun['readDataFile'];
  readonly tenantHas?: CollectionRun['tenantHas'];
  /** The clock the tenant lives by; the demo's runs ahead of the machine's. */
  readonly now: () => number;
  /** The machine's own clock: leases and time left are about this process. */
  readonly machineNow: () => number;
  readonly machineWait: (ms: number) => Promise<void>;
  readonly random: (size: number) => Uint8Array;
  /** Lets the thread do what else is due in between: keep the lease, hear that it is to stop. */
  readonly giveWay: () => Promise<unknown>;
  /** Names this process in the lease. */
  readonly holder: string;
  /** Told after every step, and while another process is waited for; what it throws ends the run. */
  readonly report: (progress: Progress | 'waiting' | 'publishing', period: Period) => void;
}

/** Long enough for the slowest step that lets nothing else have its turn, short enough that a crash costs no patience. */
const LEASE_MS = 20_000;
const LEASE_RETRY_MS = 500;
/** A lease that was renewed, and progress that was noted, so lately is let be: each is a write that must reach the disk. */
const RENEWED_EVERY_MS = 2_000;
const NOTED_EVERY_MS = 200;

interface Run {
  readonly id: number;
  /** Throws when another run has taken over. */
  readonly stillOurs: () => void;
  readonly note: (progress: Progress | { readonly step: 'publishing' }, read?: RunRead) => void;
  /**
   * Keeps the lease for as long as something works under it that may be silent for minutes, as while Graph asks for a
   * wait; the work asks for the lease before its own writes. The signal is given once the lease is lost.
   */
  readonly holding: <Result>(work: (lease: Lease, lost: AbortSignal) => Promise<Result>) => Promise<Result>;
}

/**
 * One run under the lease, with its row in the store: begun, followed, ended well or with the code of what stopped it.
 * A lease left behind by a killed process is waited for. A run that was told to stop is left as one cut short, for the
 * next to resume.
 *
 * @throws Failure 'already-running' when another process holds the lease and keeps it
 */
async function underLease<Result>(
  operation: Operation,
  period: Period,
  work: (run: Run) => Promise<Result>,
  endOf: (
    result: Result,
    run: number,
  ) =>
    | { readonly partial: boolean; readonly unknownFields: UnknownFieldsMet; readonly noted: BoundaryEvent[] }
    | undefined,
): Promise<Result> {
  const { store, machineNow: now } = operation;
  let lease = await patientLease(operation, period);
  const id = beginRun(store, { now, period });
  const renew = (): void => {
    if (lease.expiresAt - now() > LEASE_MS - RENEWED_EVERY_MS) assertLease(store, lease);
    else lease = renewLease(store, lease, { now, ttlMs: LEASE_MS });
  };
  const notes = nowAndThen(now, (progress: RunProgress, read?: RunRead) => {
    noteProgress(store, id, progress, read);
  });
  try {
    const result = await work({
      id,
      holding: (act) => renewedWhile((lost) => act(lease, lost), renew, operation.machineWait),
      stillOurs: () => {
        assertLease(store, lease);
      },
      note: (progress, read) => {
        renew();
        notes.take({ daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0, ...progress }, read);
      },
    });
    notes.flush();
    endRun(store, id, { now, notedAt: operation.now, ...endOf(result, id) });
    return result;
  } catch (error) {
    notes.flush();
    if (!(error instanceof Stopped))
      endRun(store, id, { now, failure: error instanceof Failure ? error.code : 'shape-changed' });
    throw error;
  } finally {
    returnLease(store, lease);
  }
}

/** Hands on what it takes at once when it is of another step, or after a while; of the rest the last, when flushed. */
function nowAndThen(now: () => number, act: (progress: RunProgress, read?: RunRead) => void) {
  let handedOn: { readonly step: string; readonly at: number } | undefined;
  let held: (() => void) | undefined;
  const flush = (): void => {
    const last = held;
    held = undefined;
    last?.();
  };
  return {
    take: (progress: RunProgress, read?: RunRead): void => {
      held = () => {
        act(progress, read);
      };
      if (handedOn?.step === progress.step && now() - handedOn.at < NOTED_EVERY_MS) return;
      handedOn = { step: progress.step, at: now() };
      flush();
    },
    flush,
  };
}

/** A lease that is lost is renewed no more; the work is told, and finds it out by itself before it writes. */
async function renewedWhile<Result>(
  work: (lost: AbortSignal) => Promise<Result>,
  renew: () => void,
  wait: Operation['machineWait'],
): Promise<Result> {
  const lost = new AbortController();
  const working = work(lost.signal);
  const ended = working.then(
    () => true,
    () => true,
  );
  const isOver = (): Promise<boolean> => Promise.race([ended, wait(LEASE_RETRY_MS).then(() => false)]);
  try {
    while (!(await isOver())) renew();
  } catch (error) {
    lost.abort(error);
    if (!(error instanceof Failure) || error.code !== 'already-running') throw error;
  }
  return working;
}

async function patientLease({ store, holder, machineNow, machineWait, report }: Operation, period: Period) {
  const giveUpAt = machineNow() + LEASE_MS + LEASE_RETRY_MS;
  for (;;) {
    try {
      return takeLease(store, { name: 'run', holder, now: machineNow, ttlMs: LEASE_MS });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'already-running' || machineNow() > giveUpAt) throw error;
      report('waiting', period);
      await machineWait(LEASE_RETRY_MS);
    }
  }
}

/**
 * Reads a span of one period from the scope's sources (or some of them). A run in which some source was not read whole
 * stands as partial.
 *
 * @throws Failure as `collect` does
 */
export async function collectSpan(
  operation: Operation,
  { period, from, to, readAgainFrom }: SpanOfPeriod,
  sources: readonly SourceName[] = operation.scope.sources,
): Promise<RunFigures> {
  operation.mayGoOn();
  const { tenantId, store, custody, scope, get, readDataFile, tenantHas, now, random } = operation;
  refuseWhilePaused(store);
  checkBoundary(store);
  const resumed = latestRun(store, period.id)?.state === 'running';
  const work = async ({ id, note, stillOurs }: Run, lost: AbortSignal): Promise<RunFigures> => {
    await noteBeginning(operation, { run: id, period: period.id, sources });
    return collect({
      tenantId,
      store,
      get: askedBy(get, { signal: lost }),
      readDataFile,
      ...(tenantHas && { tenantHas }),
      scope,
      span: { from, to },
      period,
      sources,
      resumed,
      ...(readAgainFrom && { readAgainFrom }),
      openPeriodKey: (periodId) => custody.openPeriodKey(tenantId, periodId),
      openStandingKey: () => custody.standingKey(tenantId),
      now,
      random,
      giveWay: operation.giveWay,
      stillOurs: () => {
        stillOurs();
        refuseWhilePaused(store);
      },
      report: (progress, told) => {
        note(progress, toldOfSources(told));
        operation.report(progress, period);
      },
    });
  };
  const held = (run: Run): Promise<RunFigures> => run.holding((_, lost) => work(run, lost));
  return underLease(operation, period, held, (figures, run) => ({
    ...figures,
    noted: readingsOf(run, scope, figures),
  }));
}

/** Before anything is read: where it cannot be noted, nothing is. */
async function noteBeginning(
  { tenantId, store, custody, scope, heldRoles, now }: Operation,
  told: { readonly run: number; readonly period: string; readonly sources: readonly SourceName[] },
): Promise<void> {
  await custody.openPeriodKey(tenantId, told.period);
  const keyId = await custody.keyId(told.period);
  const held = heldRoles === undefined ? null : await heldRoles();
  const scopeVersion = keptScopes(store).at(-1)?.version ?? null;
  noteAtBoundary(store, new Date(now()).toISOString(), runBegins({ ...told, scope, scopeVersion, keyId, held }));
}

/**
 * Publishes a period in a worker, pins the ledger's head, then destroys the period's key. Nothing is drawn where the
 * ledger is not the one that was pinned, and nothing shown before it is. A period that is released already gives its stored release.
 *
 * @param once the span was given by hand
 * @throws Failure as `publish` does
 */
export async function publishPeriod(operation: Operation, period: Period, once: boolean): Promise<Release> {
  if (readRelease(operation.store, period.id) === undefined) {
    operation.mayGoOn();
    refuseWhilePaused(operation.store);
  }
  const { store, scope, now } = operation;
  const work = async ({ note, holding }: Run): Promise<void> => {
    note({ step: 'publishing' });
    operation.report('publishing', period);
    if (!once) await refusePassedOver(operation, period);
    store.closePeriod(period);
    await keepPinned(operation);
    const releasedAt = new Date(now()).toISOString();
    const { from, to } = period;
    const measured = appsMeasured(scope);
    await holding((lease) =>
      publishInWorker({ folder: store.folder, from, to, once, scope, appsMeasured: measured, releasedAt, lease }),
    );
    await keepPinned(operation);
    await finishErasing(operation);
  };
  await underLease(operation, period, work, () => undefined);
  const release = readRelease(store, period.id);
  if (release === undefined) throw new Failure('period-incomplete', 'The release was not stored: run `publish` again.');
  return release;
}

/** What was read for a quarter that is never shown goes as after a release; the key first: a crash leaves the file to tell. */
async function refusePassedOver({ store, custody, now }: Operation, period: Period): Promise<void> {
  const gone = new Set(unreleasablePeriods(store).map(({ id }) => id));
  const isHeld = store.heldPeriods().some(({ id }) => id === period.id && !gone.has(id));
  if (!isHeld || now() < startOf(period.to)) return;
  const headcounts = readHeadcounts(store.period(period));
  if (headcounts.length === 0 || !isPassedOver(period, headsIn(headcounts))) return;
  await eraseUnreleased({ store, custody, now }, period);
  throw new Failure(
    'nothing-to-release',
    'In an organisation of fewer than 300 people a release comes with the second and the fourth quarter only: what was read for this one is erased.',
  );
}

/**
 * Publishes what is due, oldest first. A quarter that cannot be released, because it was not read whole for instance,
 * stands in the way of no later one. What an earlier night left undone, because a vault could not be reached for instance,
 * is pinned and erased first.
 *
 * @param tell the sentence of each that failed
 */
export async function publishDue(
  operation: Operation,
  periods: readonly Period[],
  tell: (line: string) => void,
): Promise<void> {
  await told(async () => {
    await keepPinned(operation);
    await finishErasing(operation);
  }, tell);
  for (const period of periods) {
    await told(
      () => publishPeriod(operation, period, false),
      (line) => {
        tell(`${period.id}: ${line}`);
      },
    );
  }
}

async function told(act: () => Promise<unknown>, tell: (line: string) => void): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell(error.message);
  }
}

/**
 * Finishes what a crash left undone after a release: the period's file removed, its key destroyed; and removes what is
 * held again, from a backup for instance, of days that are released. To be called at each start, before anything else.
 */
export async function finishErasing({
  store,
  custody,
  now,
}: Pick<Operation, 'store' | 'custody' | 'now'>): Promise<void> {
  for (const { periodId, period, fileRemoved, keyShredded } of unfinishedErasures(store)) {
    const at = new Date(now()).toISOString();
    if (!fileRemoved) {
      erasePeriod(store, period);
      noteErased(store, periodId, 'file', at);
    }
    if (!keyShredded) {
      await custody.shredPeriodKey(periodId);
      noteErased(store, periodId, 'key', at);
    }
  }
  for (const period of unreleasablePeriods(store)) await eraseUnreleased({ store, custody, now }, period);
}

/** The key first: a crash leaves the file to tell, and it is done again. */
async function eraseUnreleased(
  { store, custody, now }: Pick<Operation, 'store' | 'custody' | 'now'>,
  period: Period,
): Promise<void> {
  const at = new Date(now()).toISOString();
  await custody.shredPeriodKey(period.id);
  noteAtBoundary(store, at, { kind: 'shred', period: period.id, what: 'key' });
  erasePeriod(store, period);
  noteAtBoundary(store, at, { kind: 'shred', period: period.id, what: 'file' });
}
