import type { Kernel } from './hop-kernel.ts';

/** Where everything a length kernel touches stands, as byte addresses in one shared memory. */
export interface LengthPlaces {
  readonly people: number;
  /** Where each person's row begins and ends: it gets shorter when ties are dropped. */
  readonly starts: number;
  readonly ends: number;
  readonly targets: number;
  readonly lengths: number;
  /** One byte an arc: 1 once it is known to lie on no shortest path. Read only when no kernel runs. */
  readonly dropped: number;
  readonly arcs: number;
  /** How wide a bucket is, and how many there are: a power of two. */
  readonly width: number;
  readonly buckets: number;
  /** 1 when no tie is shorter than a bucket is wide: then any order within one is right. */
  readonly isNarrow: 0 | 1;
}

/**
 * Two paths are equally long when their lengths differ by no more than this share: sums of 1 / weight along different
 * paths round differently (1/10 + 1/5 against 3/10), and never by as much as that.
 */
export const SAME_LENGTH = 1e-12;

/** How many bytes of scratch a length kernel needs, each thread its own. */
export function lengthScratchBytes(people: number, arcs: number, buckets: number): number {
  const [floats, ints] = [padded(people * 8), padded(people * 4)];
  return 4 * floats + 4 * ints + padded(buckets * 4) + padded(Math.ceil(buckets / 32) * 4) + 2 * padded(arcs * 4);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/**
 * Brandes' accumulation for ties with lengths: from each source people are settled nearest first, out of buckets in
 * place of a heap; every tie that ends a shortest path is noted, and δ goes back along those noted. Where buckets are no
 * wider than the shortest tie nobody in one can shorten the way to another in it, so any order within it is right for
 * lengths of any kind (Dinitz); where the lengths differ too much for that, the nearest of the bucket is searched for.
 *
 * After a source its own ties that are longer than the way around are marked in `dropped`: no shortest path has them.
 *
 * The WebAssembly of `wasm/length-kernel.as` does the same steps in the same order, so both give the same bytes.
 *
 * @see Brandes 2001, doi:10.1080/0022250X.2001.9990249; Dinitz 1978 as told by Denardo and Fox 1979,
 *   doi:10.1287/opre.27.1.161
 */
export function lengthKernel(memory: ArrayBufferLike, places: LengthPlaces): Kernel {
  const rows = rowsAt(memory, places);
  return (first, last, totalsAt, scratchAt) => {
    const totals = new Float64Array(memory, totalsAt, rows.people);
    const scratch = scratchOf(memory, places, scratchAt);
    scratch.heads.fill(-1);
    for (let source = first; source < last; source += 1) {
      if ((rows.ends[source] ?? 0) === (rows.starts[source] ?? 0)) continue;
      const reached = settleAll(rows, scratch, source);
      dropDominated(rows, scratch, source);
      goBack(scratch, reached, totals);
    }
  };
}

type LengthRows = ReturnType<typeof rowsAt>;
type LengthScratch = ReturnType<typeof scratchOf>;

function rowsAt(memory: ArrayBufferLike, places: LengthPlaces) {
  const { people, arcs } = places;
  return {
    people,
    starts: new Int32Array(memory, places.starts, people),
    ends: new Int32Array(memory, places.ends, people),
    targets: new Int32Array(memory, places.targets, arcs),
    lengths: new Float64Array(memory, places.lengths, arcs),
    dropped: new Uint8Array(memory, places.dropped, arcs),
    perWidth: 1 / places.width,
    mask: places.buckets - 1,
    isNarrow: places.isNarrow === 1,
  };
}

/** In this order in the scratch. */
function scratchOf(memory: ArrayBufferLike, { people, arcs, buckets }: LengthPlaces, address: number) {
  let next = address;
  const take = (bytes: number): number => {
    const at = next;
    next += padded(bytes);
    return at;
  };
  const floats = () => new Float64Array(memory, take(people * 8), people);
  const ints = (length: number) => new Int32Array(memory, take(length * 4), length);
  return {
    /** What is as short as the shortest way known, or shorter: ∞ before a person is met, −1 once settled. */
    bound: floats(),
    distance: floats(),
    paths: floats(),
    dependency: floats(),
    order: ints(people),
    /** Who stands after and before whom in a bucket, −1 for nobody. */
    after: ints(people),
    before: ints(people),
    /** Each person's last noted tie of a shortest path, −1 for none. */
    noted: ints(people),
    heads: ints(buckets),
    /** One bit a bucket: whether anybody stands in it. */
    filled: ints(Math.ceil(buckets / 32)),
    /** Noted ties: where they come from, and the one noted before. */
    behind: ints(arcs),
    notedBefore: ints(arcs),
  };
}

/** @returns how many are reached, the source included */
function settleAll(rows: LengthRows, scratch: LengthScratch, source: number): number {
  const { starts, ends, targets, lengths, perWidth, mask } = rows;
  const { bound, distance, paths, order, noted, behind, notedBefore, dependency } = scratch;
  bound.fill(Infinity);
  distance[source] = 0;
  paths[source] = 1;
  dependency[source] = 0;
  noted[source] = -1;
  putIn(scratch, 0, source);
  let waiting = 1;
  let notes = 0;
  let settled = 0;
  let bucket = 0;
  while (waiting > 0) {
    bucket = nextFilled(scratch, bucket, mask);
    const person = rows.isNarrow ? (scratch.heads[bucket] ?? 0) : nearestIn(scratch, bucket);
    takeOut(scratch, bucket, person);
    waiting -= 1;
    order[settled] = person;
    settled += 1;
    bound[person] = -1;
    const so = distance[person] ?? 0;
    const ways = paths[person] ?? 0;
    const end = ends[person] ?? 0;
    for (let arc = starts[person] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      const length = so + (lengths[arc] ?? 0);
      const known = bound[target] ?? 0;
      if (length > known) continue;
      if (known === Infinity) {
        waiting += 1;
      } else if (length >= (distance[target] ?? 0) * (1 - SAME_LENGTH)) {
        paths[target] = (paths[target] ?? 0) + ways;
        behind[notes] = person;
        notedBefore[notes] = noted[target] ?? -1;
        noted[target] = notes;
        notes += 1;
        continue;
      } else {
        takeOut(scratch, Math.trunc((distance[target] ?? 0) * perWidth) & mask, target);
      }
      distance[target] = length;
      bound[target] = length * (1 + SAME_LENGTH);
      paths[target] = ways;
      dependency[target] = 0;
      behind[notes] = person;
      notedBefore[notes] = -1;
      noted[target] = notes;
      notes += 1;
      putIn(scratch, Math.trunc(length * perWidth) & mask, target);
    }
  }
  return settled;
}

function putIn({ heads, filled, after, before }: LengthScratch, bucket: number, person: number): void {
  const head = heads[bucket] ?? -1;
  after[person] = head;
  before[person] = -1;
  if (head >= 0) before[head] = person;
  else filled[bucket >> 5] = (filled[bucket >> 5] ?? 0) | (1 << (bucket & 31));
  heads[bucket] = person;
}

function takeOut({ heads, filled, after, before }: LengthScratch, bucket: number, person: number): void {
  const [next, last] = [after[person] ?? -1, before[person] ?? -1];
  if (next >= 0) before[next] = last;
  if (last >= 0) after[last] = next;
  else {
    heads[bucket] = next;
    if (next < 0) filled[bucket >> 5] = (filled[bucket >> 5] ?? 0) & ~(1 << (bucket & 31));
  }
}

/** The first bucket with somebody in it from this one on, round and round. */
function nextFilled({ filled }: LengthScratch, from: number, mask: number): number {
  let word = from >> 5;
  let bits = (filled[word] ?? 0) & (-1 << (from & 31));
  while (bits === 0) {
    word = (word + 1) & (mask >> 5);
    bits = filled[word] ?? 0;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

function nearestIn({ heads, after, distance }: LengthScratch, bucket: number): number {
  let nearest = heads[bucket] ?? 0;
  for (let person = after[nearest] ?? -1; person >= 0; person = after[person] ?? -1)
    if ((distance[person] ?? 0) < (distance[nearest] ?? 0)) nearest = person;
  return nearest;
}

function dropDominated(rows: LengthRows, { distance }: LengthScratch, source: number): void {
  const { starts, ends, targets, lengths, dropped } = rows;
  const end = ends[source] ?? 0;
  for (let arc = starts[source] ?? 0; arc < end; arc += 1)
    if ((lengths[arc] ?? 0) > (distance[targets[arc] ?? 0] ?? 0) * (1 + SAME_LENGTH)) dropped[arc] = 1;
}

/** The source is between nobody. */
function goBack(scratch: LengthScratch, reached: number, totals: Float64Array): void {
  const { order, paths, dependency, noted, behind, notedBefore } = scratch;
  for (let at = reached - 1; at > 0; at -= 1) {
    const person = order[at] ?? 0;
    const own = dependency[person] ?? 0;
    totals[person] = (totals[person] ?? 0) + own;
    const share = (1 + own) / (paths[person] ?? 1);
    for (let note = noted[person] ?? -1; note >= 0; note = notedBefore[note] ?? -1) {
      const from = behind[note] ?? 0;
      dependency[from] = (dependency[from] ?? 0) + (paths[from] ?? 0) * share;
    }
  }
}
