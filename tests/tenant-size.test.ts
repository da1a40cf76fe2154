import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as machineWait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { collectSpan } from '../connector/operation.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PERIOD = { from: '2026-01-01', to: '2026-04-01' } as const;

test('a run tells how many people the directory has, before it reads anybody', async () => {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { headsAUnit: 12 });
  const told: (number | string)[] = [];
  const life = await liveTenant({
    world: await readTenantFolder(source),
    folder: temporaryFolder(),
    ...PERIOD,
    onExchange: ({ url }) => {
      if (url.includes('/messages')) told.push('a mailbox');
    },
  });
  const { run, store, custody, pin, scope, get, clock, period } = life;
  const operation = {
    ...{ tenantId: run.tenantId, store, custody, pin, scope, get, readDataFile: run.readDataFile, now: clock.now },
    ...{ machineNow: Date.now, machineWait: (ms: number) => machineWait(ms), random: recordedRandomness('size') },
    ...{ giveWay: () => Promise.resolve(), holder: 'size', mayGoOn: () => undefined, report: () => undefined },
    tenantHas: (users: number) => told.push(users),
  };
  await collectSpan(operation, { period, from: '2026-01-05', to: '2026-01-06' });
  const [first, ...then] = told;
  expect(first).toBeGreaterThanOrEqual(12);
  expect(new Set(then)).toEqual(new Set(['a mailbox']));
});
