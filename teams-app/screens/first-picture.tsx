import { type ReactNode } from 'react';
import type { LastRunAnswer, OverviewOrNone } from '../../connector/api/answers.ts';
import { RichText } from '../drawing/rich-text.tsx';
import { useSpeech } from '../words/speech.ts';
import { ConcealedNote } from './concealed-note.tsx';
import { OrganisationCounts } from './organisation-counts.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunSources } from './run-sources.tsx';

interface Props {
  readonly answer: Extract<OverviewOrNone, { noRelease: true }>;
  readonly run: LastRunAnswer | undefined;
}

/** Before the first release: how far it has come, when it is expected, and what is never read meanwhile. */
export function FirstPicture({ answer, run }: Props): ReactNode {
  const { words, format } = useSpeech();
  const current = run?.run ?? undefined;
  const isPlanned = run === undefined || current !== undefined || answer.firstPictureOn !== null;
  return (
    <>
      <header className="lead">
        <p className="eyebrow">{answer.organisation}</p>
        <h1>{isPlanned ? words.first.title : words.first.nothingTitle}</h1>
        <p className="lead-text">{isPlanned ? words.first.lead(answer.organisation) : words.first.nothingPlanned}</p>
        {answer.firstPictureOn === null ? null : (
          <p className="lead-population">
            <RichText text={words.first.expected(format.day(answer.firstPictureOn))} />
          </p>
        )}
      </header>
      {current === undefined ? null : <RunProgress run={current} />}
      {current === undefined || current.sources.length === 0 ? null : (
        <section className="part" aria-labelledby="run-sources">
          <h2 id="run-sources">{words.run.title}</h2>
          <RunSources run={current} />
        </section>
      )}
      {answer.organisationCounts === undefined ? null : (
        <OrganisationCounts counts={answer.organisationCounts} startsOpen />
      )}
      {answer.concealed ? (
        <div className="part">
          <ConcealedNote heading="h2" />
        </div>
      ) : null}
      <section className="part" aria-labelledby="promises">
        <h2 id="promises">{words.first.promises}</h2>
        <ul className="promises">
          {words.about.never
            .filter(({ unless }) => unless.length === 0)
            .map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
        </ul>
      </section>
    </>
  );
}
