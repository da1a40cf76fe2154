import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import type { Fault } from '../connector/demo-tenant/faults.ts';
import { installation } from '../connector/installation.ts';
import { readSentMail } from '../connector/microsoft-graph/mail.ts';
import { readDirectory } from '../connector/microsoft-graph/people.ts';
import { markOfNobody } from '../connector/privacy/mark.ts';
import { addDays, dayOf } from '../connector/privacy/period.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { readSettings } from '../connector/settings.ts';
import { Stopped } from '../connector/stopped.ts';
import { CLIENT_ID, opened, SECRET } from './demo-tenant/opened.ts';
import { id, SCOPE_GROUP, START } from './demo-tenant/small-world.ts';
import { pseudonymOf } from './microsoft-graph/invented-people.ts';
import { failure } from './microsoft-graph/played-graph.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ENOUGH = ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All'];

/** A real installation, with the machine's clock, whose application may read all mail, under a scope that approves `approving`. */
async function installed(
  approving: { readonly approvedRoles?: readonly string[]; readonly sources?: readonly string[] },
  different: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly stop?: AbortSignal;
    readonly limits?: 'enforced';
    /** What every mailbox is answered with. */
    readonly fault?: Fault;
  } = {},
) {
  const exchanges: Exchange[] = [];
  const mailsAsked = { now: 0, most: 0 };
  const tenant = await opened({
    now: Date.now,
    ...(different.limits && { limits: different.limits }),
    roles: [...ENOUGH, 'Mail.Read'],
    faults: ({ template }) => {
      if (template.endsWith('/messages')) mailsAsked.most = Math.max(mailsAsked.most, (mailsAsked.now += 1));
      return template.endsWith('/messages') ? different.fault : undefined;
    },
    onExchange: (exchange) => {
      exchanges.push(exchange);
      if (exchange.url.includes('/messages')) mailsAsked.now -= 1;
    },
  });
  const data = join(temporaryFolder(), 'data');
  mkdirSync(data, { mode: 0o700 });
  const today = dayOf(Date.now());
  const scope = {
    version: 1,
    organisation: 'Fjord kommune',
    sources: ['sent-items'],
    positiveGroupId: SCOPE_GROUP,
    unitAttribute: 'department',
    titles: { leader: ['leader'], elected: ['elected'] },
    level: 'standard',
    staffNoticeOn: addDays(today, -60),
    readBack: false,
    endsOn: addDays(today, 365),
    protectedContacts: [markOfNobody(recordedRandomness('installation'))],
    ...approving,
  };
  writeFileSync(join(data, 'scope.json'), JSON.stringify(scope));
  const settings = readSettings({
    SAMSPILL_DATA_FOLDER: data,
    SAMSPILL_TENANT_ID: tenant.tenant.tenantId,
    SAMSPILL_CLIENT_ID: CLIENT_ID,
    SAMSPILL_CLIENT_SECRET: SECRET,
    SAMSPILL_STAGE: 'pilot',
    ...different.environment,
  });
  const told: string[] = [];
  const stop = different.stop ?? new AbortController().signal;
  const operation = await installation(settings, (line) => told.push(line), stop);
  return {
    operation,
    mailsAsked,
    told,
    statuses: () => exchanges.map(({ status }) => status),
    directory: () => readDirectory({ get: operation.get, ...operation.scope }),
    hosts: () => exchanges.map(({ url }) => new URL(url).host),
    [Symbol.dispose]: () => {
      operation.store.close();
      tenant[Symbol.dispose]();
    },
  };
}

test.each([{}, { approvedRoles: [] }, { approvedRoles: ['Mail.ReadWrite'] }])(
  'a permission too many is refused under a scope with %j, and Graph is asked nothing',
  async (approving) => {
    using house = await installed(approving);
    const told = await failure(house.directory());
    expect(told.code).toBe('too-many-permissions');
    expect(told.sentence).toContain('(Mail.Read)');
    expect(new Set(house.hosts())).toEqual(new Set(['login.microsoftonline.com']));
  },
);

test('a permission that the scope approves by name is none too many', async () => {
  using house = await installed({ approvedRoles: ['Mail.Read'] });
  expect((await house.directory()).people).toHaveLength(3);
});

