import fc from 'fast-check';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { readChatMessages } from '../../connector/microsoft-graph/chat-messages.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import { allBut, directory, person, reshuffled, TENANT, told } from './acting-people.ts';
import { id, pseudonymOf } from './invented-people.ts';
import { pagedGet } from './paged-get.ts';
import { failure, graphError, playedGet, playNetwork } from './played-graph.ts';

const span = { from: '2026-07-07', to: '2026-07-09' } as const;
const DAY = '2026-07-07';
const ELSEWHERE = 'e15e3e0e-0000-4000-8000-000000000001';
const account = (who: number, tenantId = TENANT): object => ({ userId: id(who), tenantId, displayName: 'CANARY' });
const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

const members: Record<string, object[]> = {
  two: [account(1), account(2)],
  three: [account(1), account(2), account(3)],
  eight: upTo(8).map((who) => account(who)),
  nine: upTo(9).map((who) => account(who)),
  mixed: [account(1), account(2), account(80, ELSEWHERE), account(81, ELSEWHERE), account(700)],
};
const chats = Object.entries(members).map(([name, list]) => ({ id: name, chatType: 'group', members: list }));

function message(chatId: string, written: string, different: object = {}): object {
  return {
    '@odata.type': '#microsoft.graph.chatMessage',
    id: '1',
    messageType: 'message',
    createdDateTime: written,
    lastModifiedDateTime: written,
    chatId,
    from: { application: null, device: null, user: { id: id(1), displayName: 'CANARY', userIdentityType: 'aadUser' } },
    subject: 'CANARY',
    body: { contentType: 'text', content: 'CANARY body' },
    attachments: [{ name: 'CANARY' }],
    mentions: [{ mentionText: 'CANARY' }],
    reactions: [],
    ...different,
  };
}

const acts = (items: readonly unknown[], inclusions: Record<number, Inclusion> = {}) =>
  actsOfPages([items], inclusions);

async function actsOfPages(pages: readonly (readonly unknown[])[], inclusions: Record<number, Inclusion> = {}) {
  const { get, asked, handedOn } = pagedGet(({ source }) => (source.name === 'chat-messages' ? pages : [chats]));
  let dropped = 0;
  const rows = await readChatMessages({
    get,
    directory,
    person,
    ...span,
    tenantId: TENANT,
    pseudonymOf,
    mayInclude: allBut(inclusions),
    noteDropped: (count) => void (dropped += count),
  });
  return { rows, told: told(rows), dropped, asked, handedOn };
}

describe('a chat-hour', () => {
  test('is an act toward each other member and shares 1.45 minutes among them', async () => {
    const { rows, told: each } = await acts([message('three', '2026-07-07T09:12:44.864Z')]);
    expect(each).toEqual([2, 3].map((who) => [DAY, who, 1, 0.725]));
    expect(Object.keys(rows[0]!)).toEqual(['day', 'kind', 'owner', 'other', 'acts', 'minutes']);
    expect(rows[0]!.kind).toBe('chat');
  });

  test('is one however often was written in it; another hour, day or chat is another', async () => {
    const at = ['07T09:00:00Z', '07T09:59:59.999Z', '07T10:00:00Z', '08T09:30:00Z'].map((when) => `2026-07-${when}`);
    const { told: each } = await acts([...at.map((when) => message('two', when)), message('three', at[0]!)]);
    expect(each).toEqual([
      [DAY, 2, 3, 3.625],
      [DAY, 3, 1, 0.725],
      ['2026-07-08', 2, 1, 1.45],
    ]);
  });

  test.each([
    ['eight', 7],
    ['nine', 0],
  ])('in a chat of %s makes %d rows', async (chat, rows) => {
    expect((await acts([message(chat, '2026-07-07T09:00:00Z')])).told).toHaveLength(rows);
  });

  test('strangers neither count nor divide', async () => {
    expect((await acts([message('mixed', '2026-07-07T09:00:00Z')])).told).toEqual([
      [DAY, 2, 1, 1.45],
      [DAY, 'inside-unknown', 1, 0],
      [DAY, 'outside', 1, 0],
    ]);
  });

  test.each([
    ['written by somebody else', { from: { user: { id: id(2) } } }],
    ['written by an application', { from: { application: { id: 'CANARY' }, user: null } }],
    ['from nobody', { from: null }],
    ['of the service', { messageType: 'systemEventMessage' }],
    ['of an event', { messageType: 'chatEvent' }],
    ['older than the span and edited in it', { createdDateTime: '2026-07-06T23:59:59.999Z' }],
    ['written after the span', { createdDateTime: '2026-07-09T00:00:00Z' }],
  ])('does not come of a message %s, which is no fault either', async (_, different) => {
    expect(await acts([message('two', '2026-07-07T09:00:00Z', different)])).toMatchObject({ told: [], dropped: 0 });
  });

  test('comes of a message that was edited since, on the day it was written', async () => {
    const edited = message('two', '2026-07-07T09:00:00Z', { lastModifiedDateTime: '2026-08-01T09:00:00Z' });
    expect((await acts([edited])).told).toEqual([[DAY, 2, 1, 1.45]]);
  });

  test('letter case of the writer’s id does not matter', async () => {
    const loud = message('two', '2026-07-07T09:00:00Z', { from: { user: { id: id(1).toUpperCase() } } });
    expect((await acts([loud])).told).toHaveLength(1);
  });
});

