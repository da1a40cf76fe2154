import { z } from 'zod';
import type { FailureCode } from '../failure.ts';
import type { BoundaryEvent } from '../privacy/boundary-ledger.ts';
import type { Period } from '../privacy/period.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';
import { periodCalled } from './period-path.ts';
import { noteSources, type SourceRun } from './source-runs.ts';

export const RUN_STEPS = ['directory', 'mail', 'meetings', 'chats', 'calls', 'usage', 'publishing', 'idle'] as const;
export type RunStep = (typeof RUN_STEPS)[number];

/** `partial`: some source was not read whole. */
export const RUN_STATES = ['running', 'done', 'partial', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** How far a run is: sums over everybody, never a figure of one mailbox. Whole numbers, 0 or more. */
export interface RunProgress {
  readonly step: RunStep;
  readonly daysDone: number;
  readonly days: number;
  readonly mailboxesDone: number;
  readonly mailboxes: number;
}

export interface Run extends RunProgress {
  readonly id: number;
  readonly state: RunState;
  readonly period: Period | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** A code of `failure.ts`; null also for a run that was cut short and could not say why. */
  readonly failure: string | null;
  /** Items that could not be read, all sources together, rounded; null where nothing is said of so few. */
  readonly dropped: number | null;
  /** Different fields that Microsoft Graph sent unasked, and the names of those its own metadata has. */
  readonly unknownFields: number;
  readonly unknownNamed: readonly string[];
}

/** What is told of a run besides how far it is. */
export interface RunRead {
  readonly sources: readonly SourceRun[];
  /** Rounded (design D6). */
  readonly dropped: number | null;
}

/**
 * Begins a run; to be called under the lease. A run that still stands as running was cut short, and is ended here.
 *
 * @returns its number, for `noteProgress` and `endRun`
 */
export function beginRun(
  store: Store,
  {
    now,
    period,
    step = 'directory',
  }: { readonly now: () => number; readonly period?: Period; readonly step?: RunStep },
): number {
  return store.write('begin-run', () => {
    const moment = now();
    prepared(store.decisions, "UPDATE runs SET state = 'failed', ended_at = ? WHERE state = 'running'").run(moment);
    const insert = "INSERT INTO runs (state, step, period, started_at) VALUES ('running', ?, ?, ?)";
    return Number(prepared(store.decisions, insert).run(step, period?.id ?? null, moment).lastInsertRowid);
  });
}

/**
 * Notes how far a run is, and how its sources fare. A run that has ended stays as it was.
 *
 * @throws RangeError when a figure is not a whole number, 0 or more, or more is done than there is to do
 */
export function noteProgress(
  store: Store,
  run: number,
  progress: RunProgress,
  read: RunRead = { sources: [], dropped: null },
): void {
  const { step, daysDone, days, mailboxesDone, mailboxes } = progress;
  const isWhole = [daysDone, days, mailboxesDone, mailboxes].every(
    (figure) => Number.isSafeInteger(figure) && figure >= 0,
  );
  if (!isWhole || daysDone > days || mailboxesDone > mailboxes) {
    throw new RangeError('Progress is counted in whole days and mailboxes, no more done than there are.');
  }
  store.write('note-progress', () => {
    const noted = prepared(store.decisions, NOTE).run(
      step,
      daysDone,
      days,
      mailboxesDone,
      mailboxes,
      read.dropped,
      run,
    );
    if (noted.changes > 0) noteSources(store, run, read.sources);
  });
}

const NOTE = `UPDATE runs SET step = ?, days_done = ?, days = ?, mailboxes_done = ?, mailboxes = ?, dropped = ?
  WHERE id = ? AND state = 'running'`;

/**
 * Forgets how many days and mailboxes the runs of a period counted: exact counters die with the period (design D6).
 * That there were runs, when, and how they ended stays.
 */
export function forgetCounts(store: Store, periodId: string): void {
  store.write('forget-counts', () => {
    prepared(store.decisions, FORGET_COUNTS).run(periodId);
    prepared(store.decisions, FORGET_SOURCE_COUNTS).run(periodId);
  });
}

const FORGET_COUNTS = 'UPDATE runs SET days_done = 0, days = 0, mailboxes_done = 0, mailboxes = 0 WHERE period = ?';

const FORGET_SOURCE_COUNTS = `UPDATE source_runs SET days_done = 0, days = 0, mailboxes_done = 0, mailboxes = 0
  WHERE run IN (SELECT id FROM runs WHERE period = ?)`;

/** Ends a run: well, with some source not read whole, or with the code of what stopped it. One that has ended stays. */
export function endRun(
  store: Store,
  run: number,
  { now, failure, partial = false, unknownFields, noted = [], notedAt = now }: EndOfRun,
): void {
  store.write('end-run', () => {
    const sql = `UPDATE runs SET state = ?, step = ?, ended_at = ?, failure = ?, unknown_fields = ?, unknown_named = ?
      WHERE id = ? AND state = 'running'`;
    const state = failure !== undefined ? 'failed' : partial ? 'partial' : 'done';
    // A failed run keeps the step it failed in.
    const step = failure === undefined ? 'idle' : (stepOf(store, run) ?? 'idle');
    const named = JSON.stringify(unknownFields?.named ?? []);
    prepared(store.decisions, sql).run(state, step, now(), failure ?? null, unknownFields?.count ?? 0, named, run);
    for (const event of noted) noteAtBoundary(store, new Date(notedAt()).toISOString(), event);
  });
}

interface EndOfRun {
  readonly now: () => number;
  readonly failure?: FailureCode;
  readonly partial?: boolean;
  readonly unknownFields?: { readonly count: number; readonly named: readonly string[] };
  /** What the boundary ledger is told with it, and by which clock; both are kept or neither. */
  readonly noted?: readonly BoundaryEvent[];
  readonly notedAt?: () => number;
}

function stepOf(store: Store, run: number): string | undefined {
  const row = prepared(store.decisions, 'SELECT step FROM runs WHERE id = ?').get(run);
  return row === undefined ? undefined : String(row['step']);
}

/**
 * The newest run; undefined before the first.
 *
 * @param periodId only runs of this period
 */
export function latestRun(store: Store, periodId?: string): Run | undefined {
  return guarded(() => {
    const row = prepared(store.decisions, LATEST).get(periodId ?? null);
    return row === undefined ? undefined : storedRun.parse(row);
  });
}

/** The newest run of a period that read, or tried to; a release that was refused since tells nothing of it. */
export function latestReading(store: Store, periodId: string): Run | undefined {
  return guarded(() => {
    const row = prepared(store.decisions, LATEST_READING).get(periodId);
    return row === undefined ? undefined : storedRun.parse(row);
  });
}

const COLUMNS = `id, state, step, period, started_at AS startedAt, ended_at AS endedAt, failure, dropped,
  unknown_fields AS unknownFields, unknown_named AS unknownNamed,
  days_done AS daysDone, days, mailboxes_done AS mailboxesDone, mailboxes`;
const LATEST = `SELECT ${COLUMNS} FROM runs WHERE ?1 IS NULL OR period = ?1 ORDER BY id DESC LIMIT 1`;
const LATEST_READING = `SELECT ${COLUMNS} FROM runs WHERE period = ? AND step <> 'publishing'
  ORDER BY id DESC LIMIT 1`;

const storedRun = z.object({
  id: z.int(),
  state: z.enum(RUN_STATES),
  step: z.enum(RUN_STEPS),
  period: z
    .string()
    .nullable()
    .transform((id) => (id === null ? null : (periodCalled(id) ?? null))),
  startedAt: z.int(),
  endedAt: z.int().nullable(),
  failure: z.string().nullable(),
  dropped: z.int().nullable(),
  unknownFields: z.int(),
  unknownNamed: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  daysDone: z.int(),
  days: z.int(),
  mailboxesDone: z.int(),
  mailboxes: z.int(),
});
