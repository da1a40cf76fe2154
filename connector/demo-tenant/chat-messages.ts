import { chatMessageJson, lastModified } from './chat-json.ts';
import { chatterOf, teamsOf } from './chats.ts';
import type { Answer } from './exchange.ts';
import { pageAnswer, type Question, type Tenant } from './question.ts';
import { isAnswer } from './refusal.ts';
import { boundsOf, readTimeFilter, type Bounds } from './time-filter.ts';
import type { ChatMessage } from './world.ts';

/**
 * GET /users/{id}/chats/getAllMessages: what stands in all the user's chats, others' messages too, by the moment of the
 * last change. A message edited later is found where it was edited, with the day it was written inside.
 */
export function listAllMessages(tenant: Tenant, question: Question): Answer {
  const [key = ''] = question.place.keys;
  const account = chatterOf(tenant, key);
  if (isAnswer(account)) return account;
  const clauses = readTimeFilter(question.options.filter, {
    type: 'chatMessage',
    properties: ['lastModifiedDateTime'],
  });
  if (isAnswer(clauses)) return clauses;
  const now = tenant.now();
  const messages = messagesIn(tenant, account.id, boundsOf(clauses), now);
  return pageAnswer(tenant, question, {
    context: 'Collection(chatMessage)',
    total: messages.length,
    countsPages: true,
    entry(place) {
      const message = messages[place];
      return message ? chatMessageJson(teamsOf(tenant), message, now) : '';
    },
  });
}

function messagesIn({ world }: Tenant, accountId: string, bounds: Bounds, now: number): ChatMessage[] {
  const [from, to] = [Math.max(bounds.from, world.from), Math.min(bounds.to, world.to, now + 1)];
  if (from >= to) return [];
  return [...(world.chatMessages?.(accountId, from, to) ?? [])]
    .filter((message) => lastModified(message, now) >= from && lastModified(message, now) < to)
    .sort((one, other) => lastModified(one, now) - lastModified(other, now));
}
