import { roundedRows, shownMailboxes, wholeMinutes, wholeTens, withoutGivenUp } from './privacy/rounding.ts';
import type { SourceProgress } from './source-progress.ts';
import type { RunRead } from './store/runs.ts';

/**
 * How the sources of a run fare as it may be kept and said: days and mailboxes against the positive list, everything else
 * rounded (design D6). The exact figures stay in the run.
 */
export function toldOfSources(sources: readonly SourceProgress[]): RunRead {
  return {
    sources: sources.map((progress) => {
      const { source, state, daysDone, days, mailboxes, gapDays, weekRows, failure } = progress;
      return {
        source,
        state,
        daysDone,
        days,
        mailboxesDone: withoutGivenUp(progress.mailboxesDone, progress.givenUp),
        mailboxes,
        givenUp: wholeTens(progress.givenUp),
        gapDays,
        weekRows,
        askedToWait: ofRequests(progress.askedToWait),
        triedAgain: ofRequests(progress.triedAgain),
        waitedMinutes: wholeMinutes(progress.waitedMs),
        failure: failure === null ? null : failure.code,
      };
    }),
    dropped: ofItems(sources),
  };
}

/** One figure for all sources, so that it tells of none what was dropped. */
function ofItems(sources: readonly SourceProgress[]): number | null {
  const dropped = sources.reduce((sum, source) => sum + source.dropped, 0);
  return roundedRows(dropped, Math.max(0, ...sources.map(({ mailboxes }) => mailboxes)));
}

/** Of few requests nothing is said: each is asked of somebody. */
function ofRequests(count: number): number | null {
  return roundedRows(count, count);
}

/** Mailboxes of a source as they may be shown: against the positive list, and nothing of few. */
export function shownOf({ mailboxesDone, mailboxes }: { readonly mailboxesDone: number; readonly mailboxes: number }): {
  readonly mailboxesDone: number | null;
  readonly mailboxes: number | null;
} {
  const isShown = shownMailboxes(mailboxes) !== null;
  return { mailboxesDone: isShown ? mailboxesDone : null, mailboxes: isShown ? mailboxes : null };
}
