/** Goes from the sources `first` up to, not including, `last` and adds to the totals at one address. */
export type Kernel = (first: number, last: number, totalsAt: number, scratchAt: number) => void;

/** Where everything a hop kernel touches stands, as byte addresses in one shared memory. */
export interface HopPlaces {
  /** Below 2^27; whoever hangs together has numbers in a row. */
  readonly people: number;
  /** Whom each person points at (`people` + 1 places, then one an arc), and who points at them. */
  readonly offsets: number;
  readonly targets: number;
  readonly inOffsets: number;
  readonly sources: number;
  /** For each person: the first of their component, how many people it has, and how many arcs. */
  readonly firstOf: number;
  readonly sizeOf: number;
  readonly arcsOf: number;
  /** 1 when every path can be walked back: then everybody in a component is reached and the search knows when to stop. */
  readonly symmetric: 0 | 1;
}

/** How many bytes of scratch a hop kernel needs, each thread its own. */
export function hopScratchBytes(people: number): number {
  return 3 * padded(people * 32) + 64 + padded(people * 16 + 4) + 5 * padded((people + 2) * 4);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/** So many sources go side by side, each in a lane of its own: two vectors of WebAssembly a person. */
const SIDE_BY_SIDE = 4;

/**
 * Brandes' accumulation for unweighted ties, four sources at a time, direction-optimised and without a branch per arc.
 *
 * From each source s the levels of the breadth-first search are found forward, with σ(v), the number of shortest paths
 * from s to v, and gone through backward, with δ(v) = Σ σ(v)/σ(w) · (1 + δ(w)) over the next level's w that v points at;
 * δ(v) is added to `totals`. The four share every arc that is read: an entry of a level is a person and the lanes that
 * have that person at that level. Neighbours have much of their levels in common, so it pays to number them in a row.
 *
 * Each step from one level to the next goes that of two ways which has fewer arcs to look at. *Push*: every arc of the
 * frontier adds its σ to the person it points at. *Pull*: everybody whom a lane has not reached adds up what those who
 * point at them hold in an array that is zero outside the frontier. Neither asks per arc how far anybody is: what comes
 * to somebody in a lane that had reached them before is thrown away afterwards. The deepest level is scanned in neither
 * direction where ties have none (with directions nobody can know that it is the deepest).
 *
 * The WebAssembly of `wasm/kernels.as` does the same steps in the same order, so both give the same bytes.
 *
 * Cost for four sources: O(levels · (people + arcs)); where levels are shared about two passes over half of the arcs.
 *
 * @see Brandes 2001, doi:10.1080/0022250X.2001.9990249; Beamer et al. 2012, doi:10.1109/SC.2012.50; Then et al. 2014,
 *   doi:10.14778/2735496.2735507, for sources side by side
 */
export function hopKernel(memory: ArrayBufferLike, places: HopPlaces): Kernel {
  const rows = rowsAt(memory, places);
  return (first, last, totalsAt, scratchAt) => {
    const totals = new Float64Array(memory, totalsAt, rows.people);
    const scratch = scratchOf(memory, rows.people, scratchAt);
    for (let source = first; source < last;) {
      const search = begun(rows, scratch, source, last);
      source += search.tail;
      const deepest = forward(rows, scratch, search);
      backward(rows, scratch, search, deepest, totals);
    }
  };
}

type HopRows = ReturnType<typeof rowsAt>;
type HopScratch = ReturnType<typeof scratchOf>;

function rowsAt(memory: ArrayBufferLike, places: HopPlaces) {
  const { people } = places;
  const ints = (address: number, length: number) => new Int32Array(memory, address, length);
  const offsets = ints(places.offsets, people + 1);
  const inOffsets = ints(places.inOffsets, people + 1);
  const targets = ints(places.targets, offsets[people] ?? 0);
  const sources = ints(places.sources, offsets[people] ?? 0);
  return {
    people,
    offsets,
    targets,
    inOffsets,
    sources,
    out: { starts: offsets, arcs: targets },
    into: { starts: inOffsets, arcs: sources },
    firstOf: ints(places.firstOf, people),
    sizeOf: ints(places.sizeOf, people),
    arcsOf: ints(places.arcsOf, people),
    isSymmetric: places.symmetric === 1,
  };
}

/** In this order in the scratch; `paths`, `handed` and `frontier` are zero everywhere whenever a search begins. */
function scratchOf(memory: ArrayBufferLike, people: number, address: number) {
  let next = address;
  const take = (bytes: number): number => {
    const at = next;
    next += padded(bytes);
    return at;
  };
  const floats = () => new Float64Array(memory, take(people * 32), people * SIDE_BY_SIDE);
  const ints = () => new Int32Array(memory, take((people + 2) * 4), people + 2);
  return {
    /** σ of each person in each lane; 0 where not reached. */
    paths: floats(),
    /** What each person has been handed. */
    handed: floats(),
    /** What each person of the frontier hands on: σ, later (1 + δ) / σ. */
    frontier: floats(),
    /** One sum a lane. */
    sums: new Float64Array(memory, take(64), SIDE_BY_SIDE),
    /** Level by level 16 · person + the lanes that have them at that level, a bit each. */
    order: new Int32Array(memory, take(people * 16 + 4), people * SIDE_BY_SIDE + 1),
    /** Whoever was handed something in a push, which writes one place past the last. */
    touched: ints(),
    /** Whoever was not reached in every lane when the last pull ended. */
    rest: ints(),
    levelStart: ints(),
    /** How many arcs leave a level, and how many come to it. */
    levelOut: ints(),
    levelIn: ints(),
  };
}

/** How far four sources have come. */
interface Search {
  /** Where their component begins, and how many people it has. */
  readonly begin: number;
  readonly size: number;
  /** A bit for each lane that has a source. */
  readonly active: number;
  /** Where the next entry goes. */
  tail: number;
  /** How many of (person, lane) are not reached. */
  missing: number;
  /** How many arcs come to people whom a lane has not reached. */
  unreachedIn: number;
  /** How many people of `rest` count; −1 before the first pull. */
  restCount: number;
  /** How many arcs leave the level being found, and come to it. */
  out: number;
  into: number;
}

/** With up to four sources of one component at level 0, the first in lane 0. */
function begun(rows: HopRows, { paths, order }: HopScratch, first: number, last: number): Search {
  const begin = rows.firstOf[first] ?? 0;
  let lanes = 0;
  let out = 0;
  let into = 0;
  for (let source = first; lanes < SIDE_BY_SIDE && source < last && rows.firstOf[source] === begin; source += 1) {
    paths[source * SIDE_BY_SIDE + lanes] = 1;
    order[lanes] = (source << 4) | (1 << lanes);
    out += degreeIn(rows.offsets, source);
    into += degreeIn(rows.inOffsets, source);
    lanes += 1;
  }
  const size = rows.sizeOf[first] ?? 0;
  const unreachedIn = (rows.arcsOf[first] ?? 0) - (lanes === 1 ? into : 0);
  const counts = { tail: lanes, missing: (size - 1) * lanes, unreachedIn, restCount: -1, out, into };
  return { begin, size, active: (1 << lanes) - 1, ...counts };
}

function degreeIn(offsets: Int32Array, person: number): number {
  return (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
}

/** An arc costs half as much again in a push, which writes, as in a pull. */
function isPushCheaper(pushed: number, pulled: number): boolean {
  return pushed + (pushed >> 1) <= pulled;
}

/** @returns the number of the deepest level */
function forward(rows: HopRows, scratch: HopScratch, search: Search): number {
  const { levelStart, levelOut, levelIn } = scratch;
  let level = 0;
  let start = 0;
  for (;;) {
    const { tail: end, out } = search;
    levelStart[level] = start;
    levelOut[level] = out;
    levelIn[level] = search.into;
    if (rows.isSymmetric && search.missing === 0) break;
    search.out = 0;
    search.into = 0;
    if (isPushCheaper(out, search.unreachedIn)) {
      const isDense = out >= search.size;
      const count = push(rows, scratch, start, end, isDense);
      for (let at = 0; at < count; at += 1) meetPushed(rows, scratch, search, scratch.touched[at] ?? 0);
      if (isDense) for (let at = 0; at < search.size; at += 1) meetPushed(rows, scratch, search, search.begin + at);
    } else {
      for (let at = start; at < end; at += 1) putOnFrontier(scratch, scratch.order[at] ?? 0);
      pull(rows, scratch, search);
      clearFrontier(scratch, start, end);
    }
    if (search.tail === end) break;
    start = end;
    level += 1;
  }
  levelStart[level + 1] = search.tail;
  return level;
}

/** Every arc of the frontier hands σ on. @returns how many were touched; 0 where so many are that nobody notes them */
function push(rows: HopRows, scratch: HopScratch, start: number, end: number, isDense: boolean): number {
  const { offsets, targets } = rows;
  const { paths, handed, order, touched } = scratch;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const entry = order[at] ?? 0;
    const person = entry >> 4;
    const own = person * SIDE_BY_SIDE;
    const a = (entry & 1) === 0 ? 0 : (paths[own] ?? 0);
    const b = (entry & 2) === 0 ? 0 : (paths[own + 1] ?? 0);
    const c = (entry & 4) === 0 ? 0 : (paths[own + 2] ?? 0);
    const d = (entry & 8) === 0 ? 0 : (paths[own + 3] ?? 0);
    const last = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
      const target = targets[arc] ?? 0;
      const place = target * SIDE_BY_SIDE;
      const hadA = handed[place] ?? 0;
      const hadB = handed[place + 1] ?? 0;
      const hadC = handed[place + 2] ?? 0;
      const hadD = handed[place + 3] ?? 0;
      if (!isDense) {
        // Written whether new or not: the place counts only if the count moves on.
        touched[count] = target;
        count += hadA + hadB + hadC + hadD === 0 ? 1 : 0;
      }
      handed[place] = hadA + a;
      handed[place + 1] = hadB + b;
      handed[place + 2] = hadC + c;
      handed[place + 3] = hadD + d;
    }
  }
  return count;
}

