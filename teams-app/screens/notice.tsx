import { Button } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { AskFailure } from '../ask.ts';
import { hashOf } from '../route.ts';
import { useSpeech } from '../words/speech.ts';
import { useWayOn } from './use-way-on.ts';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A page with one thing to say: what happened and what one can do. */
export function Notice({ title, text, children }: Props): ReactNode {
  return (
    <section className="notice" role="status">
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

/** What helps: to ask once more, to load the page anew, or to go elsewhere. */
const MOVES: Readonly<Record<AskFailure, readonly ('again' | 'reload' | 'elsewhere')[]>> = {
  offline: ['again'],
  'no-sign-in': ['again'],
  refused: ['again'],
  'not-for-you': ['elsewhere'],
  'not-found': ['elsewhere'],
  'bad-request': ['elsewhere'],
  conflict: ['again', 'elsewhere'],
  busy: ['again'],
  broken: ['again', 'elsewhere'],
  'newer-version': ['reload'],
};

/** Whether what failed so may come if it is asked for once more. */
export function mayComeAgain(failure: AskFailure): boolean {
  return MOVES[failure].includes('again');
}

/** Why there is nothing to see here, in words, with the move that helps: the first before the others. */
export function FailureNotice({ failure, reference, onRetry }: FailureProps): ReactNode {
  const { words } = useSpeech();
  const { title, text } = words.failures[failure];
  return (
    <Notice title={title} text={text}>
      {MOVES[failure].map((move, at) => {
        const appearance = at === 0 ? 'primary' : 'secondary';
        if (move === 'elsewhere') return <WayOn key={move} failure={failure} appearance={appearance} />;
        return (
          <Button key={move} appearance={appearance} onClick={move === 'again' ? onRetry : reload}>
            {move === 'again' ? words.tryAgain : words.reload}
          </Button>
        );
      })}
      {reference === undefined ? null : <p className="notice-reference">{words.reference(reference)}</p>}
    </Notice>
  );
}

interface WayProps {
  readonly failure: AskFailure;
  readonly appearance: 'primary' | 'secondary';
}

/** The way to a screen that the reader is not at. */
function WayOn({ failure, appearance }: WayProps): ReactNode {
  const { words } = useSpeech();
  const screen = useWayOn(failure === 'not-for-you' ? 'about' : 'overview');
  if (screen === undefined) return null;
  return (
    <Button as="a" appearance={appearance} href={hashOf({ screen })}>
      {screen === 'about' ? words.toAbout : words.screens[screen]}
    </Button>
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
