import { firstReadableDay } from '../privacy/scope.ts';
import { asGiven, blank, callout, heading, list, paragraph, type Draft } from './document.ts';
import { draftOf } from './draft-of.ts';
import type { Facts } from './facts.ts';
import { purposesList } from './scope-page.ts';
import type { DocumentSpeech } from './speech.ts';
import { sourcesList } from './told-sources.ts';

/** What employees are told before anything is read: what, who, how long, and how to say no. */
export function staffNotice(facts: Facts, speech: DocumentSpeech): Draft {
  const { scope } = facts;
  const words = speech.words.staffNotice;
  return draftOf(facts, speech, words.title(asGiven(scope.organisation)), [
    paragraph(words.lead),
    heading(words.objection),
    ...list(words.steps),
    paragraph(words.afterwards),
    heading(words.what),
    paragraph(words.whatLead),
    ...sourcesList(facts, speech),
    paragraph(words.never),
    ...(scope.sources.includes('chat-messages') ? [callout(words.exception)] : []),
    heading(words.why),
    ...purposesList(scope, speech),
    paragraph(words.notFor),
    ...(scope.legalBasis === undefined
      ? [blank(words.basis)]
      : [paragraph(`${words.basis}: ${asGiven(scope.legalBasis)}`)]),
    heading(words.who),
    ...list([words.whom, words.seen, words.named, words.drop]),
    heading(words.long),
    scope.readBack ? callout(words.readBack) : paragraph(words.from(speech.day(firstReadableDay(scope)))),
    paragraph(words.until(speech.day(scope.endsOn))),
    paragraph(words.kept),
    heading(words.rights),
    paragraph(words.rightsText),
    blank(words.contact),
  ]);
}
