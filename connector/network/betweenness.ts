import { fromEverySource, LANES, type Engine, type SourceWork } from './engine.ts';
import { hopScratchBytes, type HopPlaces } from './hop-kernel.ts';
import { MemoryPlan, sharedMemory } from './kernel-memory.ts';
import { lengthScratchBytes, type LengthPlaces } from './length-kernel.ts';
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
 * Memory: 4 bytes an arc (directed 8; weighted 13, and 8 more a thread), 256 a person, and 44 a person and thread
 * (weighted 48, and up to 4 MB of buckets).
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
  const work = weighted && !isUniform(network) ? lengthWork(network, asked) : hopWork(network, directed, asked);
  await fromEverySource(work, engine);
  const totals = new Float64Array(network.people);
  for (const lane of lanes) {
    const part = new Float64Array(work.order.memory.buffer, lane, network.people);
    for (let person = 0; person < part.length; person += 1)
      totals[person] = (totals[person] ?? 0) + (part[person] ?? 0);
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
    members: plan.place(people, 4),
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
  writeComponents(memory.buffer, places);
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

/** Who is joined to whom whatever the direction, and how many arcs that component has. */
function writeComponents(memory: ArrayBufferLike, places: HopPlaces): void {
  const { people } = places;
  const ints = (address: number, length: number) => new Int32Array(memory, address, length);
  const offsets = ints(places.offsets, people + 1);
  const inOffsets = ints(places.inOffsets, people + 1);
  const arcs = offsets[people] ?? 0;
  const targets = ints(places.targets, arcs);
  const sources = ints(places.sources, arcs);
  const [members, firstOf] = [ints(places.members, people), ints(places.firstOf, people).fill(-1)];
  const [sizeOf, arcsOf] = [ints(places.sizeOf, people), ints(places.arcsOf, people)];
  let tail = 0;
  for (let start = 0; start < people; start += 1) {
    if (firstOf[start] !== -1) continue;
    const first = tail;
    let arcCount = 0;
    const meet = (person: number): void => {
      if (firstOf[person] !== -1) return;
      firstOf[person] = first;
      members[tail] = person;
      tail += 1;
    };
    meet(start);
    for (let at = first; at < tail; at += 1) {
      const person = members[at] ?? 0;
      arcCount += (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
      for (const target of targets.subarray(offsets[person], offsets[person + 1])) meet(target);
      for (const source of sources.subarray(inOffsets[person], inOffsets[person + 1])) meet(source);
    }
    for (const person of members.subarray(first, tail)) {
      sizeOf[person] = tail - first;
      arcsOf[person] = arcCount;
    }
  }
}
