import fc from 'fast-check';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../connector/failure.ts';
import { CALLS_REACH_BACK_DAYS, readCalls } from '../../connector/microsoft-graph/calls.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import { allBut, directory, reshuffled, TENANT, toldByOwner } from './acting-people.ts';
import { id, pseudonymOf } from './invented-people.ts';
import { pagedGet } from './paged-get.ts';
import { failure, graphError, playedGet, playNetwork } from './played-graph.ts';

const span = { from: '2026-07-07', to: '2026-07-09' } as const;
const DAY = '2026-07-07';
const ELSEWHERE = 'e15e3e0e-0000-4000-8000-000000000001';
const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

function user(who: number, different: object = {}): object {
  const account = { id: id(who), displayName: 'CANARY', tenantId: TENANT, userPrincipalName: 'CANARY@x', ...different };
  return { id: id(who), administrativeUnitInfos: [], identity: { guest: null, phone: null, user: account } };
}
const users = (...who: readonly number[]): object[] => who.map((each) => user(each));
const phone = { id: 'CANARY', identity: { user: null, phone: { id: '+47 CANARY', displayName: 'CANARY' } } };

interface Played {
  readonly record: { readonly id: string; readonly [key: string]: unknown };
  readonly participants: readonly unknown[];
}
let made = 0;
/** Half an hour that begins at nine. */
function call(participants: readonly unknown[], different: object = {}): Played {
  made += 1;
  const record = {
    id: `3cf3bbc8-${made}`,
    version: 1,
    type: 'groupCall',
    modalities: ['audio'],
    lastModifiedDateTime: '2026-07-07T12:00:00Z',
    startDateTime: '2026-07-07T09:00:00.1234567Z',
    endDateTime: '2026-07-07T09:30:00.1234567Z',
    joinWebUrl: 'https://CANARY',
    ...different,
  };
  return { record, participants };
}

const acts = (calls: readonly Played[], inclusions: Record<number, Inclusion> = {}) =>
  actsOfPages([calls.map(({ record }) => record)], calls, inclusions);

async function actsOfPages(
  pages: readonly (readonly unknown[])[],
  calls: readonly Played[],
  inclusions: Record<number, Inclusion> = {},
) {
  const { get, asked, handedOn } = pagedGet(({ source, values = {} }) => {
    if (source.name === 'calls') return pages;
    const played = calls.find(({ record }) => record.id === values['id']);
    if (played === undefined) throw new Failure('mailbox-missing', 'There is no such call.');
    // Two participants a page, so that every call of three goes over two.
    const all = played.participants;
    return Array.from({ length: Math.ceil(all.length / 2) }, (_, n) => all.slice(2 * n, 2 * n + 2));
  });
  let dropped = 0;
  const owners = await readCalls({
    get,
    directory,
    ...span,
    tenantId: TENANT,
    pseudonymOf,
    mayInclude: allBut(inclusions),
    noteDropped: (count) => void (dropped += count),
  });
  return { owners, told: toldByOwner(owners), dropped, asked, handedOn };
}

