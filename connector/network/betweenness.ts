import { weakComponents } from './components.ts';
import { fromEverySource, LANES, type Engine, type SourceWork } from './engine.ts';
import { hopScratchBytes, type HopPlaces } from './hop-scratch.ts';
import { MemoryPlan, sharedMemory } from './kernel-memory.ts';
import { lengthScratchBytes, type LengthPlaces } from './length-kernel.ts';
import { inOrder, nearbyOrder } from './nearby-order.ts';
import { isSymmetric, reversed } from './network-of.ts';
import type { Network } from './network.ts';
import { bucketsFor, rowsWithoutDetours, withoutDropped } from './tie-lengths.ts';

export interface BetweennessOptions {
  readonly directed: boolean;
  /** Whether a tie is as long as 1 / its weight; otherwise every tie is one step. */
  readonly weighted: boolean;
  readonly engine?: Engine;
}

/**
 * Betweenness: how often a person stands on the shortest ways between others.
 *
 * B(v) = Σ σ(s, t | v) / σ(s, t) over all s ≠ v ≠ t that are joined, where σ(s, t) is the number of shortest paths from s
 * to t and σ(s, t | v) of those through v. Directed: over ordered pairs, along the ties. Undirected: each pair once.
 * Weighted: a tie is as long as 1 / its weight, so that working together more is nearer; a tie of weight 0 carries no
 * path. Two paths are equally long when their lengths differ by at most 1e-12 of themselves. Raw counts, not normalised:
 * divide by (n − 1)(n − 2), undirected by half of that, for a share. Ties of a person with themselves never matter.
 *
 * Range: 0 to (n − 1)(n − 2), undirected half of it: the middle of a star. A person with one tie or none has 0; pairs
 * that no path joins count for nobody, so a disconnected network is the sum of its components. Nobody: an empty array.
 *
 * The same bytes whatever the number of threads and whether in WebAssembly or TypeScript: sums are kept in a fixed number
 * of parts and added in a fixed order. Path counts are exact up to 2^53.
 *
 * Cost: O(people × arcs); weighted times the ways in and out of buckets, but without ties longer than a way around them.
 * Memory: 4 bytes an arc (directed 8; weighted 13, and 8 more a thread), 256 a person, and 132 a person and thread
 * (weighted 48, and up to 4 MB of buckets); in steps, before that, what `communities` takes.
 *
 * Misread as influence, or as work done: it says where ways cross if everybody used shortest ones, which nobody does, and
 * a few ties not seen can move it far. A high figure is a risk to look after (one person between two units), not a merit.
 *
 * @throws RangeError when `directed` is false and a tie stands in one row only, or `weighted` without weights
 * @throws the reason of `engine.signal` when it aborts
 * @see Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249
 * @example on paper: in the path 0 – 1 – 2 person 1 has 1 and the others 0. In the square 0 – 1 – 2 – 3 – 0 each has ½:
 *   the way across has two shortest paths.
 */
export async function betweenness(
  network: Network,
  { directed, weighted, engine = { threads: 1 } }: BetweennessOptions,
): Promise<Float64Array> {
  if (!directed && !isSymmetric(network)) throw new RangeError('An undirected network has every tie in both rows.');
  if (weighted && network.weights === undefined) throw new RangeError('A network without weights has no lengths.');
  const plan = new MemoryPlan();
  const lanes = Array.from({ length: LANES }, () => plan.place(network.people, 8));
  const asked = { plan, lanes, threads: Math.max(1, Math.min(engine.threads, LANES)), engine };
  // Where all ties are equally long, steps say the same and are found faster.
  const byLength = weighted && !isUniform(network);
  const order = byLength ? undefined : nearbyOrder(network, directed, engine.signal);
  const work = order === undefined ? lengthWork(network, asked) : hopWork(inOrder(network, order), directed, asked);
  await fromEverySource(work, engine);
  const totals = new Float64Array(network.people);
  for (const lane of lanes) {
    const part = new Float64Array(work.order.memory.buffer, lane, network.people);
    for (let place = 0; place < part.length; place += 1) {
      const person = order?.[place] ?? place;
      totals[person] = (totals[person] ?? 0) + (part[place] ?? 0);
    }
  }
  // Undirected, every pair was gone through from both its ends.
  return directed ? totals : totals.map((total) => total / 2);
}

