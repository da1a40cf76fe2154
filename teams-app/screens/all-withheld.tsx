import { type ReactNode } from 'react';
import type { Figure } from '../../connector/api/answers.ts';
import { WithheldMark } from '../drawing/withheld-mark.tsx';
import { sayFigure } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly figure: Figure | undefined;
  /** What of the picture it is that is not shown. */
  readonly note?: string;
}

/** One hatched field with its reason, instead of a row of empty pictures that all say the same. */
export function AllWithheld({ figure, note = '' }: Props): ReactNode {
  const speech = useSpeech();
  return (
    <div className="all-withheld">
      <WithheldMark />
      <p>
        {sayFigure(figure ?? { withheld: 'not-measured' }, speech)} {note}
      </p>
    </div>
  );
}
