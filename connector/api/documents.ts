import { z } from 'zod';
import {
  ANSWERS_VERSION,
  DOCUMENT_LANGUAGES,
  type DocumentAnswer,
  type DocumentBlock,
  type DocumentFileAnswer,
  type DocumentsAnswer,
} from './answers.ts';
import { NOTHING, understood, type Asked, type Question } from './asked.ts';
import type { House } from './house.ts';
import { may, mustBeAllowedTo } from './may-ask.ts';
import { Refused } from './refused.ts';
import { asDocx } from '../documents/as-docx.ts';
import type { Block, Draft } from '../documents/document.ts';
import { DOCUMENT_NAMES, makeDocument, type DocumentName } from '../documents/documents.ts';
import { decisionsOf } from '../documents/decisions.ts';
import type { Facts } from '../documents/facts.ts';
import { dayOf } from '../privacy/period.ts';
import { scopeNow } from '../scope-standing.ts';
import { readGateRecords } from '../store/gates.ts';
import { readProposals } from '../store/proposals.ts';

const ONE_DOCUMENT = z.object({ name: z.enum(DOCUMENT_NAMES) });
const IN_A_LANGUAGE = z.strictObject({ language: z.enum(DOCUMENT_LANGUAGES) });
/** What employees are told is theirs to read; the others are for those who have to decide. */
const FOR_EVERYBODY: readonly DocumentName[] = ['staff-notice', 'scope'];

function verbFor(name: DocumentName): Parameters<typeof may>[1] {
  return FOR_EVERYBODY.includes(name) ? 'read about the processing' : 'read drafts for those who decide';
}

/** Which documents are there for me? */
export function documents({ store, stage, now }: House): Question {
  return ({ asker, query }): DocumentsAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read about the processing', asker);
    const names = scopeNow(store, stage, now()) === undefined ? [] : DOCUMENT_NAMES;
    return { version: ANSWERS_VERSION, documents: names.filter((name) => may(asker, verbFor(name))) };
  };
}

/** What does one document say, in one language? */
export function aDocument(house: House): Question {
  return (asked): DocumentAnswer => {
    const { name, draft } = asFound(house, asked);
    return { version: ANSWERS_VERSION, name, ...draft, blocks: draft.blocks.map(ownBlock) };
  };
}

/** The same as a file to finish in Word. */
export function documentFile(house: House): Question {
  return async (asked): Promise<DocumentFileAnswer> => {
    const { name, draft, today } = asFound(house, asked);
    const bytes = await asDocx(draft, today);
    return {
      version: ANSWERS_VERSION,
      fileName: `samspill-${name}-${draft.language}.docx`,
      base64: Buffer.from(bytes).toString('base64'),
    };
  };
}

/** @throws Refused 'not-found' where there is no such document or no scope, 'not-for-you' */
function asFound(house: House, { asker, path, query }: Asked): { name: DocumentName; draft: Draft; today: string } {
  const { name } = understood(ONE_DOCUMENT, path);
  const { language } = understood(IN_A_LANGUAGE, query);
  mustBeAllowedTo(verbFor(name), asker);
  const facts = factsOf(house);
  if (facts === undefined) throw new Refused('not-found');
  return { name, draft: makeDocument(name, facts, language), today: facts.today };
}

/** A block as an answer: the same, with lists that are the answer's own. */
export function ownBlock(block: Block): DocumentBlock {
  switch (block.kind) {
    case 'list':
      return { ...block, items: [...block.items] };
    case 'table':
      return { ...block, head: [...block.head], rows: block.rows.map((row) => [...row]) };
    case 'heading':
    case 'paragraph':
    case 'callout':
    case 'blank':
      return block;
  }
}

/** Of the scope in force, and of what was done in office about it; undefined where no scope is. */
export function factsOf({ store, stage, sources, custody, now }: House): Facts | undefined {
  const scope = scopeNow(store, stage, now());
  if (scope === undefined) return undefined;
  const decisions = decisionsOf(readGateRecords(store), readProposals(store, stage));
  return { scope, sources, custody, decisions, today: dayOf(now()) };
}
