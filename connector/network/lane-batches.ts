import type { Engine } from './engine.ts';
import { LANES } from './lane-search.ts';

/**
 * Does something for 128 at a time, tells after each batch how many are done, and lets other work in.
 *
 * @throws the signal's reason when it is aborted
 */
export async function inBatches(
  all: Int32Array,
  engine: Engine | undefined,
  work: (batch: Int32Array) => void,
): Promise<void> {
  for (let first = 0; first < all.length; first += LANES) {
    engine?.signal?.throwIfAborted();
    work(all.subarray(first, first + LANES));
    engine?.progress?.(Math.min(first + LANES, all.length), all.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
