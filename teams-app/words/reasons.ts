import { reasons } from '../../connector/documents/words/nb/reasons.ts';
import type { Language } from './language.ts';

/**
 * The reason in the reader's language; undefined where only the connector's English is known: a new one is read in
 * English, marked as such, rather than in an old translation.
 */
export function ownReason(reason: string, language: Language): string | undefined {
  return language === 'en' ? reason : reasons[reason];
}
