import { Button } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { AskFailure } from '../ask.ts';
import { Wordmark } from '../drawing/wordmark.tsx';
import { hashOf } from '../route.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A page with one thing to say: what happened and what one can do. */
export function Notice({ title, text, children }: Props): ReactNode {
  return (
    <section className="notice" role="status">
      <span className="notice-mark">
        <Wordmark />
      </span>
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="notice-actions">{children}</div>
    </section>
  );
}

interface FailureProps {
  readonly failure: AskFailure;
  readonly reference: string | undefined;
  readonly onRetry: () => void;
}

/** Why there is nothing to see here, in words, with the move that helps. */
export function FailureNotice({ failure, reference, onRetry }: FailureProps): ReactNode {
  const { words } = useSpeech();
  const { title, text } = words.failures[failure];
  return (
    <Notice title={title} text={text}>
      {failure === 'not-for-you' ? (
        <Button as="a" appearance="primary" href={hashOf({ screen: 'about' })}>
          {words.toAbout}
        </Button>
      ) : failure === 'not-found' ? (
        // What is not there will hardly be there the next time.
        <>
          <Button as="a" appearance="primary" href={hashOf({ screen: 'overview' })}>
            {words.screens.overview}
          </Button>
          <Button onClick={onRetry}>{words.tryAgain}</Button>
        </>
      ) : (
        <Button appearance="primary" onClick={failure === 'newer-version' ? reload : onRetry}>
          {failure === 'newer-version' ? words.reload : words.tryAgain}
        </Button>
      )}
      {reference === undefined ? null : <p className="notice-reference">{words.reference(reference)}</p>}
    </Notice>
  );
}

/** A page that could not be drawn. */
export function NotDrawnNotice(): ReactNode {
  const { words } = useSpeech();
  return (
    <Notice title={words.notDrawn.title} text={words.notDrawn.text}>
      <Button appearance="primary" onClick={reload}>
        {words.reload}
      </Button>
    </Notice>
  );
}

function reload(): void {
  location.reload();
}
