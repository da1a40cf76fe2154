import { Worker } from 'node:worker_threads';

/** A thread that does one piece of work at a time and says when it is done. */
export interface WorkingThread<Order> {
  /** Resolves when the thread has answered. One order at a time. */
  readonly run: (order: Order) => Promise<void>;
  /** Awaited, so that no thread touches the memory once the caller goes on. */
  readonly end: () => Promise<unknown>;
}

/**
 * Starts a thread and hands it orders.
 *
 * @param file whose code it runs; it answers every order with one message
 * @param doing what it does, as in "A thread that draws paths"
 * @throws whatever the thread fails with, from `run`, also if it ended before
 */
export function workingThread<Order>(file: URL, workerData: object, doing: string): WorkingThread<Order> {
  const worker = new Worker(file, { workerData });
  let failure: unknown;
  let waiting: { resolve: () => void; reject: (reason: unknown) => void } | undefined;
  const fail = (reason: unknown): void => {
    failure ??= reason;
    waiting?.reject(failure);
  };
  worker.on('message', () => waiting?.resolve());
  worker.on('error', fail);
  worker.on('exit', () => {
    fail(new Error(`${doing} ended before its work.`));
  });
  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (failure === undefined) worker.postMessage(order);
        else fail(failure);
      }),
    end: () => worker.terminate(),
  };
}
