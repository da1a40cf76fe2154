import { z } from 'zod';
import { isJsonObject } from './json-object.ts';
import type { Account } from './object-ids.ts';

/** A chat with its members, as far as they came along. */
export interface ListedChat {
  readonly id: string;
  readonly type: string;
  readonly members: readonly Account[];
  /** How many came, readable or not: a full number may be cut short. */
  readonly membersSent: number;
}

const ACCOUNT_OF_AN_ORGANISATION = /^#microsoft\.graph\.aadUserConversationMember$/i;

/** `displayName` and `email` are left out here, so they are gone with their page. */
const member = z.object({
  '@odata.type': z.string().optional(),
  userId: z.string().nullish(),
  tenantId: z.string().nullish(),
});
const chat = z.object({ id: z.string().min(1), chatType: z.string(), members: z.array(z.unknown()) });

/**
 * Keeps the listed fields of one chat: neither its topic nor anything said in it.
 *
 * @param item whatever Graph sent as a chat; no type is trusted
 * @returns undefined where a listed field is missing or of another type, in the chat or in one of its members: a chat
 *   with a member who cannot be read may be larger than it seems
 */
export function readListedChat(item: unknown): ListedChat | undefined {
  const parsed = chat.safeParse(item);
  if (!parsed.success) return undefined;
  const members = parsed.data.members.map(readChatMember);
  const readable = members.filter((each) => each !== undefined);
  if (readable.length < members.length) return undefined;
  return { id: parsed.data.id, type: parsed.data.chatType, members: readable, membersSent: members.length };
}

/**
 * Keeps who one member is. Who came by a link, by telephone or with a private account has no account of an
 * organisation, and no property at all.
 *
 * @returns undefined for something that is no member
 */
export function readChatMember(item: unknown): Account | undefined {
  const parsed = member.safeParse(item);
  if (!parsed.success || !isJsonObject(item)) return undefined;
  const { '@odata.type': type, userId, tenantId } = parsed.data;
  const isOfOrganisation = type === undefined || ACCOUNT_OF_AN_ORGANISATION.test(type);
  return isOfOrganisation ? { userId, tenantId } : {};
}
