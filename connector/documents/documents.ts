import { accessReply } from './access-reply.ts';
import { discussionPaper } from './discussion-paper.ts';
import type { DocumentLanguage, Draft } from './document.ts';
import { dpia } from './dpia.ts';
import type { Facts } from './facts.ts';
import { processingRecord } from './processing-record.ts';
import { scopePage } from './scope-page.ts';
import { speechIn, type DocumentSpeech } from './speech.ts';
import { staffNotice } from './staff-notice.ts';

const MAKERS = {
  'staff-notice': staffNotice,
  scope: scopePage,
  'discussion-paper': discussionPaper,
  dpia,
  'processing-record': processingRecord,
  'access-reply': accessReply,
} as const satisfies Record<string, (facts: Facts, speech: DocumentSpeech) => Draft>;

export type DocumentName = keyof typeof MAKERS;

/** Every document there is, in the order in which they are needed. */
export const DOCUMENT_NAMES: readonly DocumentName[] = [
  'staff-notice',
  'scope',
  'discussion-paper',
  'dpia',
  'processing-record',
  'access-reply',
];

/** Makes a document of the configuration. The same configuration, day and language make the same document. */
export function makeDocument(name: DocumentName, facts: Facts, language: DocumentLanguage): Draft {
  return MAKERS[name](facts, speechIn(language));
}
