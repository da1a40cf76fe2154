import type { Begun } from './collection-run.ts';
import { Failure, type FailureCode } from './failure.ts';
import { readChatMembership } from './microsoft-graph/chats.ts';
import { readChatMessages } from './microsoft-graph/chat-messages.ts';
import { readSentMail } from './microsoft-graph/mail.ts';
import { readMeetings } from './microsoft-graph/meetings.ts';
import { checkReadable, isOutsideExchangeScope } from './microsoft-graph/exchange-probes.ts';
import type { DirectoryPerson } from './microsoft-graph/people.ts';
import type { InTenant, PersonReading } from './microsoft-graph/reading.ts';
import type { Interaction } from './privacy/interaction.ts';
import { addDays, dayNumber, daysOf, type Day } from './privacy/period.ts';
import type { Pseudonym } from './privacy/pseudonym.ts';
import type { SourceName } from './privacy/scope.ts';
import type { Progress, SourceProgress } from './source-progress.ts';
import { daysReadFrom, ownersRead, replaceSpans, type OwnerSpan } from './store/interactions.ts';

/**
 * How many mailboxes of a source are asked for at once, each waiting until the governor lets it go (throttle.ts). At the
 * third of a second an answer takes, 32 are about 100 requests a second: Outlook limits no application but each mailbox
 * (4 at once, and one is all we ask), and of Teams' limits only the 166 a second of chat messages is above it. More would
 * bring no source nearer to its limit than memory to its own: each may hold a page of 1,000 items, about 2 MB.
 */
const MAILBOXES_AT_ONCE = 32;
const MAILBOXES_A_TRANSACTION = 64;
/** So many mailboxes given up one after the other, each after all patience: it is the service, not the mailboxes. */
const MOST_GIVEN_UP_IN_A_ROW = 20;
/** The next one may well be there. */
const OF_ONE_MAILBOX: readonly FailureCode[] = ['throttled', 'unreachable'];

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

