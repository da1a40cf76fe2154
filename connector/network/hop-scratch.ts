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

/** So many sources go side by side, each in a lane of its own: two vectors of WebAssembly a person. */
export const SIDE_BY_SIDE = 4;

/** How many bytes of scratch a hop kernel needs, each thread its own. */
export function hopScratchBytes(people: number): number {
  return (
    3 * padded(people * 32) +
    64 +
    padded(people * 16 + 4) +
    padded(noteWords(people) * 4) +
    4 * padded((people + 2) * 4)
  );
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/** Words of 32 people each, two by two as WebAssembly takes them. */
function noteWords(people: number): number {
  return ((people >> 6) + 1) * 2;
}

export type HopRows = ReturnType<typeof rowsAt>;
export type HopScratch = ReturnType<typeof scratchOf>;

/** The network at those places, read as rows. */
export function rowsAt(memory: ArrayBufferLike, places: HopPlaces) {
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

/** In this order in the scratch; `paths`, `handed`, `frontier` and `noted` are zero everywhere whenever a search begins. */
export function scratchOf(memory: ArrayBufferLike, people: number, address: number) {
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
    /** What each person of the frontier hands back, (1 + δ) / σ; on the way forward σ of whom a pull has just met. */
    frontier: floats(),
    /** One sum a lane. */
    sums: new Float64Array(memory, take(64), SIDE_BY_SIDE),
    /** Level by level 16 · person + the lanes that have them at that level, a bit each. */
    order: new Int32Array(memory, take(people * 16 + 4), people * SIDE_BY_SIDE + 1),
    /** Whoever was handed something in a push, a bit each. */
    noted: new Int32Array(memory, take(noteWords(people) * 4), noteWords(people)),
    /** Whoever was not reached in every lane when the last pull ended. */
    rest: ints(),
    levelStart: ints(),
    /** How many arcs leave a level, and how many come to it. */
    levelOut: ints(),
    levelIn: ints(),
  };
}

/** How many people a row has. */
export function degreeIn(offsets: Int32Array, person: number): number {
  return (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
}

/** An arc costs a quarter more in a push, which writes, than in a pull. */
export function isPushCheaper(pushed: number, pulled: number): boolean {
  return pushed + (pushed >> 2) <= pulled;
}

/** Whom people point at, or who points at them. */
export interface Rows {
  readonly starts: Int32Array;
  readonly arcs: Int32Array;
}

/** What the people of one row hold, added up lane by lane, goes to four places of `sums`. */
export function sumLanes(
  { starts, arcs }: Rows,
  person: number,
  values: Float64Array,
  sums: Float64Array,
  to: number,
): void {
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
