import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlidingWindows } from '../../connector/demo-tenant/sliding-window.ts';
import { busyWorld, CALL, LARGE_CHAT, TEAM_CHAT } from './busy-world.ts';
import { opened, refusalOf, type Opened } from './opened.ts';
import { ACCOUNTS, id } from './small-world.ts';

const ROLES = [
  ...['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All', 'Reports.Read.All', 'Chat.Read.All'],
  ...['Chat.ReadBasic.All', 'CallRecords.Read.All', 'ExchangeMessageTrace.Read.All', 'Calendars.ReadBasic.All'],
];
const limited = (different: Parameters<typeof opened>[0] = {}): Promise<Opened> =>
  opened({ world: busyWorld(), roles: ROLES, limits: 'enforced', ...different });
const statuses = async (it: Opened, path: string, count: number): Promise<number[]> => {
  const found: number[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const response = await it.get(path);
    await response.text();
    found.push(response.status);
  }
  return found;
};
const refused = (found: readonly number[]): number => found.filter((status) => status === 429).length;

const USERS = '/users?$select=id&$top=999';
test.for<[string, string, number, number]>([
  ['message trace', '/admin/exchange/tracing/messageTraces?$top=1', 100, 300],
  ['a usage report', '/reports/getOffice365ActiveUserDetail(date=2026-07-15)', 14, 600],
  ['the list of calls', '/communications/callRecords?$select=id', 40, 20],
  ['one call', `/communications/callRecords/${CALL}/participants_v2`, 40, 20],
  ['the chats of one user', `/users/${id(1)}/chats`, 1, 1],
  ['the members of one chat', `/chats/${encodeURIComponent(TEAM_CHAT)}/members`, 1, 1],
  ['all chat messages', `/users/${id(1)}/chats/getAllMessages?$top=1`, 200, 1],
])('%s: as many as are published, then 429 with a Retry-After that is true', async ([, path, most, seconds]) => {
  using it = await limited();
  expect(refused(await statuses(it, path, most))).toBe(0);
  const over = await it.get(path);
  expect(over.headers.get('retry-after')).toBe(String(seconds));
  expect(await refusalOf(over)).toEqual([429, 'TooManyRequests']);
  await it.clock.wait(seconds * 1000 - 1);
  expect((await it.get(path)).status).toBe(429);
  await it.clock.wait(1);
  expect((await it.get(path)).status).not.toBe(429);
});

test('budgets are apart: a report spent leaves another one, and a period of the same is the same', async () => {
  using it = await limited();
  await statuses(it, '/reports/getOffice365ActiveUserDetail(date=2026-07-15)', 14);
  expect((await it.get("/reports/getOffice365ActiveUserDetail(period='D7')")).status).toBe(429);
  expect((await it.get("/reports/getTeamsUserActivityUserDetail(period='D7')")).status).not.toBe(429);
  expect((await it.get(USERS)).status).toBe(200);
});

test('Teams counts an application’s chats of all users: 20 a second, and less for long', async () => {
  const users = Array.from({ length: 1100 }, (_, at) => ({ ...ACCOUNTS[0]!, id: id(5000 + at) }));
  using it = await limited({ world: busyWorld({ accounts: users }) });
  const ask = async (user: number) => (await it.get(`/users/${id(5000 + user)}/chats`)).status;
  for (let user = 0; user < 20; user += 1) expect(await ask(user)).toBe(200);
  expect(await ask(20)).toBe(429);
  // At 83 % of the rate nobody is refused in two minutes; at the whole rate somebody is within one.
  await it.clock.wait(60_000);
  let slow = 0;
  for (let asked = 0; asked < 1050; asked += 1) {
    slow += Number((await ask(asked)) === 429);
    await it.clock.wait(1000 / (20 * 0.83));
  }
  expect(slow).toBe(0);
  await it.clock.wait(60_000);
  let fast = 0;
  for (let asked = 0; asked < 1050; asked += 1) {
    fast += Number((await ask(asked)) === 429);
    await it.clock.wait(50);
  }
  expect(fast).toBeGreaterThan(0);
});

