import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import type { Account, Call, Meeting, World } from '../connector/demo-tenant/world.ts';
import { addDays, startOf, type Day } from '../connector/privacy/period.ts';
import type { SourceName } from '../connector/privacy/scope.ts';
import { personRows, publish } from '../connector/publish.ts';
import { daysReadFrom, readInteractions } from '../connector/store/interactions.ts';
import { usageDaysRead } from '../connector/store/usage-days.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Lived } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-01' } as const;
const EVERYTHING = [
  'User.Read.All',
  'GroupMember.Read.All',
  'Mail.ReadBasic.All',
  'Calendars.ReadBasic.All',
  'Chat.ReadBasic.All',
  'Chat.Read.All',
  'CallRecords.Read.All',
  'ExchangeMessageTrace.Read.All',
  'Reports.Read.All',
  'ReportSettings.Read.All',
];

/** A tenant in which u0p0 and u2p0 meet, share a chat, write there and call each other, in the last weeks of March. */
async function lived(
  sources: readonly SourceName[],
  changed = (world: World): World => world,
  onExchange: (exchange: Exchange) => void = () => undefined,
): Promise<Lived> {
  const folder = join(temporaryFolder(), 'tenant');
  mkdirSync(folder);
  writeInventedTenant(folder, { headsAUnit: 10, usage: true });
  const write = (name: string, lines: string[]): void => {
    writeFileSync(join(folder, name), lines.join('\n'));
  };
  write('meetings.csv', [
    'start,end,organizer,attendees',
    '2026-03-10T09:00:00Z,2026-03-10T10:00:00Z,u0p0,u2p0',
    '2026-03-17T09:00:00Z,2026-03-17T10:00:00Z,u2p0,u0p0',
  ]);
  write('chats.csv', ['chat,type,members', 'c1,oneOnOne,u0p0;u2p0']);
  write('chat-messages.csv', ['sentAt,chat,from', '2026-03-11T09:00:00Z,c1,u0p0', '2026-03-18T09:00:00Z,c1,u0p0']);
  write('calls.csv', ['start,end,organizer,participants', '2026-03-24T09:00:00Z,2026-03-24T09:20:00Z,u0p0,u2p0']);
  appendFileSync(join(folder, 'mail.csv'), '\n2026-03-12T09:00:00Z,u0p0,u2p0,');
  return liveTenant({
    world: changed(await readTenantFolder(folder)),
    folder: temporaryFolder(),
    ...SPAN,
    sources,
    roles: EVERYTHING,
    onExchange,
  });
}

const LAST_WEEK = { from: '2026-03-25', to: '2026-04-01' } as const;

it.each<[string, SourceName, number, boolean]>([
  ['that names people each day', 'active-users', 7, false],
  ['whose names are concealed once', 'active-users', 1, true],
  ['that is about its own refresh date once', 'copilot-usage', 1, false],
])('asks for a report %s in a run', async (_, source, times, concealed) => {
  const asked: string[] = [];
  const life = await lived(
    [source],
    (world) => ({ ...world, concealsNames: concealed }),
    ({ url }) => asked.push(new URL(url).pathname),
  );
  const figures = await collect({ ...life.run, span: LAST_WEEK });
  expect(figures.sources).toMatchObject([{ source, state: 'done', concealed }]);
  expect(asked.filter((path) => path.includes('UserDetail'))).toHaveLength(times);
  life.close();
});

/** Acts by kind-bearing day: how many rows lie on each day of March that only one source fills. */
function rowsOn({ store, period }: Lived, day: Day): number {
  const { day: days } = readInteractions(store.period(period));
  return days.filter((number) => number === startOf(day) / 86_400_000).length;
}

it('reads meetings for everybody and every day, from both calendars', async () => {
  const life = await lived(['meetings']);
  await life.collect();
  expect(daysReadFrom(life.store.period(life.period), 'meetings')).toHaveLength(90);
  expect(rowsOn(life, '2026-03-10')).toBe(2);
  expect(readInteractions(life.store.period(life.period)).acts.length).toBe(4);
  life.close();
});

it('reads chat messages as acts of who wrote them, and membership once a week', async () => {
  const messages = await lived(['chat-messages']);
  await messages.collect();
  expect([rowsOn(messages, '2026-03-11'), rowsOn(messages, '2026-03-18')]).toEqual([1, 1]);
  messages.close();

  const life = await lived(['chat-membership']);
  const file = life.store.period(life.period);
  const until = (to: Day) => collect({ ...life.run, span: { from: addDays(to, -3), to } });
  await until('2026-03-18');
  await until('2026-03-19');
  expect(daysReadFrom(file, 'chat-membership')).toEqual(['2026-03-17']);
  await until('2026-03-25');
  expect(daysReadFrom(file, 'chat-membership')).toEqual(['2026-03-17', '2026-03-24']);
  expect(rowsOn(life, '2026-03-24')).toBe(2);
  life.close();
});

