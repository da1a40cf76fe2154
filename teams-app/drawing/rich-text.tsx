import { type ReactNode } from 'react';
import { WholeWords } from './whole-words.tsx';

/** A range in brackets: broken over two lines it is read as something else. */
const RANGE = /(\([\d\s.,\u2212-]+–[\d\s.,\u2212-]+\))/;

/** Draws a sentence from `words/`; what stands between two stars is drawn strong, and a range stays on one line. */
export function RichText({ text }: { readonly text: string }): ReactNode {
  return text.split('**').map((part, index) => {
    const drawn = ranged(part);
    return index % 2 === 1 ? <strong key={index}>{drawn}</strong> : drawn;
  });
}

function ranged(part: string): ReactNode {
  const pieces = part.split(RANGE);
  return pieces.map((piece, index) =>
    index % 2 === 1 ? (
      <span key={index} className="range">
        {piece}
      </span>
    ) : (
      <WholeWords key={index} text={piece} />
    ),
  );
}
