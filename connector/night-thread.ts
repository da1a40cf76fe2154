import { z } from 'zod';
import { installedOperation, openInstallation } from './installation.ts';
import { liveNight } from './night.ts';
import { runInThread, workInThread, type ThreadedRun, type ThreadHands } from './run-thread.ts';
import { readSettings, type Settings } from './settings.ts';

const THREAD = 'night';

const order = z.object({ settings: z.record(z.string(), z.union([z.string(), z.number()]).optional()) });
type NightOrder = z.input<typeof order>;

/**
 * Lives one night of the schedule in a thread with a store, keys and sign-in of its own, made from the same settings, so
 * that the thread that answers is held neither by pages nor by a release. Nothing is brought in order here: whoever
 * started the process has done it.
 *
 * The settings may hold a client secret. They stay inside this process, as its environment does, and are written nowhere.
 *
 * @param options.module what the thread begins with, where that is not this file: a test plays Microsoft there first
 * @returns the ids of periods whose file is about to be removed or was: whoever holds one open lets go of it
 * @throws as `runInThread`, after everything that `liveNight` throws
 */
export function nightInThread({
  settings,
  tell,
  stop,
  module = new URL(import.meta.url),
}: Pick<ThreadedRun, 'tell' | 'stop'> & {
  readonly settings: Settings;
  readonly module?: URL | undefined;
}): AsyncGenerator<string, void> {
  const order: NightOrder = { settings };
  return runInThread({ module, name: THREAD, order, tell, stop });
}

async function live({ order: handed, tell, tellPeriod, stop }: ThreadHands): Promise<void> {
  const settings = readSettings(asWritten(order.parse(handed).settings));
  const opened = openInstallation(settings);
  try {
    await liveNight(installedOperation(opened, settings, tell, stop), tell, tellPeriod);
  } finally {
    opened.store.close();
  }
}

/** Settings as the environment spells them: they pass through the same gate again. */
function asWritten(settings: z.output<typeof order>['settings']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );
}

// Imported by any other thread it only offers `nightInThread`; in its own it does the work.
await workInThread(THREAD, live);
