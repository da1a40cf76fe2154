import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import type { RunFigures } from '../connector/collection-run.ts';
import type { FaultPlan } from '../connector/demo-tenant/faults.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import type { World } from '../connector/demo-tenant/world.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import type { Get } from '../connector/microsoft-graph/get.ts';
import type { Day } from '../connector/privacy/period.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import type { SourceName } from '../connector/privacy/scope.ts';
import { runDocument, runLines } from '../connector/release-document.ts';
import { daysReadFrom, ownersRead } from '../connector/store/interactions.ts';
import { addObjection } from '../connector/store/marks.ts';
import { usageDaysRead } from '../connector/store/usage-days.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Life, type Lived } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-01' } as const;
const LAST_DAYS = { from: '2026-03-29', to: '2026-04-01' } as const;
const ROLES = [
  'User.Read.All',
  'GroupMember.Read.All',
  'Mail.ReadBasic.All',
  'Calendars.ReadBasic.All',
  'CallRecords.Read.All',
  'Reports.Read.All',
  'ReportSettings.Read.All',
];
const SOURCES: readonly SourceName[] = ['sent-items', 'meetings', 'calls', 'active-users'];
const MAIL = '/users/{id}/mailFolders/{id}/messages';

async function lived(options: Partial<Life> = {}, headsAUnit = 20): Promise<Lived & { readonly world: World }> {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { headsAUnit, usage: true });
  const write = (name: string, lines: string[]): void => {
    writeFileSync(join(source, name), lines.join('\n'));
  };
  write('meetings.csv', ['start,end,organizer,attendees', '2026-03-30T09:00:00Z,2026-03-30T10:00:00Z,u0p0,u2p0']);
  write('calls.csv', ['start,end,organizer,participants', '2026-03-30T09:00:00Z,2026-03-30T09:20:00Z,u0p0,u2p0']);
  appendFileSync(join(source, 'mail.csv'), '\n2026-03-30T09:00:00Z,u0p0,u2p0,');
  const world = await readTenantFolder(source);
  const life = await liveTenant({
    world,
    folder: temporaryFolder(),
    ...SPAN,
    sources: SOURCES,
    roles: ROLES,
    ...options,
  });
  return { world, ...life };
}

function states({ sources }: RunFigures): Record<string, string> {
  return Object.fromEntries(sources.map(({ source, state }) => [source, state]));
}

/** Of which of these days at least one person's acts were read. */
function daysOfMarch(life: Lived, source: SourceName): Day[] {
  return daysReadFrom(life.store.period(life.period), source).filter((day) => day >= LAST_DAYS.from);
}

it('reads what can be read when one source has no consent, and says whose move it is', async () => {
  const life = await lived({ roles: ROLES.filter((role) => role !== 'CallRecords.Read.All') });
  const figures = await collect({ ...life.run, span: LAST_DAYS });
  expect(states(figures)).toEqual({
    'sent-items': 'done',
    meetings: 'done',
    calls: 'failed',
    'active-users': 'done',
  });
  expect(figures.partial).toBe(true);
  const document = runDocument({ period: life.period, ...LAST_DAYS }, figures);
  expect(document.state).toBe('partial');
  expect(document.sources[2]).toMatchObject({
    source: 'calls',
    failure: 'consent-missing',
    whoseMove: 'administrator',
    gapDays: 90,
  });
  const lines = runLines({ period: life.period, ...LAST_DAYS }, figures).join('\n');
  expect(lines).toContain('in part');
  expect(lines).toMatch(/calls: given up \(consent-missing; administrator to act\)/);
  expect(daysOfMarch(life, 'meetings')).toHaveLength(3);
  expect(daysOfMarch(life, 'calls')).toEqual([]);
  expect(usageDaysRead(life.store.period(life.period), 'active-users').size).toBeGreaterThan(0);
  life.close();
});

it('fails whole where every source fails, and where what is wrong concerns them all', async () => {
  const life = await lived({ sources: ['calls'], roles: ROLES.filter((role) => role !== 'CallRecords.Read.All') });
  await expect(life.collect()).rejects.toMatchObject({ code: 'consent-missing' });
  life.close();
  const stopped = await lived();
  let reports = 0;
  const stop = collect({
    ...stopped.run,
    span: LAST_DAYS,
    report: () => {
      reports += 1;
      if (reports === 3) throw new RangeError('told to stop');
    },
  });
  await expect(stop).rejects.toThrow('told to stop');
  const after = reports;
  await new Promise((resolve) => setImmediate(resolve));
  expect(reports).toBe(after);
  stopped.close();
});

/** A mailbox whose items Graph is always too busy for. */
function busyFor(isBusy: (user: string) => boolean): FaultPlan {
  return ({ template, url }) => {
    const user = url.pathname.split('/')[3] ?? '';
    return template === MAIL && isBusy(user) ? { kind: 'throttled', retryAfter: '60' } : undefined;
  };
}

