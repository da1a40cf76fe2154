import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { pairAnswer, type OfficeAnswer } from '../../connector/api/office-answers.ts';
import { officeWords } from '../words/office-watch.ts';
import { useSpeech } from '../words/speech.ts';
import { FailureNotice } from './notice.tsx';
import { useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

type Endpoint = OfficeAnswer['endpoints'][number];

/** Every endpoint with what is kept and dropped of it, and on request what is sent beside what is left. */
export function OfficeFields({ office }: { readonly office: OfficeAnswer }): ReactNode {
  const { language } = useSpeech();
  const { fields: words, on } = officeWords(language);
  if (office.endpoints.length === 0) return <p className="part-lead">{on.none}</p>;
  return (
    <>
      <p className="part-lead">{words.lead}</p>
      {office.endpoints.map((endpoint) => (
        <OneEndpoint key={endpoint.source} endpoint={endpoint} />
      ))}
      {office.ruleHash === null ? null : (
        <p className="small-print">
          {words.rule} <code>{office.ruleHash}</code>
        </p>
      )}
    </>
  );
}

function OneEndpoint({ endpoint }: { readonly endpoint: Endpoint }): ReactNode {
  const { language, words: all, format } = useSpeech();
  const words = officeWords(language).fields;
  const [shown, setShown] = useState(false);
  const { source, kept, known, unknown } = endpoint;
  const name = all.about.sources[source] ?? source;
  return (
    <details className="source">
      <summary>
        <h3>{name}</h3>
        <span>{all.about.fieldCount(format.count(kept.length))}</span>
      </summary>
      <p className="small-print">
        <code>{endpoint.endpoint}</code>
      </p>
      <p className="small-print">
        {words.kept}: <code>{kept.join(', ')}</code>
      </p>
      {known.length === 0 ? null : (
        <p className="small-print">
          {words.known}: <code>{known.join(', ')}</code>
        </p>
      )}
      <p className="small-print">
        {unknown === null ? words.notRead : unknown === 0 ? words.noUnknown : words.unknown(format.count(unknown))}
      </p>
      {!endpoint.pair || shown ? null : (
        <Button
          size="small"
          aria-label={`${words.pair}: ${name}`}
          onClick={() => {
            setShown(true);
          }}
        >
          {words.pair}
        </Button>
      )}
      {shown ? <Pair source={source} name={name} /> : null}
    </details>
  );
}

function Pair({ source, name }: { readonly source: string; readonly name: string }): ReactNode {
  const { language } = useSpeech();
  const words = officeWords(language).fields;
  const [asked, again] = useAnswer(`/api/office/pairs/${source}`, pairAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const sides = [
    [words.received, asked.answer.received],
    [words.left, asked.answer.kept],
  ] as const;
  return (
    <div className="office-pair">
      {sides.map(([title, text]) => (
        <figure key={title}>
          <figcaption>{title}</figcaption>
          <pre tabIndex={0} role="group" aria-label={`${title}: ${name}`}>
            {text}
          </pre>
        </figure>
      ))}
    </div>
  );
}