describe('a malformed message', () => {
  const well = message('two', '2026-07-07T09:00:00Z');
  test.each([
    ['no object', 'CANARY'],
    ['null', null],
    ['no date', { ...well, createdDateTime: undefined }],
    ['a date that does not exist', { ...well, createdDateTime: '2026-02-30T09:00:00Z' }],
    ['another zone', { ...well, createdDateTime: '2026-07-07T09:00:00+02:00' }],
    ['no chat', { ...well, chatId: null }],
    ['no type', { ...well, messageType: undefined }],
    ['a writer that is text', { ...well, from: { user: 'CANARY' } }],
    ['a chat the writer is not in any more', { ...well, chatId: 'left long ago' }],
  ])('%s is dropped and counted; the rest is kept', async (_, broken) => {
    const { told: rows, dropped } = await acts([broken, message('two', '2026-07-08T09:00:00Z')]);
    expect([rows, dropped]).toEqual([[['2026-07-08', 2, 1, 1.45]], 1]);
  });

  test('no payload makes it throw, or keep what is not listed', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.object().map((extra) => ({ ...well, ...extra })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything), async (items) => {
        const { rows } = await acts(items);
        expect(rows.every(({ other }) => /^(p1_.{22}|outside|inside-unknown)$/.test(other))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the text of messages', () => {
  test('is gone before anybody sees the page it came on: what is handed on has four fields', async () => {
    const items = [
      message('two', '2026-07-07T09:00:00Z'),
      message('two', '2026-07-07T11:00:00Z', { policyViolation: 'CANARY' }),
    ];
    const { rows, handedOn } = await acts(items);
    expect(JSON.stringify(items)).toContain('CANARY body');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(handedOn)).not.toContain('CANARY');
    expect(handedOn.at(-1)).toEqual({
      items: ['09', '11'].map((hour) => ({
        chatId: 'two',
        writtenAt: Date.parse(`2026-07-07T${hour}:00:00Z`),
        writerId: id(1),
        isWritten: true,
      })),
      next: undefined,
    });
  });

  test('is in no error either', async () => {
    playNetwork(({ url }) =>
      url.includes('getAllMessages')
        ? HttpResponse.json({ value: { body: 'CANARY body' } })
        : HttpResponse.json({ value: chats }),
    );
    const { get } = playedGet();
    const options = { get, directory, person, ...span, tenantId: TENANT, pseudonymOf, mayInclude: allBut() };
    const { code, sentence } = await failure(readChatMessages(options));
    expect(code).toBe('shape-changed');
    expect(sentence).not.toContain('CANARY');
  });
});

describe('who may be included', () => {
  test('a chat with a protected contact counts in nothing; an objector is passed over', async () => {
    const items = [message('three', '2026-07-07T09:00:00Z')];
    expect((await acts(items, { 3: 'drop-act' })).told).toEqual([]);
    expect((await acts(items, { 3: 'not-a-person' })).told).toEqual([[DAY, 2, 1, 1.45]]);
  });

  test.each(['drop-act', 'not-a-person'] as const)('for an owner who is %s nothing is asked', async (inclusion) => {
    expect(await acts([message('two', '2026-07-07T09:00:00Z')], { 1: inclusion })).toMatchObject({
      told: [],
      asked: [],
    });
  });
});

describe('the messages of a person', () => {
  const read = (): Promise<unknown> => {
    const { get } = playedGet();
    return readChatMessages({ get, directory, person, ...span, tenantId: TENANT, pseudonymOf, mayInclude: allBut() });
  };

  test('are asked for from the first midnight on, after the chats', async () => {
    const asked = playNetwork(() => HttpResponse.json({ value: [] }));
    await read();
    const urls = asked.map(({ url }) => new URL(url));
    expect(urls.map(({ pathname }) => pathname)).toEqual([
      `/v1.0/users/${id(1)}/chats`,
      `/v1.0/users/${id(1)}/chats/getAllMessages`,
    ]);
    expect(Object.fromEntries(urls[1]!.searchParams)).toEqual({
      $filter: 'lastModifiedDateTime gt 2026-07-06T23:59:59.999Z',
      $top: '250',
    });
  });

  test('that may not be read are refused by name of the permission', async () => {
    playNetwork(({ url }) =>
      url.includes('getAllMessages') ? graphError(403, 'Forbidden') : HttpResponse.json({ value: [] }),
    );
    expect(await failure(read())).toMatchObject({ code: 'consent-missing' });
  });

  test('give the same in any order, over any pages, with any of them twice', async () => {
    const one = fc
      .tuple(
        fc.constantFrom(...Object.keys(members)),
        fc.date({ min: new Date('2026-07-06T20:00:00Z'), max: new Date('2026-07-09T04:00:00Z'), noInvalidDate: true }),
      )
      .map(([chatId, date]) => message(chatId, date.toISOString()));
    await fc.assert(
      fc.asyncProperty(reshuffled(one), async ({ once, again }) => {
        expect((await actsOfPages(again)).rows).toEqual((await acts(once)).rows);
      }),
      { numRuns: 100 },
    );
  });
});