it('leaves a mailbox it gives up as it was, calls the run partial, and reads only what is missing the next time', async () => {
  let busy: string | undefined;
  let heals = false;
  const asked: string[] = [];
  const life = await lived({
    sources: ['sent-items'],
    faults: busyFor((user) => {
      busy ??= user;
      return user === busy && !heals;
    }),
    onExchange: ({ url }) => {
      const parsed = new URL(url);
      if (parsed.pathname.includes('/mailFolders/')) asked.push(parsed.searchParams.get('$filter') ?? '');
    },
  });
  const figures = await life.collect();
  expect(figures).toMatchObject({
    partial: true,
    sources: [{ state: 'partial', givenUp: 1, mailboxes: 81, mailboxesDone: 81, failure: { code: 'throttled' } }],
  });
  const file = life.store.period(life.period);
  expect(ownersRead(file, 'sent-items', SPAN).size).toBe(80);

  heals = true;
  asked.length = 0;
  const next = await collect({ ...life.run, readAgainFrom: '2026-03-29' });
  expect(next.partial).toBe(false);
  expect(ownersRead(file, 'sent-items', SPAN).size).toBe(81);
  expect(asked.filter((filter) => filter.includes('ge 2026-01-01'))).toHaveLength(1);
  expect(asked.filter((filter) => filter.includes('ge 2026-03-29'))).toHaveLength(80);
  life.close();
});

it('gives a source up when the service fails for one mailbox after the other, and keeps what it has', async () => {
  let requests = 0;
  const faults: FaultPlan = (request, ordinal) => {
    if (request.template === MAIL) requests += 1;
    return busyFor(() => requests > 30)(request, ordinal);
  };
  const life = await lived({ sources: ['sent-items', 'meetings'], faults }, 40);
  const figures = await collect({ ...life.run, span: LAST_DAYS });
  expect(states(figures)).toEqual({ 'sent-items': 'failed', meetings: 'done' });
  expect(ownersRead(life.store.period(life.period), 'sent-items', LAST_DAYS).size).toBe(30);
  // Twenty in a row, and those that were under way with them; never all the 131 that are left.
  expect(figures.sources[0]?.givenUp).toBeLessThan(100);
  expect(figures.sources[0]?.triedAgain).toBeGreaterThan(0);
  // Each of those given up was to wait a minute fifteen times.
  const [mail] = runDocument({ period: life.period, ...LAST_DAYS }, figures).sources;
  expect(mail?.waitedMinutes).toBeGreaterThanOrEqual(15 * 20);
  life.close();
});

/** Sees how many mailboxes each source asks for at once; each answer takes a turn of the event loop. */
function watched(get: Get, most: Map<string, number>): Get {
  const now = new Map<string, number>();
  return {
    text: (question, parse) => get.text(question, parse),
    json: async (question, parse, next) => {
      const { endpoint } = question.source;
      now.set(endpoint, (now.get(endpoint) ?? 0) + 1);
      most.set(endpoint, Math.max(most.get(endpoint) ?? 0, now.get(endpoint) ?? 0));
      await new Promise((resolve) => setImmediate(resolve));
      try {
        return await get.json(question, parse, next);
      } finally {
        now.set(endpoint, (now.get(endpoint) ?? 0) - 1);
      }
    },
  };
}

it('asks for 32 mailboxes of each source at once, and never for more', async () => {
  const life = await lived({ sources: ['sent-items', 'meetings'] });
  const most = new Map<string, number>();
  await collect({ ...life.run, span: LAST_DAYS, get: watched(life.get, most) });
  const ofMailboxes = [...most].filter(([endpoint]) => /messages|calendarView/.test(endpoint));
  expect(ofMailboxes.map(([, at]) => at)).toEqual([32, 32]);
  life.close();
});

it('says how much a report told in the last week, but nothing where it told of under 50 people', async () => {
  const weekOf = async (headsAUnit: number): Promise<number | null | undefined> => {
    const life = await lived({ sources: ['active-users'] }, headsAUnit);
    const figures = await collect({ ...life.run, span: { from: '2026-03-20', to: SPAN.to } });
    life.close();
    return figures.sources[0]?.weekRows;
  };
  // 13 of 20 people in each of four units, on each of seven days: 364 rows; and 7 of 10, which are 196 rows of 28 people.
  expect(await weekOf(20)).toBe(360);
  expect(await weekOf(10)).toBeNull();
});

it.each<[string, readonly SourceName[], string?]>([
  ['mailboxes', ['sent-items', 'meetings']],
  ['what Graph tells of the whole tenant', ['message-trace', 'calls']],
  ['usage reports', ['active-users', 'teams-activity']],
  ['mailboxes of which one is always busy', ['sent-items', 'meetings'], 'u1p3@'],
])('tells no figure of %s that changes when one person objects', async (_, sources, busyAt) => {
  const told = async (objects: boolean): Promise<unknown> => {
    const steps: unknown[] = [];
    let busy = '';
    const faults = busyFor((user) => user === busy);
    const life = await lived({ sources, roles: [...ROLES, 'ExchangeMessageTrace.Read.All'], faults });
    const accountOf = (start: string) =>
      life.world.accounts.find(({ userPrincipalName }) => userPrincipalName.startsWith(start));
    if (busyAt !== undefined) busy = accountOf(busyAt)?.id ?? '';
    if (objects) {
      const who = accountOf('u3p5@');
      const markOf = markMaker(life.run.tenantId, await life.run.openStandingKey());
      addObjection(life.store, markOf(new RealIdentity(who?.id ?? 'nobody')));
    }
    const figures = await collect({
      ...life.run,
      span: LAST_DAYS,
      report: (_, sources) => {
        steps.push(
          sources.map(({ source, state, daysDone, mailboxesDone }) => [source, state, daysDone, mailboxesDone]),
        );
      },
    });
    life.close();
    const document = runDocument({ period: life.period, ...LAST_DAYS }, figures);
    expect(document.state).toBe(busyAt === undefined ? 'done' : 'partial');
    return { steps, document };
  };
  expect(await told(true)).toEqual(await told(false));
});
