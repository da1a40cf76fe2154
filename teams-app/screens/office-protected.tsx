import { Button, Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { protectedAnswer } from '../../connector/api/answers.ts';
import { RichText } from '../drawing/rich-text.tsx';
import { useSpeech } from '../words/speech.ts';
import { FailureNotice } from './notice.tsx';
import { Said } from './office-proposal.tsx';
import { useAnswer } from './use-answer.ts';
import { useDoing, useOfficeWords } from './use-office.ts';
import { Waiting } from './waiting.tsx';

/** How many are protected, and a place to list one more; who they are is shown to nobody. */
export function OfficeProtected(): ReactNode {
  const { protected: words } = useOfficeWords();
  const { format } = useSpeech();
  const [asked, again] = useAnswer('/api/protected-contacts', protectedAnswer);
  const [address, setAddress] = useState('');
  const [doing, doIt] = useDoing();
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const add = async (): Promise<void> => {
    if ((await doIt('/api/protected-contacts', { address }, protectedAnswer)) === undefined) return;
    setAddress('');
    again();
  };
  return (
    <>
      <header className="lead">
        <h1>{words.title}</h1>
        <p className="lead-text">{words.lead}</p>
      </header>
      <section className="part" aria-label={words.title}>
        <p>
          <RichText text={words.listed(format.count(asked.answer.listed))} />{' '}
          <RichText text={words.pending(format.count(asked.answer.pending))} />
        </p>
        <p className="small-print">{words.never}</p>
        <form
          className="office-form"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field
            label={words.address}
            hint={words.sealed}
            {...(doing.about === 'address' ? { validationMessage: doing.said } : {})}
          >
            <Input
              value={address}
              autoComplete="off"
              inputMode="email"
              onChange={(_, { value }) => {
                setAddress(value);
              }}
            />
          </Field>
          <div className="office-buttons">
            <Button type="submit" appearance="primary" disabled={doing.state === 'doing'}>
              {words.add}
            </Button>
          </div>
          <Said doing={doing} beside={['address']} />
        </form>
      </section>
    </>
  );
}
