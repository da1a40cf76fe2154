import { firstReadableDay } from '../privacy/scope.ts';
import { asGiven, blank, callout, heading, list, paragraph, type Draft } from './document.ts';
import { draftOf } from './draft-of.ts';
import type { Facts } from './facts.ts';
import { oddsOf, purposesList, tablesTable, textWarnings } from './scope-page.ts';
import type { DocumentSpeech } from './speech.ts';
import { sourcesTable } from './told-sources.ts';

/** What the parties need to discuss it: purpose, practical consequences and duration (aml. § 9-2). */
export function discussionPaper(facts: Facts, speech: DocumentSpeech): Draft {
  const { scope } = facts;
  const words = speech.words.discussionPaper;
  const from = scope.readBack ? facts.today : firstReadableDay(scope);
  return draftOf(facts, speech, words.title(asGiven(scope.organisation)), [
    paragraph(words.lead),
    heading(words.purpose),
    ...purposesList(scope, speech),
    blank(words.need),
    blank(words.ground),
    heading(words.consequences),
    ...list(words.consequencesList),
    paragraph(oddsOf(scope, speech)),
    ...tablesTable(scope, speech),
    ...(scope.structuralTables ? [callout(speech.words.scopePage.structuralRisk)] : []),
    heading(words.reads),
    ...sourcesTable(facts, speech),
    ...textWarnings(scope, speech),
    heading(words.duration),
    paragraph(words.durationText(speech.day(from), speech.day(scope.endsOn))),
    ...(scope.readBack ? [paragraph(speech.words.scopePage.readBack)] : []),
    paragraph(words.evaluation),
    heading(words.unions),
    ...list(words.unionsList),
    paragraph(words.change),
    heading(words.questions),
    ...list(words.questionList),
    blank(words.minutes),
  ]);
}
