import type { Begun, Progress } from './collection-run.ts';
import { Failure } from './failure.ts';
import { readChatMembership } from './microsoft-graph/chats.ts';
import { readChatMessages } from './microsoft-graph/chat-messages.ts';
import { readSentMail } from './microsoft-graph/mail.ts';
import { readMeetings } from './microsoft-graph/meetings.ts';
import { checkReadable, isOutsideExchangeScope } from './microsoft-graph/exchange-probes.ts';
import type { DirectoryPerson } from './microsoft-graph/people.ts';
import type { InTenant, PersonReading } from './microsoft-graph/reading.ts';
import type { Interaction } from './privacy/interaction.ts';
import { addDays, dayNumber, daysOf, type Day } from './privacy/period.ts';
import type { SourceName } from './privacy/scope.ts';
import { daysReadFrom, ownersRead, replaceSpans, type OwnerSpan } from './store/interactions.ts';

const MAILBOXES_AT_ONCE = 8;
const MAILBOXES_A_TRANSACTION = 64;

type Reader = (reading: PersonReading & InTenant) => Promise<Interaction[]>;

/** Each mailbox, calendar and list of chats speaks only for its owner. */
const READERS = {
  'sent-items': { step: 'mail', read: readSentMail },
  meetings: { step: 'meetings', read: readMeetings },
  'chat-membership': { step: 'chats', read: (reading) => readChatMembership({ ...reading, day: reading.from }) },
  'chat-messages': { step: 'chats', read: readChatMessages },
} as const satisfies Partial<Record<SourceName, { step: Progress['step']; read: Reader }>>;
export type MailboxSource = keyof typeof READERS;

/** Whether a source is read person by person. */
export function isMailboxSource(source: SourceName): source is MailboxSource {
  return Object.hasOwn(READERS, source);
}

/**
 * Reads one source of everybody who may be read, eight at a time, in random order, and replaces many spans in one
 * transaction. No contact or tie measure is made of elected members, so nothing of theirs is asked for (design D6).
 * Who shares a chat is known only of today, so it is read once an ISO week, of the last day of the span.
 *
 * @throws what the source's reader throws, but for 'mailbox-missing': that person's days stay as they were
 */
export async function collectMailboxes(begun: Begun, source: MailboxSource): Promise<void> {
  const { run, file, directory, pseudonymOf, mayInclude, figures } = begun;
  const span = source === 'chat-membership' ? dayOfMembership(begun) : begun.span;
  if (span === undefined) return;
  await checkReadable(source, { get: run.get, scope: run.scope, directory });
  const alreadyRead = run.resumed ? ownersRead(file, source, span) : new Set();
  const wanted = directory.people.filter(({ hasMailbox, standing }) => hasMailbox && standing !== 'elected');
  // Who objected or is protected stands in the queue like anybody and is passed over when their turn comes: were they
  // counted as done from the start, the first figure told would say how many they are (design D6).
  const left = wanted.filter(({ identity }) => !alreadyRead.has(pseudonymOf(identity)));
  const queue = shuffled(left, run.random);
  const days = daysOf(span).length;
  let done = wanted.length - left.length;
  let finished: OwnerSpan[] = [];
  figures.mailboxes = wanted.length;
  figures.mailboxesRead = done;

  const keep = (): void => {
    run.stillOurs();
    replaceSpans(file, source, finished);
    figures.mailboxesRead += finished.length;
    figures.interactions += finished.reduce((sum, { interactions }) => sum + interactions.length, 0);
    finished = [];
    run.report({
      step: READERS[source].step,
      daysDone: done === wanted.length ? days : 0,
      days,
      mailboxesDone: done,
      mailboxes: wanted.length,
    });
  };
  const readNext = async (): Promise<void> => {
    for (let person = queue.pop(); person !== undefined; person = queue.pop()) {
      await run.giveWay();
      const isRead = mayInclude(person.identity) === 'yes';
      const interactions = isRead ? await readOne(begun, source, span, person) : undefined;
      done += 1;
      if (!isRead) figures.mailboxesRead += 1;
      if (interactions !== undefined) finished.push({ owner: pseudonymOf(person.identity), ...span, interactions });
      // By what is done, not by what was read, so that the steps are the same whoever was passed over.
      if (done % MAILBOXES_A_TRANSACTION === 0) keep();
    }
  };
  await Promise.all(Array.from({ length: MAILBOXES_AT_ONCE }, readNext));
  keep();
}

/** The last day of the span, unless a day of its week was read by an earlier run. */
function dayOfMembership({ run, span, file }: Begun): { from: Day; to: Day } | undefined {
  const day = addDays(span.to, -1);
  const isSameWeek = (other: Day): boolean => weekOf(other) === weekOf(day) && other !== day;
  if (!run.resumed && daysReadFrom(file, 'chat-membership').some(isSameWeek)) return undefined;
  return { from: day, to: span.to };
}

/** Monday-to-Sunday weeks, as contacts count them. */
function weekOf(day: Day): number {
  return Math.floor((dayNumber(day) + 3) / 7);
}

/** A person without a mailbox Graph can open is not an error: their days stay as they were. */
async function readOne(
  { run, directory, pseudonymOf, mayInclude }: Begun,
  source: MailboxSource,
  span: { from: Day; to: Day },
  person: DirectoryPerson,
): Promise<Interaction[] | undefined> {
  const { get, tenantId } = run;
  try {
    return await READERS[source].read({ get, tenantId, directory, person, ...span, pseudonymOf, mayInclude });
  } catch (error) {
    if (error instanceof Failure && error.code === 'mailbox-missing') return undefined;
    if (isOutsideExchangeScope(error, source, run.scope)) return undefined;
    throw error;
  }
}

/** A random order, so that progress never tells how much one mailbox held: sorted by 64 random bits each. */
function shuffled<Item>(items: readonly Item[], random: (size: number) => Uint8Array): Item[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(random(8)).readBigUInt64BE() }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
