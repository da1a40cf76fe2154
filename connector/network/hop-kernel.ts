import { sumOver } from './arc-sums.ts';

/** Goes from the sources `first` up to, not including, `last` and adds to the totals at one address. */
export type Kernel = (first: number, last: number, totalsAt: number, scratchAt: number) => void;

/** Where everything a hop kernel touches stands, as byte addresses in one shared memory. */
export interface HopPlaces {
  readonly people: number;
  /** Whom each person points at (`people` + 1 places, then one an arc), and who points at them. */
  readonly offsets: number;
  readonly targets: number;
  readonly inOffsets: number;
  readonly sources: number;
  /** Everybody, grouped by component. */
  readonly members: number;
  /** For each person: where their component begins among the members, how many it has, and how many arcs. */
  readonly firstOf: number;
  readonly sizeOf: number;
  readonly arcsOf: number;
  /** 1 when every path can be walked back: then everybody in a component is reached and the search knows when to stop. */
  readonly symmetric: 0 | 1;
}

/** How many bytes of scratch a hop kernel needs, each thread its own. */
export function hopScratchBytes(people: number): number {
  return 3 * padded(people * 8) + 2 * padded((people + 1) * 4) + 3 * padded((people + 2) * 4);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/** Setting everything to zero in one go is as fast as this many times fewer places one by one. */
const FEW = 8;

/**
 * Brandes' accumulation for unweighted ties, direction-optimised and without a branch per arc.
 *
 * From each source s the levels of the breadth-first search are found forward, with σ(v), the number of shortest paths
 * from s to v, and gone through backward, with δ(v) = Σ σ(v)/σ(w) · (1 + δ(w)) over the next level's w that v points at;
 * δ(v) is added to `totals`.
 *
 * Each step from one level to the next goes that of two ways which has fewer arcs to look at. *Push*: every arc of the
 * frontier adds its σ to the person it points at. *Pull*: everybody not reached yet adds up what those who point at them
 * hold in an array that is zero outside the frontier. Neither asks per arc how far anybody is: in a push, whoever was reached earlier collects
 * rubbish that nobody reads again; in a pull, whoever is not of the frontier adds zero. The deepest level is scanned in
 * neither direction where ties have none (with directions nobody can know that it is the deepest).
 *
 * The WebAssembly of `wasm/kernels.as` does the same steps in the same order, so both give the same bytes.
 *
 * Cost a source: O(people + arcs), at most two passes over the arcs.
 *
 * @see Brandes 2001, doi:10.1080/0022250X.2001.9990249; Beamer et al. 2012, doi:10.1109/SC.2012.50
 */
export function hopKernel(memory: ArrayBufferLike, places: HopPlaces): Kernel {
  const rows = rowsAt(memory, places);
  return (first, last, totalsAt, scratchAt) => {
    const totals = new Float64Array(memory, totalsAt, rows.people);
    const scratch = scratchOf(memory, rows.people, scratchAt);
    for (let source = first; source < last; source += 1) {
      if ((rows.offsets[source + 1] ?? 0) === (rows.offsets[source] ?? 0)) continue;
      const deepest = forward(rows, scratch, source);
      backward(rows, scratch, deepest, totals);
    }
  };
}

type HopRows = ReturnType<typeof rowsAt>;
type HopScratch = ReturnType<typeof scratchOf>;

function rowsAt(memory: ArrayBufferLike, places: HopPlaces) {
  const { people } = places;
  const ints = (address: number, length: number) => new Int32Array(memory, address, length);
  const offsets = ints(places.offsets, people + 1);
  const arcs = offsets[people] ?? 0;
  return {
    people,
    offsets,
    targets: ints(places.targets, arcs),
    inOffsets: ints(places.inOffsets, people + 1),
    sources: ints(places.sources, arcs),
    members: ints(places.members, people),
    firstOf: ints(places.firstOf, people),
    sizeOf: ints(places.sizeOf, people),
    arcsOf: ints(places.arcsOf, people),
    isSymmetric: places.symmetric === 1,
  };
}

/** In this order in the scratch; `frontier` and `collected` are zero everywhere whenever a source begins. */
function scratchOf(memory: ArrayBufferLike, people: number, address: number) {
  let next = address;
  const take = (bytes: number): number => {
    const at = next;
    next += padded(bytes);
    return at;
  };
  const floats = () => new Float64Array(memory, take(people * 8), people);
  const ints = (length: number) => new Int32Array(memory, take(length * 4), length);
  return {
    /** What each person of the frontier hands on, by person. */
    frontier: floats(),
    /** What each person has been handed, by person. */
    collected: floats(),
    /** σ, later (1 + δ) / σ, by the place in `order`. */
    values: floats(),
    /** Whoever has been reached, level by level; a push writes one place past the last. */
    order: ints(people + 1),
    /** Whoever was not reached when the last pull ended. */
    rest: ints(people + 1),
    levelStart: ints(people + 2),
    /** How many arcs leave a level, and how many come to it. */
    levelOut: ints(people + 2),
    levelIn: ints(people + 2),
  };
}

/** @returns the number of the deepest level */
function forward(rows: HopRows, scratch: HopScratch, source: number): number {
  const { frontier, collected, values, order, levelStart, levelOut } = scratch;
  const size = rows.sizeOf[source] ?? 0;
  order[0] = source;
  collected[source] = 1;
  let unreachedIn = rows.arcsOf[source] ?? 0;
  let restCount = -1;
  let level = 0;
  let start = 0;
  let tail = 1;
  for (;;) {
    levelStart[level] = start;
    unreachedIn -= finishLevel(rows, scratch, level, start, tail);
    if (rows.isSymmetric && tail === size) break;
    const end = tail;
    if ((levelOut[level] ?? 0) <= unreachedIn) {
      tail = push(rows, scratch, start, end);
    } else {
      for (let at = start; at < end; at += 1) frontier[order[at] ?? 0] = values[at] ?? 0;
      tail = pull(
        rows,
        scratch,
        restCount < 0 ? (rows.firstOf[source] ?? 0) : -1,
        restCount < 0 ? size : restCount,
        end,
      );
      restCount = size - tail;
      for (let at = start; at < end; at += 1) frontier[order[at] ?? 0] = 0;
    }
    if (tail === end) break;
    start = end;
    level += 1;
  }
  levelStart[level + 1] = tail;
  clearCollected(rows, scratch, tail);
  return level;
}

/** Notes σ and how many arcs leave and come to the level. @returns how many come */
function finishLevel(rows: HopRows, scratch: HopScratch, level: number, start: number, end: number): number {
  const { offsets, inOffsets } = rows;
  const { collected, values, order } = scratch;
  let out = 0;
  let into = 0;
  for (let at = start; at < end; at += 1) {
    const person = order[at] ?? 0;
    values[at] = collected[person] ?? 0;
    out += (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
    into += (inOffsets[person + 1] ?? 0) - (inOffsets[person] ?? 0);
  }
  scratch.levelOut[level] = out;
  scratch.levelIn[level] = into;
  return into;
}

/** Every arc of the frontier hands σ on; whoever had nothing is new. @returns where the new ones end in the order */
function push(rows: HopRows, scratch: HopScratch, start: number, end: number): number {
  const { offsets, targets } = rows;
  const { collected, values, order } = scratch;
  let tail = end;
  for (let at = start; at < end; at += 1) {
    const person = order[at] ?? 0;
    const value = values[at] ?? 0;
    const last = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
      const target = targets[arc] ?? 0;
      const had = collected[target] ?? 0;
      // Written whether new or not: the place counts only if the tail moves on.
      order[tail] = target;
      tail += had === 0 ? 1 : 0;
      collected[target] = had + value;
    }
  }
  return tail;
}

/**
 * Whoever is not reached adds up what those who point at them hold; who gets something is new, the others are `rest`.
 *
 * @param begin where the component begins among the members; −1 to go through the rest of the last pull
 * @returns where the new ones end in the order
 */
function pull(rows: HopRows, scratch: HopScratch, begin: number, count: number, end: number): number {
  const { inOffsets, sources } = rows;
  const { frontier, collected, order, rest } = scratch;
  const list = begin < 0 ? rest : rows.members;
  const from = begin < 0 ? 0 : begin;
  let tail = end;
  let left = 0;
  for (let at = from; at < from + count; at += 1) {
    const person = list[at] ?? 0;
    if ((collected[person] ?? 0) !== 0) continue;
    const sum = sumOver(sources, inOffsets[person] ?? 0, inOffsets[person + 1] ?? 0, frontier);
    collected[person] = sum;
    order[tail] = person;
    rest[left] = person;
    tail += sum === 0 ? 0 : 1;
    left += sum === 0 ? 1 : 0;
  }
  return tail;
}

/** From the deepest level up: what a level collects times its σ is δ. The source itself is between nobody. */
function backward(rows: HopRows, scratch: HopScratch, deepest: number, totals: Float64Array): void {
  const { frontier, collected, values, order, levelStart, levelOut, levelIn } = scratch;
  const reached = levelStart[deepest + 1] ?? 0;
  for (let at = levelStart[deepest] ?? 0; at < reached; at += 1) values[at] = 1 / (values[at] ?? 1);
  for (let level = deepest - 1; level > 0; level -= 1) {
    const start = levelStart[level] ?? 0;
    const end = levelStart[level + 1] ?? 0;
    const below = levelStart[level + 2] ?? 0;
    if ((levelIn[level + 1] ?? 0) <= (levelOut[level] ?? 0)) {
      pushBack(rows, scratch, end, below);
    } else {
      for (let at = end; at < below; at += 1) frontier[order[at] ?? 0] = values[at] ?? 0;
      pullBack(rows, scratch, start, end);
      for (let at = end; at < below; at += 1) frontier[order[at] ?? 0] = 0;
    }
    for (let at = start; at < end; at += 1) {
      const person = order[at] ?? 0;
      const paths = values[at] ?? 1;
      const dependency = paths * (collected[person] ?? 0);
      totals[person] = (totals[person] ?? 0) + dependency;
      values[at] = (1 + dependency) / paths;
    }
  }
  clearCollected(rows, scratch, reached);
}

function pushBack(rows: HopRows, scratch: HopScratch, start: number, end: number): void {
  const { inOffsets, sources } = rows;
  const { collected, values, order } = scratch;
  for (let at = start; at < end; at += 1) {
    const person = order[at] ?? 0;
    const value = values[at] ?? 0;
    const last = inOffsets[person + 1] ?? 0;
    for (let arc = inOffsets[person] ?? 0; arc < last; arc += 1) {
      const behind = sources[arc] ?? 0;
      collected[behind] = (collected[behind] ?? 0) + value;
    }
  }
}

function pullBack(rows: HopRows, scratch: HopScratch, start: number, end: number): void {
  const { offsets, targets } = rows;
  const { frontier, collected, order } = scratch;
  for (let at = start; at < end; at += 1) {
    const person = order[at] ?? 0;
    collected[person] = sumOver(targets, offsets[person] ?? 0, offsets[person + 1] ?? 0, frontier);
  }
}

/** Where ties have one direction, those never reached have collected too. */
function clearCollected(rows: HopRows, scratch: HopScratch, reached: number): void {
  const { collected, order } = scratch;
  if (!rows.isSymmetric || reached * FEW >= rows.people) collected.fill(0);
  else for (let at = 0; at < reached; at += 1) collected[order[at] ?? 0] = 0;
}
