import { HttpResponse } from 'msw';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSentMail } from '../../connector/microsoft-graph/mail.ts';
import type { Interaction } from '../../connector/privacy/interaction.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import type { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { reshuffled } from './acting-people.ts';
import { cannedGet, directoryOf, id, member, pseudonymOf } from './invented-people.ts';
import { pagedGet } from './paged-get.ts';
import { failure, graphError, playedGet, playNetwork } from './played-graph.ts';

const ENDPOINT = '/users/{id}/mailFolders/sentitems/messages';
const address = (who: number | string): string => (typeof who === 'number' ? `person${who}@fjord.example` : who);
const to = (...who: readonly (number | string)[]): object[] =>
  who.map((each) => ({ emailAddress: { name: 'CANARY Nordmann', address: address(each) } }));

let made = 0;
/** A mail person 1 sent on a Tuesday morning. */
function mail(different: object = {}): object {
  made += 1;
  return {
    '@odata.type': '#microsoft.graph.message',
    id: `AAMk${made}`,
    sentDateTime: '2026-07-07T09:12:44Z',
    isDraft: false,
    sender: to(1)[0],
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    ...different,
  };
}

const directory = await directoryOf(Array.from({ length: 20 }, (_, n) => member(n + 1)));
const person = directory.people[0]!;
const span = { from: '2026-07-01', to: '2026-10-01' } as const;

/** What readSentMail makes of these, the other told by number. */
async function acts(messages: readonly unknown[], inclusions: Readonly<Record<number, Inclusion>> = {}) {
  const names = new Map<string, number | string>(
    directory.people.map(({ identity }, n) => [pseudonymOf(identity), n + 1]),
  );
  const mayInclude = (who: RealIdentity): Inclusion =>
    Object.entries(inclusions).find(([number]) => who.reveal() === id(Number(number)))?.[1] ?? 'yes';
  let dropped = 0;
  const get = cannedGet({ [ENDPOINT]: { value: messages } });
  const noteDropped = (count: number): void => void (dropped += count);
  const rows = await readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude, noteDropped });
  const told = rows.map((row) => [
    row.day,
    names.get(row.other) ?? row.other,
    row.acts,
    Number(row.minutes.toFixed(6)),
  ]);
  return { rows, told: told.sort((a, b) => String(a).localeCompare(String(b))), dropped };
}

const DAY = '2026-07-07';

