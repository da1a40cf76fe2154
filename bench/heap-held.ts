import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1_048_576;

/** The heap in MB after a full collection: collected twice, with a turn of the event loop between, for finalizers. */
export async function heapHeld(): Promise<number> {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  await setImmediate();
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed / MEGABYTE;
}
