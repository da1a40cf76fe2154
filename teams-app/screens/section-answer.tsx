import { Button } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import { useSpeech } from '../words/speech.ts';
import { mayComeAgain } from './notice.tsx';
import type { useAnswer } from './use-answer.ts';

interface Props<T> {
  readonly asked: ReturnType<typeof useAnswer<T>>;
  readonly children: (answer: T, again: () => void) => ReactNode;
}

/** One section's own answer: where it fails, the rest of the screen stands, and this part can be asked for again. */
export function SectionAnswer<T>({ asked: [asked, again], children }: Props<T>): ReactNode {
  const { words } = useSpeech();
  switch (asked.kind) {
    case 'waiting':
      return <p role="status">{words.loading}</p>;
    case 'failed':
      return (
        <div className="section-failed" role="status">
          <p className="warning">{words.failures[asked.failure].text}</p>
          {asked.reference === undefined ? null : <p className="small-print">{words.reference(asked.reference)}</p>}
          {mayComeAgain(asked.failure) ? <Button onClick={again}>{words.tryAgain}</Button> : null}
        </div>
      );
    case 'answer':
      return children(asked.answer, again);
  }
}
