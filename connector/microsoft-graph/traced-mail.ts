import { z } from 'zod';
import { moment } from './moment.ts';

/** What is kept of one line of the message trace while its day is read: one recipient of one mail. */
export interface TracedMail {
  /** Tells which lines are one mail. */
  readonly messageId: string;
  /** As written; empty for a notice of non-delivery. */
  readonly sender: string;
  readonly recipient: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** Whether the copy reached a mailbox or a list; the others are on their way, refused or junk. */
  readonly arrived: boolean;
  /** Whether Exchange opened this recipient as a list: its members have lines of their own. */
  readonly toList: boolean;
}

const OPENED = 'expanded';
const ARRIVED: readonly string[] = ['delivered', OPENED];
const NOT_ARRIVED: readonly string[] = ['gettingStatus', 'pending', 'failed', 'quarantined', 'filteredAsSpam'];

/** `subject`, `fromIP`, `toIP` and `size` are left out here, so they are gone with the page they came on. */
const line = z.object({
  messageId: z.string().min(1),
  senderAddress: z.string().nullish(),
  recipientAddress: z.string().min(1),
  receivedDateTime: moment,
  status: z.enum([...ARRIVED, ...NOT_ARRIVED]),
});

/**
 * Keeps the listed fields of one line and forgets the rest.
 *
 * @param item whatever Graph sent as a line of the trace; no type is trusted
 * @returns undefined where a listed field is missing, of another type or, for the status, a word nobody knows
 */
export function readTracedMail(item: unknown): TracedMail | undefined {
  const parsed = line.safeParse(item);
  if (!parsed.success) return undefined;
  const { messageId, senderAddress, recipientAddress, receivedDateTime, status } = parsed.data;
  return {
    messageId,
    sender: senderAddress ?? '',
    recipient: recipientAddress,
    receivedAt: receivedDateTime,
    arrived: ARRIVED.includes(status),
    toList: status === OPENED,
  };
}
