import { type ReactNode } from 'react';
import type { AboutAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { WholeWords } from '../drawing/whole-words.tsx';
import { gistWords } from '../words/gists.ts';
import { opening } from '../words/opening.ts';
import { ownReason } from '../words/reasons.ts';
import { useSpeech } from '../words/speech.ts';

/** What is read, field by field with the reason; what is never read; what is kept. */
export function AboutReading({ sources }: { readonly sources: AboutAnswer['sources'] }): ReactNode {
  const { words, format, language } = useSpeech();
  return (
    <>
      <div className="two-parts">
        <Part id="about-never" title={words.about.neverTitle} startsOpen>
          <ul className="promises">
            {words.about.never
              .filter(({ unless }) => isPromised(unless, sources))
              .map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        </Part>
        <Part id="about-kept" title={words.about.keptTitle}>
          <p className="part-lead">{words.about.keptLead}</p>
          <p className="small-print">
            <WholeWords text={words.about.keptMinutes} />
          </p>
        </Part>
      </div>
      <Part
        id="about-read"
        title={words.about.readTitle}
        gist={
          sources.length === 0 ? words.about.readNothing : gistWords(language).sources(format.count(sources.length))
        }
      >
        <p className="part-lead">{sources.length === 0 ? words.about.readNothing : words.about.readLead}</p>
        <div>
          {sources.map((source) => (
            <Source key={source.name} source={source} />
          ))}
        </div>
      </Part>
    </>
  );
}

/** What rests on a choice is promised once the choice is made: before anything is decided it might still be read. */
function isPromised(unless: readonly string[], sources: AboutAnswer['sources']): boolean {
  return unless.length === 0 || (sources.length > 0 && !sources.some(({ name }) => unless.includes(name)));
}

function Source({ source }: { readonly source: AboutAnswer['sources'][number] }): ReactNode {
  const { words, language, format } = useSpeech();
  const name = words.about.sources[source.name] ?? source.name;
  return (
    <details className="source">
      <summary>
        <h3>{name}</h3>
        <span className="source-what">{words.about.sourceTexts[source.name]}</span>
        <span>{words.about.fieldCount(format.count(source.fields.length))}</span>
      </summary>
      <p className="small-print">
        {words.about.permission} <code>{source.permissions.join(', ')}</code>
        <br />
        <code>{source.endpoint}</code>
      </p>
      {source.unasked === undefined ? null : (
        <p className="small-print">
          {words.about.unasked} <code>{source.unasked.join(', ')}</code>
        </p>
      )}
      <dl className="fields">
        {source.fields.map(({ field, reason }) => {
          const own = ownReason(reason, language);
          return (
            <div key={field}>
              <dt>
                <code>{field}</code>
              </dt>
              <dd lang={own === undefined ? 'en' : language}>{opening(own ?? reason)}</dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
