import { z } from 'zod';

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

/** `emailAddress.name` is left out here, so it is gone with the page it came on. */
const recipient = z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() }).nullish();
const recipients = z.array(recipient).nullish();
const message = z.object({
  id: z.string().min(1),
  sentDateTime: z.string().regex(MOMENT),
  isDraft: z.boolean(),
  sender: recipient,
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  '@odata.type': z.string().optional(),
});

/**
 * Keeps the listed fields of one message and forgets the rest. A recipient without an address (a private list, a name
 * never resolved) is nobody we could count.
 *
 * @param item whatever Graph sent as a message; no type is trusted
 * @returns undefined where a listed field is missing or of another type
 */
export function readMailMessage(item: unknown): MailMessage | undefined {
  const parsed = message.safeParse(item);
  if (!parsed.success) return undefined;
  const { id, sentDateTime, sender, toRecipients, ccRecipients, bccRecipients, isDraft } = parsed.data;
  return {
    id,
    day: sentDateTime.slice(0, 10),
    sender: addressOf(sender),
    recipients: [toRecipients, ccRecipients, bccRecipients].flatMap((list) =>
      (list ?? []).map(addressOf).filter(Boolean),
    ),
    isMail: !isDraft && !MEETING_MAIL.test(parsed.data['@odata.type'] ?? ''),
  };
}

function addressOf(someone: z.infer<typeof recipient>): string {
  return someone?.emailAddress?.address ?? '';
}