describe('an act of call', () => {
  test('is everybody’s own toward each other, its minutes shared among the others', async () => {
    expect((await acts([call(users(1, 2, 3))])).told).toEqual({
      1: [2, 3].map((who) => [DAY, who, 1, 15]),
      2: [1, 3].map((who) => [DAY, who, 1, 15]),
      3: [1, 2].map((who) => [DAY, who, 1, 15]),
    });
  });

  test('a row bears day, kind, owner, other, acts and minutes; whoever was in no call has an entry without rows', async () => {
    const { owners } = await acts([call(users(1, 2), { type: 'peerToPeer' })]);
    const [one, two] = directory.people.map(({ identity }) => pseudonymOf(identity));
    expect(owners[0]).toEqual({
      owner: one,
      interactions: [{ day: DAY, kind: 'call', owner: one, other: two, acts: 1, minutes: 30 }],
    });
    expect(owners.map(({ interactions }) => interactions.length)).toEqual([1, 1, ...Array<number>(21).fill(0)]);
  });

  test.each([
    [18, 18],
    [19, 0],
  ])('of %d people is that of %d', async (people, owners) => {
    const { told } = await acts([call(users(...upTo(people)))]);
    expect(Object.values(told)).toHaveLength(owners);
    for (const rows of Object.values(told)) expect(rows).toHaveLength(people - 1);
  });

  test.each([
    ['2026-07-07T13:00:00.1234567Z', 2],
    ['2026-07-07T13:00:00.1244567Z', 0],
  ])('that ends at %s is that of %d: four hours and no more', async (endDateTime, owners) => {
    expect(Object.keys((await acts([call(users(1, 2), { endDateTime })])).told)).toHaveLength(owners);
  });

  test('belongs to the day it began, whole; days and people are added up', async () => {
    const night = { startDateTime: '2026-07-07T23:50:00Z', endDateTime: '2026-07-08T00:10:00Z' };
    const next = { startDateTime: '2026-07-08T09:00:00Z', endDateTime: '2026-07-08T09:00:20Z' };
    const { told } = await acts([call(users(1, 2)), call(users(1, 2), night), call(users(1, 2), next)]);
    expect(told[1]).toEqual([
      [DAY, 2, 2, 50],
      ['2026-07-08', 2, 1, 0.333333],
    ]);
  });

  test('is one however often a person is named in it', async () => {
    const again = [...users(1, 2), user(2, { id: id(2).toUpperCase(), tenantId: TENANT.toUpperCase() })];
    expect((await acts([call(again)])).told).toEqual({ 1: [[DAY, 2, 1, 30]], 2: [[DAY, 1, 1, 30]] });
  });

  test('telephones, guests and applications are nobody; other organisations and unknown accounts do not divide', async () => {
    const guest = { id: 'CANARY', identity: { user: null, guest: { id: 'CANARY' } } };
    const foreign = user(3, { tenantId: ELSEWHERE });
    const { told } = await acts([call([...users(1, 2), phone, guest, foreign, user(700)])]);
    expect(told[1]).toEqual([
      [DAY, 2, 1, 30],
      [DAY, 'inside-unknown', 1, 0],
      [DAY, 'outside', 1, 0],
    ]);
    expect((await acts([call([user(1), phone])])).told).toEqual({});
  });

  test('is not an elected member’s own, but others’ toward them', async () => {
    expect((await acts([call(users(1, 24))])).told).toEqual({ 1: [[DAY, 24, 1, 30]] });
  });

  test('is none of another kind, and nobody is asked about', async () => {
    const { told, dropped, asked } = await acts([call(users(1, 2), { type: 'unknown' })]);
    expect([told, dropped, asked.length]).toEqual([{}, 0, 1]);
  });

  test('is told by its highest version, in whatever order they come', async () => {
    const old = call(users(1, 2), { version: 2 });
    const record = { ...old.record, version: 3, endDateTime: '2026-07-07T09:10:00.1234567Z' };
    for (const items of [
      [old.record, record],
      [record, old.record],
    ]) {
      expect((await actsOfPages([items], [old])).told[1]).toEqual([[DAY, 2, 1, 10]]);
    }
  });
});

