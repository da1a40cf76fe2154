import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import { writeInventedTenant } from '../invented-tenant.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { prepareKeys, type Remains } from './whole-life.ts';

const KILLS = 8;

const remainsShape = z.object({
  release: z.union([z.string(), z.undefined()]),
  ledger: z.array(z.string()),
  periodFiles: z.array(z.string()),
  keyOfPeriod: z.boolean(),
  shown: z.number(),
  pinned: z.string().optional(),
});

interface Outcome {
  readonly steps: string[];
  readonly remains: Remains | undefined;
  readonly killed: boolean;
}

/** Starts the product as a process; with `killAt`, ends it by SIGKILL when it has said that many steps. */
async function start(source: string, folder: string, killAt = Infinity): Promise<Outcome> {
  const child = spawn(process.execPath, ['tests/crash/one-life.ts', source, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => {
      resolve(signal);
    });
  });
  const steps: string[] = [];
  let remains: Remains | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('remains ')) remains = remainsShape.parse(JSON.parse(line.slice('remains '.length)));
    if (line.startsWith('step ')) steps.push(line);
    if (steps.length >= killAt) child.kill('SIGKILL');
  }
  return { steps, remains, killed: (await exited) === 'SIGKILL' };
}

it(`ends the same after each of ${KILLS} real kills spread over collecting and publishing`, async () => {
  const folder = temporaryFolder();
  const source = join(folder, 'tenant');
  const prepared = join(folder, 'prepared');
  mkdirSync(source);
  mkdirSync(prepared);
  writeInventedTenant(source, { headsAUnit: 10 });
  await prepareKeys({ world: await readTenantFolder(source), folder: prepared });
  const begin = (name: string): string => {
    cpSync(prepared, join(folder, name), { recursive: true });
    return join(folder, name);
  };

  const undisturbed = await start(source, begin('undisturbed'));
  expect(undisturbed.remains).toMatchObject({ periodFiles: [], keyOfPeriod: false });
  expect(undisturbed.remains?.ledger).toHaveLength(1);

  let killedOnes = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const own = begin(`kill-${kill}`);
    const at = Math.floor((undisturbed.steps.length * kill) / (KILLS + 1));
    const { killed } = await start(source, own, at);
    killedOnes += killed ? 1 : 0;
    const again = await start(source, own);
    expect(again.remains, `killed after ${at} steps`).toEqual(undisturbed.remains);
  }
  // A kill may come a moment too late once in a while, but a test in which nothing dies proves nothing.
  expect(killedOnes).toBeGreaterThan(KILLS / 2);
}, 120_000);
