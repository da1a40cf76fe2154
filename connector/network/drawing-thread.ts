import { parentPort, workerData } from 'node:worker_threads';
import { DrawnPaths, PathTally, type DrawingOrder } from './drawn-paths.ts';

/** What a thread is started with: all that it draws is noted in the one tally. */
export interface DrawingThreadOrder extends DrawingOrder {
  readonly tally: SharedArrayBuffer;
}

/** Blocks from `first` up to, not including, `last`. */
export interface Blocks {
  readonly first: number;
  readonly last: number;
}

/** Answers every lot of blocks with `done`. */
function answerBlocks(port: NonNullable<typeof parentPort>, order: DrawingThreadOrder): void {
  const paths = new DrawnPaths(order);
  const tally = new PathTally(order.out.people, order.tally);
  port.on('message', ({ first, last }: Blocks) => {
    for (let block = first; block < last; block += 1) paths.drawBlock(block, tally);
    port.postMessage('done');
  });
}

function isOrder(data: unknown): data is DrawingThreadOrder {
  return typeof data === 'object' && data !== null && 'tally' in data && 'seed' in data;
}

if (parentPort !== null && isOrder(workerData)) answerBlocks(parentPort, workerData);
