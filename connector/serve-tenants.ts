import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as machineWait } from 'node:timers/promises';
import { Failure } from './failure.ts';
import { environmentOfTenant, refuseSharedKeys, tenantFiles, type Environment } from './tenants.ts';

/** Before a tenant whose process ended is started again, with its settings read anew. */
const START_AGAIN_MS = 60_000;

/**
 * Serves several tenants, each in a process of its own with its own settings file, data folder, keys, port and memory:
 * nothing is shared, and whatever stops one stops no other. Each answers people of its own tenant alone.
 *
 * @param options.machine the environment of this process, which names no tenant
 * @throws Failure 'bad-setting' where there are no settings files
 */
export async function serveTenants({
  folder,
  machine,
  tell,
  stop,
}: {
  readonly folder: string;
  readonly machine: Environment;
  readonly tell: (line: string) => void;
  readonly stop: AbortSignal;
}): Promise<void> {
  const isOver = (): boolean => stop.aborted;
  await Promise.all(
    tenantFiles(folder).map(async (file) => {
      const say = (line: string): void => {
        tell(`${file}: ${line}`);
      };
      while (!isOver()) {
        try {
          refuseSharedKeys(folder, file, machine);
          await oneLife(environmentOfTenant(folder, file, machine), say, stop);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          say(error.message);
        }
        if (isOver()) return;
        say('It has ended, and is started again in a minute. The other tenants go on.');
        await machineWait(START_AGAIN_MS, undefined, { signal: stop }).catch(() => undefined);
      }
    }),
  );
}

async function oneLife(environment: Environment, say: (line: string) => void, stop: AbortSignal): Promise<void> {
  const launcher = join(import.meta.dirname, 'launch.mjs');
  const child = spawn(process.execPath, [launcher, 'serve'], {
    env: { ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  stop.addEventListener('abort', end, { once: true });
  createInterface({ input: child.stderr }).on('line', say);
  try {
    await once(child, 'close');
  } finally {
    stop.removeEventListener('abort', end);
  }
}