interface Asked {
  readonly plan: MemoryPlan;
  readonly lanes: readonly number[];
  readonly threads: number;
  readonly engine: Engine;
}

function isUniform({ weights }: Network): boolean {
  const [first = 0] = weights ?? [];
  return first > 0 && (weights?.every((weight) => weight === first) ?? false);
}

function hopWork(network: Network, directed: boolean, { plan, lanes, threads, engine }: Asked): SourceWork {
  const { people } = network;
  const arcs = network.targets.length;
  const offsets = plan.place(people + 1, 4);
  const targets = plan.place(arcs, 4);
  const places: HopPlaces = {
    people,
    offsets,
    targets,
    inOffsets: directed ? plan.place(people + 1, 4) : offsets,
    sources: directed ? plan.place(arcs, 4) : targets,
    firstOf: plan.place(people, 4),
    sizeOf: plan.place(people, 4),
    arcsOf: plan.place(people, 4),
    symmetric: directed ? 0 : 1,
  };
  const scratches = Array.from({ length: threads }, () => plan.place(hopScratchBytes(people), 1));
  const memory = sharedMemory(plan.bytes);
  const write = (address: number, values: Int32Array): void => {
    new Int32Array(memory.buffer, address, values.length).set(values);
  };
  write(places.offsets, network.offsets);
  write(places.targets, network.targets);
  if (directed) {
    const into = reversed(network);
    write(places.inOffsets, into.offsets);
    write(places.sources, into.targets);
  }
  writeComponents(memory.buffer, places, network);
  return { people, order: { memory, places, kernels: engine.kernels }, lanes, scratches };
}

/** Dropping ties pays most early: after these shares of the sources, what they found on no shortest path is left out. */
const DROP_AFTER = [1 / 16, 1 / 8, 1 / 4, 1 / 2];

function lengthWork(network: Network, { plan, lanes, threads, engine }: Asked): SourceWork {
  const { people } = network;
  const rows = rowsWithoutDetours(network);
  const arcs = rows.targets.length;
  const places: LengthPlaces = {
    people,
    starts: plan.place(people, 4),
    ends: plan.place(people, 4),
    targets: plan.place(arcs, 4),
    lengths: plan.place(arcs, 8),
    dropped: plan.place(arcs, 1),
    arcs,
    ...bucketsFor(people, rows.lengths),
  };
  const bytes = lengthScratchBytes(people, arcs, places.buckets);
  const scratches = Array.from({ length: threads }, () => plan.place(bytes, 1));
  const memory = sharedMemory(plan.bytes);
  new Int32Array(memory.buffer, places.starts, people).set(rows.offsets.subarray(0, people));
  new Int32Array(memory.buffer, places.ends, people).set(rows.offsets.subarray(1));
  new Int32Array(memory.buffer, places.targets, arcs).set(rows.targets);
  new Float64Array(memory.buffer, places.lengths, arcs).set(rows.lengths);
  const drop = (): void => {
    withoutDropped(memory.buffer, places);
  };
  const pauses = { after: DROP_AFTER, then: drop };
  return { people, order: { memory, places, kernels: engine.kernels }, lanes, scratches, pauses };
}

/** Where each component begins, which is where its numbers do, and how many people and arcs it has. */
function writeComponents(memory: ArrayBufferLike, places: HopPlaces, { people, offsets, targets }: Network): void {
  const { of, sizes } = weakComponents({ people, offsets, targets });
  const ints = (address: number) => new Int32Array(memory, address, people);
  const [firstOf, sizeOf, arcsOf] = [ints(places.firstOf), ints(places.sizeOf), ints(places.arcsOf)];
  for (let first = 0; first < people;) {
    const last = first + (sizes[of[first] ?? 0] ?? 0);
    firstOf.fill(first, first, last);
    sizeOf.fill(last - first, first, last);
    arcsOf.fill((offsets[last] ?? 0) - (offsets[first] ?? 0), first, last);
    first = last;
  }
}
