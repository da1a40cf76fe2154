import { type ReactNode } from 'react';
import type { LastRunAnswer, SourceRunAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { type Speech, useSpeech } from '../words/speech.ts';

type Run = NonNullable<LastRunAnswer['run']>;

/** How each source fared, in plain words; before it what a release has to wait for, after it what was dropped. */
export function RunSources({ run }: { readonly run: Run }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const text = words.run;
  if (run.sources.length === 0) return null;
  return (
    <>
      {run.sources
        .filter(({ gapDays }) => gapDays > 0)
        .map(({ source, gapDays }) => (
          <p className="warning" key={source}>
            <RichText text={text.gap(words.about.sources[source] ?? source, format.count(gapDays))} />
          </p>
        ))}
      <div className="run-sources">
        <FigureTable
          caption={text.caption}
          columns={[text.source, text.state, text.days, text.mailboxes, text.week, text.waited, text.triedAgain]}
          rows={run.sources.map((source) => sayRow(source, speech))}
        />
      </div>
      <p className="small-print">{sayDropped(run, speech)}</p>
    </>
  );
}

function sayRow(run: SourceRunAnswer, speech: Speech): string[] {
  const { words, format } = speech;
  const { days, daysDone, mailboxes, mailboxesDone, weekRows, askedToWait, triedAgain, waitedMinutes } = run;
  const ofAll = (done: number | null, all: number | null): string =>
    done === null || all === null || all === 0
      ? words.run.nothing
      : words.about.ofAll(format.count(done), format.count(all));
  const rounded = (count: number | null): string =>
    count === null ? words.run.nothing : words.about.about(format.count(count));
  const times = (count: number | null): string =>
    unbroken(count === null ? words.run.fewTimes : words.run.times(format.count(count)));
  const minutes = (count: number): string => unbroken(words.run.minutes(format.count(count)));
  return [
    words.about.sources[run.source] ?? run.source,
    sayState(run, speech),
    unbroken(ofAll(daysDone, days)),
    unbroken(ofAll(mailboxesDone, mailboxes)),
    unbroken(rounded(weekRows)),
    waitedMinutes === null ? times(askedToWait) : `${times(askedToWait)}, ${minutes(waitedMinutes)}`,
    times(triedAgain),
  ];
}

/** A figure stays on one line. */
function unbroken(said: string): string {
  return said.replaceAll(' ', '\u00a0');
}

/** A failure in its own words, and otherwise by whose move it is. */
function sayState({ state, failure, whoseMove }: SourceRunAnswer, { words }: Speech): string {
  const said = words.run.states[state];
  if (failure === null || (state !== 'failed' && state !== 'partial')) return said;
  const why = words.first.failures[failure] ?? (whoseMove === null ? '' : words.run.moves[whoseMove]);
  return why === '' ? said : `${said} ${why}`;
}

function sayDropped({ dropped, unknownFields }: Run, speech: Speech): string {
  const { words, format } = speech;
  const items = dropped === null ? words.run.fewDropped : words.run.dropped(format.count(dropped));
  if (unknownFields.count === 0) return items;
  const fields = words.run.unknown(format.count(unknownFields.count));
  const names = unknownFields.named.map((named) => sayField(named, speech)).join(', ');
  return `${items} ${fields}${names === '' ? '' : ` ${words.run.unknownNamed(names)}`}`;
}

/** `meetings: isReminderOn`: the field, and in brackets its source as the reader knows it. */
function sayField(named: string, { words }: Speech): string {
  const [source = '', field] = named.split(': ');
  return field === undefined ? named : `${field} (${words.about.sources[source] ?? source})`;
}
