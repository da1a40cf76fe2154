import { ANSWERS_VERSION, type LastRunAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { shownMailboxes } from '../privacy/rounding.ts';
import { releasedPeriods } from '../store/releases.ts';
import { latestRun, type Run } from '../store/runs.ts';

/** How far is the reading? Sums over everybody; with under 50 mailboxes not even those. */
export function lastRun({ store, expectedReleases, now }: House): Question {
  return ({ asker, query }): LastRunAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read about the processing', asker);
    const run = latestRun(store);
    return {
      version: ANSWERS_VERSION,
      run: run === undefined ? null : shownRun(run, now()),
      released: releasedPeriods(store).length,
      expected: expectedReleases,
    };
  };
}

function shownRun(run: Run, moment: number): LastRunAnswer['run'] {
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
  };
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
