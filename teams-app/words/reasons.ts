import { reasons as nb } from '../../connector/documents/words/nb/reasons.ts';
import { reasons as nn } from '../../connector/documents/words/nn/reasons.ts';
import type { Language } from './language.ts';

/**
 * The reason in the reader's language; undefined where only the connector's English is known: a new one is read in
 * English, marked as such, rather than in an old translation.
 */
export function ownReason(reason: string, language: Language): string | undefined {
  return language === 'en' ? reason : { nb, nn }[language][reason];
}
