import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { moment } from '../../connector/microsoft-graph/moment.ts';
import { readTracedMail, type TracedMail } from '../../connector/microsoft-graph/traced-mail.ts';

/** What a line must be: the reader, which is written by hand because it is the hot path, is held against it. */
const shape = z.object({
  messageId: z.string().min(1),
  senderAddress: z.string().nullish(),
  recipientAddress: z.string().min(1),
  receivedDateTime: moment,
  status: z.enum(['delivered', 'expanded', 'gettingStatus', 'pending', 'failed', 'quarantined', 'filteredAsSpam']),
});

function byShape(item: unknown): TracedMail | undefined {
  const { data } = shape.safeParse(item);
  if (data === undefined) return undefined;
  return {
    messageId: data.messageId,
    sender: data.senderAddress ?? '',
    recipient: data.recipientAddress,
    receivedAt: data.receivedDateTime,
    arrived: data.status === 'delivered' || data.status === 'expanded',
    toList: data.status === 'expanded',
  };
}

const aLine = fc.record(
  {
    messageId: fc.string({ minLength: 1 }),
    senderAddress: fc.constantFrom('a@fjord.example', '', null, undefined),
    recipientAddress: fc.string({ minLength: 1 }),
    receivedDateTime: fc.constantFrom('2026-07-07T09:12:44Z', '2026-07-08T00:00:00.1234567Z'),
    status: fc.constantFrom('delivered', 'expanded', 'gettingStatus', 'pending', 'failed', 'quarantined'),
    subject: fc.string(),
  },
  { requiredKeys: ['messageId', 'recipientAddress', 'receivedDateTime', 'status'] },
);
const field = fc.constantFrom('messageId', 'senderAddress', 'recipientAddress', 'receivedDateTime', 'status');
const anything = fc.oneof(
  fc.constantFrom(null, undefined, '', 0, true, [], {}, 'x', 'Delivered', '0001-13-13T00:00:00Z'),
  fc.anything(),
);

test('a line is read as its shape says, whole or not at all, with anything at any place of it', () => {
  const refused = { yes: 0, no: 0 };
  fc.assert(
    fc.property(aLine, fc.option(field, { nil: undefined }), anything, (line, name, value) => {
      const changed = name === undefined ? line : { ...line, [name]: value };
      const read = readTracedMail(changed);
      expect(read).toEqual(byShape(changed));
      refused[read === undefined ? 'yes' : 'no'] += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(refused.yes).toBeGreaterThan(200);
  expect(refused.no).toBeGreaterThan(100);
});

test('so is whatever is no line', () => {
  fc.assert(
    fc.property(fc.anything(), (item) => {
      expect(readTracedMail(item)).toEqual(byShape(item));
    }),
  );
});
