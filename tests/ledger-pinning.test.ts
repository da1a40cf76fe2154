import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as machineWait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { heldReleases } from '../connector/api/held-releases.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { Failure } from '../connector/failure.ts';
import { filePin } from '../connector/key-custody/file-pin.ts';
import type { LedgerPin } from '../connector/key-custody/ledger-pin.ts';
import { keepPinned, refuseClockBack } from '../connector/ledger-pinning.ts';
import { publishDue, publishPeriod, type Operation } from '../connector/operation.ts';
import { headOf } from '../connector/privacy/ledger.ts';
import { quarterOf } from '../connector/privacy/period.ts';
import { readLedger } from '../connector/store/ledger.ts';
import { openStore, type Store } from '../connector/store/open.ts';
import { saveRelease } from '../connector/store/releases.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Lived } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { madeRelease } from './store/made-release.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TENANT = '11111111-0000-4000-8000-000000000001';
const BROKEN: unknown = expect.objectContaining({ code: 'ledger-broken' });
const FIRST_DAYS = ['2026-10-01', '2027-01-01', '2027-04-01'] as const;

const pinIn = (folder: string, tenantId = TENANT): LedgerPin => filePin({ folder, tenantId, random: randomBytes });

/** A data folder with so many releases, none of them pinned. */
function storeWith(releases: number, folder = join(temporaryFolder(), 'data'), seed = 1): Store {
  const store = openStore(folder);
  for (const day of FIRST_DAYS.slice(0, releases)) saveRelease(store, madeRelease(store, day, seed));
  return store;
}

const shown = (store: Store): string[] => heldReleases(store).map(({ period }) => period.id);

test('a release is shown once its ledger’s head is pinned, and pinning again changes nothing', async () => {
  const folder = join(temporaryFolder(), 'pin');
  const store = storeWith(1);
  expect(shown(store)).toEqual([]);
  await keepPinned({ store, pin: pinIn(folder), tenantId: TENANT });
  expect(shown(store)).toHaveLength(1);
  const head = headOf(readLedger(store));
  expect(await pinIn(folder).read()).toMatchObject({ tenantId: TENANT, releases: 1, releaseHead: head });
  await keepPinned({ store, pin: pinIn(folder), tenantId: TENANT });
  expect(readdirSync(folder)).toEqual([`${TENANT}-release-0001.json`]);
  store.close();
});

test('nothing is pinned before the first release', async () => {
  const folder = join(temporaryFolder(), 'pin');
  const store = storeWith(0);
  await keepPinned({ store, pin: pinIn(folder), tenantId: TENANT });
  expect(existsSync(folder)).toBe(false);
  store.close();
});

test('an older copy of the database is refused, and so is a fresh installation beside the same pin', async () => {
  const pin = pinIn(join(temporaryFolder(), 'pin'));
  const folder = join(temporaryFolder(), 'data');
  const backup = join(temporaryFolder(), 'backup');
  const first = storeWith(1, folder);
  await keepPinned({ store: first, pin, tenantId: TENANT });
  first.close();
  cpSync(folder, backup, { recursive: true });
  const later = openStore(folder);
  saveRelease(later, madeRelease(later, FIRST_DAYS[1]));
  await keepPinned({ store: later, pin, tenantId: TENANT });
  later.close();

  const restored = openStore(backup);
  const again = keepPinned({ store: restored, pin, tenantId: TENANT });
  await expect(again).rejects.toThrow(/older than its pin.*not drawn again.*Restore a copy of samspill\.sqlite/);
  await expect(keepPinned({ store: restored, pin, tenantId: TENANT, mayAdopt: true })).rejects.toThrow(BROKEN);
  restored.close();
  const fresh = storeWith(0);
  await expect(keepPinned({ store: fresh, pin, tenantId: TENANT })).rejects.toThrow(BROKEN);
  fresh.close();
});

test('of two installations that draw at once the first to pin is shown, the other never', async () => {
  const folder = join(temporaryFolder(), 'pin');
  const [one, other] = [storeWith(1), storeWith(1, undefined, 2)];
  expect(headOf(readLedger(one))).not.toBe(headOf(readLedger(other)));
  const ends = await Promise.allSettled(
    [one, other].map((store) => keepPinned({ store, pin: pinIn(folder), tenantId: TENANT })),
  );
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(new Set([shown(one).length, shown(other).length])).toEqual(new Set([0, 1]));
  for (const store of [one, other].filter((store) => shown(store).length === 0)) {
    await expect(keepPinned({ store, pin: pinIn(folder), tenantId: TENANT })).rejects.toThrow(BROKEN);
    expect(shown(store)).toEqual([]);
  }
  one.close();
  other.close();
});

test('more than one release without a pin is refused, and adopted only where that is said', async () => {
  const pin = pinIn(join(temporaryFolder(), 'pin'));
  const store = storeWith(3);
  await expect(keepPinned({ store, pin, tenantId: TENANT })).rejects.toThrow(/pin .* is gone/);
  expect(shown(store)).toEqual([]);
  await keepPinned({ store, pin, tenantId: TENANT, mayAdopt: true });
  expect(shown(store)).toHaveLength(3);
  store.close();
});

test('a ledger two releases ahead of its pin is refused: one is what a crash can leave', async () => {
  const pin = pinIn(join(temporaryFolder(), 'pin'));
  const store = storeWith(1);
  await keepPinned({ store, pin, tenantId: TENANT });
  for (const day of FIRST_DAYS.slice(1)) saveRelease(store, madeRelease(store, day));
  await expect(keepPinned({ store, pin, tenantId: TENANT })).rejects.toThrow(BROKEN);
  expect(shown(store)).toHaveLength(1);
  store.close();
});

