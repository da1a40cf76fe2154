import { type ReactNode } from 'react';

/** A word with one letter before its hyphen, or a range in brackets: broken in two, each part is read as something of its own. */
const KEPT_WHOLE = /((?<!\p{L})\p{L}-\p{L}+|\([\d\s.,\u2212-]+–[\d\s.,\u2212-]+\))/u;

/** Text in which `e-post` and `(18–30)` stay on one line. */
export function WholeWords({ text }: { readonly text: string }): ReactNode {
  const pieces = text.split(KEPT_WHOLE);
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
