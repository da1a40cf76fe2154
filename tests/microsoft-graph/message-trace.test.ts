import fc from 'fast-check';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { readSentMail } from '../../connector/microsoft-graph/mail.ts';
import { readMessageTrace, TRACE_REACHES_BACK_DAYS } from '../../connector/microsoft-graph/message-trace.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import { allBut, directory, person, reshuffled, told as tell, toldByOwner } from './acting-people.ts';
import { pseudonymOf } from './invented-people.ts';
import { pagedGet } from './paged-get.ts';
import { failure, graphError, playedGet, playNetwork } from './played-graph.ts';

const span = { from: '2026-07-07', to: '2026-07-09' } as const;
const DAY = '2026-07-07';
const address = (who: number | string): string => (typeof who === 'number' ? `person${who}@fjord.example` : who);

/** One line: a copy that reached somebody on Tuesday morning. */
function line(sender: number | string, recipient: number | string, different: object = {}): Line {
  return {
    id: 'CANARY',
    senderAddress: address(sender),
    recipientAddress: address(recipient),
    messageId: '<1@fjord.example>',
    receivedDateTime: '2026-07-07T09:12:44Z',
    subject: 'CANARY subject',
    size: 45678,
    fromIP: '192.0.2.10',
    toIP: 'CANARY',
    status: 'delivered',
    ...different,
  };
}
interface Line {
  readonly receivedDateTime: string;
  readonly [field: string]: unknown;
}
const lines = (sender: number, ...recipients: readonly (number | string)[]): Line[] =>
  recipients.map((recipient) => line(sender, recipient));

const acts = (items: readonly unknown[], inclusions: Record<number, Inclusion> = {}) =>
  actsOfPages([items], inclusions);

/** Each day's question is answered with the lines that Graph would find for it; those without a date come on the first. */
async function actsOfPages(pages: readonly (readonly unknown[])[], inclusions: Record<number, Inclusion> = {}) {
  const { get, asked, handedOn } = pagedGet(({ query = {} }) => {
    const [, from = '', to = ''] = /ge (\S+) and receivedDateTime le (\S+)$/.exec(query['$filter'] ?? '') ?? [];
    const isFound = (item: unknown): boolean => {
      const received =
        typeof item === 'object' && item !== null && 'receivedDateTime' in item ? item.receivedDateTime : '';
      if (typeof received !== 'string' || Number.isNaN(Date.parse(received))) return from.startsWith(DAY);
      return Date.parse(received) >= Date.parse(from) && Date.parse(received) <= Date.parse(to);
    };
    return pages.map((page) => page.filter(isFound));
  });
  let dropped = 0;
  const noteDropped = (count: number): void => void (dropped += count);
  const owners = await readMessageTrace({
    get,
    directory,
    ...span,
    pseudonymOf,
    mayInclude: allBut(inclusions),
    noteDropped,
  });
  return { owners, told: toldByOwner(owners), dropped, asked, handedOn };
}

