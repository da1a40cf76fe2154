import type { Language } from './language.ts';
import { en } from './worked-figure/en.ts';
import { nb, type WorkedFigureWords } from './worked-figure/nb.ts';
import { nn } from './worked-figure/nn.ts';

/** The words of a figure worked out again; they come with the page about the data alone. */
export function workedFigureWords(language: Language): WorkedFigureWords {
  return { nb, nn, en }[language];
}
