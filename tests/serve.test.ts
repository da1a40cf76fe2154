import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { healthAnswer, lastRunAnswer } from '../connector/api/answers.ts';
import { openDemoTenant } from '../connector/demo-tenant/demo-tenant.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { markOfNobody } from '../connector/privacy/mark.ts';
import { addDays, dayOf, quarterOf } from '../connector/privacy/period.ts';
import { serve } from '../connector/serve.ts';
import { readSettings } from '../connector/settings.ts';
import { ownersRead } from '../connector/store/interactions.ts';
import { openStore } from '../connector/store/open.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { isReached, nightBarrier, open } from './night-barrier.ts';
import { playAtNight } from './play-at-night.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const application = { clientId: '5a5a5a5a-0000-4000-8000-0000000000fe', secret: 'the demo secret' };
const roles = ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All'];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * A server over an invented tenant whose application may read mail, with these sources in its scope; or without a scope.
 *
 * @param barrier where its night stands still before the first mailbox, if that is wanted
 */
async function serving(sources: readonly string[] | undefined, barrier = nightBarrier()) {
  const folder = temporaryFolder();
  const source = join(folder, 'tenant');
  mkdirSync(source);
  const today = dayOf(Date.now());
  writeInventedTenant(source, { from: addDays(today, -12), days: 12 });
  const world = await readTenantFolder(source);
  const hostsAsked = new Set<string>();
  const tenant = await openDemoTenant({
    world,
    now: Date.now,
    application,
    roles,
    onExchange: ({ url }) => hostsAsked.add(new URL(url).host),
  });
  tenant.listen();
  playAtNight({ source, application, roles, barrier });

  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const scope = {
    version: 1,
    organisation: 'An organisation',
    sources,
    positiveGroupId: world.positiveGroupId,
    unitAttribute: 'department',
    titles: { leader: ['leader'], elected: ['elected'] },
    level: 'standard',
    // Fourteen days before the quarter of yesterday begins: all of it may be read, and nothing before.
    staffNoticeOn: addDays(quarterOf(addDays(today, -1)).from, -14),
    readBack: false,
    endsOn: addDays(today, 365),
    protectedContacts: [markOfNobody(recordedRandomness('nobody'))],
  };
  if (sources !== undefined) writeFileSync(join(data, 'scope.json'), JSON.stringify(scope));
  const port = await freePort();
  const said: string[] = [];
  const stopping = new AbortController();
  const served = serve({
    settings: readSettings({
      SAMSPILL_DATA_FOLDER: data,
      SAMSPILL_TENANT_ID: world.tenantId,
      SAMSPILL_CLIENT_ID: application.clientId,
      SAMSPILL_CLIENT_SECRET: application.secret,
      SAMSPILL_STAGE: 'pilot',
      SAMSPILL_PORT: String(port),
    }),
    tell: (line) => said.push(line),
    stop: stopping.signal,
    nightModule: new URL('played-night.ts', import.meta.url),
  });

  const ask = async (question: string, token = ''): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/${question}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.json();
  };
  return {
    ask,
    data,
    hostsAsked,
    said,
    served,
    stop: () => {
      stopping.abort();
    },
    tenant,
    today,
  };
}

it('serves a tenant as in production: catches up with the days it may read, answers meanwhile, and stops when told', async () => {
  const barrier = nightBarrier('closed');
  const { ask, data, hostsAsked, said, served, stop, tenant, today } = await serving(['sent-items'], barrier);
  await vi.waitFor(
    () => {
      expect(isReached(barrier)).toBe(true);
    },
    { timeout: 20_000 },
  );
  // Whoever reads does nothing else now: this is answered all the same.
  expect(healthAnswer.parse(await ask('health')).lastRun).toBe('running');
  open(barrier);
  await vi.waitFor(
    async () => {
      expect(healthAnswer.parse(await ask('health')).lastRun).toBe('done');
    },
    { timeout: 20_000 },
  );
  const token = await tenant.userToken({ oid: '00000000-0000-4000-8000-00000000a001', roles: [], now: Date.now() });
  expect(lastRunAnswer.parse(await ask('last-run', token)).run).toMatchObject({ state: 'done', mailboxes: 321 });
  expect(await ask('overview', token)).toMatchObject({ refused: 'not-for-you' });

  stop();
  await served;
  tenant.close();
  expect(hostsAsked).toEqual(new Set(['login.microsoftonline.com']));
  expect(said.join('\n')).not.toMatch(/fault|refused bad|tries again/);

  const store = openStore(data, { readOnly: true });
  const period = quarterOf(addDays(today, -1));
  expect(store.heldPeriods()).toEqual([period]);
  expect(ownersRead(store.period(period), 'sent-items', { from: period.from, to: today }).size).toBe(321);
  store.close();
}, 60_000);

it('says at the start which permission is missing and what that stops, and reads the rest', async () => {
  const { ask, said, served, stop, tenant } = await serving(['sent-items', 'meetings']);
  await vi.waitFor(
    async () => {
      expect(healthAnswer.parse(await ask('health')).lastRun).toBe('partial');
    },
    { timeout: 20_000 },
  );
  expect(said.filter((line) => line.includes('is not granted'))).toEqual([
    expect.stringMatching(/^Calendars\.ReadBasic\.All is not granted, which stops meetings: .*adminconsent/),
  ]);
  stop();
  await served;
  tenant.close();
}, 60_000);

it('without any scope starts, answers everybody who may ask, and reads nothing', async () => {
  const { ask, data, said, served, stop, tenant } = await serving(undefined);
  await vi.waitFor(
    () => {
      expect(said.some((line) => line.includes('There is no scope'))).toBe(true);
    },
    { timeout: 20_000 },
  );
  expect(healthAnswer.parse(await ask('health')).lastRun).not.toBe('done');
  const token = (role: string) =>
    tenant.userToken({ oid: '00000000-0000-4000-8000-00000000a002', roles: [role], now: Date.now() });
  const officer = await token('PrivacyOfficer');
  const leader = await token('Leader');
  for (const [question, asker] of [
    ['me', officer],
    ['about', officer],
    ['last-run', officer],
    ['scope?language=en', officer],
    ['gates', officer],
  ] as const) {
    expect(await ask(question, asker), question).not.toHaveProperty('refused');
  }
  expect(await ask('overview', leader)).not.toMatchObject({ refused: 'broken' });
  // Of what is not there yet there is no document; that is no fault.
  expect(await ask('documents/scope?language=en', officer)).not.toMatchObject({ refused: 'broken' });
  stop();
  await served;
  tenant.close();
  const store = openStore(data, { readOnly: true });
  expect(store.heldPeriods()).toEqual([]);
  store.close();
}, 60_000);
