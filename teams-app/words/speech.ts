import { createContext, useContext } from 'react';
import { en } from './en.ts';
import { type Format, makeFormat } from './format.ts';
import type { Language } from './language.ts';
import { nb, type Words } from './nb.ts';
import { nn } from './nn.ts';

/** How the tab speaks to this reader: a catalogue, and numbers and dates in the same language. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
}

const WORDS: Readonly<Record<Language, Words>> = { nb, nn, en };

export function speechIn(language: Language): Speech {
  const words = WORDS[language];
  return { language, words, format: makeFormat(language, words) };
}

export const SpeechContext = createContext<Speech>(speechIn('nb'));

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
