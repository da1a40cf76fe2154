import { en } from './bridge-builders/en.ts';
import { type BridgeBuilderWords, nb } from './bridge-builders/nb.ts';
import { nn } from './bridge-builders/nn.ts';
import type { Language } from './language.ts';

/** The words about those who stand as bridge-builders; they come with the screens that tell of them. */
export function bridgeBuilderWords(language: Language): BridgeBuilderWords {
  return { nb, nn, en }[language];
}
