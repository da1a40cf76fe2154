import { type ReactNode } from 'react';
import type { NotShown } from '../../connector/api/answers.ts';
import { WithheldMark } from '../drawing/withheld-mark.tsx';
import { adoptionWords, sayNotShown } from '../words/adoption-words.ts';
import { useSpeech } from '../words/speech.ts';

/** A whole figure that is not shown: hatched, with the reason. */
export function WithheldPart({ why }: { readonly why: NotShown }): ReactNode {
  const { language, format } = useSpeech();
  return (
    <div className="all-withheld">
      <WithheldMark />
      <p>{sayNotShown(why, adoptionWords(language), format)}</p>
    </div>
  );
}
