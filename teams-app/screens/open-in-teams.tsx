import { Button } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import { RichText } from '../drawing/rich-text.tsx';
import { useSpeech } from '../words/speech.ts';

interface Props {
  /** A frame stands around us but does not answer. */
  readonly silent: boolean;
}

/** Outside Teams there is nobody to say who the reader is: how to get there. */
export function OpenInTeams({ silent }: Props): ReactNode {
  const { words } = useSpeech();
  return (
    <section className="entry">
      <h1>{silent ? words.open.silentTitle : words.open.title}</h1>
      <p className="lead-text">{silent ? words.open.silentLead : words.open.lead}</p>
      {silent ? (
        <Button
          appearance="primary"
          onClick={() => {
            location.reload();
          }}
        >
          {words.reload}
        </Button>
      ) : (
        <>
          <ol className="steps">
            {words.open.steps.map((step) => (
              <li key={step}>
                <RichText text={step} />
              </li>
            ))}
          </ol>
          <Button as="a" appearance="primary" href="https://teams.microsoft.com/">
            {words.open.link}
          </Button>
        </>
      )}
    </section>
  );
}
