import { asGiven, paragraph, type Block, type Draft } from './document.ts';
import type { Facts } from './facts.ts';
import type { DocumentSpeech } from './speech.ts';

/** A draft in one language, which says first from what it was made. */
export function draftOf(
  { scope, today }: Pick<Facts, 'scope' | 'today'>,
  speech: DocumentSpeech,
  title: string,
  blocks: readonly Block[],
): Draft {
  const { terms } = speech.words;
  return {
    title,
    language: speech.language,
    mark: terms.mark,
    page: terms.page,
    toFill: terms.toFill,
    blocks: [paragraph(terms.madeOn(asGiven(scope.organisation), speech.day(today))), ...blocks],
  };
}
