import { on } from 'node:events';
import { parentPort, threadName, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Failure, failureCalled } from './failure.ts';
import { Stopped } from './stopped.ts';

const told = z.union([
  z.object({ line: z.string() }),
  z.object({ period: z.string() }),
  z.object({ failed: z.string(), sentence: z.string() }),
  z.object({ stopped: z.literal(true) }),
  z.object({ done: z.literal(true) }),
]);
type Told = z.infer<typeof told>;

/** A run that another thread is to do. */
export interface ThreadedRun {
  /** The module the thread begins with; it calls `workInThread`. */
  readonly module: URL;
  /** What the thread is called: by that a module that is imported elsewhere too knows that the work is its own. */
  readonly name: string;
  /** What is to be done: plain data, of which the thread gets a copy. */
  readonly order: unknown;
  /** A line for whoever watches the terminal. */
  readonly tell: (line: string) => void;
  /** Given when it is time to stop; the run then ends at its next step. */
  readonly stop: AbortSignal;
}

/** What the work has in its own thread. */
export interface ThreadHands {
  /** As it was handed over: to be parsed there. */
  readonly order: unknown;
  readonly tell: (line: string) => void;
  /** Tells of a period, by its id. */
  readonly tellPeriod: (id: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Reads and releases in a thread of its own, so that the thread that answers is never held. Lines and ids of periods come
 * back; everything else reaches the answers through the store alone.
 *
 * @returns the ids of periods that the work tells of, as it does; ends when the work is done
 * @throws Failure as the work does; Stopped when it was told to stop; any other Error for a fault of our own, as when the
 *   thread's memory did not suffice. The thread is gone by then
 */
export async function* runInThread({ module, name, order, tell, stop }: ThreadedRun): AsyncGenerator<string, void> {
  const worker = new Worker(module, { workerData: order, name });
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      resolve();
    });
  });
  // What goes wrong once its last word is heard concerns nobody, and is not to end this process.
  worker.on('error', () => undefined);
  const end = (): void => {
    worker.postMessage('stop');
  };
  if (stop.aborted) end();
  stop.addEventListener('abort', end, { once: true });
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      const said = told.parse(message);
      if ('line' in said) tell(said.line);
      else if ('period' in said) yield said.period;
      else {
        // Its databases are closed by now: no forgotten timer is to keep it.
        void worker.terminate();
        if ('done' in said) return;
        throw 'stopped' in said ? new Stopped() : failureCalled(said.failed, said.sentence);
      }
    }
    throw new Error('A thread ended before its work was done.');
  } finally {
    stop.removeEventListener('abort', end);
    end();
    // Until then it holds its databases, and a process that ends meanwhile crashes.
    await gone;
  }
}

/**
 * Does the work that `runInThread` handed to the thread of this name; the thread ends with it. In any other thread it does
 * nothing, so that its module can be imported there.
 *
 * @param work closes what it opened, whether it ends well or throws
 */
export async function workInThread(name: string, work: (hands: ThreadHands) => Promise<void>): Promise<void> {
  if (threadName !== name || parentPort === null) return;
  const port = parentPort;
  const stop = new AbortController();
  port.once('message', () => {
    stop.abort();
  });
  const say = (message: Told): void => {
    port.postMessage(message);
  };
  const hands: ThreadHands = {
    order: workerData,
    tell: (line) => {
      say({ line });
    },
    tellPeriod: (period) => {
      say({ period });
    },
    stop: stop.signal,
  };
  say(await endOf(() => work(hands)));
}

async function endOf(work: () => Promise<void>): Promise<Told> {
  try {
    await work();
    return { done: true };
  } catch (error) {
    if (error instanceof Stopped) return { stopped: true };
    if (error instanceof Failure) return { failed: error.code, sentence: error.message };
    throw error;
  }
}
