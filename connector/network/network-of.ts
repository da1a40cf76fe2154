import type { Network } from './network.ts';
import type { Progress } from './progress.ts';

/** Ties as they were read, one a place in every column, in any order; the same pair may stand several times. */
export interface ReadTies {
  /** How many people there are, tied or not. */
  readonly people: number;
  /** 0 to `people` − 1. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** One a tie, 0 or more and finite; absent where a tie is there or not. */
  readonly weights?: Float64Array;
  readonly directed: boolean;
  /** Told between passes over the ties, each of them under a second at 20 million. */
  readonly progress?: Progress;
}

/**
 * The network of these ties, as every measure here wants it.
 *
 * A tie of a person with themselves is dropped. Ties that stand several times are one: without weights it counts once,
 * with weights they add up. Directed: person p's row is whom p points at. Undirected: p and q are tied iff a tie stands in
 * either direction, both have each other in their rows, and its weight is the sum over both directions, the same to the
 * last bit in both rows (both add in the order in which the ties were read).
 *
 * Nobody and no ties give empty rows; a lonely person has one.
 *
 * Cost: O(people + ties), two scatters and no comparison (a counting sort by target, then by source, leaves every row
 * sorted). What is returned takes 4 bytes a person and, a tie, 4 bytes an end (12 with weights); twice that while it is
 * being made.
 *
 * @throws RangeError when the columns differ in length, a person is not numbered from 0 to `people` − 1, or a weight is
 *   negative or not finite
 * @example on paper: of three people 0 → 1 with weight 2, 1 → 0 with 3, 1 → 1 with 9 and 1 → 2 with 1. Directed: 0 → {1},
 *   1 → {0, 2}. Undirected: 0 – {1} with 5; 1 – {0, 2} with 5 and 1; 2 – {1} with 1.
 */
export function networkOf({ people, from, to, weights, directed, progress }: ReadTies): Network {
  refuseBadWeights(from, to, weights);
  progress?.(1, PASSES);
  const arrived = startsOfRows(people, to, from, directed);
  const left = directed ? startsOfRows(people, from, to, true) : arrived.slice();
  progress?.(2, PASSES);
  const arcs = arrived[people] ?? 0;
  const ends = arrived.slice();
  const sources = new Int32Array(arcs);
  gatherByTarget(from, to, directed, ends, sources);
  const carried = weights === undefined ? undefined : new Float64Array(arcs);
  if (weights !== undefined && carried !== undefined) gatherWeights(from, to, weights, directed, arrived, carried);
  progress?.(3, PASSES);
  const targets = new Int32Array(arcs);
  spreadToRows(ends, sources, left.slice(), targets);
  const spread = carried === undefined ? undefined : new Float64Array(arcs);
  if (carried !== undefined && spread !== undefined) spreadWeights(sources, carried, left.slice(), spread);
  progress?.(4, PASSES);
  const network = mayRepeat(targets)
    ? withoutRepeats(people, left, targets, spread)
    : rows(people, left, targets, spread);
  if (!directed) madeSymmetric.add(network);
  return network;
}

/** Checking, counting, gathering, spreading, dropping what is repeated. */
const PASSES = 5;

/** Networks that are symmetric because of how they were made. */
const madeSymmetric = new WeakSet<Network>();

/**
 * The same network with every direction turned: p's row is who points at p. A symmetric one stays as it is.
 *
 * Cost: O(people + arcs).
 */
export function reversed({ people, offsets, targets, weights }: Network): Network {
  const turned = new Int32Array(people + 1);
  for (const target of targets) turned[target + 1] = (turned[target + 1] ?? 0) + 1;
  for (let person = 0; person < people; person += 1)
    turned[person + 1] = (turned[person + 1] ?? 0) + (turned[person] ?? 0);
  const sources = new Int32Array(targets.length);
  spreadToRows(offsets.subarray(1), targets, turned.slice(), sources);
  const spread = weights === undefined ? undefined : new Float64Array(targets.length);
  if (weights !== undefined && spread !== undefined) spreadWeights(targets, weights, turned.slice(), spread);
  return rows(people, turned, sources, spread);
}

function rows(people: number, offsets: Int32Array, targets: Int32Array, weights: Float64Array | undefined): Network {
  return weights === undefined ? { people, offsets, targets } : { people, offsets, targets, weights };
}

/**
 * Whether every tie stands in both rows, with the same weight: true of what `networkOf` makes undirected.
 *
 * Cost: O(people + arcs) at most, one pass and 4 bytes a person. People are gone through in order and rows are sorted, so
 * those who point at q come in the order in which they must stand in q's row; each takes the next place there. If every arc
 * finds its own, no place is left over. What `networkOf` made undirected is not gone through.
 */
export function isSymmetric(network: Network): boolean {
  if (madeSymmetric.has(network)) return true;
  const { people, offsets, targets, weights } = network;
  const next = offsets.slice(0, people);
  for (let person = 0; person < people; person += 1) {
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      const mirrored = next[target] ?? 0;
      if (mirrored >= (offsets[target + 1] ?? 0) || targets[mirrored] !== person) return false;
      if (weights !== undefined && weights[mirrored] !== weights[arc]) return false;
      next[target] = mirrored + 1;
    }
  }
  return true;
}

