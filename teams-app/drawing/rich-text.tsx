import { type ReactNode } from 'react';

/** Draws a sentence from `words/`; what stands between two stars is drawn strong. */
export function RichText({ text }: { readonly text: string }): ReactNode {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part));
}