function meetPushed(rows: HopRows, scratch: HopScratch, search: Search, person: number): void {
  const { paths, handed } = scratch;
  const place = person * SIDE_BY_SIDE;
  let known = 0;
  let fresh = 0;
  for (let lane = 0; lane < SIDE_BY_SIDE; lane += 1) {
    const value = handed[place + lane] ?? 0;
    handed[place + lane] = 0;
    if ((paths[place + lane] ?? 0) !== 0) known |= 1 << lane;
    else if (value !== 0) {
      paths[place + lane] = value;
      fresh |= 1 << lane;
    }
  }
  if (fresh === 0) return;
  if ((known | fresh) === search.active) search.unreachedIn -= degreeIn(rows.inOffsets, person);
  noteMet(rows, scratch, search, person, fresh);
}

function noteMet(rows: HopRows, { order }: HopScratch, search: Search, person: number, fresh: number): void {
  order[search.tail] = (person << 4) | fresh;
  search.tail += 1;
  search.missing -= (fresh & 1) + ((fresh >> 1) & 1) + ((fresh >> 2) & 1) + (fresh >> 3);
  search.out += degreeIn(rows.offsets, person);
  search.into += degreeIn(rows.inOffsets, person);
}

/** Whoever a lane has not reached adds up what those who point at them hold; whom a lane still lacks is `rest`. */
function pull(rows: HopRows, scratch: HopScratch, search: Search): void {
  const { inOffsets } = rows;
  const { paths, frontier, sums, rest } = scratch;
  const isFirst = search.restCount < 0;
  const count = isFirst ? search.size : search.restCount;
  let left = 0;
  for (let at = 0; at < count; at += 1) {
    const person = isFirst ? search.begin + at : (rest[at] ?? 0);
    const place = person * SIDE_BY_SIDE;
    let known = 0;
    for (let lane = 0; lane < SIDE_BY_SIDE; lane += 1) if ((paths[place + lane] ?? 0) !== 0) known |= 1 << lane;
    if (known === search.active) continue;
    sumLanes(rows.into, person, frontier, sums, 0);
    let fresh = 0;
    for (let lane = 0; lane < SIDE_BY_SIDE; lane += 1) {
      const sum = sums[lane] ?? 0;
      if (sum === 0 || ((known >> lane) & 1) === 1) continue;
      paths[place + lane] = sum;
      fresh |= 1 << lane;
    }
    if ((known | fresh) === search.active) {
      search.unreachedIn -= degreeIn(inOffsets, person);
    } else {
      rest[left] = person;
      left += 1;
    }
    if (fresh !== 0) noteMet(rows, scratch, search, person, fresh);
  }
  search.restCount = left;
}

