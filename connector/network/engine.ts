import { kernelOf, type Chunk, type KernelOrder, type ThreadOrder } from './kernel-thread.ts';
import { workingThread, type WorkingThread } from './working-thread.ts';

/** What long work runs on and answers to, handed in by whoever starts it. */
export interface Engine {
  /**
   * How many threads share the work, 1 or more; with 1 it runs where it was called and lets other work in between
   * chunks. The number never changes a result.
   */
  readonly threads: number;
  /** The module of `wasm/kernels.wasm`, compiled; without it the same kernels run in TypeScript, to the same bytes. */
  readonly kernels?: WebAssembly.Module;
  /** Told after each chunk how many people have been gone through, of how many. */
  readonly progress?: (done: number, of: number) => void;
  /** When it aborts, the work stops within a chunk and fails with the signal's reason; every thread has ended by then. */
  readonly signal?: AbortSignal;
}

/**
 * Sums over sources are kept in this many places, whatever the number of threads: the chunks of one lane are added in
 * their order by one thread at a time, and the lanes are added up in theirs, so every sum has the same last digit on any
 * machine. More threads than lanes would wait.
 */
export const LANES = 32;

/** So many sources a call: enough that the call costs nothing, few enough to stop soon and to share evenly. */
const CHUNK = 32;

/** Work over all sources 0 to `people` − 1. */
export interface SourceWork {
  readonly people: number;
  readonly order: KernelOrder;
  /** Where the totals of each lane stand, and the scratch of each thread. */
  readonly lanes: readonly number[];
  readonly scratches: readonly number[];
  /** Called when these shares of the sources are done and no thread runs, smallest first. */
  readonly pauses?: { readonly after: readonly number[]; readonly then: () => void };
}

/**
 * Runs the kernel from every source, in chunks handed to whichever thread is free.
 *
 * @throws the signal's reason when it aborts; whatever a thread fails with. No thread is left in either case.
 */
export async function fromEverySource(work: SourceWork, engine: Engine): Promise<void> {
  const runners = work.scratches.length > 1 ? work.scratches.map((at) => threadOf(work.order, at)) : [inline(work)];
  try {
    const chunks = Math.ceil(work.people / CHUNK);
    const stops = (work.pauses?.after ?? []).map((share) => Math.floor(chunks * share));
    let done = 0;
    for (const stop of [...stops, chunks]) {
      await untilChunk(stop, done);
      done = stop;
      if (stop < chunks) work.pauses?.then();
    }
  } finally {
    await Promise.all(runners.map((runner) => runner.end()));
  }

  async function untilChunk(stop: number, from: number): Promise<void> {
    // A lane's chunks are every LANES-th one; what is free next is always its lowest.
    const next = work.lanes.map((_, lane) => from + ((((lane - from) % LANES) + LANES) % LANES));
    const isBusy = work.lanes.map(() => false);
    let gone = from;
    const share = async (runner: Runner): Promise<void> => {
      for (;;) {
        engine.signal?.throwIfAborted();
        const lane = lowest(next, isBusy);
        const chunk = next[lane] ?? stop;
        if (chunk >= stop) return;
        isBusy[lane] = true;
        const first = chunk * CHUNK;
        const last = Math.min(first + CHUNK, work.people);
        await runner.run({ first, last, totalsAt: work.lanes[lane] ?? 0 });
        isBusy[lane] = false;
        next[lane] = chunk + LANES;
        gone += 1;
        engine.progress?.(Math.min(gone * CHUNK, work.people), work.people);
      }
    };
    await Promise.all(runners.map(share));
  }
}

function lowest(next: readonly number[], isBusy: readonly boolean[]): number {
  let found = -1;
  for (const [lane, chunk] of next.entries())
    if (isBusy[lane] === false && (found < 0 || chunk < (next[found] ?? 0))) found = lane;
  return found;
}

type Runner = WorkingThread<Chunk>;

function inline({ order, scratches }: SourceWork): Runner {
  const kernel = kernelOf(order);
  return {
    run: ({ first, last, totalsAt }) => {
      kernel(first, last, totalsAt, scratches[0] ?? 0);
      return new Promise((resolve) => setImmediate(resolve));
    },
    end: () => Promise.resolve(),
  };
}

function threadOf(order: KernelOrder, scratchAt: number): Runner {
  const workerData: ThreadOrder = { ...order, scratchAt };
  const file = new URL('./kernel-thread.ts', import.meta.url);
  return workingThread<Chunk>(file, workerData, 'A thread of the network engine');
}
