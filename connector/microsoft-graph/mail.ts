import type { Interaction } from '../privacy/interaction.ts';
import type { Day } from '../privacy/period.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { MAIL } from './act-rule.ts';
import { companyOf } from './company.ts';
import { readMailMessage, type MailMessage } from './mail-message.ts';
import { takeItems } from './pages.ts';
import type { Question } from './question.ts';
import type { PersonReading } from './reading.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';
import { isDayOf, makeTally, type Tally } from './tally.ts';

export const sentItemsSource = {
  name: 'sent-items',
  endpoint: '/users/{id}/mailFolders/sentitems/messages',
  permissions: [{ role: 'Mail.ReadBasic.All', id: '693c5e45-0940-467d-9b8a-1022fb9d42ef' }],
  fields: [
    { field: 'id', reason: 'tells an item that comes twice; not kept' },
    { field: 'sentDateTime', reason: 'the day of the act; the hour is forgotten at once' },
    { field: 'sender/emailAddress/address', reason: 'a mail sent on behalf of somebody is not their act; not kept' },
    { field: 'toRecipients/emailAddress/address', reason: 'whom the act was toward; kept as pseudonym' },
    { field: 'ccRecipients/emailAddress/address', reason: 'as toRecipients' },
    { field: 'bccRecipients/emailAddress/address', reason: 'as toRecipients' },
    { field: 'isDraft', reason: 'a draft was never sent; not kept' },
    { field: '@odata.type', reason: 'meeting mail is not an act; not kept' },
  ],
  unasked: [
    'sender/emailAddress/name',
    'toRecipients/emailAddress/name',
    'ccRecipients/emailAddress/name',
    'bccRecipients/emailAddress/name',
  ],
} as const satisfies SourceDeclaration;

const MESSAGES_A_PAGE = '1000';

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
export async function readSentMail(options: PersonReading): Promise<Interaction[]> {
  if (options.mayInclude(options.person.identity) !== 'yes') return [];
  const tally = makeTally(options.person.identity, MAIL, options.pseudonymOf);
  const met = new Set<string>();
  let dropped = 0;
  // Counted in the turn in which its page is parsed: of pages that wait, by the thousand items, the rest would pay.
  const take = (item: unknown): void => {
    const message = readMailMessage(item);
    if (message === undefined || !isDayOf(message.day, options)) dropped += 1;
    else if (!met.has(message.id)) count(message, message.day, tally, options);
    if (message !== undefined) met.add(message.id);
  };
  await takeItems(options.get, messagesQuestion(options), take);
  options.noteDropped?.(dropped);
  return tally.rows();
}

function messagesQuestion({ person, from, to }: PersonReading): Question {
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

function count(message: MailMessage, day: Day, tally: Tally, { directory, person, mayInclude }: PersonReading): void {
  const sender = directory.resolve(message.sender);
  if (!message.isMail || !(sender instanceof RealIdentity) || !sender.equals(person.identity)) return;
  const recipients = message.recipients.map((address) => directory.resolve(address));
  const company = companyOf(recipients, { owner: sender, most: MAIL.mostOthers, mayInclude });
  if (company !== undefined) tally.add(day, company, 1);
}
