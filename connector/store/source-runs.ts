import { z } from 'zod';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

export const SOURCE_STATES = ['running', 'done', 'partial', 'failed', 'not-due'] as const;

const shape = z.object({
  source: z.string(),
  state: z.enum(SOURCE_STATES),
  daysDone: z.int(),
  days: z.int(),
  /** Against the positive list: those not read for objection or protection are done, those given up by tens are not. */
  mailboxesDone: z.int(),
  mailboxes: z.int(),
  /** Whole tens. */
  givenUp: z.int(),
  /** Days of the period, up to the end of what this run was to read, that no run has read. */
  gapDays: z.int(),
  /** Rows held of the last whole week; null where nothing is said of so few. */
  weekRows: z.int().nullable(),
  /** Requests that were to wait, and those that were sent again for any reason; null where nothing is said of so few. */
  askedToWait: z.int().nullable(),
  triedAgain: z.int().nullable(),
  /** Minutes that its requests waited, added up; null under one. */
  waitedMinutes: z.int().nullable(),
  /** A code of `failure.ts`. */
  failure: z.string().nullable(),
});

/** How one source fared in one run, rounded before it comes here (design D6). */
export type SourceRun = z.infer<typeof shape>;

/**
 * Notes how the sources of a run fare, in the order given; noting them again replaces what was noted. To be called inside
 * the write that notes the run's own progress.
 */
export function noteSources(store: Store, run: number, sources: readonly SourceRun[]): void {
  for (const [place, source] of sources.entries()) {
    prepared(store.decisions, NOTE).run({ run, place, ...shape.parse(source) });
  }
}

const NOTE = `INSERT OR REPLACE INTO source_runs (run, place, source, state, days_done, days, mailboxes_done, mailboxes,
    given_up, gap_days, week_rows, asked_to_wait, tried_again, waited_minutes, failure)
  VALUES ($run, $place, $source, $state, $daysDone, $days, $mailboxesDone, $mailboxes,
    $givenUp, $gapDays, $weekRows, $askedToWait, $triedAgain, $waitedMinutes, $failure)`;

const COLUMNS = `source, state, days_done AS daysDone, days, mailboxes_done AS mailboxesDone, mailboxes,
  given_up AS givenUp, gap_days AS gapDays, week_rows AS weekRows, asked_to_wait AS askedToWait,
  tried_again AS triedAgain, waited_minutes AS waitedMinutes, failure`;

/** How each source fared in the last run of a period that was about it; empty before the first. */
export function sourcesOf(store: Store, periodId: string): SourceRun[] {
  return guarded(() => z.array(shape).parse(prepared(store.decisions, LAST_OF_EACH).all(periodId, null)));
}

/** So much of coverage is lost in its rounding to steps of 5 per cent (design D6): what is less changes no picture. */
const LEFT_OUT_AT_MOST = 0.05;

/**
 * The sources read by mailbox of which the last run of a period left so much unread that no release may rest on it: it
 * was given up or cut short, or more than one mailbox in twenty could not be reached.
 */
export function leftUnread(store: Store, periodId: string): SourceRun[] {
  const rows = guarded(() => z.array(shape).parse(prepared(store.decisions, LAST_OF_EACH).all(periodId, 'not-due')));
  return rows.filter(({ state, givenUp, mailboxes }) => {
    if (mailboxes === 0) return false;
    return state === 'failed' || state === 'running' || givenUp > mailboxes * LEFT_OUT_AT_MOST;
  });
}

const LAST_OF_EACH = `SELECT ${COLUMNS} FROM source_runs JOIN (
    SELECT source AS name, max(run) AS last FROM source_runs JOIN runs ON runs.id = run
    WHERE runs.period = ?1 AND (?2 IS NULL OR source_runs.state <> ?2) GROUP BY source
  ) ON source = name AND run = last
  ORDER BY place, source`;
