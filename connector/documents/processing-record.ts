import { isNetworkSource, isReportSource } from '../privacy/scope.ts';
import { asGiven, table, type Draft } from './document.ts';
import { draftOf } from './draft-of.ts';
import type { Facts } from './facts.ts';
import type { DocumentSpeech } from './speech.ts';
import { sourceName } from './told-sources.ts';

/** The controller's record of this processing (GDPR article 30 (1)). */
export function processingRecord(facts: Facts, speech: DocumentSpeech): Draft {
  const { scope, custody } = facts;
  const { processingRecord: words, terms } = speech.words;
  const categories = [
    words.directory,
    ...(scope.sources.some(isNetworkSource) ? [words.contacts] : []),
    ...(scope.sources.some(isReportSource) ? [words.usage] : []),
  ];
  return draftOf(
    facts,
    speech,
    words.title(asGiven(scope.organisation)),
    table(words.head, [
      [words.controller, asGiven(scope.organisation)],
      [words.officer, words.toWrite],
      [words.purposes, scope.purposes.map((purpose) => terms.purposes[purpose] ?? purpose).join(' ')],
      [words.basis, scope.legalBasis === undefined ? words.toWrite : asGiven(scope.legalBasis)],
      [words.people, words.peopleText],
      [words.categories, speech.list(categories)],
      [terms.source, scope.sources.map((name) => sourceName(name, speech)).join('; ')],
      [words.special, words.specialText],
      [words.recipients, words.recipientsText],
      [words.processors, words.toWrite],
      [words.transfers, words.transfersText],
      [words.erasure, words.erasureText],
      [words.security, words.securityText(terms.custody[custody.kind] ?? custody.kind)],
      [words.ends, speech.day(scope.endsOn)],
    ]),
  );
}
