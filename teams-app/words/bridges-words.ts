import { en } from './bridges/en.ts';
import { type BridgesWords, nb } from './bridges/nb.ts';
import { nn } from './bridges/nn.ts';
import type { Language } from './language.ts';

/** The words of the screen about bridges; they come with that screen alone. */
export function bridgesWords(language: Language): BridgesWords {
  return { nb, nn, en }[language];
}
