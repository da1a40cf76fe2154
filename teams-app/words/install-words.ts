import { en } from './install/en.ts';
import { type InstallWords, nb } from './install/nb.ts';
import { nn } from './install/nn.ts';
import type { Language } from './language.ts';

/** The words of the screen about the installation; they come with that screen alone. */
export function installWords(language: Language): InstallWords {
  return { nb, nn, en }[language];
}
