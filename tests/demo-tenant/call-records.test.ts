import { expect, test } from 'vitest';
import { busyWorld, CALL } from './busy-world.ts';
import { jsonOf, opened, refusalOf, valuesOf, type Opened } from './opened.ts';
import { DAY, id, START } from './small-world.ts';

const ROLES = ['CallRecords.Read.All'];
const LIST = '/communications/callRecords';
const PARTICIPANTS = `${LIST}/${CALL}/participants_v2`;

async function pagesOf(it: Opened, path: string, headers = {}): Promise<Record<string, unknown>[][]> {
  const page = await jsonOf(await it.get(path, headers));
  const link = page['@odata.nextLink'];
  const next = typeof link === 'string' ? link.replace('https://graph.microsoft.com/v1.0', '') : undefined;
  return [valuesOf(page), ...(next === undefined ? [] : await pagesOf(it, next, headers))];
}

test('calls are listed 60 a page, by beginning, without participants', async () => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  const pages = await pagesOf(it, `${LIST}?$filter=startDateTime ge 2026-07-29T00:00:00Z`);
  expect(pages.map((page) => page.length)).toEqual([60, 60, 40]);
  expect(pages[0]?.[0]).toMatchObject({
    id: CALL,
    version: 2,
    type: 'groupCall',
    modalities: ['audio', 'video', 'screenSharing'],
    startDateTime: '2026-07-29T00:00:00Z',
    endDateTime: '2026-07-29T00:05:00Z',
    joinWebUrl: 'https://teams.microsoft.com/l/meetup-join/1',
    organizer: { user: { id: id(1), displayName: 'Anna Nordmann' } },
  });
  expect(pages[0]?.[0]).not.toHaveProperty('participants_v2');
  expect(pages[0]?.[0]).not.toHaveProperty('sessions');
  expect(pages[0]?.[2]).toMatchObject({ organizer: null });
});

test('the day is cut by the filter’s operators, and properties by $select', async () => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  const filter = 'startDateTime gt 2026-07-29T00:00:00Z and startDateTime le 2026-07-29T00:20:00Z';
  const [page] = await pagesOf(it, `${LIST}?$filter=${filter}&$select=id,type,version`);
  expect(page?.map((call) => Object.keys(call))).toEqual([
    ['id', 'type', 'version'],
    ['id', 'type', 'version'],
  ]);
});

const END = START + 28 * DAY + 300_000;
const MINUTE = 60_000;

test.for<[string, number, number | undefined, number]>([
  ['19 minutes after the call there is no record', END + 19 * MINUTE, undefined, 404],
  ['after 20 there is the first version', END + 20 * MINUTE, 1, 200],
  ['after 150 the second', END + 150 * MINUTE, 2, 200],
  ['on the thirtieth day it is there', START + 58 * DAY, 2, 200],
  ['and then no more', START + 58 * DAY + 1, undefined, 404],
])('%s', async ([, now, version, status]) => {
  using it = await opened({ world: busyWorld(), roles: ROLES, now: () => now });
  const [first] = valuesOf(await jsonOf(await it.get(`${LIST}?$filter=startDateTime lt 2026-07-29T00:00:01Z`)));
  expect(first?.['version']).toBe(version);
  expect((await it.get(PARTICIPANTS)).status).toBe(status);
});

test('participants come 130 a page; what is no user has its own word', async () => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  expect((await pagesOf(it, PARTICIPANTS)).map((page) => page.length)).toEqual([130, 130, 40]);
  const [page] = await pagesOf(it, `${LIST}/${id(10_001)}/participants_v2`);
  expect(page).toMatchObject([
    { id: id(1), identity: { user: { id: id(1), userPrincipalName: 'anna@fjord.example' }, phone: null } },
    { identity: { user: null, phone: { id: '+4700000000' } } },
  ]);
});

test('a smaller page may be wished for, a larger one not', async () => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  const sizes = async (wish: number) =>
    (await pagesOf(it, PARTICIPANTS, { Prefer: `odata.maxpagesize=${wish}` })).map((page) => page.length);
  expect(await sizes(200)).toEqual([130, 130, 40]);
  expect(await sizes(100)).toEqual([100, 100, 100]);
});

test.for<[string, number]>([
  [`${LIST}?$top=10`, 501],
  [`${LIST}?$filter=endDateTime lt 2026-07-29T00:00:00Z`, 501],
  [`${LIST}?$filter=start lt 2026-07-29T00:00:00Z`, 400],
  [`${LIST}?$select=participants_v2`, 400],
  [`${LIST}/${id(5)}/participants_v2`, 404],
])('%s is %i', async ([path, status]) => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  expect((await it.get(path)).status).toBe(status);
});

test('calls open with their own role only', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.Read.All', 'User.Read.All'] });
  for (const path of [LIST, PARTICIPANTS]) expect(await refusalOf(await it.get(path))).toEqual([403, 'Forbidden']);
});