function refuseBadWeights(from: Int32Array, to: Int32Array, weights: Float64Array | undefined): void {
  if (from.length !== to.length || (weights !== undefined && weights.length !== from.length))
    throw new RangeError('Every tie has one place in each column.');
  if (weights === undefined) return;
  // Counted places here and below: to iterate over millions of them takes several times as long.
  for (let tie = 0; tie < weights.length; tie += 1) {
    const weight = weights[tie] ?? 0;
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError('The weight of a tie is a number, 0 or more.');
  }
}

/**
 * Where the row of each key begins, when every tie gives its key one place, and its other end one too if undirected.
 *
 * @throws RangeError when a person is not numbered from 0 to `people` − 1
 */
function startsOfRows(people: number, keys: Int32Array, others: Int32Array, directed: boolean): Int32Array {
  const starts = new Int32Array(people + 1);
  for (let tie = 0; tie < keys.length; tie += 1) {
    const key = keys[tie] ?? 0;
    const other = others[tie] ?? 0;
    if (key < 0 || key >= people || other < 0 || other >= people)
      throw new RangeError('A person is numbered below the number of people.');
    if (key === other) continue;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    if (!directed) starts[other + 1] = (starts[other + 1] ?? 0) + 1;
  }
  for (let person = 0; person < people; person += 1)
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  return starts;
}

// Numbers and weights are moved in loops of their own: together they take longer than one after the other.

/** @param next where the next arc toward each person goes; moved on to where they end */
function gatherByTarget(
  from: Int32Array,
  to: Int32Array,
  directed: boolean,
  next: Int32Array,
  sources: Int32Array,
): void {
  for (let tie = 0; tie < from.length; tie += 1) {
    const source = from[tie] ?? 0;
    const target = to[tie] ?? 0;
    if (source === target) continue;
    const slot = next[target] ?? 0;
    next[target] = slot + 1;
    sources[slot] = source;
    if (directed) continue;
    const mirrored = next[source] ?? 0;
    next[source] = mirrored + 1;
    sources[mirrored] = target;
  }
}

/** The weights to the places where `gatherByTarget` puts the sources. */
function gatherWeights(
  from: Int32Array,
  to: Int32Array,
  weights: Float64Array,
  directed: boolean,
  next: Int32Array,
  carried: Float64Array,
): void {
  for (let tie = 0; tie < from.length; tie += 1) {
    const source = from[tie] ?? 0;
    const target = to[tie] ?? 0;
    if (source === target) continue;
    const slot = next[target] ?? 0;
    next[target] = slot + 1;
    carried[slot] = weights[tie] ?? 0;
    if (directed) continue;
    const mirrored = next[source] ?? 0;
    next[source] = mirrored + 1;
    carried[mirrored] = weights[tie] ?? 0;
  }
}

/**
 * Goes through the targets in order, so every row is filled smallest target first.
 *
 * @param ends where the sources of each target end
 * @param next where the next target of each source goes
 */
function spreadToRows(ends: Int32Array, sources: Int32Array, next: Int32Array, targets: Int32Array): void {
  let arc = 0;
  for (let target = 0; arc < sources.length; target += 1) {
    const end = ends[target] ?? 0;
    for (; arc < end; arc += 1) {
      const source = sources[arc] ?? 0;
      const slot = next[source] ?? 0;
      next[source] = slot + 1;
      targets[slot] = target;
    }
  }
}

/** The weights to the places where `spreadToRows` puts the targets. */
function spreadWeights(sources: Int32Array, carried: Float64Array, next: Int32Array, spread: Float64Array): void {
  for (let arc = 0; arc < sources.length; arc += 1) {
    const source = sources[arc] ?? 0;
    const slot = next[source] ?? 0;
    next[source] = slot + 1;
    spread[slot] = carried[arc] ?? 0;
  }
}

/** False when nobody has a target twice: rows are sorted. True also where one row ends as the next begins. */
function mayRepeat(targets: Int32Array): boolean {
  for (let arc = 1; arc < targets.length; arc += 1) if (targets[arc] === targets[arc - 1]) return true;
  return false;
}

/** Moves the arcs together in place, each pair once. */
function withoutRepeats(
  people: number,
  starts: Int32Array,
  targets: Int32Array,
  weights: Float64Array | undefined,
): Network {
  const offsets = new Int32Array(people + 1);
  let kept = 0;
  for (let person = 0; person < people; person += 1) {
    let last = -1;
    const end = starts[person + 1] ?? 0;
    for (let arc = starts[person] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      if (target === last) {
        if (weights !== undefined) weights[kept - 1] = (weights[kept - 1] ?? 0) + (weights[arc] ?? 0);
        continue;
      }
      last = target;
      targets[kept] = target;
      if (weights !== undefined) weights[kept] = weights[arc] ?? 0;
      kept += 1;
    }
    offsets[person + 1] = kept;
  }
  // Copies, so that what is returned holds no more memory than it shows.
  return rows(people, offsets, targets.slice(0, kept), weights?.slice(0, kept));
}