/** Whom people point at, or who points at them. */
interface Rows {
  readonly starts: Int32Array;
  readonly arcs: Int32Array;
}

/** What the people of one row hold, added up lane by lane, goes to four places of `sums`. */
function sumLanes({ starts, arcs }: Rows, person: number, values: Float64Array, sums: Float64Array, to: number): void {
  const end = starts[person + 1] ?? 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let otherA = 0;
  let otherB = 0;
  let otherC = 0;
  let otherD = 0;
  let arc = starts[person] ?? 0;
  for (; arc < end - 1; arc += 2) {
    const p = (arcs[arc] ?? 0) * SIDE_BY_SIDE;
    const q = (arcs[arc + 1] ?? 0) * SIDE_BY_SIDE;
    a += values[p] ?? 0;
    b += values[p + 1] ?? 0;
    c += values[p + 2] ?? 0;
    d += values[p + 3] ?? 0;
    otherA += values[q] ?? 0;
    otherB += values[q + 1] ?? 0;
    otherC += values[q + 2] ?? 0;
    otherD += values[q + 3] ?? 0;
  }
  if (arc < end) {
    const p = (arcs[arc] ?? 0) * SIDE_BY_SIDE;
    a += values[p] ?? 0;
    b += values[p + 1] ?? 0;
    c += values[p + 2] ?? 0;
    d += values[p + 3] ?? 0;
  }
  sums[to] = a + otherA;
  sums[to + 1] = b + otherB;
  sums[to + 2] = c + otherC;
  sums[to + 3] = d + otherD;
}

