import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { getResponse, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { whoIsAsking } from '../connector/api/who-is-asking.ts';
import { openDemoTenant, type DemoTenant } from '../connector/demo-tenant/demo-tenant.ts';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import type { World } from '../connector/demo-tenant/world.ts';
import { doctor } from '../connector/doctor.ts';
import { installation } from '../connector/installation.ts';
import { collectSpan } from '../connector/operation.ts';
import { markOfNobody } from '../connector/privacy/mark.ts';
import { addDays, dayOf, quarterOf } from '../connector/privacy/period.ts';
import { teamsTokens } from '../connector/serve.ts';
import { readSettings } from '../connector/settings.ts';
import { ownersRead } from '../connector/store/interactions.ts';
import { openStore } from '../connector/store/open.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { failure, QUESTION } from './microsoft-graph/played-graph.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CLIENT_ID = '5a5a5a5a-0000-4000-8000-0000000000fe';
const SOMEBODY = '00000000-0000-4000-8000-00000000a001';
const [NORTH, SOUTH] = ['11111111-0000-4000-8000-00000000000a', '11111111-0000-4000-8000-00000000000b'] as const;
const today = dayOf(Date.now());

interface Played {
  readonly tenant: DemoTenant;
  readonly exchanges: Exchange[];
}

async function played(world: World, tenantId: string, secret: string): Promise<Played> {
  const exchanges: Exchange[] = [];
  const tenant = await openDemoTenant({
    world: { ...world, tenantId },
    now: Date.now,
    application: { clientId: CLIENT_ID, secret },
    roles: ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All'],
    onExchange: (exchange) => exchanges.push(exchange),
  });
  return { tenant, exchanges };
}

/** Whose request it is: Entra is asked below the tenant's id, Graph by the tenant's token. */
function tenantAsked(request: Request): string | undefined {
  const { host, pathname } = new URL(request.url);
  if (host === 'login.microsoftonline.com') return pathname.split('/')[1];
  const { tid } = decodeJwt(request.headers.get('authorization')?.slice('Bearer '.length) ?? '');
  return typeof tid === 'string' ? tid : undefined;
}

/** Microsoft, with two tenants that hold the same people under the same ids. */
async function twoTenants() {
  const source = temporaryFolder();
  writeInventedTenant(source, { headsAUnit: 10, from: addDays(today, -9), days: 9 });
  const world = await readTenantFolder(source);
  const north = await played(world, NORTH, 'secret of the north');
  const south = await played(world, SOUTH, 'secret of the south');
  const server = setupServer(
    http.all('*', async ({ request }) => {
      const asked = [north, south].find(({ tenant }) => tenant.tenantId === tenantAsked(request));
      return (asked && (await getResponse(asked.tenant.handlers, request))) ?? HttpResponse.error();
    }),
  );
  server.listen();
  onTestFinished(() => {
    server.close();
  });
  return { world, north, south };
}

function environmentOf(world: World, tenantId: string, secret: string) {
  const data = join(temporaryFolder(), 'data');
  mkdirSync(data, { mode: 0o700 });
  const scope = {
    version: 1,
    organisation: tenantId === NORTH ? 'North' : 'South',
    sources: ['sent-items'],
    positiveGroupId: world.positiveGroupId,
    unitAttribute: 'department',
    titles: { leader: ['leader'], elected: ['elected'] },
    level: 'standard',
    staffNoticeOn: addDays(today, -60),
    readBack: false,
    endsOn: addDays(today, 365),
    protectedContacts: [markOfNobody(recordedRandomness(tenantId))],
  };
  writeFileSync(join(data, 'scope.json'), JSON.stringify(scope));
  return {
    SAMSPILL_DATA_FOLDER: data,
    SAMSPILL_TENANT_ID: tenantId,
    SAMSPILL_CLIENT_ID: CLIENT_ID,
    SAMSPILL_CLIENT_SECRET: secret,
    SAMSPILL_STAGE: 'pilot',
    SAMSPILL_PORT: '0',
  };
}

const opened = (environment: Record<string, string>) =>
  installation(readSettings(environment), () => undefined, new AbortController().signal);

const bearers = ({ exchanges }: Played) =>
  new Set(exchanges.flatMap(({ requestHeaders }) => requestHeaders.get('authorization') ?? []));

test('two tenants are read at once in one process, and nothing of one is at the other', async () => {
  const { world, north, south } = await twoTenants();
  const both = await Promise.all([
    opened(environmentOf(world, NORTH, 'secret of the north')),
    opened(environmentOf(world, SOUTH, 'secret of the south')),
  ]);
  const span = { period: quarterOf(addDays(today, -1)), from: addDays(today, -1), to: today };
  await Promise.all(both.map((operation) => collectSpan(operation, span)));

  // One sign-in each, one token each, and neither ever at the other.
  for (const { exchanges } of [north, south]) {
    expect(exchanges.filter(({ url }) => url.includes('/oauth2/'))).toHaveLength(1);
    expect(exchanges.filter(({ status }) => status === 401)).toEqual([]);
  }
  expect([bearers(north).size, bearers(south).size]).toEqual([1, 1]);
  expect(bearers(north)).not.toEqual(bearers(south));

  // The same forty people, under the same object ids, under pseudonyms that have nothing in common.
  const [norths, souths] = both.map(({ store }) => ownersRead(store.period(span.period), 'sent-items', span));
  expect(norths!.size).toBeGreaterThan(40);
  expect(souths!.size).toBe(norths!.size);
  expect([...norths!].filter((pseudonym) => souths!.has(pseudonym))).toEqual([]);

  const ask = (tenantId: string) => {
    const rules = teamsTokens({ tenantId, clientId: CLIENT_ID });
    return whoIsAsking(rules, Date.now, recordedRandomness('asking'));
  };
  const token = await north.tenant.userToken({ oid: SOMEBODY, roles: ['Leader'], now: Date.now() });
  expect((await ask(NORTH)([`Bearer ${token}`])).roles).toEqual(['Leader']);
  await expect(ask(SOUTH)([`Bearer ${token}`])).rejects.toThrow();
  for (const { store } of both) store.close();
}, 60_000);

test('one tenant that cannot sign in stands in the way of no other, and its sentence quotes no credential', async () => {
  const { world, south } = await twoTenants();
  const [north, good] = await Promise.all([
    opened(environmentOf(world, NORTH, 'secret of the south')),
    opened(environmentOf(world, SOUTH, 'secret of the south')),
  ]);
  const span = { period: quarterOf(addDays(today, -1)), from: addDays(today, -1), to: today };
  const [told] = await Promise.all([failure(north.get.json(QUESTION, () => undefined)), collectSpan(good, span)]);
  expect(told.code).toBe('credential-refused');
  expect(told.sentence).not.toContain('secret of');
  expect(south.exchanges.length).toBeGreaterThan(40);
  for (const { store } of [north, good]) store.close();
}, 60_000);

test('a data folder knows its tenant: a start for another one is refused and touches nothing', async () => {
  const { world } = await twoTenants();
  const environment = environmentOf(world, NORTH, 'secret of the north');
  const { store } = await opened(environment);
  store.close();
  const kept = join(environment.SAMSPILL_DATA_FOLDER, 'samspill.sqlite');
  const before = readFileSync(kept);
  const another = { ...environment, SAMSPILL_TENANT_ID: SOUTH };
  const told = await failure(opened(another));
  expect(told.code).toBe('bad-setting');
  expect(told.sentence).toMatch(/belongs to another tenant.*Nothing was changed/);
  expect(told.sentence).not.toMatch(/11111111/);
  const examined = await doctor({
    environment: another,
    tabFolder: environment.SAMSPILL_DATA_FOLDER,
    now: Date.now,
    wait: () => Promise.resolve(),
    random: recordedRandomness('doctor'),
  });
  expect(examined.filter(({ state }) => state === 'wrong')).toMatchObject([{ check: 'database', says: told.sentence }]);
  expect(readFileSync(kept)).toEqual(before);
  expect(existsSync(`${kept}-wal`)).toBe(false);
  // Letter case is no other tenant, and its own tenant may come back.
  openStore(environment.SAMSPILL_DATA_FOLDER, { tenantId: NORTH.toUpperCase() }).close();
});