describe('a malformed call', () => {
  const good = call(users(1, 3));
  const withRecord = (different: object): Played => call(users(1, 2), different);
  test.each([
    ['no id', withRecord({ id: undefined })],
    ['no version', withRecord({ version: null })],
    ['a version that is text', withRecord({ version: '1' })],
    ['no type', withRecord({ type: undefined })],
    ['no beginning', withRecord({ startDateTime: undefined })],
    ['a date that does not exist', withRecord({ startDateTime: '2026-02-30T09:00:00Z' })],
    ['another zone', withRecord({ startDateTime: '2026-07-07T09:00:00+02:00' })],
    ['an end before its beginning', withRecord({ endDateTime: '2026-07-07T08:00:00Z' })],
    ['a day before the span', withRecord({ startDateTime: '2026-07-06T23:59:59Z' })],
    [
      'the day after the span',
      withRecord({ startDateTime: '2026-07-09T00:00:00Z', endDateTime: '2026-07-09T00:01:00Z' }),
    ],
    ['a participant that is text', call([...users(1, 2), 'CANARY'])],
    ['a participant without identity', call([...users(1, 2), { id: id(4) }])],
    ['an account whose id is a number', call([user(1), user(2, { id: 2 })])],
    ['nobody in it, which Microsoft knows of', call([])],
  ])('%s is dropped and counted; the rest is kept', async (_, broken) => {
    expect(await acts([broken, good])).toMatchObject({
      told: { 1: [[DAY, 3, 1, 30]], 3: [[DAY, 1, 1, 30]] },
      dropped: 1,
    });
  });

  test('one whose participants are gone is dropped and counted', async () => {
    const gone = call(users(1, 2));
    const { told, dropped } = await actsOfPages([[gone.record, good.record, 'CANARY', null]], [good]);
    expect([told, dropped]).toEqual([{ 1: [[DAY, 3, 1, 30]], 3: [[DAY, 1, 1, 30]] }, 3]);
  });

  test('no payload makes it throw, or keep what is not listed', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.object().map((extra) => ({ ...good.record, ...extra })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything), fc.array(fc.anything()), async (records, participants) => {
        const { owners } = await actsOfPages([records], [{ record: good.record, participants }]);
        const rows = owners.flatMap(({ interactions }) => interactions);
        expect(rows.every(({ other }) => /^(p1_.{22}|outside|inside-unknown)$/.test(other))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('names, numbers and links are gone before anybody sees the page', async () => {
    const { told, handedOn } = await acts([call([...users(1, 2), phone])]);
    expect(told[1]).toHaveLength(1);
    expect(JSON.stringify(handedOn)).not.toContain('CANARY');
  });
});

describe('who may be included', () => {
  test('a call with a protected contact counts in nothing, for nobody', async () => {
    expect((await acts([call([...users(1, 2, 3), user(9, { tenantId: ELSEWHERE })])], { 3: 'drop-act' })).told).toEqual(
      {},
    );
  });

  test('an objector is on neither side, and does not divide', async () => {
    const inclusions = { 3: 'not-a-person' } as const;
    const { told, owners } = await acts([call(users(1, 2, 3))], inclusions);
    expect(told).toEqual({ 1: [[DAY, 2, 1, 30]], 2: [[DAY, 1, 1, 30]] });
    expect(owners.map(({ owner }) => owner)).not.toContain(pseudonymOf(directory.people[2]!.identity));
    expect(Object.keys((await acts([call(users(...upTo(19)))], { 19: 'not-a-person' })).told)).toHaveLength(18);
  });
});

describe('the calls of a tenant', () => {
  const read = (): Promise<unknown> =>
    readCalls({ get: playedGet().get, directory, ...span, tenantId: TENANT, pseudonymOf, mayInclude: allBut() });

  test('are asked for by beginning, with listed fields; then participants of each, and never sessions', async () => {
    const { record, participants } = call(users(1, 2));
    const asked = playNetwork((_, nth) => HttpResponse.json({ value: nth === 1 ? [record] : participants }));
    await read();
    const [list, members] = asked.map(({ url }) => new URL(url));
    expect(list!.pathname).toBe('/v1.0/communications/callRecords');
    expect(Object.fromEntries(list!.searchParams)).toEqual({
      $select: 'id,version,type,startDateTime,endDateTime',
      $filter: 'startDateTime ge 2026-07-07T00:00:00Z and startDateTime lt 2026-07-09T00:00:00Z',
    });
    expect(members!.pathname + members!.search).toBe(`/v1.0/communications/callRecords/${record.id}/participants_v2`);
    expect(asked).toHaveLength(2);
  });

  test('give nothing when one of them is refused, and then nothing more is asked', async () => {
    const calls = Array.from({ length: 60 }, () => call(users(1, 2)));
    const asked = playNetwork((_, nth) =>
      nth === 1 ? HttpResponse.json({ value: calls.map(({ record }) => record) }) : graphError(403, 'Forbidden'),
    );
    const { code, sentence } = await failure(read());
    expect([code, sentence.includes('CallRecords.Read.All')]).toEqual(['consent-missing', true]);
    expect(asked.length).toBeLessThan(20);
  });

  test('older than Microsoft holds them are not to be asked for', () => {
    expect(CALLS_REACH_BACK_DAYS).toBe(30);
  });

  test('give the same to the last bit in any order, over any pages, with any of them twice', async () => {
    const one = fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { minLength: 1, maxLength: 19 }),
        fc.integer({ min: 0, max: 14_500_000 }),
      )
      .map(([who, ms]) => {
        const endDateTime = new Date(Date.parse('2026-07-07T09:00:00.123Z') + ms).toISOString();
        return call(users(...who), { endDateTime });
      });
    await fc.assert(
      fc.asyncProperty(reshuffled(one), async ({ once, again }) => {
        const pages = again.map((page) => page.map(({ record }) => record));
        expect((await actsOfPages(pages, once)).owners).toEqual((await acts(once)).owners);
      }),
      { numRuns: 60 },
    );
  });
});