test('the directory counts resource units and says what each request cost', async () => {
  using it = await limited();
  const cost = async (path: string, headers = {}) => (await it.get(path, headers)).headers.get('x-ms-resource-unit');
  expect(await cost('/users')).toBe('2');
  expect(await cost(USERS)).toBe('1');
  expect(await cost('/users?$expand=manager')).toBe('3');
  expect(await cost(`/groups/${id(900)}/members`)).toBe('3');
  expect(await cost(`/groups/${id(900)}/transitiveMembers?$select=id`)).toBe('4');
  expect(await cost(`/groups/${id(900)}/transitiveMembers?$select=id&$top=5`)).toBe('3');
  let [units, refusedAt] = [14 + 2, 0];
  for (; refusedAt === 0; units += 5) {
    const response = await it.get(`/groups/${id(900)}/transitiveMembers`);
    if (response.status === 429) {
      refusedAt = units;
      expect(response.headers.get('x-ms-throttle-information')).toBe('ResourceUnitLimitExceeded');
      expect(response.headers.get('x-ms-throttle-scope')).toMatch(/^Tenant_Application\/ReadWrite\//);
    } else if (units > 3500 * 0.85) expect(response.headers.get('x-ms-throttle-limit-percentage')).toMatch(/^[01]\./);
  }
  expect(refusedAt).toBeGreaterThan(3490);
  expect(refusedAt).toBeLessThanOrEqual(3501);
});

test('a mailbox bears four requests at once, of mail and calendar together', async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  let held = 0;
  using it = await limited({
    latency: () => {
      held += 1;
      return gate;
    },
  });
  const mail = `/users/${id(1)}/mailFolders/sentitems/messages?$top=1`;
  const calendar = `/users/${id(1)}/calendarView?startDateTime=2026-07-01&endDateTime=2026-07-02`;
  await it.token();
  const inside = [mail, calendar, mail, calendar].map((path) => it.get(path));
  // One that came before the four are in would take a place itself and wait for the gate.
  await expect.poll(() => held).toBe(4);
  expect((await it.get(mail)).status).toBe(429);
  const fifth = await it.get(calendar);
  expect(fifth.headers.get('retry-after')).toBe('1');
  expect(await refusalOf(fifth)).toEqual([429, 'ApplicationThrottled']);
  const other = it.get(`/users/${id(2)}/mailFolders/sentitems/messages?$top=1`);
  open();
  expect((await Promise.all([...inside, other])).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect((await it.get(mail)).status).toBe(200);
});

test('a mailbox bears 10,000 requests in ten minutes', () => {
  const windows = new SlidingWindows();
  const budget = { most: 10_000, windowMs: 600_000, cost: 1 };
  for (let asked = 0; asked < 10_000; asked += 1) {
    expect(windows.waitFor('one', budget, asked)).toBe(0);
    windows.spend('one', 1, 600_000, asked);
  }
  expect(windows.waitFor('one', budget, 10_000)).toBe(590_000);
  expect(windows.waitFor('one', { ...budget, cost: 3 }, 10_000)).toBe(590_002);
  expect(windows.waitFor('other', budget, 10_000)).toBe(0);
});

test('without limits nothing is refused', async () => {
  using it = await opened({ world: busyWorld(), roles: ROLES });
  expect(refused(await statuses(it, `/chats/${encodeURIComponent(LARGE_CHAT)}/members`, 50))).toBe(0);
});

test('a window never lets more through than it may, in any stretch, whatever the rhythm', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 4 })), { maxLength: 80 }),
      (asked) => {
        const windows = new SlidingWindows();
        const passed: { at: number; cost: number }[] = [];
        let now = 0;
        for (const [pause, cost] of asked) {
          now += pause;
          const wait = windows.waitFor('it', { most: 7, windowMs: 100, cost }, now);
          const within = passed.filter(({ at }) => at > now - 100).reduce((sum, each) => sum + each.cost, 0);
          expect(wait === 0).toBe(within + cost <= 7);
          if (wait > 0) continue;
          windows.spend('it', cost, 100, now);
          passed.push({ at: now, cost });
        }
      },
    ),
  );
});