/** What a run does while it reads a source of mailboxes. */
export function mailboxStep(source: MailboxSource): Progress['step'] {
  return READERS[source].step;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Reads one source of everybody who may be read, many at a time, in random order, and replaces many spans in one
 * transaction. No contact or tie measure is made of elected members, so nothing of theirs is asked for (design D6).
 * Who shares a chat is known only of today, so it is read once an ISO week, of the last day of the span.
 *
 * A mailbox that cannot be opened, or that Graph is too busy for after all patience, is left as it was; the latter is
 * counted as given up, and the next run reads what it lacks.
 *
 * @throws what the source's reader throws, but for 'mailbox-missing'; 'throttled' and 'unreachable' only after twenty
 *   mailboxes in a row. What was read before is kept, unless the whole run is to end
 */
export async function collectMailboxes(begun: Begun, source: MailboxSource, progress: SourceProgress): Promise<void> {
  const { run, file, directory, pseudonymOf, mayInclude } = begun;
  const span = source === 'chat-membership' ? dayOfMembership(begun) : begun.span;
  if (span === undefined) {
    progress.state = 'not-due';
    return;
  }
  await checkReadable(source, { get: run.get, scope: run.scope, directory });
  const wanted = directory.people.filter(({ hasMailbox, standing }) => hasMailbox && standing !== 'elected');
  const spanOf = spansLeft(begun, source, span);
  // Who objected or is protected stands in the queue like anybody and is passed over when their turn comes: were they
  // counted as done from the start, the first figure told would say how many they are (design D6).
  const left = wanted.filter(({ identity }) => spanOf(pseudonymOf(identity)) !== undefined);
  let done = wanted.length - left.length;
  let finished: OwnerSpan[] = [];
  progress.days = daysOf(span).length;
  progress.mailboxes = wanted.length;
  progress.mailboxesDone = done - (done % MAILBOXES_A_TRANSACTION);
  const readOne = mailboxReader(begun, source, progress);

  const keep = (): void => {
    run.stillOurs();
    replaceSpans(file, source, finished);
    finished = [];
    progress.mailboxesDone = done;
    if (done === wanted.length) progress.daysDone = progress.days;
    begun.tell();
  };
  const passOrRead = async (person: DirectoryPerson): Promise<void> => {
    await run.giveWay();
    const owner = pseudonymOf(person.identity);
    const ownSpan = spanOf(owner) ?? span;
    const interactions = mayInclude(person.identity) === 'yes' ? await readOne(person, ownSpan) : undefined;
    if (interactions !== undefined) finished.push({ owner, ...ownSpan, interactions });
    done += 1;
    // By what is done, not by what was read, so that the steps are the same whoever was passed over.
    if (done % MAILBOXES_A_TRANSACTION === 0) keep();
  };
  try {
    await manyAtOnce(shuffled(left, run.random), passOrRead);
  } finally {
    keep();
  }
}

/** Takes the last of a list, many at a time. When one fails no other begins; the error is thrown once all have ended. */
async function manyAtOnce<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const next = async (): Promise<void> => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await act(item);
  };
  const emptyOnFailure = (error: unknown): never => {
    queue.length = 0;
    throw error;
  };
  const ends = await Promise.allSettled(Array.from({ length: MAILBOXES_AT_ONCE }, () => next().catch(emptyOnFailure)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Reads one mailbox; undefined where its days are to stay as they were. */
function mailboxReader(
  { run, directory, pseudonymOf, mayInclude }: Begun,
  source: MailboxSource,
  progress: SourceProgress,
) {
  const { get, tenantId } = run;
  const noteDropped = (items: number): void => {
    progress.dropped += items;
  };
  let givenUpInARow = 0;
  return async (person: DirectoryPerson, span: Span): Promise<Interaction[] | undefined> => {
    try {
      const reading = { get, tenantId, directory, person, ...span, pseudonymOf, mayInclude, noteDropped };
      const interactions = await READERS[source].read(reading);
      givenUpInARow = 0;
      return interactions;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.code === 'mailbox-missing' || isOutsideExchangeScope(error, source, run.scope)) return undefined;
      if (!OF_ONE_MAILBOX.includes(error.code)) throw error;
      progress.givenUp += 1;
      progress.failure = error;
      givenUpInARow += 1;
      if (givenUpInARow >= MOST_GIVEN_UP_IN_A_ROW) throw error;
      return undefined;
    }
  };
}

/**
 * What is still to be read of each: nothing of who was read in the run that this one resumes; of who lacks no day before
 * those that are read again, only these; of anybody else the whole span.
 */
function spansLeft({ run, file }: Begun, source: MailboxSource, span: Span): (owner: Pseudonym) => Span | undefined {
  const again = source === 'chat-membership' ? span.from : laterOf(run.readAgainFrom ?? span.from, span.from);
  const whole = run.resumed ? ownersRead(file, source, span) : new Set<Pseudonym>();
  const before = again === span.from ? new Set<Pseudonym>() : ownersRead(file, source, { from: span.from, to: again });
  return (owner) => {
    if (whole.has(owner)) return undefined;
    return before.has(owner) ? { from: again, to: span.to } : span;
  };
}

/** Days are written so that their order as texts is their order in time. */
function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The last day of the span, unless a day of its week was read by an earlier run. */
function dayOfMembership({ run, span, file }: Begun): Span | undefined {
  const day = addDays(span.to, -1);
  const isSameWeek = (other: Day): boolean => weekOf(other) === weekOf(day) && other !== day;
  if (!run.resumed && daysReadFrom(file, 'chat-membership').some(isSameWeek)) return undefined;
  return { from: day, to: span.to };
}

/** Monday-to-Sunday weeks, as contacts count them. */
function weekOf(day: Day): number {
  return Math.floor((dayNumber(day) + 3) / 7);
}

/** A random order, so that progress never tells how much one mailbox held: sorted by 64 random bits each. */
function shuffled<Item>(items: readonly Item[], random: (size: number) => Uint8Array): Item[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(random(8)).readBigUInt64BE() }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
