import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readMailMessage, type MailMessage } from '../../connector/microsoft-graph/mail-message.ts';

const someone = z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() }).nullish();
const list = z.array(someone).nullish();
/** What a message must be: the reader, which is written by hand because it is the hot path, is held against it. */
const shape = z.object({
  id: z.string().min(1),
  sentDateTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/),
  isDraft: z.boolean(),
  sender: someone,
  toRecipients: list,
  ccRecipients: list,
  bccRecipients: list,
  '@odata.type': z.string().optional(),
});

function byShape(item: unknown): MailMessage | undefined {
  const { data } = shape.safeParse(item);
  if (data === undefined) return undefined;
  const addressOf = (it: z.infer<typeof someone>): string => it?.emailAddress?.address ?? '';
  const recipients = [data.toRecipients, data.ccRecipients, data.bccRecipients].flatMap((it) => it ?? []);
  return {
    id: data.id,
    day: data.sentDateTime.slice(0, 10),
    sender: addressOf(data.sender),
    recipients: recipients.map(addressOf).filter((address) => address !== ''),
    isMail: !data.isDraft && !(data['@odata.type'] ?? '').toLowerCase().startsWith('#microsoft.graph.eventmessage'),
  };
}

const address = fc.constantFrom('a@fjord.example', 'B@Fjord.Example', '', 'Å@utenfor.example');
const aPerson = fc.record({ emailAddress: fc.record({ name: fc.string(), address }, { requiredKeys: [] }) });
const aPersonOrNobody = fc.oneof(aPerson, fc.constantFrom(null, undefined, {}, { emailAddress: null }));
const aList = fc.oneof(fc.array(aPersonOrNobody, { maxLength: 4 }), fc.constantFrom(null, undefined));
const aMessage = fc.record(
  {
    id: fc.string({ minLength: 1 }),
    sentDateTime: fc.constantFrom('2026-07-07T09:12:44Z', '2026-02-30T25:61:00.1234567Z'),
    isDraft: fc.boolean(),
    sender: aPersonOrNobody,
    toRecipients: aList,
    ccRecipients: aList,
    bccRecipients: aList,
    '@odata.type': fc.constantFrom('#microsoft.graph.message', '#Microsoft.Graph.eventMessageRequest', '', undefined),
    subject: fc.string(),
  },
  { requiredKeys: ['id', 'sentDateTime', 'isDraft'] },
);
const path = fc.constantFrom(
  ...[['id'], ['sentDateTime'], ['isDraft'], ['@odata.type'], ['sender'], ['sender', 'emailAddress']],
  ...[['sender', 'emailAddress', 'address'], ['toRecipients'], ['ccRecipients'], ['bccRecipients']],
  ...[
    ['toRecipients', '0'],
    ['bccRecipients', '0', 'emailAddress'],
    ['ccRecipients', '0', 'emailAddress', 'address'],
  ],
);
const anything = fc.oneof(
  fc.constantFrom(null, undefined, '', 0, true, [], {}, [[]], [null], 'x', '2026-07-07T09:12:44'),
  fc.anything(),
);

/** The same message, with something else at one place, where there is such a place. */
function withAt(message: unknown, [step = '', ...more]: readonly string[], value: unknown): unknown {
  if (typeof message !== 'object' || message === null) return message;
  const changed: [string, unknown][] = Object.entries(message).map(([key, held]) => [
    key,
    key === step && more.length > 0 ? withAt(held, more, value) : held,
  ]);
  const entries = more.length === 0 ? [...changed.filter(([key]) => key !== step), [step, value]] : changed;
  return Array.isArray(message) ? entries.map(([, held]) => held) : Object.fromEntries(entries);
}

test('a message is read as its shape says, whole or not at all', () => {
  fc.assert(
    fc.property(aMessage, (message) => {
      expect(readMailMessage(message)).toEqual(byShape(message));
      expect(readMailMessage(message)).toBeDefined();
    }),
  );
});

test('so is one with anything else at any place of it', () => {
  const refused = { yes: 0, no: 0 };
  fc.assert(
    fc.property(aMessage, path, anything, (message, place, value) => {
      const changed = withAt(message, place, value);
      const read = readMailMessage(changed);
      expect(read).toEqual(byShape(changed));
      refused[read === undefined ? 'yes' : 'no'] += 1;
    }),
    { numRuns: 2_000 },
  );
  expect(refused.yes).toBeGreaterThan(200);
  expect(refused.no).toBeGreaterThan(200);
});

test('so is whatever is no message', () => {
  fc.assert(
    fc.property(fc.anything(), (item) => {
      expect(readMailMessage(item)).toEqual(byShape(item));
    }),
  );
});
