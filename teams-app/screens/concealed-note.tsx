import { type ReactNode } from 'react';
import { RichText } from '../drawing/rich-text.tsx';
import { useSpeech } from '../words/speech.ts';

/** Usage reports conceal names: what that means, and whose move it is. Nothing is wrong, so it is said calmly. */
export function ConcealedNote({ heading: Heading }: { readonly heading: 'h2' | 'h3' }): ReactNode {
  const { words } = useSpeech();
  return (
    <aside className="concealed" aria-labelledby="concealed-title">
      <Heading id="concealed-title">{words.concealed.title}</Heading>
      <p>{words.concealed.meaning}</p>
      <p>
        <RichText text={words.concealed.move} />
      </p>
    </aside>
  );
}