function putOnFrontier({ paths, frontier }: HopScratch, entry: number): void {
  const place = (entry >> 4) * SIDE_BY_SIDE;
  for (let lane = 0; lane < SIDE_BY_SIDE; lane += 1)
    frontier[place + lane] = ((entry >> lane) & 1) === 0 ? 0 : (paths[place + lane] ?? 0);
}

function clearFrontier({ frontier, order }: HopScratch, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const place = ((order[at] ?? 0) >> 4) * SIDE_BY_SIDE;
    frontier.fill(0, place, place + SIDE_BY_SIDE);
  }
}

/** From the deepest level up: what a level is handed times its σ is δ. The sources themselves are between nobody. */
function backward(rows: HopRows, scratch: HopScratch, search: Search, deepest: number, totals: Float64Array): void {
  const { handed, order, levelStart, levelOut, levelIn } = scratch;
  const first = search.begin * SIDE_BY_SIDE;
  const last = first + search.size * SIDE_BY_SIDE;
  for (let at = levelStart[deepest] ?? 0; at < search.tail; at += 1) handUp(scratch, order[at] ?? 0);
  for (let level = deepest - 1; level > 0; level -= 1) {
    const start = levelStart[level] ?? 0;
    const end = levelStart[level + 1] ?? 0;
    const below = levelStart[level + 2] ?? 0;
    const isPush = isPushCheaper(levelIn[level + 1] ?? 0, levelOut[level] ?? 0);
    if (isPush) pushBack(rows, scratch, end, below);
    else pullBack(rows, scratch, start, end);
    clearFrontier(scratch, end, below);
    for (let at = start; at < end; at += 1) {
      const entry = order[at] ?? 0;
      totals[entry >> 4] = (totals[entry >> 4] ?? 0) + handUp(scratch, entry);
    }
    // Those pushed to who are of other levels were handed something too.
    if (isPush) handed.fill(0, first, last);
  }
  clearFrontier(scratch, 0, deepest > 0 ? (levelStart[2] ?? 0) : search.tail);
  scratch.paths.fill(0, first, last);
}

/** Puts (1 + δ) / σ of the entry's lanes on the frontier. @returns δ, over those lanes */
function handUp(scratch: HopScratch, entry: number): number {
  const place = (entry >> 4) * SIDE_BY_SIDE;
  const a = handUpLane(scratch, place, entry & 1);
  const b = handUpLane(scratch, place + 1, entry & 2);
  const c = handUpLane(scratch, place + 2, entry & 4);
  const d = handUpLane(scratch, place + 3, entry & 8);
  // In the order in which vectors of two add up.
  return a + c + (b + d);
}

function handUpLane({ paths, handed, frontier }: HopScratch, at: number, bit: number): number {
  const own = paths[at] ?? 0;
  const dependency = bit === 0 ? 0 : own * (handed[at] ?? 0);
  handed[at] = 0;
  frontier[at] = bit === 0 ? 0 : (1 + dependency) / own;
  return dependency;
}

function pushBack(rows: HopRows, scratch: HopScratch, start: number, end: number): void {
  const { inOffsets, sources } = rows;
  const { handed, frontier, order } = scratch;
  for (let at = start; at < end; at += 1) {
    const person = (order[at] ?? 0) >> 4;
    const own = person * SIDE_BY_SIDE;
    const a = frontier[own] ?? 0;
    const b = frontier[own + 1] ?? 0;
    const c = frontier[own + 2] ?? 0;
    const d = frontier[own + 3] ?? 0;
    const last = inOffsets[person + 1] ?? 0;
    for (let arc = inOffsets[person] ?? 0; arc < last; arc += 1) {
      const place = (sources[arc] ?? 0) * SIDE_BY_SIDE;
      handed[place] = (handed[place] ?? 0) + a;
      handed[place + 1] = (handed[place + 1] ?? 0) + b;
      handed[place + 2] = (handed[place + 2] ?? 0) + c;
      handed[place + 3] = (handed[place + 3] ?? 0) + d;
    }
  }
}

function pullBack(rows: HopRows, scratch: HopScratch, start: number, end: number): void {
  const { handed, frontier, order } = scratch;
  for (let at = start; at < end; at += 1) {
    const person = (order[at] ?? 0) >> 4;
    const place = person * SIDE_BY_SIDE;
    sumLanes(rows.out, person, frontier, handed, place);
  }
}
