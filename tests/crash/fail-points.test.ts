import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import { writeInventedTenant } from '../invented-tenant.ts';
import { liveTenant } from '../lived-tenant.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { oneStart, prepareKeys, type Remains } from './whole-life.ts';

class Crash extends Error {}

it('ends as an undisturbed life does, whichever step it crashed before', async () => {
  const folder = temporaryFolder();
  const source = join(folder, 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { headsAUnit: 10 });
  const world = await readTenantFolder(source);
  mkdirSync(join(folder, 'keeper'));
  const keeper = await liveTenant({ world, folder: join(folder, 'keeper'), from: '2026-01-01', to: '2026-04-01' });
  const { tenant } = keeper;
  const prepared = join(folder, 'prepared');
  mkdirSync(prepared);
  await prepareKeys({ world, tenant, folder: prepared });

  const begin = (name: string): string => {
    const own = join(folder, name);
    cpSync(prepared, own, { recursive: true });
    return own;
  };
  const steps: string[] = [];
  const undisturbed = await oneStart({ world, tenant, folder: begin('undisturbed'), step: (name) => steps.push(name) });
  expect(undisturbed).toMatchObject({ periodFiles: [], keyOfPeriod: false });
  expect(undisturbed.ledger).toHaveLength(1);
  expect(undisturbed).toMatchObject({ shown: 1, pinned: undisturbed.ledger[0] });
  expect(steps).toContain('keep-pinned: pinned');
  expect(undisturbed.release).toContain('"reach"');
  expect(steps.length).toBeGreaterThan(50);

  for (const [index, name] of steps.entries()) {
    const own = begin(`crash-${index}`);
    let passed = 0;
    const crashing = oneStart({
      world,
      tenant,
      folder: own,
      step: () => {
        if (passed === index) throw new Crash(name);
        passed += 1;
      },
    });
    await expect(crashing, `crash before step ${index}: ${name}`).rejects.toThrow(Crash);
    const again: Remains = await oneStart({ world, tenant, folder: own, step: () => undefined });
    expect(again, `crash before step ${index}: ${name}`).toEqual(undisturbed);
  }
  keeper.close();
}, 240_000);
