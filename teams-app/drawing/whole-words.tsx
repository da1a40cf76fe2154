import { type ReactNode } from 'react';

/** A word with one letter before its hyphen: broken there, the letter is read as a word of its own. */
const ONE_LETTER_FIRST = /(?<!\p{L})(\p{L}-\p{L}+)/u;

/** Text in which `e-post` stays on one line. */
export function WholeWords({ text }: { readonly text: string }): ReactNode {
  const pieces = text.split(ONE_LETTER_FIRST);
  if (pieces.length === 1) return text;
  return pieces.map((piece, index) =>
    index % 2 === 1 ? (
      <span key={index} className="range">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
