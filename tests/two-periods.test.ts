import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as machineWait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { periodsDue, spansDue } from '../connector/catch-up.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { collectSpan, publishDue, publishPeriod, type Operation } from '../connector/operation.ts';
import { quarterOf, startOf, type Day, type Period } from '../connector/privacy/period.ts';
import { lastDayRead } from '../connector/store/held.ts';
import { ownersRead } from '../connector/store/interactions.ts';
import { releasedPeriods } from '../connector/store/releases.ts';
import { beginRun, endRun, noteProgress } from '../connector/store/runs.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Lived } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OLD = quarterOf('2026-01-01');
const NEW = quarterOf('2026-04-01');
const NIGHT_MS = 8_220_000;

async function lived(): Promise<Lived> {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { days: 96 });
  const world = await readTenantFolder(source);
  return liveTenant({ world, folder: temporaryFolder(), from: OLD.from, to: OLD.to });
}

/** What the schedule does in one night, and what it says of releases that are refused. */
async function night(life: Lived, day: Day): Promise<{ spans: string[]; said: string[] }> {
  const { run, store, custody, pin, scope, get } = life;
  const operation: Operation = {
    tenantId: run.tenantId,
    store,
    custody,
    pin,
    scope,
    get,
    readDataFile: run.readDataFile,
    now: () => startOf(day) + NIGHT_MS,
    machineNow: Date.now,
    machineWait: (ms) => machineWait(ms),
    random: recordedRandomness(day),
    giveWay: () => Promise.resolve(),
    holder: 'the night',
    mayGoOn: () => undefined,
    report: () => undefined,
  };
  const released = releasedPeriods(store).map(({ id }) => id);
  const due = spansDue(operation.now(), {
    lastDayRead: lastDayRead(store),
    earliest: OLD.from,
    reachesBackDays: Infinity,
    isReleased: (id) => released.includes(id),
  });
  for (const span of due) await collectSpan(operation, span);
  const said: string[] = [];
  await publishDue(operation, periodsDue(operation.now(), store.heldPeriods()), (line) => said.push(line));
  return { spans: due.map(({ period, from, to }) => `${period.id} ${from} ${to}`), said };
}

function fileAndKey({ store }: Lived, { id }: Period): [string, string] {
  return [join(store.folder, 'periods', `${id}.sqlite`), join(store.folder, 'keys', `${id}.jwe`)];
}

function sum(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

it('holds two quarters at once, each with its own key, and releases the old one without touching the new', async () => {
  const life = await lived();
  await night(life, '2026-04-02');
  expect((await night(life, '2026-04-03')).spans).toEqual([
    '2026-Q1 2026-03-31 2026-04-01',
    '2026-Q2 2026-04-01 2026-04-03',
  ]);
  const [oldFile, oldKey] = fileAndKey(life, OLD);
  const [newFile, newKey] = fileAndKey(life, NEW);
  expect([oldFile, oldKey, newFile, newKey].map((path) => existsSync(path))).toEqual([true, true, true, true]);
  expect(sum(oldKey)).not.toBe(sum(newKey));
  expect(releasedPeriods(life.store)).toEqual([]);

  const { spans, said } = await night(life, '2026-04-05');
  expect(said).toEqual([]);
  expect(spans).toEqual(['2026-Q2 2026-04-02 2026-04-05']);
  expect(releasedPeriods(life.store).map(({ id }) => id)).toEqual([OLD.id]);
  expect([oldFile, oldKey].map((path) => existsSync(path))).toEqual([false, false]);
  expect([newFile, newKey].map((path) => existsSync(path))).toEqual([true, true]);
  const read = ownersRead(life.store.period(NEW), 'sent-items', { from: NEW.from, to: '2026-04-05' });
  expect(read.size).toBe(321);
  expect(lastDayRead(life.store)).toBe('2026-04-04');
  life.close();
}, 60_000);

it('keeps a release waiting while too many mailboxes lag behind, also after it was refused, and makes it once they are read', async () => {
  const life = await lived();
  await night(life, '2026-04-04');
  const { store } = life;
  const source = {
    source: 'sent-items',
    daysDone: 90,
    days: 90,
    mailboxesDone: 301,
    mailboxes: 321,
    givenUp: 20,
    gapDays: 0,
    weekRows: null,
    askedToWait: null,
    triedAgain: null,
    waitedMinutes: null,
    failure: 'throttled',
  };
  const run = beginRun(store, { now: () => 1, period: OLD });
  const progress = { step: 'mail', daysDone: 90, days: 90, mailboxesDone: 301, mailboxes: 321 } as const;
  noteProgress(store, run, progress, { sources: [{ ...source, state: 'partial' }], dropped: null });
  endRun(store, run, { now: () => 2, partial: true });
  const order = {
    ...life.run,
    store,
    custody: life.custody,
    pin: life.pin,
    machineNow: Date.now,
    now: () => startOf('2026-04-05'),
  };
  const operation: Operation = {
    ...order,
    machineWait: (ms) => machineWait(ms),
    holder: 'by hand',
    mayGoOn: () => undefined,
    report: () => undefined,
  };
  await expect(publishPeriod(operation, OLD, false)).rejects.toThrow('sent-items');
  expect(lastDayRead(store)).toBe('2025-12-31');
  const { spans, said } = await night(life, '2026-04-06');
  expect(spans[0]).toBe('2026-Q1 2026-01-01 2026-04-01');
  expect(said).toEqual([]);
  expect(releasedPeriods(store)).toHaveLength(1);
  life.close();
}, 60_000);
