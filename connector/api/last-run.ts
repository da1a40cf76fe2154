import { FAILURES, type FailureCode } from '../failure.ts';
import { ANSWERS_VERSION, type LastRunAnswer, type SourceRunAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { shownMailboxes } from '../privacy/rounding.ts';
import { shownPeriods } from '../store/pinned.ts';
import { latestRun, type Run } from '../store/runs.ts';
import { sourcesOf, type SourceRun } from '../store/source-runs.ts';

/**
 * How far is the reading, and how did each source fare? Sums over everybody; with under 50 mailboxes not even those.
 * Each source as in the last run of the period that was about it, also while a release is made.
 */
export function lastRun({ store, expectedReleases, now }: House): Question {
  return ({ asker, query }): LastRunAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read about the processing', asker);
    const run = latestRun(store);
    return {
      version: ANSWERS_VERSION,
      run: run === undefined ? null : shownRun(run, run.period === null ? [] : sourcesOf(store, run.period.id), now()),
      released: shownPeriods(store).length,
      expected: expectedReleases,
    };
  };
}

function shownRun(run: Run, sources: readonly SourceRun[], moment: number): LastRunAnswer['run'] {
  const { state, step, period, startedAt, endedAt, daysDone, days, failure } = run;
  const isShown = shownMailboxes(run.mailboxes) !== null;
  return {
    state,
    step,
    period,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    daysDone,
    days,
    mailboxesDone: isShown ? run.mailboxesDone : 0,
    mailboxes: isShown ? run.mailboxes : 0,
    secondsLeft: state === 'running' ? secondsLeft(run, moment) : null,
    failure,
    sources: sources.map(shownSource),
    dropped: run.dropped,
    unknownFields: { count: run.unknownFields, named: [...run.unknownNamed] },
  };
}

/** What the store keeps is rounded already; of few mailboxes nothing is said. */
function shownSource({ source, mailboxesDone, mailboxes, ...run }: SourceRun): SourceRunAnswer {
  const isShown = shownMailboxes(mailboxes) !== null;
  const { state, daysDone, days, gapDays, weekRows, askedToWait, triedAgain, waitedMinutes, failure } = run;
  return {
    source,
    state,
    daysDone,
    days,
    mailboxesDone: isShown ? mailboxesDone : null,
    mailboxes: isShown ? mailboxes : null,
    gapDays,
    weekRows,
    askedToWait,
    triedAgain,
    waitedMinutes,
    failure,
    whoseMove: failure !== null && isFailureCode(failure) ? FAILURES[failure] : null,
  };
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(FAILURES, code);
}

/**
 * What is left at the pace so far; null while nothing is done, and where nothing is counted.
 *
 * @param moment milliseconds since 1970
 * @example a quarter done in 10 s leaves 30 s
 */
function secondsLeft(
  { startedAt, mailboxesDone, mailboxes, daysDone, days }: Omit<Run, 'id' | 'state'>,
  moment: number,
): number | null {
  const [done, all] = mailboxes > 0 ? [mailboxesDone, mailboxes] : [daysDone, days];
  const spent = moment - startedAt;
  return done > 0 && spent > 0 ? Math.round((spent * (all - done)) / done / 1000) : null;
}
