import { isJsonObject } from './json-object.ts';
import { readMoment } from './moment.ts';

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

/**
 * Keeps the listed fields of one line and forgets the rest: `subject`, `fromIP`, `toIP` and `size` are gone with the
 * page they came on. Read by hand, because this is the hot path; the tests hold it against the same shape in zod.
 *
 * @param item whatever Graph sent as a line of the trace; no type is trusted
 * @returns undefined where a listed field is missing, of another type or, for the status, a word nobody knows
 */
export function readTracedMail(item: unknown): TracedMail | undefined {
  if (!isJsonObject(item)) return undefined;
  const { messageId, recipientAddress: recipient, receivedDateTime, status } = item;
  const sender = item['senderAddress'] ?? '';
  if (!isFilled(messageId) || typeof sender !== 'string' || !isFilled(recipient)) return undefined;
  const receivedAt = typeof receivedDateTime === 'string' ? readMoment(receivedDateTime) : undefined;
  if (receivedAt === undefined || typeof status !== 'string') return undefined;
  const arrived = ARRIVED.includes(status);
  if (!arrived && !NOT_ARRIVED.includes(status)) return undefined;
  return { messageId, sender, recipient, receivedAt, arrived, toList: status === OPENED };
}

function isFilled(field: unknown): field is string {
  return typeof field === 'string' && field !== '';
}
