import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { addForgotten, addObjection } from '../connector/store/marks.ts';
import { collect } from '../connector/collect.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant } from './lived-tenant.ts';
import { filesWith } from './store/temporary-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('who objects while a run is reading is forgotten before it ends; who was forgotten is not read again', async () => {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { days: 21, headsAUnit: 24 });
  const world = await readTenantFolder(source);
  const life = await liveTenant({ world, folder: temporaryFolder(), from: '2026-01-01', to: '2026-01-22' });
  const { run, store, period } = life;
  const identity = (name: string) =>
    new RealIdentity(world.accounts.find((it) => it.userPrincipalName.startsWith(`${name}@`))?.id ?? '');
  const pseudonymOf = pseudonymMaker(run.tenantId, period.id, await run.openPeriodKey(period.id));
  const markOf = markMaker(run.tenantId, await run.openStandingKey());
  let held = 0;
  await collect({
    ...run,
    report: (progress) => {
      if (progress.step !== 'mail' || held > 0 || progress.mailboxesDone < 20) return;
      held = filesWith(store.folder, pseudonymOf(identity('u0p0'))).length;
      addObjection(store, markOf(identity('u0p0')));
    },
  });
  expect(held).toBeGreaterThan(0);
  expect(filesWith(store.folder, pseudonymOf(identity('u0p0')))).toEqual([]);
  expect(filesWith(store.folder, pseudonymOf(identity('u0p1'))).length).toBeGreaterThan(0);
  addForgotten(store, markOf(identity('u0p1')), '2026-01-25T00:00:00.000Z');
  await life.collect();
  expect(filesWith(store.folder, pseudonymOf(identity('u0p1')))).toEqual([]);
  life.close();
}, 60_000);