describe('an act of mail', () => {
  test('counts to, cc and bcc alike and shares 1.45 minutes among its recipients', async () => {
    const { told } = await acts([mail({ toRecipients: to(2), ccRecipients: to(3), bccRecipients: to(4) })]);
    expect(told).toEqual([2, 3, 4].map((who) => [DAY, who, 1, 0.483333]));
  });

  test('a row bears day, kind, owner, other, acts and minutes, and nothing else', async () => {
    const { rows } = await acts([mail({ toRecipients: to(2) })]);
    const owner = pseudonymOf(person.identity);
    const other = pseudonymOf(directory.people[1]!.identity);
    expect(rows).toEqual([{ day: DAY, kind: 'mail', owner, other, acts: 1, minutes: 1.45 }]);
  });

  test('aliases, letter case and repetitions are one person', async () => {
    const { told } = await acts([
      mail({ toRecipients: to('PERSON2@Fjord.Example', 'p2@gammel.example'), ccRecipients: to(2) }),
    ]);
    expect(told).toEqual([[DAY, 2, 1, 1.45]]);
  });

  test('the sender among the recipients neither counts nor divides', async () => {
    const { told } = await acts([mail({ toRecipients: to(1, 2), ccRecipients: to('p1@gammel.example') })]);
    expect(told).toEqual([[DAY, 2, 1, 1.45]]);
  });

  test.each([
    [8, 8],
    [9, 0],
  ])('toward %d people makes %d rows', async (people, rows) => {
    const recipients = to(...Array.from({ length: people }, (_, n) => n + 2));
    expect(
      (await acts([mail({ toRecipients: recipients, ccRecipients: to('x@elsewhere.example') })])).told,
    ).toHaveLength(rows === 0 ? 0 : rows + 1);
  });

  test('outsiders and lists neither count nor divide; a day has one row for each kind of stranger, without minutes', async () => {
    const strangers = to('a@elsewhere.example', 'b@elsewhere.example', 'all@fjord.example', 'some@fjord.example');
    const { told } = await acts([
      mail({ toRecipients: to(2), ccRecipients: strangers }),
      mail({ toRecipients: strangers }),
      mail({ toRecipients: to(2) }),
    ]);
    expect(told).toEqual([
      [DAY, 2, 2, 2.9],
      [DAY, 'inside-unknown', 2, 0],
      [DAY, 'outside', 2, 0],
    ]);
  });

  test.each([
    ['a draft', { isDraft: true }],
    ['a meeting request', { '@odata.type': '#microsoft.graph.eventMessageRequest' }],
    ['a meeting response', { '@odata.type': '#microsoft.graph.eventMessageResponse' }],
    ['a meeting message', { '@odata.type': '#Microsoft.Graph.eventMessage' }],
    ['sent by somebody else on behalf', { sender: to(3)[0] }],
    ['sent by an outsider', { sender: to('x@elsewhere.example')[0] }],
    ['without a sender', { sender: null }],
    ['to nobody', { toRecipients: [] }],
    ['to itself', { toRecipients: to(1) }],
    ['to names without address', { toRecipients: [{ emailAddress: { name: 'Private list' } }, {}, null] }],
  ])('%s is none, and not malformed either', async (_, different) => {
    expect(await acts([mail({ toRecipients: to(2), ...different })])).toMatchObject({ told: [], dropped: 0 });
  });

  test('from an alias of the owner is theirs', async () => {
    expect((await acts([mail({ sender: to('P1@GAMMEL.example')[0], toRecipients: to(2) })])).told).toHaveLength(1);
  });

  test('belongs to its own day, UTC', async () => {
    const at = (sentDateTime: string): object => mail({ sentDateTime, toRecipients: to(2) });
    const { told } = await acts([
      at('2026-07-07T23:59:59Z'),
      at('2026-07-08T00:00:00Z'),
      at('2026-07-08T00:00:00.1234567Z'),
    ]);
    expect(told).toEqual([
      ['2026-07-07', 2, 1, 1.45],
      ['2026-07-08', 2, 2, 2.9],
    ]);
  });
});

