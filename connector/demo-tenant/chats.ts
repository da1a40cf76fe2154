import { chatJson, chatMembers, type TeamsTenant } from './chat-json.ts';
import type { Answer } from './exchange.ts';
import { readExpand } from './query-options.ts';
import { contextOf, pageAnswer, type Question, type Tenant } from './question.ts';
import { isAnswer, refusal } from './refusal.ts';
import type { Account, Chat } from './world.ts';

/** Teams' 404. */
function notFound(what: string): Answer {
  return refusal(404, 'NotFound', `${what} was not found.`);
}

/** The account whose chats a path is about, or Teams' 404. */
export function chatterOf({ index }: Tenant, key: string): Account | Answer {
  return index.account(key) ?? notFound('The user');
}

/** What Teams' texts need of a tenant. */
export function teamsOf({ world, index }: Tenant): TeamsTenant {
  return { tenantId: world.tenantId, index };
}

/** GET /users/{id}/chats: the chats that exist by now; with `$expand=members` at most 25 members of each. */
export function listChats(tenant: Tenant, question: Question): Answer {
  const [key = ''] = question.place.keys;
  const account = chatterOf(tenant, key);
  if (isAnswer(account)) return account;
  const expand =
    question.options.expand === undefined
      ? undefined
      : readExpand(question.options.expand, 'members', 'conversationMember');
  if (expand && isAnswer(expand)) return expand;
  const chats = [...(tenant.world.chats?.(account.id) ?? [])].filter((chat) => begun(tenant, chat));
  return pageAnswer(tenant, question, {
    context: contextOf('chats', undefined, expand ? 'members()' : ''),
    total: chats.length,
    countsPages: true,
    entry(place) {
      const chat = chats[place];
      if (!chat) return '';
      return expand === undefined ? chatJson(teamsOf(tenant), chat, false) : expandedJson(tenant, chat);
    },
  });
}

/** GET /chats/{id}/members and /users/{id}/chats/{id}/members: everybody, page by page. */
export function listChatMembers(tenant: Tenant, question: Question): Answer {
  const chatId = question.place.keys.at(-1) ?? '';
  const [userId] = question.place.keys.length > 1 ? question.place.keys : [];
  const chat = tenant.world.chat?.(chatId);
  if (!chat || !begun(tenant, chat)) return notFound('The chat');
  if (userId !== undefined && !chat.memberIds.includes(userId)) return notFound('The chat');
  const members = chatMembers(teamsOf(tenant), chat);
  return pageAnswer(tenant, question, {
    context: `chats('${encodeURIComponent(chat.id)}')/members`,
    total: members.length,
    countsPages: true,
    entry: (place) => JSON.stringify(members[place]),
  });
}

/** Every member asks for the same text, each time chats are read: it lives as long as the chat does. */
const EXPANDED = new WeakMap<Chat, string>();

function expandedJson(tenant: Tenant, chat: Chat): string {
  const text = EXPANDED.get(chat) ?? chatJson(teamsOf(tenant), chat, true);
  EXPANDED.set(chat, text);
  return text;
}

function begun({ now }: Tenant, { createdAt }: Chat): boolean {
  return createdAt <= now();
}
