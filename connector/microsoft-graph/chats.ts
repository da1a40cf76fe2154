import type { Interaction } from '../privacy/interaction.ts';
import type { Day } from '../privacy/period.ts';
import type { MayInclude } from '../privacy/protected-contacts.ts';
import type { PseudonymMaker } from '../privacy/pseudonym.ts';
import { CHAT } from './act-rule.ts';
import { readChatMember, readListedChat, type ListedChat } from './chat-member.ts';
import { companyOf, type Company, type Other } from './company.ts';
import type { Get } from './get.ts';
import { whoIs, type Account } from './object-ids.ts';
import { keptOf } from './pages.ts';
import type { Directory, DirectoryPerson } from './people.ts';
import type { Question } from './question.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { makeTally } from './tally.ts';

const CHAT_READ_BASIC = { role: 'Chat.ReadBasic.All', id: 'b2e060da-3baf-4687-9611-f4ebc0f0cbde' } as const;

export const chatMembershipSource = {
  name: 'chat-membership',
  endpoint: '/users/{id}/chats',
  permissions: [CHAT_READ_BASIC],
  fields: [
    { field: 'id', reason: 'tells an item that comes twice, and asks for members who did not come along; not kept' },
    { field: 'chatType', reason: 'only chats of two, of a group and of a meeting are counted; not kept' },
    { field: 'members/userId', reason: 'whom the act was toward; kept as pseudonym' },
    { field: 'members/tenantId', reason: 'who belongs to another organisation is outside; not kept' },
    { field: 'members/@odata.type', reason: 'who came by a link or by telephone is outside; not kept' },
  ],
  unasked: ['topic', 'webUrl', 'createdDateTime', 'members/displayName', 'members/email'],
} as const satisfies SourceDeclaration;

export const chatMembersSource = {
  name: 'chat-members',
  endpoint: '/chats/{id}/members',
  permissions: [CHAT_READ_BASIC],
  fields: [
    { field: 'userId', reason: 'whom the act was toward; kept as pseudonym' },
    { field: 'tenantId', reason: 'who belongs to another organisation is outside; not kept' },
    { field: '@odata.type', reason: 'who came by a link or by telephone is outside; not kept' },
  ],
  unasked: ['displayName', 'email', 'visibleHistoryStartDateTime'],
} as const satisfies SourceDeclaration;

const CHATS_A_PAGE = '50';
/** However many a chat has, no more come with the list (Microsoft Learn, list chats). */
const MEMBERS_THAT_COME_ALONG = 25;
const TYPES: readonly string[] = ['oneOnOne', 'group', 'meeting'];

export interface OwnChatsOptions {
  readonly get: Get;
  readonly directory: Directory;
  readonly person: DirectoryPerson;
  /** Our own, letter case aside. */
  readonly tenantId: string;
  readonly mayInclude: MayInclude;
}

/**
 * Whom one person shares small chats with, today: one row an other, one act a chat. A chat counts when 2–8 people of
 * the directory are in it, its owner among them; members of other organisations, guests and unknown accounts neither
 * count nor divide, and make one row for each kind of stranger. Sharing a chat takes no minutes that anybody knows of,
 * so there are none. No message is ever asked for.
 *
 * A chat with a protected contact counts in nothing; an objector is passed over as if they were not in it. Nothing is
 * asked for a person who may not be read themselves.
 *
 * Cost: as `readOwnChats`.
 *
 * @param options.day the day of reading, UTC: what a chat looked like on other days is not known
 * @throws as `readOwnChats` does; then nothing was read
 */
export async function readChatMembership(
  options: OwnChatsOptions & {
    readonly day: Day;
    readonly pseudonymOf: PseudonymMaker;
    /** Told at the end how many chats could not be read. */
    readonly noteDropped?: (chats: number) => void;
  },
): Promise<Interaction[]> {
  if (options.mayInclude(options.person.identity) !== 'yes') return [];
  const { chats, dropped } = await readOwnChats(options);
  const tally = makeTally(options.person.identity, CHAT, options.pseudonymOf);
  for (const company of chats.values()) if (company !== null) tally.add(options.day, company, 0);
  options.noteDropped?.(dropped);
  return tally.rows();
}

/**
 * The chats of one person by id, as they are today: those whom each includes, null for one that counts in nothing.
 *
 * Cost: one request for every 50 chats, and one or more for each chat that came with 25 members and may still be small.
 *
 * @returns also how many chats could not be read
 * @throws what `Get.json` throws; 'mailbox-missing' where the person has no chats Graph can open, or a chat is gone
 *   before its members were asked for
 */
export async function readOwnChats(
  options: OwnChatsOptions,
): Promise<{ readonly chats: ReadonlyMap<string, Company | null>; readonly dropped: number }> {
  const chats = new Map<string, Company | null>();
  let dropped = 0;
  for await (const chat of keptOf(options.get, chatsQuestion(options), readListedChat)) {
    if (chat !== undefined && chats.has(chat.id)) continue;
    const company = chat === undefined ? undefined : await smallCompanyOf(chat, options);
    if (chat === undefined || company === undefined) dropped += 1;
    else chats.set(chat.id, company);
  }
  return { chats, dropped };
}

function chatsQuestion({ person }: OwnChatsOptions): Question {
  return {
    source: chatMembershipSource,
    values: { id: person.identity.reveal() },
    query: { $expand: 'members', $top: CHATS_A_PAGE },
  };
}

/** Undefined where its members cannot be read. */
async function smallCompanyOf(chat: ListedChat, options: OwnChatsOptions): Promise<Company | null | undefined> {
  if (!TYPES.includes(chat.type)) return null;
  const members = membersOf(chat.members, options);
  const company = companyFor(members, options);
  // What is too large already, or has a protected contact in it, cannot come to count by more members.
  if (company === null) return null;
  if (chat.membersSent < MEMBERS_THAT_COME_ALONG) return members.has(options.person.identity) ? company : null;
  const all = await readAllMembers(chat.id, options);
  if (all === undefined) return undefined;
  return all.has(options.person.identity) ? companyFor(all, options) : null;
}

function companyFor(members: ReadonlySet<Other>, { person, mayInclude }: OwnChatsOptions): Company | null {
  return companyOf(members, { owner: person.identity, most: CHAT.mostOthers, mayInclude }) ?? null;
}

function membersOf(members: Iterable<Account>, { directory, tenantId }: OwnChatsOptions): Set<Other> {
  return new Set(Array.from(members, (member) => whoIs(directory, tenantId, member)));
}

async function readAllMembers(chatId: string, options: OwnChatsOptions): Promise<Set<Other> | undefined> {
  const members: Account[] = [];
  for await (const member of keptOf(options.get, membersQuestion(chatId), readChatMember)) {
    if (member === undefined) return undefined;
    members.push(member);
  }
  return membersOf(members, options);
}

function membersQuestion(id: string): Question {
  return {
    source: chatMembersSource,
    values: { id },
    missing: {
      code: 'mailbox-missing',
      sentence: `A chat was gone before GET ${chatMembersSource.endpoint} was asked; its reader's days stay as they were.`,
    },
  };
}
