import { isJsonObject } from './json-object.ts';

/** What is kept of one message while its mailbox is read. */
export interface MailMessage {
  /** Tells a message that comes twice. */
  readonly id: string;
  /** `YYYY-MM-DD`, UTC; not yet checked to exist. */
  readonly day: string;
  /** As written; empty where Graph names nobody. */
  readonly sender: string;
  /** Addresses of to, cc and bcc alike, as written. */
  readonly recipients: readonly string[];
  /** False for a draft and for a meeting's mail: not an act. */
  readonly isMail: boolean;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const MEETING_MAIL = /^#microsoft\.graph\.eventMessage/i;
const RECIPIENTS = ['toRecipients', 'ccRecipients', 'bccRecipients'] as const;

/**
 * Keeps the listed fields of one message and forgets the rest: `emailAddress.name` is gone with the page it came on. A
 * recipient without an address (a private list, a name never resolved) is nobody we could count.
 *
 * Read by hand, because this is the hot path: the same shape in zod, which the tests hold it against, takes seven times
 * as long (`npm run bench ingest`).
 *
 * @param item whatever Graph sent as a message; no type is trusted
 * @returns undefined where a listed field is missing or of another type
 */
export function readMailMessage(item: unknown): MailMessage | undefined {
  if (!isJsonObject(item)) return undefined;
  const { id, sentDateTime, isDraft, '@odata.type': type = '' } = item;
  if (typeof id !== 'string' || id === '' || typeof isDraft !== 'boolean' || typeof type !== 'string') return undefined;
  if (typeof sentDateTime !== 'string' || !MOMENT.test(sentDateTime)) return undefined;
  const sender = addressOf(item['sender']);
  const recipients: string[] = [];
  for (const list of RECIPIENTS) if (!gather(item[list], recipients)) return undefined;
  if (sender === undefined) return undefined;
  return { id, day: sentDateTime.slice(0, 10), sender, recipients, isMail: !isDraft && !MEETING_MAIL.test(type) };
}

/** Adds the addresses of one list; false where it is none. */
function gather(list: unknown, recipients: string[]): boolean {
  if (list === undefined || list === null) return true;
  if (!Array.isArray(list)) return false;
  for (const someone of list) {
    const address = addressOf(someone);
    if (address === undefined) return false;
    if (address !== '') recipients.push(address);
  }
  return true;
}

/** Empty where Graph names nobody, or nobody's address; undefined where it is something else. */
function addressOf(someone: unknown): string | undefined {
  if (someone === undefined || someone === null) return '';
  if (!isJsonObject(someone)) return undefined;
  const { emailAddress } = someone;
  if (emailAddress === undefined || emailAddress === null) return '';
  if (!isJsonObject(emailAddress)) return undefined;
  const address = emailAddress['address'] ?? '';
  return typeof address === 'string' ? address : undefined;
}