test('a pin that was changed, or names another tenant, is refused', async () => {
  const folder = join(temporaryFolder(), 'pin');
  const store = storeWith(1);
  await keepPinned({ store, pin: pinIn(folder), tenantId: TENANT });
  const other = '22222222-0000-4000-8000-000000000002';
  await expect(keepPinned({ store, pin: pinIn(folder), tenantId: other })).rejects.toThrow(/another tenant/);
  for (const text of ['', '{}', '{"tenantId":"x","releases":2,"releaseHead":"y"}', 'null']) {
    writeFileSync(join(folder, `${TENANT}-release-0001.json`), text);
    await expect(keepPinned({ store, pin: pinIn(folder), tenantId: TENANT })).rejects.toThrow(/not what was written/);
  }
  store.close();
});

test('tenants share a folder without meeting', async () => {
  const folder = join(temporaryFolder(), 'pin');
  const other = '22222222-0000-4000-8000-000000000002';
  const [one, two] = [storeWith(1), storeWith(2)];
  await keepPinned({ store: one, pin: pinIn(folder), tenantId: TENANT });
  await keepPinned({ store: two, pin: pinIn(folder, other), tenantId: other, mayAdopt: true });
  expect((await pinIn(folder).read())?.releases).toBe(1);
  expect((await pinIn(folder, other).read())?.releases).toBe(2);
  one.close();
  two.close();
});

test('a clock before the last release, or before the days held, is refused; some minutes are let be', () => {
  const store = storeWith(1);
  const at = Date.parse(readLedger(store)[0]?.releasedAt ?? '');
  const refused: unknown = expect.objectContaining({ code: 'bad-setting' });
  const clockAt = (now: number) => (): void => {
    refuseClockBack(store, now);
  };
  expect(clockAt(at - 60 * 60_000)).toThrow(refused);
  expect(clockAt(at - 60_000)).not.toThrow();
  store.period(quarterOf('2027-07-15'));
  expect(clockAt(Date.UTC(2027, 5, 30, 12))).toThrow(refused);
  expect(clockAt(Date.UTC(2027, 6, 2))).not.toThrow();
  store.close();
});

async function collected(folder: string): Promise<Lived> {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { headsAUnit: 80 });
  const life = await liveTenant({
    world: await readTenantFolder(source),
    folder,
    from: '2026-01-01',
    to: '2026-04-01',
  });
  await life.collect();
  return life;
}

function operationOf(life: Lived, pin: LedgerPin): Operation {
  const { run, store, custody, scope, get, clock } = life;
  return {
    ...{ tenantId: run.tenantId, store, custody, pin, scope, get, readDataFile: run.readDataFile, now: clock.now },
    machineNow: Date.now,
    machineWait: (ms) => machineWait(ms),
    random: recordedRandomness('operation'),
    giveWay: () => Promise.resolve(),
    holder: 'a test',
    mayGoOn: () => undefined,
    report: () => undefined,
  };
}

test('where the pin tells of releases this ledger does not hold, nothing is drawn and nothing erased', async () => {
  const life = await collected(temporaryFolder());
  const { store, period, run } = life;
  const head = { tenantId: run.tenantId, releases: 4, releaseHead: 'a'.repeat(64) };
  const pin: LedgerPin = { read: () => Promise.resolve(head), write: () => Promise.reject(new Error('written')) };
  await expect(publishPeriod(operationOf(life, pin), period, false)).rejects.toThrow(BROKEN);
  expect(readLedger(store)).toEqual([]);
  expect(store.heldPeriods()).toEqual([period]);
  life.close();
}, 30_000);

test('a pin that could not be reached one night is written the next, and the key destroyed then', async () => {
  const life = await collected(temporaryFolder());
  const { store, period, pin } = life;
  const away: LedgerPin = { read: () => pin.read(), write: () => Promise.reject(new Failure('unreachable', 'Away.')) };
  const said: string[] = [];
  await publishDue(operationOf(life, away), [period], (line) => said.push(line));
  expect(said).toEqual([`${period.id}: Away.`]);
  expect(shown(store)).toEqual([]);
  await publishDue(operationOf(life, away), [], (line) => said.push(line));
  expect(said).toHaveLength(2);
  await publishDue(operationOf(life, pin), [], (line) => said.push(line));
  expect(said).toHaveLength(2);
  expect(shown(store)).toEqual([period.id]);
  expect(existsSync(join(store.folder, 'keys', `${period.id}.jwe`))).toBe(false);
  life.close();
}, 30_000);

test('cut short between storing and pinning, a release is not shown; the next start pins and shows it', async () => {
  const folder = temporaryFolder();
  const life = await collected(folder);
  const { store, period, run, pin } = life;
  const crashing: LedgerPin = { read: () => pin.read(), write: () => Promise.reject(new Error('the machine stopped')) };
  await expect(publishPeriod(operationOf(life, crashing), period, false)).rejects.toThrow('the machine stopped');
  expect(readLedger(store)).toHaveLength(1);
  expect(shown(store)).toEqual([]);
  life.close();

  const again = openStore(store.folder);
  await keepPinned({ store: again, pin, tenantId: run.tenantId });
  expect(shown(again)).toEqual([period.id]);
  expect((await pin.read())?.releaseHead).toBe(headOf(readLedger(again)));
  again.close();
  // The pin lies outside: without the data folder it stands, and a fresh one is refused.
  rmSync(store.folder, { recursive: true });
  const fresh = openStore(store.folder);
  await expect(keepPinned({ store: fresh, pin, tenantId: run.tenantId })).rejects.toThrow(BROKEN);
  fresh.close();
}, 30_000);
