import { isJsonObject } from './json-object.ts';

/** What is kept of one message while its mailbox is read. */
export interface MailMessage {
  /** `YYYY-MM-DD`, UTC; not yet checked to exist. */
  readonly day: string;
  readonly sender: string;
  /** Addresses of to, cc and bcc alike, as written. */
  readonly recipients: readonly string[];
  /** A draft, or a meeting's mail: not an act. */
  readonly notMail: boolean;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const MEETING_MAIL = '#microsoft.graph.eventmessage';

/**
 * Keeps the listed fields of one message and forgets the rest; `emailAddress.name` is never looked at. Written by hand
 * because it runs once a message: a schema library reads a quarter as many a second (bench/).
 *
 * @param item whatever Graph sent as a message; no type is trusted
 * @returns undefined where a listed field is missing or of another type
 */
export function readMailMessage(item: unknown): MailMessage | undefined {
  if (!isJsonObject(item)) return undefined;
  const { sentDateTime, isDraft } = item;
  if (typeof sentDateTime !== 'string' || !MOMENT.test(sentDateTime) || typeof isDraft !== 'boolean') return undefined;
  const sender = addressIn(item['sender']);
  const recipients: string[] = [];
  const whole =
    collect(item['toRecipients'], recipients) &&
    collect(item['ccRecipients'], recipients) &&
    collect(item['bccRecipients'], recipients);
  if (!whole || sender === MALFORMED) return undefined;
  return { day: sentDateTime.slice(0, 10), sender, recipients, notMail: isDraft || isMeetingMail(item['@odata.type']) };
}

function isMeetingMail(type: unknown): boolean {
  return typeof type === 'string' && type.toLowerCase().startsWith(MEETING_MAIL);
}

function collect(list: unknown, into: string[]): boolean {
  if (list === undefined || list === null) return true;
  if (!Array.isArray(list)) return false;
  const recipients: readonly unknown[] = list;
  for (const recipient of recipients) {
    const address = addressIn(recipient);
    if (address === MALFORMED) return false;
    if (address !== NOBODY) into.push(address);
  }
  return true;
}

/** A private list or a name never resolved has no address: it is nobody we could count. */
const NOBODY = '';
const MALFORMED = undefined;

function addressIn(recipient: unknown): string | typeof MALFORMED {
  if (recipient === undefined || recipient === null) return NOBODY;
  if (!isJsonObject(recipient)) return MALFORMED;
  const emailAddress = recipient['emailAddress'];
  if (emailAddress === undefined || emailAddress === null) return NOBODY;
  if (!isJsonObject(emailAddress)) return MALFORMED;
  const address = emailAddress['address'];
  if (address === undefined || address === null) return NOBODY;
  return typeof address === 'string' ? address : MALFORMED;
}
