import { parentPort, workerData } from 'node:worker_threads';
import { hopKernel, type HopPlaces, type Kernel } from './hop-kernel.ts';
import { lengthKernel, type LengthPlaces } from './length-kernel.ts';

/** Which kernel to run, where what it touches stands, and what it is run by. All of it can cross to another thread. */
export interface KernelOrder {
  readonly memory: WebAssembly.Memory;
  readonly places: HopPlaces | LengthPlaces;
  readonly kernels: WebAssembly.Module | undefined;
}

/** Sources from `first` up to, not including, `last`, added to the totals at an address. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly totalsAt: number;
}

/** What a thread is started with. */
export interface ThreadOrder extends KernelOrder {
  readonly scratchAt: number;
}

export function kernelOf({ memory, places }: KernelOrder): Kernel {
  return 'lengths' in places ? lengthKernel(memory.buffer, places) : hopKernel(memory.buffer, places);
}

/** Imported it only offers `kernelOf`; started as a thread it answers every chunk with `done`. */
function answerChunks(port: NonNullable<typeof parentPort>, order: ThreadOrder): void {
  const run = kernelOf(order);
  port.on('message', ({ first, last, totalsAt }: Chunk) => {
    run(first, last, totalsAt, order.scratchAt);
    port.postMessage('done');
  });
}

function isThreadOrder(data: unknown): data is ThreadOrder {
  return typeof data === 'object' && data !== null && 'scratchAt' in data && 'places' in data;
}

if (parentPort !== null && isThreadOrder(workerData)) answerChunks(parentPort, workerData);
