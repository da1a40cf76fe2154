import type { Blocks, DrawingThreadOrder } from './drawing-thread.ts';
import { DRAWS_A_BLOCK, DrawnPaths, PathTally, type DrawingOrder } from './drawn-paths.ts';
import type { Engine } from './engine.ts';
import type { Network } from './network.ts';
import { workingThread } from './working-thread.ts';

/** Draws paths block after block, on as many threads as the engine has. */
export interface PathDrawing {
  /** How many draws have been made. */
  readonly drawn: number;
  /**
   * @param count at least so many draws more, in whole blocks
   * @param into what they are added to
   * @param of how many there may be in all, for whoever waits
   * @throws the signal's reason when it aborts; whatever a thread fails with
   */
  draw(count: number, into: PathTally, of: number): Promise<void>;
  /** Ends the threads. Call it whatever happened. */
  end(): Promise<void>;
}

/** Blocks drawn in one go, before anybody else is let in. */
const BLOCKS_A_LOT = 8;

/**
 * Which draws are made depends on how many are asked for and on the seed alone; who makes them does not matter, for sums of
 * shares are exact (`PathTally`). So every number of threads gives the same bytes.
 *
 * Cost: with several threads the network is copied once into memory that they share, unless it lies there already; each
 * thread takes 89 bytes a person.
 */
export function pathDrawing(order: DrawingOrder, engine: Engine = { threads: 1 }): PathDrawing {
  const hands = engine.threads > 1 ? threadHands(order, engine.threads) : [hereHand(order)];
  let blocks = 0;
  return {
    get drawn() {
      return blocks * DRAWS_A_BLOCK;
    },
    async draw(count, into, of) {
      const stop = blocks + Math.ceil(count / DRAWS_A_BLOCK);
      const before = blocks;
      const share = async (hand: Hand): Promise<void> => {
        while (blocks < stop) {
          engine.signal?.throwIfAborted();
          const first = blocks;
          blocks = Math.min(stop, first + BLOCKS_A_LOT);
          await hand.draw({ first, last: blocks });
          engine.progress?.(blocks * DRAWS_A_BLOCK, Math.max(Math.ceil(of), blocks * DRAWS_A_BLOCK));
        }
      };
      await Promise.all(hands.map(share));
      for (const { tally } of hands) into.take(tally);
      into.draws += (stop - before) * DRAWS_A_BLOCK;
    },
    async end() {
      await Promise.all(hands.map((hand) => hand.end()));
    },
  };
}

/** One that draws; what it has drawn stands in its tally, whose own count of draws nobody reads. */
interface Hand {
  readonly tally: PathTally;
  readonly draw: (blocks: Blocks) => Promise<void>;
  readonly end: () => Promise<unknown>;
}

function hereHand(order: DrawingOrder): Hand {
  const paths = new DrawnPaths(order);
  const tally = new PathTally(order.out.people);
  return {
    tally,
    draw: ({ first, last }) => {
      for (let block = first; block < last; block += 1) paths.drawBlock(block, tally);
      return new Promise((resolve) => setImmediate(resolve));
    },
    end: () => Promise.resolve(),
  };
}

function threadHands({ out, into, seed }: DrawingOrder, threads: number): Hand[] {
  const sharedOut = shared(out);
  const order = { out: sharedOut, into: into === out ? sharedOut : shared(into), seed };
  return Array.from({ length: threads }, () => threadHand(order));
}

function threadHand(order: DrawingOrder): Hand {
  const memory = new SharedArrayBuffer(16 * order.out.people);
  const workerData: DrawingThreadOrder = { ...order, tally: memory };
  const file = new URL('./drawing-thread.ts', import.meta.url);
  const thread = workingThread<Blocks>(file, workerData, 'A thread that draws paths');
  return { tally: new PathTally(order.out.people, memory), draw: thread.run, end: thread.end };
}

/** The same network, without weights, in memory that threads share. */
function shared({ people, offsets, targets }: Network): Network {
  return { people, offsets: sharedCopy(offsets), targets: sharedCopy(targets) };
}

function sharedCopy(values: Int32Array): Int32Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
