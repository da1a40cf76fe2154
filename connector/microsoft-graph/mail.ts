import type { Interaction, Stranger } from '../privacy/interaction.ts';
import { isDay, type Day } from '../privacy/period.ts';
import type { MayInclude } from '../privacy/protected-contacts.ts';
import type { PseudonymMaker } from '../privacy/pseudonym.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { inOrder } from '../privacy/rows.ts';
import type { Get } from './get.ts';
import { readMailMessage, type MailMessage } from './mail-message.ts';
import { itemsOf } from './pages.ts';
import type { Directory, DirectoryPerson } from './people.ts';
import type { Question } from './question.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';

export const sentItemsSource = {
  name: 'sent-items',
  endpoint: '/users/{id}/mailFolders/sentitems/messages',
  permissions: [{ role: 'Mail.ReadBasic.All', id: '693c5e45-0940-467d-9b8a-1022fb9d42ef' }],
  fields: [
    { field: 'sentDateTime', reason: 'the day of the act; the hour is forgotten at once' },
    { field: 'sender/emailAddress/address', reason: 'a mail sent on behalf of somebody is not their act; not kept' },
    { field: 'toRecipients/emailAddress/address', reason: 'whom the act was toward; kept as pseudonym' },
    { field: 'ccRecipients/emailAddress/address', reason: 'as toRecipients' },
    { field: 'bccRecipients/emailAddress/address', reason: 'as toRecipients' },
    { field: 'isDraft', reason: 'a draft was never sent; not kept' },
    { field: '@odata.type', reason: 'meeting mail is not an act; not kept' },
  ],
} as const satisfies SourceDeclaration;

/** A mail to more people is an announcement, not contact (design D4). */
const MOST_RECIPIENTS = 8;
/** Minutes one mail takes its sender, shared by its recipients (design D4). */
const MINUTES_A_MAIL = 1.45;
/** The least number that 1 to 8 all divide: shares are summed whole, so that no order of messages changes a sum. */
const SHARES_A_MAIL = 840;
const MESSAGES_A_PAGE = '1000';

/** What readers of one mailbox share; `pseudonymOf` and `mayInclude` are the period's and the scope's. */
export interface SentMailOptions {
  readonly get: Get;
  readonly directory: Directory;
  readonly person: DirectoryPerson;
  /** First day read. */
  readonly from: Day;
  /** First day not read. */
  readonly to: Day;
  readonly pseudonymOf: PseudonymMaker;
  readonly mayInclude: MayInclude;
  /** Told at the end how many messages could not be read, malformed or of another day. */
  readonly noteDropped?: (messages: number) => void;
}

/**
 * What one person did by mail toward each other person, day by day: one row a day and other. An act is a mail they
 * sent themselves to 1–8 distinct people of the directory (to, cc and bcc alike, aliases joined, themselves left out),
 * drafts and meeting mail aside. Outsiders, lists and other non-people neither count nor divide; a mail of at most 8
 * people that also went to strangers counts once a day and kind of stranger, with no minutes.
 *
 * A mail with a protected contact counts in nothing; an objector is passed over as if never written. Nothing is asked
 * for a person who may not be read themselves. Rows come in the order of day, then of the other's pseudonym.
 *
 * Cost: one request for every 1,000 messages.
 *
 * @throws Failure 'mailbox-missing' where there is none to open, and what `Get.json` throws; then nothing was read
 */
export async function readSentMail(options: SentMailOptions): Promise<Interaction[]> {
  if (options.mayInclude(options.person.identity) !== 'yes') return [];
  const days = new Map<Day, Tally>();
  let dropped = 0;
  for await (const item of itemsOf(options.get, messagesQuestion(options))) {
    const message = readMailMessage(item);
    const tally = message === undefined ? undefined : tallyOf(message.day, days, options);
    if (message === undefined || tally === undefined) dropped += 1;
    else count(message, tally, options);
  }
  options.noteDropped?.(dropped);
  return rowsOf(days, options);
}

function messagesQuestion({ person, from, to }: SentMailOptions): Question {
  return {
    source: sentItemsSource,
    values: { id: person.identity.reveal() },
    query: {
      $select: selectedFields(sentItemsSource).join(','),
      // What is ordered by must be filtered by first, or Exchange refuses it as inefficient.
      $filter: `sentDateTime ge ${from}T00:00:00Z and sentDateTime lt ${to}T00:00:00Z`,
      $orderby: 'sentDateTime',
      $top: MESSAGES_A_PAGE,
    },
  };
}

/** One day's acts by whom they were toward; shares in parts of a mail. */
type Tally = Map<RealIdentity | Stranger, Sum>;
interface Sum {
  acts: number;
  shares: number;
}

/** The tally of a day of the span; undefined for any other text. */
function tallyOf(
  day: string,
  days: Map<Day, Tally>,
  span: { readonly from: Day; readonly to: Day },
): Tally | undefined {
  // Days are written so that their order as texts is their order in time.
  if (!isDay(day) || day < span.from || day >= span.to) return undefined;
  const tally = days.get(day) ?? new Map<RealIdentity | Stranger, Sum>();
  days.set(day, tally);
  return tally;
}

function count(message: MailMessage, tally: Tally, { directory, person, mayInclude }: SentMailOptions): void {
  const sender = directory.resolve(message.sender);
  if (!message.isMail || !(sender instanceof RealIdentity) || !sender.equals(person.identity)) return;
  const others = new Set(message.recipients.map((address) => directory.resolve(address)));
  others.delete(sender);
  let people = 0;
  for (const other of others) {
    if (!(other instanceof RealIdentity)) continue;
    const inclusion = mayInclude(other);
    if (inclusion === 'drop-act') return;
    if (inclusion === 'not-a-person') others.delete(other);
    else people += 1;
  }
  if (people > MOST_RECIPIENTS) return;
  for (const other of others) add(tally, other, other instanceof RealIdentity ? SHARES_A_MAIL / people : 0);
}

function add(tally: Tally, other: RealIdentity | Stranger, shares: number): void {
  const sum = tally.get(other);
  if (sum === undefined) {
    tally.set(other, { acts: 1, shares });
  } else {
    sum.acts += 1;
    sum.shares += shares;
  }
}

function rowsOf(days: ReadonlyMap<Day, Tally>, { person, pseudonymOf }: SentMailOptions): Interaction[] {
  const owner = pseudonymOf(person.identity);
  const nameOf = (other: RealIdentity | Stranger) => (other instanceof RealIdentity ? pseudonymOf(other) : other);
  const rows = Array.from(days, ([day, tally]) =>
    Array.from(tally, ([other, { acts, shares }]): Interaction => {
      const minutes = (MINUTES_A_MAIL * shares) / SHARES_A_MAIL;
      return { day, kind: 'mail', owner, other: nameOf(other), acts, minutes };
    }),
  ).flat();
  return rows.sort((a, b) => inOrder(a.day, b.day) || inOrder(a.other, b.other));
}
