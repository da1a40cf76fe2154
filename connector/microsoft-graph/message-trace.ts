import { addDays, daysOf, startOf, type Day } from '../privacy/period.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { MAIL } from './act-rule.ts';
import { companyOf, type Reached } from './company.ts';
import { makeOwnerTallies, type OwnerRows, type OwnerTallies } from './owner-tallies.ts';
import { keptPagesOf } from './pages.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { readTracedMail, type TracedMail } from './traced-mail.ts';

export const messageTraceSource = {
  name: 'message-trace',
  endpoint: '/admin/exchange/tracing/messageTraces',
  permissions: [{ role: 'ExchangeMessageTrace.Read.All', id: '89b20d8a-76e2-4057-867b-9961f800b9a4' }],
  fields: [
    { field: 'messageId', reason: 'tells which lines are one mail; not kept' },
    { field: 'senderAddress', reason: 'whose act it was; kept as pseudonym, for people on the positive list only' },
    { field: 'recipientAddress', reason: 'whom the act was toward; kept as pseudonym' },
    { field: 'receivedDateTime', reason: 'the day of the act; the hour is forgotten at once' },
    { field: 'status', reason: 'a mail that reached nobody is not an act, nor is one to a list; not kept' },
  ],
  unasked: ['subject', 'fromIP', 'toIP', 'size'],
} as const satisfies SourceDeclaration;

/** Older days are refused (Microsoft Learn, list exchangeMessageTraces); so are windows of more than ten days. */
export const TRACE_REACHES_BACK_DAYS = 90;

const LINES_A_PAGE = '5000';
/** Five thousand lines a page: more than a day of 300,000 people. */
const MOST_PAGES = 20_000;

/**
 * What everybody did by mail toward each other person, day by day, from the tenant's message trace: the same acts as
 * `readSentMail` finds in each mailbox, for about a hundredth of the requests. Lines with the same sender and message
 * id on a day are one mail. It counts when at least one copy arrived, and then toward all of its 1–8 distinct people,
 * whatever became of their copies; its sender must be a person of the directory. Strangers, protected contacts and
 * objectors are as in `readSentMail`.
 *
 * The trace does not see all that a mailbox does. Meeting mail looks like any other. The members of a list that Exchange
 * opened look like recipients, and whom its sender meant beside the list cannot be told from them: a mail to a list, by
 * its address or because Exchange says it opened one, counts toward nobody, where a mailbox counts the others. Mail sent
 * on behalf of somebody, which lies among that one's sent items and counts for nobody there, is here its sender's act.
 *
 * Cost: one request for every 5,000 recipients, at least one a day. In memory: the mails of one day.
 *
 * @param options.from at most 90 days ago, or Graph refuses
 * @returns one entry for everybody whose acts are counted, also for who sent nothing
 * @throws what `Get.json` throws; then nothing was read
 */
export async function readMessageTrace(options: Reading): Promise<OwnerRows[]> {
  const tallies = makeOwnerTallies(options, MAIL);
  let dropped = 0;
  for (const day of daysOf(options)) dropped += await readDay(day, tallies, options);
  options.noteDropped?.(dropped);
  return tallies.rows();
}

/** One mail as far as its lines have come. */
interface Mail {
  readonly recipients: Set<Reached>;
  arrived: boolean;
  toList: boolean;
}
type Mails = Map<RealIdentity, Map<string, Mail>>;

/** Counts one day and returns how many lines could not be read. A day at a time, so that no day depends on another. */
async function readDay(day: Day, tallies: OwnerTallies, options: Reading): Promise<number> {
  const mails: Mails = new Map();
  let dropped = 0;
  const [start, end] = [startOf(day), startOf(addDays(day, 1))];
  for await (const page of keptPagesOf(options.get, traceQuestion(day), readTracedMail, MOST_PAGES)) {
    for (const line of page) {
      if (line === undefined || line.receivedAt < start || line.receivedAt > end) dropped += 1;
      else if (line.receivedAt < end) gather(line, mails, tallies, options);
    }
  }
  for (const [sender, sent] of mails) {
    for (const { recipients, arrived, toList } of sent.values()) {
      if (toList) continue;
      const company = companyOf(recipients, { owner: sender, most: MAIL.mostOthers, mayInclude: options.mayInclude });
      if (arrived && company !== undefined) tallies.of(sender)?.add(day, company, 1);
    }
  }
  return dropped;
}

function traceQuestion(day: Day): Question {
  return {
    source: messageTraceSource,
    query: {
      // There is no "before": the next midnight itself comes along, and is the next day's.
      $filter: `receivedDateTime ge ${day}T00:00:00Z and receivedDateTime le ${addDays(day, 1)}T00:00:00Z`,
      $top: LINES_A_PAGE,
    },
  };
}

/** What nobody whose acts are counted has sent is forgotten line by line. */
function gather(line: TracedMail, mails: Mails, tallies: OwnerTallies, { directory }: Reading): void {
  const sender = directory.resolve(line.sender);
  if (!(sender instanceof RealIdentity) || tallies.of(sender) === undefined) return;
  let sent = mails.get(sender);
  if (sent === undefined) mails.set(sender, (sent = new Map<string, Mail>()));
  let mail = sent.get(line.messageId);
  if (mail === undefined) sent.set(line.messageId, (mail = { recipients: new Set(), arrived: false, toList: false }));
  const recipient = directory.resolve(line.recipient);
  mail.recipients.add(recipient);
  mail.arrived ||= line.arrived;
  mail.toList ||= line.toList || recipient === 'list';
}
