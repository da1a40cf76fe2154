import { readCsv } from './csv-file.ts';
import { readMoment } from './csv-moment.ts';
import { personsOf, readPerson, readPersons } from './csv-persons.ts';
import { firstFrom, widened, type Range } from './in-time.ts';
import type { Chat, ChatMessage, ChatStranger } from './world.ts';

const CHAT_COLUMNS = ['chat', 'type', 'members'] as const;
const MESSAGE_COLUMNS = ['sentAt', 'chat', 'from'] as const;
const TYPES: readonly Chat['type'][] = ['oneOnOne', 'group', 'meeting'];

/** Who stands behind a name in a folder: somebody of the tenant, or of another organisation. */
export type FolderMember = { readonly accountId: string } | { readonly stranger: ChatStranger };

/** The chats of a tenant folder: name in the file → chat. */
export type FolderChats = ReadonlyMap<string, Chat>;

/**
 * Reads chats.csv. A file of chats has no moments: they are as old as the epoch, and so there at any time.
 *
 * @param idOf a GUID made from a text
 * @throws Failure 'bad-input' for a chat named twice, a type not in the list, a chat without members
 */
export async function readChats(
  path: string,
  memberOf: (person: string) => FolderMember,
  idOf: (text: string) => string,
): Promise<FolderChats> {
  const chats = new Map<string, Chat>();
  const ids = new Set<string>();
  for await (const line of readCsv(path, CHAT_COLUMNS)) {
    const [name, written] = [line.field('chat'), line.field('type')];
    if (name === '') throw line.fault('chat', 'a name');
    if (chats.has(name)) throw line.fault('chat', 'each chat once');
    const type = TYPES.find((each) => each === written);
    if (type === undefined) throw line.fault('type', `one of ${TYPES.join(', ')}`);
    const persons = [...new Set(personsOf(readPersons(line, 'members')))];
    if (persons.length === 0) throw line.fault('members', 'persons separated by single semicolons');
    if (type === 'oneOnOne' && persons.length !== 2) throw line.fault('members', 'two persons, as the type says');
    const members = persons.map(memberOf);
    const id = chatId(type, members, idOf(name));
    if (ids.has(id)) throw line.fault('members', 'one chat of its own for each two persons');
    ids.add(id);
    chats.set(name, {
      id,
      type,
      topic: type === 'oneOnOne' ? null : name,
      createdAt: 0,
      memberIds: members.flatMap((member) => ('accountId' in member ? [member.accountId] : [])),
      strangers: members.flatMap((member) => ('stranger' in member ? [member.stranger] : [])),
    });
  }
  return chats;
}

/** Two who talk alone have their ids in the chat's, which therefore is the only one of theirs. */
function chatId(type: Chat['type'], members: readonly FolderMember[], guid: string): string {
  if (type === 'meeting') return `19:meeting_${guid.replaceAll('-', '')}@thread.v2`;
  if (type === 'group') return `19:${guid.replaceAll('-', '')}@thread.v2`;
  const ids = members.map((member) => ('accountId' in member ? member.accountId : member.stranger.id));
  return `19:${ids.sort((one, other) => (one < other ? -1 : 1)).join('_')}@unq.gbl.spaces`;
}

/** The chat messages of a tenant folder. */
export interface FolderChatMessages {
  readonly range: Range | undefined;
  /** What was written in a chat in [from, to), oldest first. */
  written(chatId: string, from: number, to: number): ChatMessage[];
}

/**
 * Reads chat-messages.csv.
 *
 * @throws Failure 'bad-input' for a moment that is none, a chat that chats.csv does not have, a message from nobody
 */
export async function readChatMessages(
  path: string,
  chats: FolderChats,
  memberOf: (person: string) => FolderMember,
): Promise<FolderChatMessages> {
  const byChat = new Map<string, ChatMessage[]>();
  let range: Range | undefined;
  let count = 0;
  for await (const line of readCsv(path, MESSAGE_COLUMNS)) {
    const [sentAt, from] = [readMoment(line, 'sentAt'), memberOf(readPerson(line, 'from'))];
    const chat = chats.get(line.field('chat'));
    if (!chat) throw line.fault('chat', 'a chat of chats.csv');
    count += 1;
    const messages = byChat.get(chat.id) ?? [];
    if (messages.length === 0) byChat.set(chat.id, messages);
    const fromId = 'accountId' in from ? from.accountId : from.stranger.id;
    messages.push({ id: `${sentAt}${count}`, chatId: chat.id, sentAt, editedAt: null, fromId, text: '' });
    range = widened(range, sentAt);
  }
  for (const messages of byChat.values()) messages.sort((one, other) => one.sentAt - other.sentAt);
  const sentAtOf = ({ sentAt }: ChatMessage) => sentAt;
  return {
    range,
    written(chatId, from, to) {
      const messages = byChat.get(chatId) ?? [];
      return messages.slice(firstFrom(messages, sentAtOf, from), firstFrom(messages, sentAtOf, to));
    },
  };
}
