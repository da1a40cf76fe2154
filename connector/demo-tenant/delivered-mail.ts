import { createHash } from 'node:crypto';
import type { AccountIndex } from './account-index.ts';
import type { Account, SentMessage, World } from './world.ts';

const DAY = 86_400_000;

/** A mail on its way to one recipient, as Exchange traces it. */
export interface Delivery {
  /** The same for every recipient of a message. */
  readonly messageId: string;
  readonly receivedAt: number;
  readonly sender: string;
  readonly recipient: string;
  /** A list is expanded; then its members have a row each. */
  readonly status: 'delivered' | 'expanded';
  readonly subject: string;
}

/**
 * Every delivery of the mails sent on one day, by moment: one for each recipient. Mail from outside is none of the
 * world's, and so is in nobody's trace.
 *
 * Cost: the day's mails of every mailbox.
 *
 * @param dayStart UTC midnight, milliseconds since 1970
 */
export function deliveriesOn(world: World, index: AccountIndex, dayStart: number): Delivery[] {
  const lists = new Map(
    world.groups.flatMap((group) => (group.mail === null ? [] : [[group.mail.toLowerCase(), group] as const])),
  );
  const expand = (address: string): string[] => {
    const list = lists.get(address.toLowerCase());
    return list
      ? index.transitiveMembers(list).flatMap((member) => ('memberIds' in member ? [] : reached(member)))
      : [];
  };
  const deliveries: Delivery[] = [];
  for (const account of world.accounts.filter(({ hasMailbox }) => hasMailbox)) {
    let place = 0;
    for (const message of world.sentMessages(account.id, dayStart, dayStart + DAY)) {
      place += 1;
      if (!message.draft) deliveries.push(...deliveriesOf(message, account, place, expand));
    }
  }
  return deliveries.sort((one, other) => one.receivedAt - other.receivedAt);
}

function deliveriesOf(
  message: SentMessage,
  owner: Account,
  place: number,
  expand: (address: string) => string[],
): Delivery[] {
  const digest = createHash('sha256').update(`${owner.id}\u001f${message.sentAt}\u001f${place}`).digest('hex');
  const sender = message.senderAddress ?? owner.mail ?? owner.userPrincipalName;
  const common = { messageId: digest.slice(0, 32), receivedAt: message.sentAt, sender, subject: message.subject };
  const done = new Set<string>();
  const rows: Delivery[] = [];
  const add = (recipient: string, status: Delivery['status']) => {
    if (done.has(recipient.toLowerCase())) return;
    done.add(recipient.toLowerCase());
    rows.push({ ...common, recipient, status });
  };
  for (const written of [...message.to, ...message.cc, ...message.bcc]) {
    const address = /<([^>]*)>/.exec(written)?.[1] ?? written;
    const members = expand(address);
    add(address, members.length > 0 ? 'expanded' : 'delivered');
    for (const member of members) add(member, 'delivered');
  }
  return rows;
}

function reached({ mail }: Account): string[] {
  return mail === null ? [] : [mail];
}