it('reads calls as far back as Graph keeps them, and a release that would rest on the gap is refused', async () => {
  const life = await lived(['calls']);
  await life.collect();
  const days = daysReadFrom(life.store.period(life.period), 'calls');
  expect(days.at(-1)).toBe('2026-03-31');
  expect(days[0]).toBe('2026-03-08');
  expect(rowsOn(life, '2026-03-24')).toBe(2);
  const order = {
    store: life.store,
    period: life.period,
    once: true,
    scope: life.scope,
    appsMeasured: [],
  };
  const releasing = (): unknown =>
    publish({
      ...order,
      releasedAt: '2026-04-05T00:00:00.000Z',
      random: recordedRandomness('noise'),
      report: () => undefined,
    });
  expect(releasing).toThrow(expect.objectContaining({ code: 'period-incomplete' }));
  expect(releasing).toThrow('calls');
  life.close();
});

/** The meeting of the 17th is held in Teams, u1p0 is invited too and stays away. */
function heldInTeams(world: World): World {
  const [nine, joinUrl] = [Date.parse('2026-03-17T09:00:00Z'), 'https://teams.microsoft.com/l/meetup-join/17'];
  const named = (name: string): Account | undefined => world.accounts.find(({ mail }) => mail?.startsWith(`${name}@`));
  const account = (name: string): string => named(name)?.id ?? '';
  const address = named('u1p0')?.mail ?? '';
  const call: Call = {
    id: '5a5a5a5a-0000-4000-8000-000000000017',
    kind: 'groupCall',
    start: nine + 60_000,
    end: nine + 31 * 60_000,
    organizerId: account('u2p0'),
    participants: ['u0p0', 'u2p0'].map((name) => ({ kind: 'user', id: account(name) })),
    joinUrl,
  };
  const invitedToo = (meeting: Meeting): Meeting =>
    meeting.start === nine
      ? { ...meeting, joinUrl, attendees: [...meeting.attendees, { address, type: 'required', response: 'accepted' }] }
      : meeting;
  return {
    ...world,
    meetings: (id, from, to) => [...(world.meetings?.(id, from, to) ?? [])].map(invitedToo),
    calls: (from, to) => [...(world.calls?.(from, to) ?? []), ...(nine >= from && nine < to ? [call] : [])],
    call: (id) => (id === call.id ? call : world.call?.(id)),
  };
}

it('counts a meeting in Teams once: by who came where calls are read, by who was invited where they are not', async () => {
  const actsOf = async (sources: readonly SourceName[]): Promise<number[]> => {
    const life = await lived(sources, heldInTeams);
    await life.collect();
    const { day, acts, minutes } = readInteractions(life.store.period(life.period), sources);
    const seventeenth = [...day.keys()].filter((at) => day[at] === Date.parse('2026-03-17') / 86_400_000);
    life.close();
    return seventeenth.flatMap((at) => [acts[at] ?? 0, minutes[at] ?? 0]);
  };
  // Invited: each of the two toward two others, an hour shared; came: each toward the other for half an hour.
  expect(await actsOf(['meetings'])).toEqual([1, 30, 1, 30, 1, 30, 1, 30]);
  expect(await actsOf(['calls'])).toEqual([1, 30, 1, 30]);
  expect(await actsOf(['meetings', 'calls'])).toEqual([1, 30, 1, 30]);
});

it('counts nothing of a source that has been taken out of the scope since, and releases no source that was never read', async () => {
  const life = await lived(['meetings', 'chat-membership']);
  await collect({ ...life.run, sources: ['meetings'] });
  const { store, period, scope } = life;
  const file = store.period(period);
  const reached = (sources: readonly SourceName[]): number =>
    personRows(file, { ...scope, sources: [...sources] }, []).rows.filter(({ unitsReached }) => unitsReached.length > 0)
      .length;
  expect(reached(['meetings'])).toBe(2);
  expect(reached(['sent-items'])).toBe(0);
  const order = {
    store,
    period,
    once: true,
    scope,
    appsMeasured: [],
    random: recordedRandomness('noise'),
    report: () => undefined,
  };
  expect(() => publish({ ...order, releasedAt: '2026-04-05T00:00:00.000Z' })).toThrow('chat-membership');
  life.close();
});

it('finds by message trace the acts that the mailboxes tell', async () => {
  const rowsBy = async (source: SourceName): Promise<number> => {
    const life = await lived([source]);
    await collect({ ...life.run, span: { from: '2026-03-12', to: '2026-03-13' } });
    const rows = rowsOn(life, '2026-03-12');
    life.close();
    return rows;
  };
  const traced = await rowsBy('message-trace');
  expect(traced).toBe(await rowsBy('sent-items'));
  expect(traced).toBeGreaterThan(0);
});

it('reads every usage report the scope turns on, each for its own days', async () => {
  const life = await lived(['active-users', 'teams-activity', 'email-activity']);
  await life.collect();
  const file = life.store.period(life.period);
  for (const report of ['active-users', 'teams-activity', 'email-activity']) {
    expect(usageDaysRead(file, report).size, report).toBeGreaterThan(20);
  }
  life.close();
});
