import type { Failure } from './failure.ts';
import type { Day } from './privacy/period.ts';
import type { SourceName } from './privacy/scope.ts';

/** How far a run is: where sources are read side by side, how far the one is that has most left. */
export interface Progress {
  readonly step: 'directory' | 'mail' | 'meetings' | 'chats' | 'calls' | 'usage';
  readonly daysDone: number;
  readonly days: number;
  readonly mailboxesDone: number;
  readonly mailboxes: number;
}

/**
 * How one source fares in a run.
 * - `running`: being read, or about to be.
 * - `done`: read whole, as far back as Graph tells of it.
 * - `partial`: some mailboxes could not be reached; their days stay as they were.
 * - `failed`: given up; what was read before stays.
 * - `not-due`: nothing of it was to be read this time.
 */
export type SourceState = 'running' | 'done' | 'partial' | 'failed' | 'not-due';

/** What one report said on one day. */
export interface ReportOfDay {
  /** How many people it was about, and how many of them the directory knows. */
  readonly inReport: number;
  readonly matched: number;
  /** Days from what it was made for to the day it was read, where that lies before the day asked for; otherwise 0. */
  readonly behindDays: number;
}

/** Filled in by whoever reads the source, step by step. Exact: to be rounded before anybody sees it (design D6). */
export interface SourceProgress {
  readonly source: SourceName;
  readonly step: Progress['step'];
  state: SourceState;
  daysDone: number;
  days: number;
  /** Gone through, those not read for objection or protection among them; 0 for what is not read by mailbox. */
  mailboxesDone: number;
  mailboxes: number;
  /** Of those gone through, the ones Graph was too busy for or could not be reached for. */
  givenUp: number;
  /** Requests that Graph answered with a wait, and those sent again for any reason. */
  askedToWait: number;
  triedAgain: number;
  /** Milliseconds that its requests waited before they were sent, side by side and added up. */
  waitedMs: number;
  /** Items that could not be read; never those left out for objection or protection. */
  dropped: number;
  /** The tenant conceals names in this report. */
  concealed: boolean;
  /** Of a report, by the days read. */
  readonly people: Map<Day, ReportOfDay>;
  /** Why it was given up, or the last mailbox of it was. */
  failure: Failure | null;
  /** Days of the period up to the end of the span that no run has read; known at the end, of what a release rests on. */
  gapDays: number;
  /** Rows held of the last whole week, rounded; null while unknown, and of few. */
  weekRows: number | null;
}

/** A source before its first step. */
export function beginSource(source: SourceName, step: Progress['step']): SourceProgress {
  const nothing = { daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0, givenUp: 0, gapDays: 0 };
  const noTrouble = { askedToWait: 0, triedAgain: 0, waitedMs: 0, dropped: 0, concealed: false, failure: null };
  return { source, step, state: 'running', ...nothing, ...noTrouble, people: new Map(), weekRows: null };
}

const WAIT: readonly number[] = [429, 503];

/** Counts a request of a source. */
export function noteRequest(
  progress: SourceProgress,
  { status, attempt, waitedMs }: { status: number; attempt: number; waitedMs: number },
): void {
  if (WAIT.includes(status)) progress.askedToWait += 1;
  if (attempt > 1) progress.triedAgain += 1;
  progress.waitedMs += waitedMs;
}

/** How far the one is that has most left: a run is over when that one is. The last one once all are. */
export function slowestOf(sources: readonly SourceProgress[]): Progress {
  const running = sources.filter(({ state }) => state === 'running');
  const candidates = running.length > 0 ? running : sources.slice(-1);
  const slowest = candidates.reduce<SourceProgress | undefined>(
    (slow, source) => (slow === undefined || shareLeft(source) > shareLeft(slow) ? source : slow),
    undefined,
  );
  if (slowest === undefined) return { step: 'directory', daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0 };
  const { step, daysDone, days, mailboxesDone, mailboxes } = slowest;
  return { step, daysDone, days, mailboxesDone, mailboxes };
}

function shareLeft({ daysDone, days, mailboxesDone, mailboxes }: SourceProgress): number {
  const [done, all] = mailboxes > 0 ? [mailboxesDone, mailboxes] : [daysDone, days];
  return all === 0 ? 1 : 1 - done / all;
}
