import { asGiven, blank, heading, paragraph, type Draft } from './document.ts';
import { draftOf } from './draft-of.ts';
import type { Facts } from './facts.ts';
import { oddsOf, tablesTable } from './scope-page.ts';
import type { DocumentSpeech } from './speech.ts';

/** A reply to somebody who demands a compilation of what is stored (offentleglova § 9). */
export function accessReply(facts: Facts, speech: DocumentSpeech): Draft {
  const words = speech.words.accessReply;
  return draftOf(facts, speech, words.title, [
    blank(words.to),
    paragraph(words.thanks(asGiven(facts.scope.organisation))),
    heading(words.what),
    paragraph(words.gives),
    ...tablesTable(facts.scope, speech),
    paragraph(words.noise),
    paragraph(oddsOf(facts.scope, speech)),
    blank(words.which),
    heading(words.not),
    paragraph(words.rows),
    paragraph(words.simple),
    blank(words.secrecy),
    paragraph(words.meta),
    paragraph(words.complaint),
    blank(words.sign),
  ]);
}