describe('a malformed message', () => {
  test.each([
    ['no object', 'CANARY'],
    ['null', null],
    ['a list', []],
    ['no id', mail({ id: undefined, toRecipients: to(2) })],
    ['no date', mail({ sentDateTime: undefined, toRecipients: to(2) })],
    ['a number as date', mail({ sentDateTime: 20260707, toRecipients: to(2) })],
    ['a date that does not exist', mail({ sentDateTime: '2026-02-30T09:00:00Z', toRecipients: to(2) })],
    ['another zone', mail({ sentDateTime: '2026-07-07T09:00:00+02:00', toRecipients: to(2) })],
    ['a day before the span', mail({ sentDateTime: '2026-06-30T23:59:59Z', toRecipients: to(2) })],
    ['the day after the span', mail({ sentDateTime: '2026-10-01T00:00:00Z', toRecipients: to(2) })],
    ['a draft flag that is text', mail({ isDraft: 'false', toRecipients: to(2) })],
    ['no draft flag', mail({ isDraft: undefined, toRecipients: to(2) })],
    ['recipients that are no list', mail({ toRecipients: { 0: to(2)[0] } })],
    ['an address that is a list', mail({ toRecipients: [{ emailAddress: { address: ['CANARY'] } }] })],
    ['a sender that is text', mail({ sender: 'person1@fjord.example', toRecipients: to(2) })],
  ])('%s is dropped and counted; the rest is kept', async (_, broken) => {
    const { told, dropped } = await acts([broken, mail({ toRecipients: to(3) })]);
    expect([told, dropped]).toEqual([[[DAY, 3, 1, 1.45]], 1]);
  });

  test('no payload makes it throw, or keep what is not listed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.anything(),
            fc.object().map((extra) => mail(extra)),
          ),
        ),
        async (messages) => {
          const { rows } = await acts(messages);
          expect(rows.every(({ other }) => /^(p1_.{22}|outside|inside-unknown)$/.test(other))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('who may be included', () => {
  test('a mail with a protected contact counts in nothing, strangers neither', async () => {
    const messages = [
      mail({ toRecipients: to(2, 3), ccRecipients: to('x@elsewhere.example') }),
      mail({ toRecipients: to(2) }),
    ];
    expect((await acts(messages, { 3: 'drop-act' })).told).toEqual([[DAY, 2, 1, 1.45]]);
  });

  test('an objector neither counts nor divides, nor becomes a stranger', async () => {
    expect((await acts([mail({ toRecipients: to(2, 3) })], { 3: 'not-a-person' })).told).toEqual([[DAY, 2, 1, 1.45]]);
    expect((await acts([mail({ toRecipients: to(3) })], { 3: 'not-a-person' })).told).toEqual([]);
  });

  test('an objector does not bring a mail over the limit', async () => {
    const nine = mail({ toRecipients: to(2, 3, 4, 5, 6, 7, 8, 9, 10) });
    expect((await acts([nine], { 10: 'not-a-person' })).told).toHaveLength(8);
  });

  test.each(['drop-act', 'not-a-person'] as const)('for an owner who is %s no request is sent', async (inclusion) => {
    const asked = playNetwork(() => HttpResponse.json({ value: [] }));
    const { get } = playedGet();
    expect(await readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude: () => inclusion })).toEqual(
      [],
    );
    expect(asked).toEqual([]);
  });
});

describe('a mailbox', () => {
  const read = (): Promise<Interaction[]> =>
    readSentMail({ get: playedGet().get, directory, person, ...span, pseudonymOf, mayInclude: () => 'yes' });

  test('is asked for its sent items of the span, once, by object id and listed fields', async () => {
    const asked = playNetwork(() => HttpResponse.json({ value: [] }));
    expect(await read()).toEqual([]);
    const { pathname, searchParams } = new URL(asked[0]!.url);
    expect([asked.length, pathname]).toEqual([1, `/v1.0/users/${id(1)}/mailFolders/sentitems/messages`]);
    expect(Object.fromEntries(searchParams)).toEqual({
      $select: 'id,sentDateTime,sender,toRecipients,ccRecipients,bccRecipients,isDraft',
      $filter: 'sentDateTime ge 2026-07-01T00:00:00Z and sentDateTime lt 2026-10-01T00:00:00Z',
      $orderby: 'sentDateTime',
      $top: '1000',
    });
  });

  test('that is not there is mailbox-missing; half a listing gives nothing', async () => {
    const next = `https://graph.microsoft.com/v1.0/users/${id(1)}/mailFolders/sentitems/messages?$skiptoken=2`;
    playNetwork((_, nth) =>
      nth === 1
        ? HttpResponse.json({ value: [mail({ toRecipients: to(2) })], '@odata.nextLink': next })
        : graphError(404, 'MailboxNotEnabledForRESTAPI'),
    );
    expect(await failure(read())).toMatchObject({ code: 'mailbox-missing' });
  });

  test('gives the same to the last bit in any order, over any pages, with any message twice', async () => {
    const recipients = fc.uniqueArray(fc.integer({ min: 2, max: 20 }), { minLength: 1, maxLength: 9 });
    const one = recipients.map((who) => mail({ toRecipients: to(...who) }));
    const rowsOf = (pages: readonly (readonly unknown[])[]): Promise<Interaction[]> => {
      const { get } = pagedGet(() => pages);
      return readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude: () => 'yes' });
    };
    await fc.assert(
      fc.asyncProperty(reshuffled(one), async ({ once, again }) => {
        expect(await rowsOf(again)).toEqual(await rowsOf([once]));
      }),
      { numRuns: 100 },
    );
  });
});
