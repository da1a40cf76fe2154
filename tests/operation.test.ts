import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as machineWait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import type { Get } from '../connector/microsoft-graph/get.ts';
import { untilEnded } from '../connector/microsoft-graph/until-ended.ts';
import { collectSpan, finishErasing, publishDue, publishPeriod, type Operation } from '../connector/operation.ts';
import { periodOf, startOf } from '../connector/privacy/period.ts';
import { publish } from '../connector/publish.ts';
import { takeLease } from '../connector/store/lease.ts';
import { daysReadFrom } from '../connector/store/interactions.ts';
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

function operationOf({ run, store, custody, pin, scope, get, clock }: Lived, holder: string): Operation {
  return {
    tenantId: run.tenantId,
    store,
    custody,
    pin,
    scope,
    get,
    readDataFile: run.readDataFile,
    now: clock.now,
    machineNow: Date.now,
    machineWait: (ms) => machineWait(ms),
    random: recordedRandomness(holder),
    giveWay: () => Promise.resolve(),
    holder,
    mayGoOn: () => undefined,
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

/** A machine's clock in the test's hand: waits end when it is let pass by, and otherwise never. */
function heldClock() {
  let moment = 0;
  const waits: { readonly until: number; readonly end: () => void }[] = [];
  return {
    now: () => moment,
    wait: (ms: number) =>
      new Promise<void>((end) => {
        waits.push({ until: moment + ms, end });
      }),
    pass: async (ms: number): Promise<void> => {
      moment += ms;
      for (const { until, end } of waits) if (until <= moment) end();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** The first mailbox's question is answered when `wait` is over, as where Retry-After asks for minutes. */
function slowAtFirst(get: Get, wait: () => Promise<void>): Get {
  let isFirst = true;
  return {
    text: (question, parse) => get.text(question, parse),
    json: (question, parse, next) =>
      untilEnded(
        (question.askers ?? []).map(({ signal }) => signal),
        async () => {
          if (isFirst && question.source.endpoint.includes('messages')) {
            isFirst = false;
            await wait();
          }
          return get.json(question, parse, next);
        },
      ),
  };
}

async function aboutToCollect(): Promise<Lived> {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { headsAUnit: 12 });
  return liveTenant({ world: await readTenantFolder(source), folder: temporaryFolder(), ...SPAN });
}

it('keeps its lease while a source has to wait for minutes, and nobody takes over in the middle', async () => {
  const life = await aboutToCollect();
  const other = openStore(life.store.folder);
  const machine = heldClock();
  const refused: string[] = [];
  const get = slowAtFirst(life.get, async () => {
    for (let minute = 0; minute < 4; minute += 1) {
      for (let half = 0; half < 120; half += 1) await machine.pass(500);
      try {
        takeLease(other, { name: 'run', holder: 'another', now: machine.now, ttlMs: 1_000 });
      } catch {
        refused.push('refused');
      }
    }
  });
  const operation = { ...operationOf(life, 'first'), get, machineNow: machine.now, machineWait: machine.wait };
  const figures = await collectSpan(operation, { period: life.period, from: '2026-03-01', to: '2026-03-04' });
  expect(refused).toHaveLength(4);
  expect(figures.sources).toMatchObject([{ state: 'done' }]);
  other.close();
  life.close();
});

it('ends what it asks as soon as another has taken over, however long it was to wait, and stores nothing', async () => {
  const life = await aboutToCollect();
  const other = openStore(life.store.folder);
  const machine = heldClock();
  const get = slowAtFirst(life.get, async () => {
    // Asleep for half a minute: nothing could be renewed meanwhile.
    const asleep = machine.pass(30_000);
    takeLease(other, { name: 'run', holder: 'another', now: machine.now, ttlMs: 20_000 });
    await asleep;
    await machine.pass(500);
    await new Promise(() => undefined);
  });
  const operation = { ...operationOf(life, 'first'), get, machineNow: machine.now, machineWait: machine.wait };
  const span = { period: life.period, from: '2026-03-01', to: '2026-03-04' } as const;
  await expect(collectSpan(operation, span)).rejects.toMatchObject({ code: 'already-running' });
  expect(daysReadFrom(life.store.period(life.period), 'sent-items')).toEqual([]);
  other.close();
  life.close();
}, 5_000);
