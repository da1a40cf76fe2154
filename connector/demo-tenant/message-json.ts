import type { AccountIndex } from './account-index.ts';
import { emailAddress } from './address-json.ts';
import { nothingOf } from './csdl.ts';
import type { Account, SentMessage } from './world.ts';

/** A message in its sender's mailbox. */
export interface SentItem {
  readonly index: AccountIndex;
  readonly owner: Account;
  readonly message: SentMessage;
  /** Names the message: mailbox, moment, place in the moment. */
  readonly key: string;
}

/** Names a message for good: the same message has the same id at each reading, whatever was asked. */
export function sentItem(index: AccountIndex, owner: Account, message: SentMessage, nth: number): SentItem {
  const moment = message.sentAt.toString(36).padStart(9, '0');
  return { index, owner, message, key: `${owner.id.replaceAll('-', '')}${moment}${nth.toString(36).padStart(3, '0')}` };
}

/** Everything but the content: what Mail.ReadBasic.All lets through when nothing is selected. */
const USUAL = [
  ...['createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories', 'receivedDateTime', 'sentDateTime'],
  ...['hasAttachments', 'internetMessageId', 'subject', 'importance', 'parentFolderId', 'conversationId'],
  ...['conversationIndex', 'isDeliveryReceiptRequested', 'isReadReceiptRequested', 'isRead', 'isDraft', 'webLink'],
  ...['inferenceClassification', 'sender', 'from', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo', 'flag'],
];
const CONTENT = ['body', 'bodyPreview', 'uniqueBody'];
const MEETING_TYPES = ['eventMessageRequest', 'eventMessageResponse', 'eventMessage'];

const text = (value: string): string => JSON.stringify(value);
const time = (moment: number): string => `"${new Date(moment).toISOString().slice(0, 19)}Z"`;

type Write = (item: SentItem) => string;

// Texts are put together by hand: this is the hot path, tens of thousands of messages a second.
const VALUES: Readonly<Record<string, Write>> = {
  createdDateTime: ({ message }) => time(message.sentAt),
  lastModifiedDateTime: ({ message }) => time(message.sentAt),
  receivedDateTime: ({ message }) => time(message.sentAt),
  sentDateTime: ({ message }) => time(message.sentAt),
  changeKey: ({ key }) => text(`CQAAABYAAAB${key.slice(-20)}`),
  hasAttachments: () => 'false',
  internetMessageId: ({ key, owner }) => text(`<${key.slice(-24)}@${domainOf(owner)}>`),
  subject: ({ message }) => text(message.subject),
  importance: () => '"normal"',
  parentFolderId: ({ owner }) => text(`AAMkAFolder${owner.id.replaceAll('-', '')}AAAAAAEJAAA=`),
  conversationId: ({ key }) => text(`AAQkA${key}=`),
  conversationIndex: ({ key }) => text(`AQHc${key.slice(-16)}`),
  isDeliveryReceiptRequested: ({ message }) => (message.draft ? 'null' : 'false'),
  isReadReceiptRequested: () => 'false',
  isRead: () => 'true',
  isDraft: ({ message }) => String(message.draft),
  webLink: ({ key }) =>
    text(`https://outlook.office365.com/owa/?ItemID=AAMkA${key}%3D&exvsurl=1&viewmodel=ReadMessageItem`),
  inferenceClassification: () => '"focused"',
  sender: (item) => recipient(item.index, item.message.senderAddress ?? addressOf(item.owner)),
  from: ({ index, owner }) => recipient(index, addressOf(owner)),
  toRecipients: ({ index, message }) => recipients(index, message.to),
  ccRecipients: ({ index, message }) => recipients(index, message.cc),
  bccRecipients: ({ index, message }) => recipients(index, message.bcc),
  flag: () => '{"flagStatus":"notFlagged"}',
};

/** Worlds hold no content: whoever may read it finds it empty. */
const CONTENT_VALUES: Readonly<Record<string, Write>> = {
  body: () => '{"contentType":"text","content":""}',
  bodyPreview: () => '""',
  uniqueBody: () => '{"contentType":"text","content":""}',
};

/**
 * Writes messages as JSON objects. The id and the etag come along whatever is selected; content only for whoever may
 * read it.
 */
export function messageWriter(select: readonly string[] | undefined, roles: ReadonlySet<string>): Write {
  const mayReadContent = roles.has('Mail.Read') || roles.has('Mail.ReadWrite');
  const names = (select ?? [...USUAL, ...(mayReadContent ? ['body', 'bodyPreview'] : [])]).filter(
    (name) => name !== 'id' && (mayReadContent || !CONTENT.includes(name)),
  );
  const labels = names.map((name) => `,${text(name)}:`);
  const writes = names.map((name) => VALUES[name] ?? CONTENT_VALUES[name] ?? constantly(name));
  return (item) => {
    let json = `{${typeOf(item)}"@odata.etag":"W/\\"CQAAABYAAAB${item.key.slice(-20)}\\"","id":"AAMkA${item.key}="`;
    writes.forEach((write, at) => (json += (labels[at] ?? '') + write(item)));
    return `${json}}`;
  };
}

function constantly(name: string): Write {
  const nothing = JSON.stringify(nothingOf('message', name));
  return () => nothing;
}

/** Meeting mail bears its derived type: a request, an answer or a cancellation, in turn. */
function typeOf({ message }: SentItem): string {
  if (!message.meeting) return '';
  const type = MEETING_TYPES[Math.floor(message.sentAt / 1000) % MEETING_TYPES.length] ?? 'eventMessage';
  return `"@odata.type":"#microsoft.graph.${type}",`;
}

function recipients(index: AccountIndex, addresses: readonly string[]): string {
  return `[${addresses.map((address) => recipient(index, address)).join(',')}]`;
}

function recipient(index: AccountIndex, written: string): string {
  return `{${emailAddress(index, written)}}`;
}

function addressOf({ mail, userPrincipalName }: Account): string {
  return mail ?? userPrincipalName;
}

function domainOf(account: Account): string {
  return addressOf(account).split('@')[1] ?? 'invalid';
}
