import type { DocumentLanguage } from '../document.ts';
import { nb, type Words } from './catalogue.ts';
import { accessReply as accessReplyEn } from './en/access-reply.ts';
import { councilPaper as councilPaperEn } from './en/council-paper.ts';
import { discussionPaper as discussionPaperEn } from './en/discussion-paper.ts';
import { dpia as dpiaEn } from './en/dpia.ts';
import { processingRecord as processingRecordEn } from './en/processing-record.ts';
import { scopeDifference as scopeDifferenceEn } from './en/scope-difference.ts';
import { scopePage as scopePageEn } from './en/scope-page.ts';
import { staffNotice as staffNoticeEn } from './en/staff-notice.ts';
import { terms as termsEn } from './en/terms.ts';
import { accessReply as accessReplyNn } from './nn/access-reply.ts';
import { councilPaper as councilPaperNn } from './nn/council-paper.ts';
import { discussionPaper as discussionPaperNn } from './nn/discussion-paper.ts';
import { dpia as dpiaNn } from './nn/dpia.ts';
import { processingRecord as processingRecordNn } from './nn/processing-record.ts';
import { reasons as reasonsNn } from './nn/reasons.ts';
import { scopeDifference as scopeDifferenceNn } from './nn/scope-difference.ts';
import { scopePage as scopePageNn } from './nn/scope-page.ts';
import { staffNotice as staffNoticeNn } from './nn/staff-notice.ts';
import { terms as termsNn } from './nn/terms.ts';

export const WORDS: Readonly<Record<DocumentLanguage, Words>> = {
  nb,
  nn: {
    terms: termsNn,
    scopePage: scopePageNn,
    scopeDifference: scopeDifferenceNn,
    dpia: dpiaNn,
    processingRecord: processingRecordNn,
    discussionPaper: discussionPaperNn,
    councilPaper: councilPaperNn,
    staffNotice: staffNoticeNn,
    accessReply: accessReplyNn,
    reasons: reasonsNn,
  },
  en: {
    terms: termsEn,
    scopePage: scopePageEn,
    scopeDifference: scopeDifferenceEn,
    dpia: dpiaEn,
    processingRecord: processingRecordEn,
    discussionPaper: discussionPaperEn,
    councilPaper: councilPaperEn,
    staffNotice: staffNoticeEn,
    accessReply: accessReplyEn,
    reasons: {},
  },
};
