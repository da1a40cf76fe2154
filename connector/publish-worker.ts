import { randomBytes } from 'node:crypto';
import { parentPort, threadName, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Failure, failureCalled } from './failure.ts';
import { isDay, periodOf } from './privacy/period.ts';
import { parseScope } from './privacy/scope.ts';
import { APPS } from './privacy/usage-day.ts';
import { publish } from './publish.ts';
import { openStore } from './store/open.ts';

const THREAD = 'publish';

const day = z.string().refine(isDay);
const order = z.object({
  folder: z.string(),
  from: day,
  to: day,
  once: z.boolean(),
  scope: z.unknown(),
  appsMeasured: z.array(z.object({ app: z.enum(APPS), reports: z.array(z.string()) })),
  releasedAt: z.string(),
  lease: z.object({ name: z.string(), fence: z.int(), expiresAt: z.int() }),
});
export type PublishOrder = z.input<typeof order>;

const outcome = z.union([z.object({ failed: z.string(), sentence: z.string() }), z.object({ done: z.literal(true) })]);

/**
 * Publishes in a thread of its own, so that the thread that answers never waits for a quarter to be read back. The
 * release is then in the store; nothing else crosses between the threads.
 *
 * @throws Failure as `publish` does
 */
export async function publishInWorker(data: PublishOrder): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: data, name: THREAD });
  const message = await new Promise<unknown>((resolve, reject) => {
    let said: unknown;
    worker.once('message', (message) => {
      said = message;
    });
    worker.once('error', reject);
    // Not before the thread is gone: until then it still holds its database, and a process that ends meanwhile crashes.
    worker.once('exit', () => {
      if (said !== undefined) resolve(said);
      reject(new Failure('period-incomplete', 'The publishing thread ended before the release: run `publish` again.'));
    });
  });
  const answer = outcome.parse(message);
  if ('done' in answer) return;
  throw failureCalled(answer.failed, answer.sentence);
}

function work(data: unknown): z.infer<typeof outcome> {
  const { folder, from, to, once, scope, appsMeasured, releasedAt, lease } = order.parse(data);
  const store = openStore(folder);
  try {
    publish({
      store,
      period: periodOf(from, to),
      once,
      scope: parseScope(scope),
      appsMeasured,
      releasedAt,
      random: randomBytes,
      lease,
      report: () => undefined,
    });
    return { done: true };
  } catch (error) {
    if (error instanceof Failure) return { failed: error.code, sentence: error.message };
    throw error;
  } finally {
    store.close();
  }
}

// Imported by any other thread it only offers `publishInWorker`; in its own it does the work.
if (threadName === THREAD) parentPort?.postMessage(work(workerData));