test('the one GET keeps the published limits: no more than four requests of one mailbox at a time', async () => {
  using house = await installed({ approvedRoles: ['Mail.Read'] });
  const { get } = house.operation;
  const directory = await house.directory();
  const person = directory.people.find(({ identity }) => identity.equals(new RealIdentity(id(1))))!;
  const span = { from: dayOf(START), to: addDays(dayOf(START), 1) };
  const read = () => readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude: () => 'yes' });
  await Promise.all(Array.from({ length: 12 }, read));
  expect(house.hosts().filter((host) => host === 'graph.microsoft.com').length).toBeGreaterThan(12);
  expect(house.mailsAsked).toEqual({ now: 0, most: 4 });
});

const MAILBOXES = [1, 2, 3, 4, 5].map((n) => ({
  source: { name: 'mail', endpoint: '/users/{id}/mailFolders/sentitems/messages', permissions: [], fields: [] },
  values: { id: id(n) },
  query: { $select: 'sender', $top: '1' },
}));

test.each([
  [undefined, 20],
  ['per-app', 4],
] as const)('with mailbox concurrency %j, five mailboxes get %d requests at a time', async (how, most) => {
  const environment = how === undefined ? {} : { SAMSPILL_MAILBOX_CONCURRENCY: how };
  using house = await installed({ approvedRoles: ['Mail.Read'] }, { environment });
  const { get } = house.operation;
  await house.directory();
  const asking = MAILBOXES.flatMap((mailbox) => Array.from({ length: 8 }, () => get.json(mailbox, () => undefined)));
  await Promise.allSettled(asking);
  expect(house.mailsAsked).toEqual({ now: 0, most });
});

test('in a tenant that enforces the published limits, a hundred requests at once meet no 429', async () => {
  using house = await installed({ approvedRoles: ['Mail.Read'] }, { limits: 'enforced' });
  await house.directory();
  const asking = MAILBOXES.flatMap((mailbox) =>
    Array.from({ length: 20 }, () => house.operation.get.json(mailbox, () => undefined)),
  );
  await Promise.allSettled(asking);
  expect(house.statuses().length).toBeGreaterThan(100);
  expect(house.statuses()).not.toContain(429);
});

test('told to stop while Graph asks for an hour: stopped at once, and the hour was told of', async () => {
  const stop = new AbortController();
  const fault = { kind: 'throttled', retryAfter: '3600' } as const;
  using house = await installed({ approvedRoles: ['Mail.Read'] }, { stop: stop.signal, fault });
  await house.directory();
  const asking = MAILBOXES.map((mailbox) => house.operation.get.json(mailbox, () => undefined));
  const ends = Promise.allSettled(asking);
  await vi.waitFor(() => {
    expect(house.told).toContain('Microsoft Graph (outlook) asks for a pause of 3600 s.');
  });
  stop.abort(143);
  for (const end of await ends) expect(end).toMatchObject({ status: 'rejected', reason: new Stopped() });
});

test('a store that was opened is closed where something is wrong after it', async () => {
  const data = join(temporaryFolder(), 'data');
  mkdirSync(data, { mode: 0o700 });
  const settings = readSettings({
    SAMSPILL_DATA_FOLDER: data,
    SAMSPILL_TENANT_ID: 'a0a0a0a0-0000-4000-8000-000000000001',
    SAMSPILL_CLIENT_ID: CLIENT_ID,
    SAMSPILL_CLIENT_SECRET: SECRET,
    SAMSPILL_STAGE: 'pilot',
  });
  writeFileSync(join(data, 'scope.json'), 'no JSON');
  const told = await failure(installation(settings, () => undefined, new AbortController().signal));
  expect(told.code).toBe('bad-input');
  // SQLite takes its log away when the last connection is closed.
  expect(readdirSync(data).filter((name) => name.startsWith('samspill.sqlite'))).toEqual(['samspill.sqlite']);
});

test('what is missing is said with the source it stops, and the others are read', async () => {
  using house = await installed({ approvedRoles: ['Mail.Read'], sources: ['sent-items', 'meetings'] });
  const said = await house.operation.missingRoles();
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^Calendars\.ReadBasic\.All is not granted, which stops meetings: .*adminconsent/);
  expect((await house.directory()).people).toHaveLength(3);
});
