import { parentPort, workerData } from 'node:worker_threads';
import { builtKernel } from './built-kernel.ts';
import { hopKernel, type Kernel } from './hop-kernel.ts';
import type { HopPlaces } from './hop-scratch.ts';
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

/**
 * The kernel for these places: in WebAssembly where the module was handed in, otherwise in TypeScript.
 *
 * @throws TypeError when the module is not the one built from `wasm/kernels.as`
 */
export function kernelOf({ memory, places, kernels }: KernelOrder): Kernel {
  if (kernels === undefined)
    return 'lengths' in places ? lengthKernel(memory.buffer, places) : hopKernel(memory.buffer, places);
  const run = builtKernel(kernels, memory, 'lengths' in places ? 'lengths' : 'hops');
  const rest = 'lengths' in places ? lengthArguments(places) : hopArguments(places);
  return (first, last, totalsAt, scratchAt) => {
    run(first, last, totalsAt, scratchAt, ...rest);
  };
}

/** In the order in which `wasm/kernels.as` takes them. */
function hopArguments(at: HopPlaces): number[] {
  const rows = [at.people, at.offsets, at.targets, at.inOffsets, at.sources];
  return [...rows, at.firstOf, at.sizeOf, at.arcsOf, at.symmetric];
}

function lengthArguments(at: LengthPlaces): number[] {
  const rows = [at.people, at.starts, at.ends, at.targets, at.lengths, at.dropped];
  return [...rows, at.arcs, at.width, at.buckets, at.isNarrow];
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
