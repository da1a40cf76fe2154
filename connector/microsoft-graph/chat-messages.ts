import type { Interaction } from '../privacy/interaction.ts';
import { addDays, dayOf } from '../privacy/period.ts';
import { CHAT } from './act-rule.ts';
import { readChatMessage, type ChatMessage } from './chat-message.ts';
import { readOwnChats } from './chats.ts';
import type { Company } from './company.ts';
import { keptOf } from './pages.ts';
import type { Question } from './question.ts';
import type { InTenant, PersonReading } from './reading.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { isDayOf, makeTally } from './tally.ts';

export const chatMessagesSource = {
  name: 'chat-messages',
  endpoint: '/users/{id}/chats/getAllMessages',
  permissions: [{ role: 'Chat.Read.All', id: '6b7d71aa-70aa-4810-a8d9-5d9fb2830017' }],
  fields: [
    { field: 'createdDateTime', reason: 'the day of the act; the hour is forgotten once each hour is counted once' },
    { field: 'chatId', reason: 'tells in which chat it was written, and so toward whom; not kept' },
    { field: 'from/user/id', reason: 'only what its owner wrote is their act; not kept' },
    { field: 'messageType', reason: 'what the service says of a chat is not an act; not kept' },
  ],
  unasked: [
    'body',
    'subject',
    'summary',
    'attachments',
    'mentions',
    'reactions',
    'eventDetail',
    'from/user/displayName',
  ],
} as const satisfies SourceDeclaration;

/** More is advised against (Microsoft Learn, export content with the Teams export APIs). */
const MESSAGES_A_PAGE = '250';
const MILLISECONDS_AN_HOUR = 3_600_000;

/**
 * What one person did by chat toward each other person, day by day: one row a day and other. An act is a chat-hour: an
 * hour by the clock, UTC, in which they wrote in a chat of 2–8 people of the directory, however often. It weighs 1.45
 * minutes, shared among the others. Only what they wrote themselves counts, and not what the service says of a chat.
 * Whom a chat includes is as it is today; one they have left is not known any more, and what they wrote there is
 * counted among what could not be read. Strangers, protected contacts and objectors are as in `readChatMembership`.
 *
 * The text of messages comes along, because Graph has no way to leave it out. It is gone before this function sees the
 * page it came on. A message belongs to the day it was written: one that was edited in the span and is older changes
 * nothing, and one that was edited after the span is found all the same, so that no later reading tells another story.
 *
 * Cost: the chats (see `readOwnChats`), and one request for every 250 messages in them that were written or edited since
 * the first day.
 *
 * @throws Failure 'mailbox-missing' where there is none to open, and what `Get.json` throws; then nothing was read
 */
export async function readChatMessages(options: PersonReading & InTenant): Promise<Interaction[]> {
  const { person, mayInclude, pseudonymOf } = options;
  if (mayInclude(person.identity) !== 'yes') return [];
  const { chats, dropped: unreadable } = await readOwnChats(options);
  const own = person.identity.reveal();
  const hours = new Map<string, Set<number>>();
  let dropped = unreadable;
  for await (const message of keptOf(options.get, messagesQuestion(options), readChatMessage)) {
    if (message === undefined) dropped += 1;
    else if (isOwn(message, own) && isDayOf(dayOf(message.writtenAt), options)) {
      if (chats.has(message.chatId)) noteHour(message, hours);
      else dropped += 1;
    }
  }
  const tally = makeTally(person.identity, CHAT, pseudonymOf);
  for (const [chatId, written] of hours) addHours(written, chats.get(chatId) ?? null, tally);
  options.noteDropped?.(dropped);
  return tally.rows();
}

/** Without a last day: what was edited since has a later date, and would be lost to a second reading. */
function messagesQuestion({ person, from }: PersonReading): Question {
  return {
    source: chatMessagesSource,
    values: { id: person.identity.reveal() },
    query: {
      // There is no "at or after": one millisecond is taken off the first midnight.
      $filter: `lastModifiedDateTime gt ${addDays(from, -1)}T23:59:59.999Z`,
      $top: MESSAGES_A_PAGE,
    },
  };
}

function isOwn({ isWritten, writerId }: ChatMessage, own: string): boolean {
  return isWritten && writerId?.toLowerCase() === own;
}

function noteHour({ chatId, writtenAt }: ChatMessage, hours: Map<string, Set<number>>): void {
  const written = hours.get(chatId) ?? new Set<number>();
  hours.set(chatId, written.add(Math.floor(writtenAt / MILLISECONDS_AN_HOUR)));
}

function addHours(hours: ReadonlySet<number>, company: Company | null, tally: ReturnType<typeof makeTally>): void {
  if (company === null) return;
  for (const hour of hours) tally.add(dayOf(hour * MILLISECONDS_AN_HOUR), company, 1);
}
