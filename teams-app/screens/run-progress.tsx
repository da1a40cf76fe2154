import { ProgressBar } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { LastRunAnswer } from '../../connector/api/answers.ts';
import { RichText } from '../drawing/rich-text.tsx';
import { WholeWords } from '../drawing/whole-words.tsx';
import { type Speech, useSpeech } from '../words/speech.ts';

type Run = NonNullable<LastRunAnswer['run']>;

/** How far a run has come: what it does now, days and mailboxes, time left; or that it stopped, and why. */
export function RunProgress({ run }: { readonly run: Run }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  if (run.state === 'failed') {
    return (
      <section className="progress">
        <h2>{words.first.failed}</h2>
        {run.failure === null ? <p>{words.first.failedLead}</p> : null}
        {run.failure === null ? null : (
          <>
            <p>{words.first.failures[run.failure] ?? words.first.failedLead}</p>
            <p className="small-print">{words.first.failureCode(run.failure)}</p>
          </>
        )}
      </section>
    );
  }
  return (
    <section className="progress" aria-labelledby="progress-title">
      <h2 id="progress-title">
        <WholeWords text={words.first.steps[run.step]} />
      </h2>
      {run.period === null ? null : (
        <p className="progress-period">{words.first.ofPeriod(format.period(run.period))}</p>
      )}
      <ProgressBar
        aria-labelledby="progress-title"
        thickness="large"
        {...(run.days + run.mailboxes === 0 ? {} : { value: shareDone(run) })}
      />
      <p className="progress-counts">
        {run.days === 0 ? null : (
          <span>
            <RichText text={words.first.days(format.count(run.daysDone), format.count(run.days))} />
          </span>
        )}
        {run.mailboxes === 0 ? null : (
          <span>
            <RichText text={words.first.mailboxes(format.count(run.mailboxesDone), format.count(run.mailboxes))} />
          </span>
        )}
        <span>{timeLeft(run, speech)}</span>
      </p>
    </section>
  );
}

/** Days count whole, the mailboxes of the span now being read as part of them: never backwards, 0 to 1. */
function shareDone({ daysDone, days, mailboxesDone, mailboxes }: Run): number {
  const byDays = days === 0 ? 0 : daysDone / days;
  const byMailboxes = mailboxes === 0 ? 0 : mailboxesDone / mailboxes;
  return Math.min(1, Math.max(byDays, byMailboxes));
}

function timeLeft({ secondsLeft }: Run, { words, format }: Speech): string {
  if (secondsLeft === null) return '';
  return secondsLeft < 90
    ? words.first.secondsLeft(format.count(secondsLeft))
    : words.first.minutesLeft(format.count(Math.round(secondsLeft / 60)));
}
