import { accessReply } from './nb/access-reply.ts';
import { councilPaper } from './nb/council-paper.ts';
import { discussionPaper } from './nb/discussion-paper.ts';
import { dpia } from './nb/dpia.ts';
import { processingRecord } from './nb/processing-record.ts';
import { reasons } from './nb/reasons.ts';
import { scopeDifference } from './nb/scope-difference.ts';
import { scopePage } from './nb/scope-page.ts';
import { staffNotice } from './nb/staff-notice.ts';
import { terms } from './nb/terms.ts';

/** Bokmål, which the other languages follow. */
export const nb = {
  terms,
  scopePage,
  scopeDifference,
  dpia,
  processingRecord,
  discussionPaper,
  councilPaper,
  staffNotice,
  accessReply,
  /** Why a field is read, keyed by the connector's own English reason; a new one stands in English. */
  reasons,
};

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

/** The catalogue every language must fill: the same keys, the same holes. */
export type Words = Widened<typeof nb>;
