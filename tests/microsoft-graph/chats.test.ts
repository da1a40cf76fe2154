import fc from 'fast-check';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { readChatMembership } from '../../connector/microsoft-graph/chats.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import { allBut, directory, person, reshuffled, TENANT, told } from './acting-people.ts';
import { id, pseudonymOf } from './invented-people.ts';
import { pagedGet } from './paged-get.ts';
import { failure, graphError, playedGet, playNetwork } from './played-graph.ts';

const DAY = '2026-07-07';
const AAD = '#microsoft.graph.aadUserConversationMember';
const ELSEWHERE = 'e15e3e0e-0000-4000-8000-000000000001';

function account(who: number, different: object = {}): object {
  return {
    '@odata.type': AAD,
    userId: id(who),
    tenantId: TENANT,
    displayName: 'CANARY',
    email: 'CANARY@x',
    ...different,
  };
}
const accounts = (...who: readonly number[]): object[] => who.map((each) => account(each));
const strangers = (count: number): object[] =>
  Array.from({ length: count }, (_, n) => account(100 + n, { tenantId: ELSEWHERE }));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

let made = 0;
function chat(members: unknown, different: object = {}): { id: string; [key: string]: unknown } {
  made += 1;
  return { id: `19:${made}@thread.v2`, topic: 'CANARY', chatType: 'group', webUrl: 'CANARY', members, ...different };
}

function acts(
  items: readonly unknown[],
  inclusions: Record<number, Inclusion> = {},
  whole: Record<string, unknown[]> = {},
) {
  return actsOfPages([items], inclusions, whole);
}

/** @param whole all members of a chat, by its id, for when they are asked for */
async function actsOfPages(
  pages: readonly (readonly unknown[])[],
  inclusions: Record<number, Inclusion> = {},
  whole: Record<string, unknown[]> = {},
) {
  const { get, asked, handedOn } = pagedGet(({ source, values = {} }) =>
    source.name === 'chat-members' ? [whole[values['id'] ?? ''] ?? []] : pages,
  );
  let dropped = 0;
  const rows = await readChatMembership({
    get,
    directory,
    person,
    tenantId: TENANT,
    day: DAY,
    pseudonymOf,
    mayInclude: allBut(inclusions),
    noteDropped: (count) => void (dropped += count),
  });
  return { rows, told: told(rows), dropped, asked, handedOn };
}

describe('an act of sharing a chat', () => {
  test('is toward each other member, on the day of reading, without minutes', async () => {
    const { rows, told: each } = await acts([chat(accounts(1, 2, 3))]);
    expect(each).toEqual([
      [DAY, 2, 1, 0],
      [DAY, 3, 1, 0],
    ]);
    expect(Object.keys(rows[0]!)).toEqual(['day', 'kind', 'owner', 'other', 'acts', 'minutes']);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['chat']));
  });

  test('is one a chat', async () => {
    expect((await acts([chat(accounts(1, 2)), chat(accounts(1, 2, 3))])).told).toEqual([
      [DAY, 2, 2, 0],
      [DAY, 3, 1, 0],
    ]);
  });

  test.each(['oneOnOne', 'group', 'meeting'])('counts in a chat of type %s', async (chatType) => {
    expect((await acts([chat(accounts(1, 2), { chatType })])).told).toHaveLength(1);
  });

  test('counts in no other type, which is no fault either', async () => {
    expect(await acts([chat(accounts(1, 2), { chatType: 'unknownFutureValue' })])).toMatchObject({
      told: [],
      dropped: 0,
    });
  });

  test.each([
    [1, 0],
    [2, 1],
    [8, 7],
    [9, 0],
  ])('among %d people makes %d rows', async (people, rows) => {
    expect((await acts([chat(accounts(...upTo(people)))])).told).toHaveLength(rows);
  });

  test('is none for somebody who is not a member', async () => {
    expect((await acts([chat(accounts(2, 3))])).told).toEqual([]);
  });

  test('letter case of ids and repetitions do not matter; a tenant that is not said is ours', async () => {
    const twice = [account(1), account(2), account(2, { userId: id(2).toUpperCase(), tenantId: TENANT.toUpperCase() })];
    expect((await acts([chat([...twice, account(3, { tenantId: undefined })])])).told).toEqual([
      [DAY, 2, 1, 0],
      [DAY, 3, 1, 0],
    ]);
  });

  test('members of other organisations, guests and unknown accounts neither count nor divide', async () => {
    const others = [
      ...strangers(9),
      account(2, { tenantId: ELSEWHERE }),
      { '@odata.type': '#microsoft.graph.anonymousGuestConversationMember', anonymousGuestId: 'CANARY' },
      { '@odata.type': '#microsoft.graph.phoneUserConversationMember', phoneNumber: 'CANARY' },
      { '@odata.type': '#microsoft.graph.microsoftAccountUserConversationMember', userId: id(5) },
      account(700),
    ];
    expect((await acts([chat([...accounts(1, 3), ...others]), chat([account(1), ...others])])).told).toEqual([
      [DAY, 3, 1, 0],
      [DAY, 'inside-unknown', 2, 0],
      [DAY, 'outside', 2, 0],
    ]);
  });
});

