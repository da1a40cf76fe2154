import { on, once } from 'node:events';
import { parentPort, threadName, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { playDemo, type DemoLife, type DemoPlay } from './demo-life.ts';
import { liveOpenDays, livePeriod } from './demo-quarters.ts';
import { Failure, FAILURES, type FailureCode } from './failure.ts';
import { isDay } from './privacy/period.ts';
import { Stopped } from './stopped.ts';

const THREAD = 'demo';

const day = z.string().refine(isDay);
const order = z.object({
  demo: z.object({
    tenant: z.string().optional(),
    span: z.object({ from: day, to: day }).optional(),
    data: z.string().optional(),
    once: z.boolean(),
    today: z.int(),
  }),
});
const told = z.union([
  z.object({ line: z.string() }),
  z.object({ released: z.string() }),
  z.object({ failed: z.string(), sentence: z.string() }),
  z.object({ stopped: z.literal(true) }),
]);
type Told = z.infer<typeof told>;

/**
 * Lives the quarters of a played tenant in a thread with a tenant of its own, so that the thread that answers never waits
 * for Microsoft's side of the play, nor for the reading. What is read reaches the answers through the store alone.
 *
 * @returns the ids of the periods as they are released, those released earlier first; ends when all is read
 * @throws Failure as a run does; Stopped when told to stop. The thread is gone by then
 */
export async function* livedInThread({ tell, stop, ...demo }: DemoPlay): AsyncGenerator<string, void> {
  const { tenant, span, data, once: single, today } = demo;
  const workerData = { demo: { tenant, span, data, once: single, today } } satisfies z.input<typeof order>;
  const worker = new Worker(new URL(import.meta.url), { workerData, name: THREAD });
  const gone = once(worker, 'exit');
  const end = (): void => {
    worker.postMessage('stop');
  };
  if (stop.aborted) end();
  stop.addEventListener('abort', end, { once: true });
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      const said = told.parse(message);
      if ('line' in said) tell(said.line);
      else if ('released' in said) yield said.released;
      else throw 'stopped' in said ? new Stopped() : failureOf(said);
    }
  } finally {
    stop.removeEventListener('abort', end);
    end();
    // Until then it holds its databases, and a process that ends meanwhile crashes.
    await gone;
  }
}

function failureOf({ failed, sentence }: { readonly failed: string; readonly sentence: string }): Failure {
  return new Failure(isFailureCode(failed) ? failed : 'shape-changed', sentence);
}

function isFailureCode(text: string): text is FailureCode {
  return Object.hasOwn(FAILURES, text);
}

async function work(data: unknown, say: (message: Told) => void, stop: AbortSignal): Promise<void> {
  const { tenant, span, data: folder, ...rest } = order.parse(data).demo;
  const tell = (line: string): void => {
    say({ line });
  };
  try {
    const given = { ...(tenant && { tenant }), ...(span && { span }), ...(folder && { data: folder }) };
    await playDemo({ tell, stop, ...rest, ...given }, false, (life) => liveAll(life, say));
  } catch (error) {
    if (error instanceof Stopped) say({ stopped: true });
    else if (error instanceof Failure) say({ failed: error.code, sentence: error.message });
    else throw error;
  }
}

async function liveAll(life: DemoLife, say: (message: Told) => void): Promise<void> {
  for (const period of life.periods) {
    await livePeriod(life, period, life.played.span !== undefined);
    say({ released: period.id });
  }
  await liveOpenDays(life);
}

// Imported by any other thread it only offers `livedInThread`; in its own it does the work.
if (threadName === THREAD && parentPort !== null) {
  const port = parentPort;
  const stop = new AbortController();
  port.once('message', () => {
    stop.abort();
  });
  const say = (message: Told): void => {
    port.postMessage(message);
  };
  await work(workerData, say, stop.signal);
  port.close();
}
