import { asGiven } from './document.ts';
import type { DocumentSpeech } from './speech.ts';

/** A released row by its name: the words that a release itself makes are translated; names of units are not. */
export function rowName(name: string, { words }: Pick<DocumentSpeech, 'words'>): string {
  const { everybody, others } = words.scopeDifference;
  if (name === 'everybody') return everybody;
  if (name === 'others') return others;
  return asGiven(name.replace(/, others$/, ` (${others})`));
}

/** The same as the screens have it: of a path only its last step. */
export function shortRowName(name: string, speech: Pick<DocumentSpeech, 'words'>): string {
  return rowName(name.split('/').at(-1)?.trim() ?? name, speech);
}