describe('an act of mail in the trace', () => {
  test('is the lines of one sender and message id, and shares 1.45 minutes among its recipients', async () => {
    expect((await acts(lines(1, 2, 3, 4))).told).toEqual({ 1: [2, 3, 4].map((who) => [DAY, who, 1, 0.483333]) });
  });

  test('a row bears day, kind, owner, other, acts and minutes; whoever sent nothing has an entry without rows', async () => {
    const { owners } = await acts(lines(1, 2));
    const [owner, other] = directory.people.map(({ identity }) => pseudonymOf(identity));
    expect(owners[0]).toEqual({
      owner,
      interactions: [{ day: DAY, kind: 'mail', owner, other, acts: 1, minutes: 1.45 }],
    });
    expect(owners.slice(1).map(({ interactions }) => interactions)).toEqual(Array(22).fill([]));
  });

  test('another message id or sender is another mail', async () => {
    const items = [...lines(1, 2), line(1, 2, { messageId: '<2@fjord.example>' }), ...lines(3, 2)];
    expect((await acts(items)).told).toEqual({ 1: [[DAY, 2, 2, 2.9]], 3: [[DAY, 2, 1, 1.45]] });
  });

  test('aliases, letter case and repetitions are one person; the sender neither counts nor divides', async () => {
    const items = [...lines(1, 2, 'PERSON2@Fjord.Example', 'p2@gammel.example', 1), line('P1@gammel.example', 1)];
    expect((await acts(items)).told).toEqual({ 1: [[DAY, 2, 1, 1.45]] });
  });

  test.each([
    [8, 8],
    [9, 0],
  ])('toward %d people makes %d rows', async (people, rows) => {
    const { told } = await acts(lines(1, ...Array.from({ length: people }, (_, n) => n + 2)));
    expect(told[1] ?? []).toHaveLength(rows);
  });

  test('strangers neither count nor divide', async () => {
    const strangers = ['a@elsewhere.example', 'b@elsewhere.example', 'nobody@fjord.example'];
    expect((await acts(lines(1, 2, ...strangers))).told[1]).toEqual([
      [DAY, 2, 1, 1.45],
      [DAY, 'inside-unknown', 1, 0],
      [DAY, 'outside', 1, 0],
    ]);
  });

  test('with a list that Exchange opened counts toward nobody: its members look like recipients', async () => {
    const list = line(1, 'alle@fjord.example', { status: 'expanded' });
    expect((await acts([list, ...lines(1, 2)])).told).toEqual({});
    const another = line(1, 3, { messageId: '<2@fjord.example>' });
    expect((await acts([...lines(1, 2), list, another])).told[1]).toEqual([[DAY, 3, 1, 1.45]]);
  });

  test.each(['gettingStatus', 'pending', 'failed', 'quarantined', 'filteredAsSpam'])(
    'is none where every copy is %s, and no fault either; one that arrived counts toward all',
    async (status) => {
      const { told, dropped } = await acts([line(1, 2, { status })]);
      expect([told, dropped]).toEqual([{}, 0]);
      expect((await acts([line(1, 2, { status }), line(1, 3)])).told[1]).toEqual(
        [2, 3].map((who) => [DAY, who, 1, 0.725]),
      );
    },
  );

  test('is nobody’s whose sender is an outsider, unknown, a notice or an elected member', async () => {
    const senders = ['x@elsewhere.example', 'unknown@fjord.example', '', 24];
    const { told, dropped } = await acts(senders.map((sender) => line(sender, 2)));
    expect([told, dropped]).toEqual([{}, 0]);
    expect((await acts([line(1, 2, { senderAddress: null })])).dropped).toBe(0);
  });

  test('belongs to its own day, and midnight to the day it begins, once', async () => {
    const at = (receivedDateTime: string, n: number): Line => line(1, 2, { receivedDateTime, messageId: `<${n}>` });
    const items = ['2026-07-07T23:59:59.9999999Z', '2026-07-08T00:00:00Z', '2026-07-08T12:00:00Z'].map(at);
    const { told, dropped } = await acts([...items, at('2026-07-09T00:00:00Z', 9)]);
    expect([told, dropped]).toEqual([
      {
        1: [
          [DAY, 2, 1, 1.45],
          ['2026-07-08', 2, 2, 2.9],
        ],
      },
      0,
    ]);
  });

  test('is what the sender’s own mailbox says of it', async () => {
    const recipients = fc.uniqueArray(
      fc.constantFrom<(number | string)[]>(
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        'x@elsewhere.example',
        'alle@fjord.example',
      ),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(recipients, { maxLength: 8 }), async (mails) => {
        const traced = mails.flatMap((to, n) => to.map((each) => line(1, each, { messageId: `<${n}>` })));
        const sent = mails.map((to) => ({
          sentDateTime: '2026-07-07T09:12:44Z',
          isDraft: false,
          id: 'x',
          sender: { emailAddress: { address: address(1) } },
          toRecipients: to.map((each) => ({ emailAddress: { address: address(each) } })),
        }));
        const { get } = pagedGet(() => [sent.map((item, n) => ({ ...item, id: String(n) }))]);
        const rows = await readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude: allBut() });
        expect((await acts(traced)).told[1] ?? []).toEqual(tell(rows));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a malformed line', () => {
  test.each([
    ['no object', 'CANARY'],
    ['null', null],
    ['no message id', line(1, 2, { messageId: null })],
    ['no recipient', line(1, 2, { recipientAddress: undefined })],
    ['an address that is a list', line(1, 2, { senderAddress: ['CANARY'] })],
    ['no date', line(1, 2, { receivedDateTime: undefined })],
    ['a date that does not exist', line(1, 2, { receivedDateTime: '2026-07-07T25:00:00Z' })],
    ['a status nobody knows', line(1, 2, { status: 'recalled' })],
    ['no status', line(1, 2, { status: undefined })],
  ])('%s is dropped and counted; the rest is kept', async (_, broken) => {
    expect(await acts([broken, ...lines(1, 3)])).toMatchObject({ told: { 1: [[DAY, 3, 1, 1.45]] }, dropped: 1 });
  });

  test('a line of a day that was not asked for is dropped and counted', async () => {
    const { get } = pagedGet(() => [[line(1, 2, { receivedDateTime: '2026-07-01T09:00:00Z' })]]);
    let dropped = 0;
    const noteDropped = (count: number): void => void (dropped += count);
    const owners = await readMessageTrace({ get, directory, ...span, pseudonymOf, mayInclude: allBut(), noteDropped });
    expect([toldByOwner(owners), dropped]).toEqual([{}, 2]);
  });

  test('no payload makes it throw, or keep what is not listed', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.object().map((extra) => ({ ...line(1, 2), ...extra })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything), async (items) => {
        const rows = (await acts(items)).owners.flatMap(({ interactions }) => interactions);
        expect(rows.every(({ other }) => /^(p1_.{22}|outside|inside-unknown)$/.test(other))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('subject and network addresses are gone before anybody sees the page', async () => {
    const { told, handedOn } = await acts(lines(1, 2));
    expect(told[1]).toHaveLength(1);
    expect(JSON.stringify(handedOn)).not.toMatch(/CANARY|192\.0\.2/);
  });
});

describe('who may be included', () => {
  test('a mail with a protected contact counts in nothing, also where that copy did not arrive', async () => {
    const items = [...lines(1, 2, 'x@elsewhere.example'), line(1, 3, { status: 'failed' })];
    expect((await acts(items, { 3: 'drop-act' })).told).toEqual({});
  });

  test('an objector is on neither side, does not divide nor bring a mail over the limit', async () => {
    const inclusions = { 3: 'not-a-person' } as const;
    const { told, owners } = await acts([...lines(1, 2, 3), ...lines(3, 2)], inclusions);
    expect(told).toEqual({ 1: [[DAY, 2, 1, 1.45]] });
    expect(owners.map(({ owner }) => owner)).not.toContain(pseudonymOf(directory.people[2]!.identity));
    expect((await acts(lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), inclusions)).told[1]).toHaveLength(8);
  });
});

describe('the trace of a tenant', () => {
  const read = (): Promise<unknown> =>
    readMessageTrace({ get: playedGet().get, directory, ...span, pseudonymOf, mayInclude: allBut() });

  test('is asked for a day at a time, by received time alone: there is no $select', async () => {
    const asked = playNetwork(() => HttpResponse.json({ value: [] }));
    await read();
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(
      Array(2).fill('/v1.0/admin/exchange/tracing/messageTraces'),
    );
    expect(asked.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual([
      {
        $filter: 'receivedDateTime ge 2026-07-07T00:00:00Z and receivedDateTime le 2026-07-08T00:00:00Z',
        $top: '5000',
      },
      {
        $filter: 'receivedDateTime ge 2026-07-08T00:00:00Z and receivedDateTime le 2026-07-09T00:00:00Z',
        $top: '5000',
      },
    ]);
  });

  test('gives nothing when its second day is refused', async () => {
    playNetwork((_, nth) => (nth === 1 ? HttpResponse.json({ value: lines(1, 2) }) : graphError(403, 'Forbidden')));
    expect(await failure(read())).toMatchObject({ code: 'consent-missing' });
  });

  test('older than Microsoft gives it is not to be asked for', () => {
    expect(TRACE_REACHES_BACK_DAYS).toBe(90);
  });

  test('gives the same to the last bit in any order, over any pages, with any of them twice', async () => {
    const one = fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
      )
      .map(([sender, recipient, n, next]) => {
        const receivedDateTime = next ? '2026-07-08T00:00:00Z' : '2026-07-07T09:00:00Z';
        const status = n === 3 ? 'pending' : 'delivered';
        return line(sender, recipient, { messageId: `<${n}>`, receivedDateTime, status });
      });
    await fc.assert(
      fc.asyncProperty(reshuffled(one), async ({ once, again }) => {
        expect((await actsOfPages(again)).owners).toEqual((await acts(once)).owners);
      }),
      { numRuns: 100 },
    );
  });
});
