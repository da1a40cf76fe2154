import { Button, Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type ProtectedAnswer, protectedAnswer } from '../../connector/api/answers.ts';
import { RichText } from '../drawing/rich-text.tsx';
import { useSpeech } from '../words/speech.ts';
import { FailureNotice } from './notice.tsx';
import { Said } from './office-proposal.tsx';
import { useAnswer } from './use-answer.ts';
import { useDoing, useOfficeWords } from './use-office.ts';
import { Waiting } from './waiting.tsx';

/** How many are protected, and places to list one more and to take one off; who they are is shown to nobody. */
export function OfficeProtected(): ReactNode {
  const { protected: words } = useOfficeWords();
  const [asked, again] = useAnswer('/api/protected-contacts', protectedAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  return (
    <>
      <header className="lead">
        <h1>{words.title}</h1>
        <p className="lead-text">{words.lead}</p>
      </header>
      <section className="part" aria-label={words.title}>
        <Counted answer={asked.answer} />
        <AddressForm
          path="/api/protected-contacts"
          words={{ label: words.address, hint: words.sealed, button: words.add }}
          onDone={again}
        />
      </section>
      {asked.answer.listed === 0 ? null : (
        <section className="part" aria-labelledby="office-unprotect">
          <h2 id="office-unprotect">{words.removeTitle}</h2>
          <p className="part-lead">{words.removeLead}</p>
          {asked.answer.mayRemove ? null : <p className="warning">{words.last}</p>}
          <AddressForm
            path="/api/protected-contacts/remove"
            words={{ label: words.removeAddress, button: words.remove }}
            onDone={again}
          />
        </section>
      )}
    </>
  );
}

function Counted({ answer: { listed, pending, removing, missed } }: { readonly answer: ProtectedAnswer }): ReactNode {
  const { protected: words } = useOfficeWords();
  const { format } = useSpeech();
  return (
    <>
      <p>
        {listed === 0 ? words.nobody : <RichText text={words.listed(format.count(listed))} />}
        {pending === 0 ? null : (
          <>
            {' '}
            <RichText text={words.pending(format.count(pending))} />
          </>
        )}
        {removing === 0 ? null : (
          <>
            {' '}
            <RichText text={words.removing(format.count(removing))} />
          </>
        )}
      </p>
      {missed === null || missed.addresses === 0 ? null : (
        <p className="warning">
          {missed.addresses === 1
            ? words.missedOne(format.day(missed.on))
            : words.missed(format.day(missed.on), format.count(missed.addresses))}
        </p>
      )}
      <p className="small-print">{words.never}</p>
    </>
  );
}

interface FormProps {
  readonly path: string;
  readonly words: { readonly label: string; readonly hint?: string; readonly button: string };
  readonly onDone: () => void;
}

/** One address, sent and then gone from the screen. */
function AddressForm({ path, words: { label, hint, button }, onDone }: FormProps): ReactNode {
  const [address, setAddress] = useState('');
  const [doing, doIt] = useDoing();
  const send = async (): Promise<void> => {
    if ((await doIt(path, { address }, protectedAnswer)) === undefined) return;
    setAddress('');
    onDone();
  };
  return (
    <form
      className="office-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={label}
        {...(hint === undefined ? {} : { hint })}
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
          {button}
        </Button>
      </div>
      <Said doing={doing} beside={['address']} />
    </form>
  );
}
