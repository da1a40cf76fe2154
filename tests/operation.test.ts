import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as machineWait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { finishErasing, publishDue, publishPeriod, type Operation } from '../connector/operation.ts';
import { periodOf, startOf } from '../connector/privacy/period.ts';
import { publish } from '../connector/publish.ts';
import { takeLease } from '../connector/store/lease.ts';
import { readLedger } from '../connector/store/ledger.ts';
import { openStore } from '../connector/store/open.ts';
import { releasedPeriods } from '../connector/store/releases.ts';
import { latestRun } from '../connector/store/runs.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Lived } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-01' } as const;

async function collected(headsAUnit = 80): Promise<Lived> {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { headsAUnit });
  const life = await liveTenant({ world: await readTenantFolder(source), folder: temporaryFolder(), ...SPAN });
  await life.collect();
  return life;
}

function operationOf({ run, store, custody, scope, get, clock }: Lived, holder: string): Operation {
  return {
    tenantId: run.tenantId,
    store,
    custody,
    scope,
    get,
    readDataFile: run.readDataFile,
    now: clock.now,
    machineNow: Date.now,
    machineWait: (ms) => machineWait(ms),
    random: recordedRandomness(holder),
    giveWay: () => Promise.resolve(),
    holder,
    report: () => undefined,
  };
}

function traces({ store, period }: Lived): boolean[] {
  return [`periods/${period.id}.sqlite`, `keys/${period.id}.jwe`].map((name) => existsSync(join(store.folder, name)));
}

it('two processes that publish at once make one release, and both give it', async () => {
  const life = await collected();
  const other = openStore(life.store.folder);
  const first = operationOf(life, 'first');
  const both = await Promise.all([
    publishPeriod(first, life.period, false),
    publishPeriod({ ...first, holder: 'second', store: other }, life.period, false),
  ]);
  expect(both[0].text).toBe(both[1].text);
  expect(readLedger(other)).toHaveLength(1);
  expect(traces(life)).toEqual([false, false]);
  expect(latestRun(other, life.period.id)).toMatchObject({ mailboxes: 0, mailboxesDone: 0, days: 0, daysDone: 0 });
  other.close();
  life.close();
}, 30_000);

it('publishes nothing under a lease that another has taken, and nothing before the period is over', async () => {
  const life = await collected();
  const { store, period, scope } = life;
  const take = (moment: number) => takeLease(store, { name: 'run', holder: 'one', now: () => moment, ttlMs: 1 });
  const lost = take(0);
  take(1);
  const order = {
    store,
    period,
    once: false,
    scope,
    appsMeasured: [],
    random: recordedRandomness('noise'),
    report: () => undefined,
  };
  expect(() => publish({ ...order, lease: lost, releasedAt: '2026-04-05T00:00:00.000Z' })).toThrow(
    expect.objectContaining({ code: 'already-running' }),
  );
  expect(() => publish({ ...order, releasedAt: '2026-03-31T23:59:59.999Z' })).toThrow(
    expect.objectContaining({ code: 'period-incomplete' }),
  );
  expect(releasedPeriods(store)).toEqual([]);
  expect(traces(life)).toEqual([true, true]);
  life.close();
});

it('removes at the next start what came back, or was left, of days that are released', async () => {
  const life = await collected();
  const { store, period, custody, run, clock } = life;
  const span = periodOf('2026-02-01', '2026-03-01');
  const later = periodOf('2026-04-01', '2026-05-01');
  for (const held of [span, later]) {
    store.period(held);
    await run.openPeriodKey(held.id);
    store.closePeriod(held);
  }
  await publishPeriod(operationOf(life, 'first'), period, false);
  writeFileSync(join(store.folder, 'periods', `${period.id}.sqlite`), 'from a backup');
  writeFileSync(join(store.folder, 'keys', `${period.id}.jwe`), 'from a backup');
  await finishErasing({ store, custody, now: clock.now });
  expect(traces(life)).toEqual([false, false]);
  expect(traces({ ...life, period: span })).toEqual([false, false]);
  expect(traces({ ...life, period: later })).toEqual([true, true]);
  life.close();
}, 30_000);

it('erases a quarter that a small organisation is never shown, once it is over, and goes on to the next', async () => {
  const life = await collected(10);
  const { period, store, run, clock } = life;
  const operation = operationOf(life, 'first');
  const during = { ...operation, now: () => startOf('2026-03-01') };
  await expect(publishPeriod(during, period, false)).rejects.toMatchObject({ code: 'period-incomplete' });
  expect(traces(life)).toEqual([true, true]);
  const empty = periodOf('2025-04-01', '2025-07-01');
  store.period(empty);
  await run.openPeriodKey(empty.id);
  const said: string[] = [];
  await publishDue({ ...operation, now: clock.now }, [empty, period], (line) => said.push(line));
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/collect/);
  expect(said[1]).toMatch(/second and the fourth quarter.*erased/);
  expect(traces(life)).toEqual([false, false]);
  expect(releasedPeriods(store)).toEqual([]);
  life.close();
}, 30_000);

it('does not read a released quarter again when samspill.sqlite is deleted: the note of its shredded key refuses', async () => {
  const life = await collected();
  const { store, period } = life;
  await publishPeriod(operationOf(life, 'first'), period, false);
  store.close();
  for (const ending of ['', '-wal', '-shm']) rmSync(join(store.folder, `samspill.sqlite${ending}`), { force: true });
  const fresh = openStore(store.folder);
  await expect(collect({ ...life.run, store: fresh })).rejects.toMatchObject({ code: 'key-missing' });
  expect(fresh.heldPeriods()).toEqual([]);
  fresh.close();
  life.tenant.close();
}, 30_000);
