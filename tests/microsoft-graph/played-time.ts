import { Heap } from '../../connector/microsoft-graph/heap.ts';

export interface PlayedTime {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Lets time pass, from one wait's end to the next, until the work is done. */
  readonly run: <Result>(work: Promise<Result>) => Promise<Result>;
}

/**
 * Time in which every wait ends at its own moment, in their order, and nothing happens in between: unlike the demo's
 * clock it lets a short wait end before a long one that began earlier.
 */
export function playedTime(start = 0): PlayedTime {
  const waits = new Heap<() => void>();
  let moment = start;
  return {
    now: () => moment,
    wait: (ms) =>
      new Promise((end) => {
        waits.push(moment + Math.max(0, ms), end);
      }),
    run: async (work) => {
      const progress = { over: false };
      const end = (): void => {
        progress.over = true;
      };
      work.then(end, end);
      await quiet();
      while (!progress.over) {
        const next = waits.first;
        if (next === undefined) throw new Error('Everybody waits for somebody else.');
        moment = next.rank;
        while (waits.first?.rank === moment) waits.pop()?.();
        await quiet();
      }
      return work;
    },
  };
}

/** Until everything that can happen now has happened. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