describe('a chat that came with 25 members', () => {
  const large = chat([...accounts(1, 2), ...strangers(23)]);
  const asksFor = (asked: readonly { values?: Readonly<Record<string, string>> }[]): unknown[] =>
    asked.map(({ values }) => values).slice(1);

  test('is asked for all of them, and may prove too large', async () => {
    const whole = { [large.id]: [...accounts(...upTo(9)), ...strangers(23)] };
    const { told: rows, asked } = await acts([large], {}, whole);
    expect([rows, asksFor(asked)]).toEqual([[], [{ id: large.id }]]);
  });

  test('or small among many strangers', async () => {
    const whole = { [large.id]: [...accounts(1, 2, 3), ...strangers(30)] };
    expect((await acts([large], {}, whole)).told).toEqual([
      [DAY, 2, 1, 0],
      [DAY, 3, 1, 0],
      [DAY, 'outside', 1, 0],
    ]);
  });

  test('finds its reader and a protected contact among those who did not come along', async () => {
    const first = chat([...accounts(2), ...strangers(24)]);
    const all = [...accounts(2), ...strangers(24), account(1)];
    expect((await acts([first], {}, { [first.id]: all })).told).toHaveLength(2);
    expect((await acts([first], { 3: 'drop-act' }, { [first.id]: [...all, account(3)] })).told).toEqual([]);
  });

  test.each([
    ['too large already', accounts(...upTo(20)).concat(strangers(5)), {}],
    ['with a protected contact already', [...accounts(1, 2), ...strangers(23)], { 2: 'drop-act' }],
  ] as const)('is not asked about where it is %s', async (_, members, inclusions) => {
    const { told: rows, asked } = await acts([chat(members)], inclusions);
    expect([rows, asked.length]).toEqual([[], 1]);
  });

  test('is dropped and counted where a member cannot be read', async () => {
    const whole = { [large.id]: [...accounts(1, 2), 'CANARY'] };
    expect(await acts([large, chat(accounts(1, 3))], {}, whole)).toMatchObject({ told: [[DAY, 3, 1, 0]], dropped: 1 });
  });

  test('and is gone leaves its reader as before', async () => {
    playNetwork(({ url }) =>
      url.includes('/members') ? graphError(404, 'NotFound') : HttpResponse.json({ value: [large] }),
    );
    const { get } = playedGet();
    const options = { get, directory, person, tenantId: TENANT, day: DAY, pseudonymOf, mayInclude: allBut() } as const;
    const { code, sentence } = await failure(readChatMembership(options));
    expect(code).toBe('mailbox-missing');
    expect(sentence).toContain('/chats/{id}/members');
    expect(sentence).not.toContain(large.id);
  });
});

describe('a malformed chat', () => {
  test.each([
    ['no object', 'CANARY'],
    ['null', null],
    ['no id', chat(accounts(1, 2), { id: undefined })],
    ['no type', chat(accounts(1, 2), { chatType: null })],
    ['no members', chat(undefined)],
    ['members that are no list', chat({ 0: account(1) })],
    ['a member that is text', chat([...accounts(1, 2), 'CANARY'])],
    ['a member whose id is a number', chat([account(1), account(2, { userId: 2 })])],
  ])('%s is dropped and counted; the rest is kept', async (_, broken) => {
    expect(await acts([broken, chat(accounts(1, 3))])).toMatchObject({ told: [[DAY, 3, 1, 0]], dropped: 1 });
  });

  test('no payload makes it throw, or keep what is not listed', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.array(fc.anything()).map((members) => chat(members)),
      fc.object().map((extra) => ({ ...chat(accounts(1, 2)), ...extra })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything), async (items) => {
        const { rows } = await acts(items);
        expect(rows.every(({ other }) => /^(p1_.{22}|outside|inside-unknown)$/.test(other))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('topic, names and addresses are gone before anybody sees the page', async () => {
    const { rows, handedOn } = await acts([chat(accounts(1, 2), { lastMessagePreview: { body: 'CANARY' } })]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(handedOn)).not.toContain('CANARY');
  });
});

describe('who may be included', () => {
  test('a chat with a protected contact counts in nothing', async () => {
    expect((await acts([chat([...accounts(1, 2, 3), ...strangers(1)])], { 3: 'drop-act' })).told).toEqual([]);
  });

  test('an objector neither counts nor becomes a stranger', async () => {
    expect((await acts([chat(accounts(1, 2, 3))], { 3: 'not-a-person' })).told).toEqual([[DAY, 2, 1, 0]]);
    expect((await acts([chat(accounts(...upTo(9)))], { 9: 'not-a-person' })).told).toHaveLength(7);
  });

  test.each(['drop-act', 'not-a-person'] as const)('for an owner who is %s nothing is asked', async (inclusion) => {
    expect(await acts([chat(accounts(1, 2))], { 1: inclusion })).toMatchObject({ told: [], asked: [] });
  });
});

describe('the chats of a person', () => {
  test('are asked for fifty at a time, with members and nothing said in them', async () => {
    const asked = playNetwork(() => HttpResponse.json({ value: [] }));
    const { get } = playedGet();
    await readChatMembership({ get, directory, person, tenantId: TENANT, day: DAY, pseudonymOf, mayInclude: allBut() });
    const { pathname, searchParams } = new URL(asked[0]!.url);
    expect([asked.length, pathname]).toEqual([1, `/v1.0/users/${id(1)}/chats`]);
    expect(Object.fromEntries(searchParams)).toEqual({ $expand: 'members', $top: '50' });
  });

  test('give the same in any order, over any pages, with any of them twice', async () => {
    const one = fc
      .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 })
      .map((who) => chat(accounts(...who)));
    await fc.assert(
      fc.asyncProperty(reshuffled(one), async ({ once, again }) => {
        expect((await actsOfPages(again)).rows).toEqual((await acts(once)).rows);
      }),
      { numRuns: 100 },
    );
  });
});
