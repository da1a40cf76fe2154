import { degreeIn, isPushCheaper, SIDE_BY_SIDE, sumLanes, type HopRows, type HopScratch } from './hop-scratch.ts';

/** How far four sources have come. */
export interface Search {
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

/** A search with up to four sources of one component at level 0, the first in lane 0. */
export function begun(rows: HopRows, { paths, order }: HopScratch, first: number, last: number): Search {
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

/**
 * Finds the levels with their people, smallest number first, and σ of everybody in every lane.
 *
 * @returns the number of the deepest level
 */
export function forward(rows: HopRows, scratch: HopScratch, search: Search): number {
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
    if (!isPushCheaper(out, search.unreachedIn)) {
      listRest(scratch, search);
      pull(rows, scratch, search);
    } else if (out >= search.size) {
      push(rows, scratch, start, end);
      for (let at = 0; at < search.size; at += 1) meet(rows, scratch, search, search.begin + at);
    } else {
      pushNoting(rows, scratch, start, end);
      meetNoted(rows, scratch, search);
    }
    if (search.tail === end) break;
    start = end;
    level += 1;
  }
  levelStart[level + 1] = search.tail;
  return level;
}

/** Every arc of the frontier hands σ on. */
function push(rows: HopRows, { paths, handed, order }: HopScratch, start: number, end: number): void {
  const { offsets, targets } = rows;
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
      const place = (targets[arc] ?? 0) * SIDE_BY_SIDE;
      handed[place] = (handed[place] ?? 0) + a;
      handed[place + 1] = (handed[place + 1] ?? 0) + b;
      handed[place + 2] = (handed[place + 2] ?? 0) + c;
      handed[place + 3] = (handed[place + 3] ?? 0) + d;
    }
  }
}

/** A push that notes whom it came to, so that nobody else need be looked at. */
function pushNoting(rows: HopRows, scratch: HopScratch, start: number, end: number): void {
  const { offsets, targets } = rows;
  const { order, noted } = scratch;
  push(rows, scratch, start, end);
  for (let at = start; at < end; at += 1) {
    const person = (order[at] ?? 0) >> 4;
    const last = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
      const target = targets[arc] ?? 0;
      noted[target >> 5] = (noted[target >> 5] ?? 0) | (1 << (target & 31));
    }
  }
}

function meetNoted(rows: HopRows, scratch: HopScratch, search: Search): void {
  const { noted } = scratch;
  const last = (search.begin + search.size + 31) >> 5;
  for (let word = search.begin >> 5; word < last; word += 1) {
    let bits = noted[word] ?? 0;
    noted[word] = 0;
    for (; bits !== 0; bits &= bits - 1) meet(rows, scratch, search, word * 32 + 31 - Math.clz32(bits & -bits));
  }
}

/** What was handed to somebody is their σ in the lanes that had not reached them; in the others it is thrown away. */
function meet(rows: HopRows, { paths, handed, order }: HopScratch, search: Search, person: number): void {
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
  if (fresh !== 0) noteMet(rows, order, search, (person << 4) | fresh, (known | fresh) === search.active);
}

/** @param isEverywhere whether every lane has now reached them */
function noteMet(rows: HopRows, order: Int32Array, search: Search, entry: number, isEverywhere: boolean): void {
  const person = entry >> 4;
  const comes = degreeIn(rows.inOffsets, person);
  order[search.tail] = entry;
  search.tail += 1;
  search.missing -= (entry & 1) + ((entry >> 1) & 1) + ((entry >> 2) & 1) + ((entry >> 3) & 1);
  search.out += degreeIn(rows.offsets, person);
  search.into += comes;
  if (isEverywhere) search.unreachedIn -= comes;
}

/** Leaves in `rest` whom a lane has not reached, of those who stood there or, the first time, of everybody. */
function listRest({ paths, rest }: HopScratch, search: Search): void {
  const isFirst = search.restCount < 0;
  const count = isFirst ? search.size : search.restCount;
  let left = 0;
  for (let at = 0; at < count; at += 1) {
    const person = isFirst ? search.begin + at : (rest[at] ?? 0);
    if (lanesOf(paths, person) === search.active) continue;
    rest[left] = person;
    left += 1;
  }
  search.restCount = left;
}

/** A bit for each lane that has reached the person. */
function lanesOf(paths: Float64Array, person: number): number {
  let known = 0;
  for (let lane = 0; lane < SIDE_BY_SIDE; lane += 1)
    if ((paths[person * SIDE_BY_SIDE + lane] ?? 0) !== 0) known |= 1 << lane;
  return known;
}

/**
 * Whoever a lane has not reached adds up σ of those who point at them. Only the frontier has any there: whoever is nearer
 * would have made them reached, and those met in this pull wait in `frontier` with theirs until it has ended.
 */
function pull(rows: HopRows, { paths, frontier, order, rest }: HopScratch, search: Search): void {
  const start = search.tail;
  let left = 0;
  for (let at = 0; at < search.restCount; at += 1) {
    const person = rest[at] ?? 0;
    const own = (search.tail - start) * SIDE_BY_SIDE;
    sumLanes(rows.into, person, paths, frontier, own);
    const known = lanesOf(paths, person);
    const fresh = keptFresh(frontier, own, known);
    const isEverywhere = (known | fresh) === search.active;
    if (!isEverywhere) {
      rest[left] = person;
      left += 1;
    }
    if (fresh !== 0) noteMet(rows, order, search, (person << 4) | fresh, isEverywhere);
  }
  search.restCount = left;
  for (let at = start; at < search.tail; at += 1) {
    const place = ((order[at] ?? 0) >> 4) * SIDE_BY_SIDE;
    const from = (at - start) * SIDE_BY_SIDE;
    for (let lane = 0; lane < SIDE_BY_SIDE; lane += 1)
      if ((frontier[from + lane] ?? 0) !== 0) paths[place + lane] = frontier[from + lane] ?? 0;
  }
  frontier.fill(0, 0, (search.tail - start + 1) * SIDE_BY_SIDE);
}

/** Drops what lanes that had reached somebody were given. @returns a bit for each lane where something is left */
function keptFresh(sums: Float64Array, place: number, known: number): number {
  let fresh = 0;
  for (let lane = 0; lane < SIDE_BY_SIDE; lane += 1) {
    if (((known >> lane) & 1) === 1) sums[place + lane] = 0;
    else if ((sums[place + lane] ?? 0) !== 0) fresh |= 1 << lane;
  }
  return fresh;
}
