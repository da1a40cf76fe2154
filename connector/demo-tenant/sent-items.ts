import type { Answer } from './exchange.ts';
import { mailboxOf } from './mailbox.ts';
import { messageWriter, sentItem } from './message-json.ts';
import { contextOf, pageAnswer, type Question, type Tenant } from './question.ts';
import { notPlayed, isAnswer, refusal } from './refusal.ts';
import { readSpan, type Span } from './sent-span.ts';
import type { SentMessage } from './world.ts';

const WELL_KNOWN = ['archive', 'clutter', 'conflicts', 'conversationhistory', 'deleteditems', 'drafts', 'inbox'].concat(
  ...['junkemail', 'localfailures', 'msgfolderroot', 'outbox', 'recoverableitemsdeletions', 'scheduled'],
  ...['searchfolders', 'serverfailures', 'syncissues'],
);

/** GET /users/{id}/mailFolders/sentitems/messages; newest first unless ordered otherwise. */
export function listSentItems(tenant: Tenant, question: Question): Answer {
  const [key = '', folder = ''] = question.place.keys;
  const account = mailboxOf(tenant, key);
  if (isAnswer(account)) return account;
  if (folder.toLowerCase() !== 'sentitems') return otherFolder(folder);
  const span = readSpan(question.options.filter, question.options.orderby);
  if (isAnswer(span)) return span;
  const messages = messagesIn(tenant, account.id, span);
  const nth = placesInMoment(messages);
  if (!span.oldestFirst) {
    messages.reverse();
    nth.reverse();
  }
  const write = messageWriter(question.options.select, question.roles);
  return pageAnswer(tenant, question, {
    context: contextOf(`users('${account.id}')/mailFolders('sentitems')/messages`, question.options.select),
    total: messages.length,
    entry: (index) => {
      const message = messages[index];
      return message ? write(sentItem(tenant.index, account, message, nth[index] ?? 0)) : '';
    },
  });
}

function otherFolder(folder: string): Answer {
  if (WELL_KNOWN.includes(folder.toLowerCase())) return notPlayed(`The folder '${folder}'`);
  return folder.length > 60
    ? refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
    : refusal(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
}

/** What was sent within the span and before now: the future is not in anybody's mailbox. */
function messagesIn({ world, now }: Tenant, accountId: string, span: Span): SentMessage[] {
  const from = Math.max(span.from, world.from);
  const to = Math.min(span.to, world.to, now() + 1);
  return from < to ? [...world.sentMessages(accountId, from, to)] : [];
}

/** Of each message, how many were sent before it in the same millisecond: with the moment, that names it. */
function placesInMoment(messages: readonly SentMessage[]): number[] {
  let [moment, count] = [Number.NaN, 0];
  return messages.map(({ sentAt }) => {
    count = sentAt === moment ? count + 1 : 0;
    moment = sentAt;
    return count;
  });
}
