import { SAME_LENGTH, type LengthPlaces } from './length-kernel.ts';
import type { Network } from './network.ts';

/** Rows with a length an arc. */
export interface LengthRows {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly lengths: Float64Array;
}

/**
 * Every tie as long as 1 / its weight, without those that are longer than a way around over one other person: no shortest
 * path has them. Ties of weight 0 are infinitely long and left out too.
 *
 * Cost: O(Σ over ties of the partner's ties), in work networks as long as a few hundred searches.
 */
export function rowsWithoutDetours({ people, offsets, targets, weights }: Network): LengthRows {
  const lengths = (weights ?? new Float64Array(targets.length).fill(1)).map((weight) => 1 / weight);
  const around = new Float64Array(people).fill(Infinity);
  const kept = new Int32Array(people + 1);
  const keptTargets = new Int32Array(targets.length);
  const keptLengths = new Float64Array(targets.length);
  let count = 0;
  for (let person = 0; person < people; person += 1) {
    const [start, end] = [offsets[person] ?? 0, offsets[person + 1] ?? 0];
    let longest = 0;
    for (let arc = start; arc < end; arc += 1) longest = Math.max(longest, lengths[arc] ?? 0);
    for (let arc = start; arc < end; arc += 1) {
      const first = lengths[arc] ?? 0;
      if (first >= longest) continue;
      const via = targets[arc] ?? 0;
      const viaEnd = offsets[via + 1] ?? 0;
      for (let second = offsets[via] ?? 0; second < viaEnd; second += 1) {
        const target = targets[second] ?? 0;
        const way = first + (lengths[second] ?? 0);
        if (way < (around[target] ?? 0)) around[target] = way;
      }
    }
    for (let arc = start; arc < end; arc += 1) {
      const length = lengths[arc] ?? 0;
      const target = targets[arc] ?? 0;
      if (length === Infinity || (around[target] ?? 0) < length * (1 - SAME_LENGTH)) continue;
      keptTargets[count] = target;
      keptLengths[count] = length;
      count += 1;
    }
    kept[person + 1] = count;
    for (let arc = start; arc < end; arc += 1) {
      const first = lengths[arc] ?? 0;
      if (first >= longest) continue;
      const via = targets[arc] ?? 0;
      const viaEnd = offsets[via + 1] ?? 0;
      for (let second = offsets[via] ?? 0; second < viaEnd; second += 1) around[targets[second] ?? 0] = Infinity;
    }
  }
  return { offsets: kept, targets: keptTargets.slice(0, count), lengths: keptLengths.slice(0, count) };
}

/** More take memory that is hardly ever touched, and time to look through. */
const MOST_BUCKETS = 1 << 20;
/** Numbers of buckets must stay whole numbers of 32 bits along the longest path there may be. */
const HIGHEST_BUCKET = 2 ** 30;

/**
 * How wide buckets must be so that the lengths fit, and how many there must be so that none is met twice at a time:
 * narrower than the shortest tie if the longest is not too many times longer.
 */
export function bucketsFor(
  people: number,
  lengths: Float64Array,
): Pick<LengthPlaces, 'width' | 'buckets' | 'isNarrow'> {
  const shortest = lengths.reduce((least, length) => Math.min(least, length), Infinity);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (longest === 0) return { width: 1, buckets: 32, isNarrow: 1 };
  // A little narrower than the shortest tie, so that no rounding puts both its ends into one bucket.
  const narrow = shortest * (1 - 1e-9);
  const width = Math.max(narrow, (longest * 2) / MOST_BUCKETS, (longest * people) / HIGHEST_BUCKET);
  const buckets = 2 ** Math.max(5, Math.ceil(Math.log2(longest / width + 3)));
  return { width, buckets, isNarrow: width === narrow ? 1 : 0 };
}

/** Shortens every row to the ties not dropped, in place. Only while no kernel runs. */
export function withoutDropped(memory: ArrayBufferLike, places: LengthPlaces): void {
  const { people, arcs } = places;
  const starts = new Int32Array(memory, places.starts, people);
  const ends = new Int32Array(memory, places.ends, people);
  const targets = new Int32Array(memory, places.targets, arcs);
  const lengths = new Float64Array(memory, places.lengths, arcs);
  const dropped = new Uint8Array(memory, places.dropped, arcs);
  for (let person = 0; person < people; person += 1) {
    const [start, end] = [starts[person] ?? 0, ends[person] ?? 0];
    let next = start;
    for (let arc = start; arc < end; arc += 1) {
      if (dropped[arc] === 1) continue;
      targets[next] = targets[arc] ?? 0;
      lengths[next] = lengths[arc] ?? 0;
      next += 1;
    }
    ends[person] = next;
    dropped.fill(0, start, end);
  }
}
