import type { AccountIndex } from './account-index.ts';
import type { Chat, ChatMessage, ChatStranger } from './world.ts';

/** What Teams' texts need to know of the tenant. */
export interface TeamsTenant {
  readonly tenantId: string;
  readonly index: AccountIndex;
}

/** However many members a chat has, `$expand=members` gives no more. */
const MOST_EXPANDED = 25;
const NEVER = '0001-01-01T00:00:00Z';

const time = (moment: number): string => new Date(moment).toISOString();

/** A chat as a JSON object, its members within when expanded. */
export function chatJson(tenant: TeamsTenant, chat: Chat, expanded: boolean): string {
  const webUrl = `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${tenant.tenantId}`;
  const members = expanded ? { members: chatMembers(tenant, chat).slice(0, MOST_EXPANDED) } : {};
  return JSON.stringify({
    id: chat.id,
    topic: chat.topic,
    createdDateTime: time(chat.createdAt),
    lastUpdatedDateTime: time(chat.createdAt),
    chatType: chat.type,
    webUrl,
    tenantId: tenant.tenantId,
    onlineMeetingInfo: chat.type === 'meeting' ? { joinWebUrl: null, calendarEventId: null, organizer: null } : null,
    viewpoint: { isHidden: false, lastMessageReadDateTime: NEVER },
    isHiddenForAllMembers: false,
    ...members,
  });
}

/** Everybody in a chat, as Teams shows them: people of the tenant first, then those from elsewhere. */
export function chatMembers({ tenantId, index }: TeamsTenant, chat: Chat): object[] {
  const own = chat.memberIds.map((userId) => {
    const account = index.account(userId);
    const email = account?.mail ?? account?.userPrincipalName ?? null;
    return { ...memberOf(chat, userId, account?.displayName ?? null), userId, email, tenantId };
  });
  return [...own, ...chat.strangers.map((stranger) => strangerJson(chat, stranger))];
}

function strangerJson(chat: Chat, { id, displayName, email, tenantId }: ChatStranger): object {
  const member = memberOf(chat, id, displayName);
  if (tenantId !== null) return { ...member, userId: id, email, tenantId };
  return {
    ...member,
    '@odata.type': '#microsoft.graph.anonymousGuestConversationMember',
    roles: ['anonymous'],
    anonymousGuestId: id,
  };
}

function memberOf(chat: Chat, id: string, displayName: string | null): object {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`0##${chat.id}##${id}`).toString('base64'),
    roles: chat.type === 'oneOnOne' || chat.memberIds[0] === id ? ['owner'] : [],
    displayName,
    visibleHistoryStartDateTime: NEVER,
  };
}

/** When a message was last changed, by what is known at a moment. */
export function lastModified({ sentAt, editedAt }: ChatMessage, now: number): number {
  return editedAt !== null && editedAt <= now ? editedAt : sentAt;
}

/** A chat message as a JSON object. Its content comes along: no role of an application withholds it. */
export function chatMessageJson({ index }: TeamsTenant, message: ChatMessage, now: number): string {
  const modified = lastModified(message, now);
  const { fromId } = message;
  const user = fromId === null ? null : { id: fromId, displayName: index.account(fromId)?.displayName ?? null };
  return JSON.stringify({
    '@odata.type': '#microsoft.graph.chatMessage',
    id: message.id,
    replyToId: null,
    etag: String(modified),
    messageType: fromId === null ? 'systemEventMessage' : 'message',
    createdDateTime: time(message.sentAt),
    lastModifiedDateTime: time(modified),
    lastEditedDateTime: modified === message.sentAt ? null : time(modified),
    deletedDateTime: null,
    subject: null,
    summary: null,
    chatId: message.chatId,
    importance: 'normal',
    locale: 'nb-no',
    webUrl: null,
    channelIdentity: null,
    policyViolation: null,
    eventDetail: null,
    from: user && { application: null, device: null, user: { ...user, userIdentityType: 'aadUser' } },
    body: { contentType: 'text', content: message.text },
    attachments: [],
    mentions: [],
    reactions: [],
  });
}
