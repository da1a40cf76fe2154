// The kernel of `../hop-kernel.ts`: four sources side by side are two vectors a person.

import { degree, f, i, padded, setF, setI } from './memory';

// @ts-ignore: decorator
@inline function low(base: usize, at: i32): v128 { return v128.load(base + ((<usize>at) << 5)); }
// @ts-ignore: decorator
@inline function high(base: usize, at: i32): v128 { return v128.load(base + ((<usize>at) << 5), 16); }
// @ts-ignore: decorator
@inline function setBoth(base: usize, at: i32, a: v128, b: v128): void {
  const place = base + ((<usize>at) << 5);
  v128.store(place, a);
  v128.store(place, b, 16);
}
// @ts-ignore: decorator
@inline function lowMask(entry: i32): v128 {
  return i64x2.replace_lane(i64x2.splat(-(<i64>(entry & 1))), 1, -(<i64>((entry >> 1) & 1)));
}
// @ts-ignore: decorator
@inline function highMask(entry: i32): v128 { return lowMask(entry >> 2); }
// @ts-ignore: decorator
@inline function setBits(a: v128, b: v128): i32 { return i64x2.bitmask(a) | (i64x2.bitmask(b) << 2); }
// How far a search has come, as numbers in the scratch: `Search` in `../hop-forward.ts`.
const TAIL: i32 = 0;
const MISSING: i32 = 1;
const UNREACHED_IN: i32 = 2;
const REST_COUNT: i32 = 3;
const OUT: i32 = 4;
const INTO: i32 = 5;
/** Where what was loaded only to have it in the cache is added up. */
const TOUCHED: i32 = 6;

export function hops(
  first: i32, last: i32, totals: usize, scratch: usize, people: i32, offsets: usize, targets: usize, inOffsets: usize,
  sources: usize, firstOf: usize, sizeOf: usize, arcsOf: usize, symmetric: i32,
): void {
  const floats = padded((<usize>people) << 5);
  const ints = padded((<usize>(people + 2)) << 2);
  const paths = scratch;
  const handed = paths + floats;
  const frontier = handed + floats;
  const search = frontier + floats;
  const order = search + 64;
  const reached = order + padded(((<usize>people) << 4) + 4);
  const rest = reached + padded((<usize>((people >> 6) + 1)) << 3);
  const levelStart = rest + ints;
  const levelOut = levelStart + ints;
  const levelIn = levelOut + ints;
  for (let source = first; source < last;) {
    const begin = i(firstOf, source);
    const size = i(sizeOf, source);
    const cleared = (<usize>size) << 5;
    const lanes = beginSearch(search, paths, order, source, last, begin, size, offsets, inOffsets, firstOf, arcsOf);
    source += lanes;

    // Forward.
    const active = (1 << lanes) - 1;
    let level = 0;
    let start = 0;
    for (;;) {
      const end = i(search, TAIL);
      const out = i(search, OUT);
      setI(levelStart, level, start);
      setI(levelOut, level, out);
      setI(levelIn, level, i(search, INTO));
      if (symmetric && i(search, MISSING) == 0) break;
      setI(search, OUT, 0);
      setI(search, INTO, 0);
      if (!isPushCheaper(out, i(search, UNREACHED_IN))) {
        listRest(search, paths, rest, begin, size, active);
        pull(search, paths, frontier, rest, order, active, offsets, inOffsets, sources);
      } else if (out >= size) {
        push(search, order, start, end, size, paths, handed, offsets, targets);
        meetAll(search, paths, handed, order, begin, size, active, offsets, inOffsets);
      } else {
        pushNoting(order, start, end, paths, handed, reached, offsets, targets);
        meetNoted(search, paths, handed, order, reached, begin, size, active, offsets, inOffsets);
      }
      if (i(search, TAIL) == end) break;
      start = end;
      level++;
    }
    const tail = i(search, TAIL);
    setI(levelStart, level + 1, tail);

    // Backward.
    handUpDeepest(order, i(levelStart, level), tail, paths, frontier);
    for (let up = level - 1; up > 0; up--) {
      const from = i(levelStart, up);
      const end = i(levelStart, up + 1);
      const below = i(levelStart, up + 2);
      const isPush = isPushCheaper(i(levelIn, up + 1), i(levelOut, up));
      if (isPush) push(search, order, end, below, size, frontier, handed, inOffsets, sources);
      else pullBack(search, order, from, end, size, frontier, handed, offsets, targets);
      clearFrontier(order, end, below, frontier);
      handUp(order, from, end, paths, handed, frontier, totals);
      if (isPush) memory.fill(handed + ((<usize>begin) << 5), 0, cleared);
    }
    clearFrontier(order, 0, level > 0 ? i(levelStart, 2) : tail, frontier);
    memory.fill(paths + ((<usize>begin) << 5), 0, cleared);
  }
}

/** @returns how many sources begin */
function beginSearch(
  search: usize, paths: usize, order: usize, first: i32, last: i32, begin: i32, size: i32, offsets: usize,
  inOffsets: usize, firstOf: usize, arcsOf: usize,
): i32 {
  let lanes = 0;
  let out = 0;
  let into = 0;
  for (let source = first; lanes < 4 && source < last && i(firstOf, source) == begin; source++) {
    store<f64>(paths + ((<usize>source) << 5) + ((<usize>lanes) << 3), 1);
    setI(order, lanes, (source << 4) | (1 << lanes));
    out += degree(offsets, source);
    into += degree(inOffsets, source);
    lanes++;
  }
  setI(search, TAIL, lanes);
  setI(search, MISSING, (size - 1) * lanes);
  setI(search, UNREACHED_IN, i(arcsOf, begin) - (lanes == 1 ? into : 0));
  setI(search, REST_COUNT, -1);
  setI(search, OUT, out);
  setI(search, INTO, into);
  return lanes;
}

// @ts-ignore: decorator
@inline function isPushCheaper(pushed: i32, pulled: i32): bool { return pushed + (pushed >> 2) <= pulled; }

/** So many rows are asked for at once when they lie far apart. */
const ROWS_AT_ONCE: i32 = 8;

/**
 * Loads a word of every cache line of these rows: their misses wait together instead of one after the other. Changes no
 * result, so TypeScript has nothing of the kind.
 */
function touchRows(search: usize, order: usize, from: i32, to: i32, offsets: usize, arcs: usize): void {
  let sum = 0;
  for (let at = from; at < to; at++) {
    const person = i(order, at) >> 4;
    const stop = arcs + ((<usize>i(offsets, person + 1)) << 2);
    for (let arc = arcs + ((<usize>i(offsets, person)) << 2); arc < stop; arc += 64) sum += load<i32>(arc);
  }
  setI(search, TOUCHED, i(search, TOUCHED) + sum);
}

/** Where a level has few of the people, their rows lie far apart. */
// @ts-ignore: decorator
@inline function areFarApart(count: i32, size: i32): bool { return count < size >> 2; }

function push(
  search: usize, order: usize, start: i32, end: i32, size: i32, values: usize, handed: usize, starts: usize, arcs: usize,
): void {
  if (!areFarApart(end - start, size)) return pushRows(order, start, end, values, handed, starts, arcs);
  for (let at = start; at < end; at += ROWS_AT_ONCE) {
    const to = min(end, at + ROWS_AT_ONCE);
    touchRows(search, order, at, to, starts, arcs);
    pushRows(order, at, to, values, handed, starts, arcs);
  }
}

function pushRows(
  order: usize, start: i32, end: i32, values: usize, handed: usize, starts: usize, arcs: usize,
): void {
  for (let at = start; at < end; at++) {
    const entry = i(order, at);
    const person = entry >> 4;
    const a = v128.and(low(values, person), lowMask(entry));
    const b = v128.and(high(values, person), highMask(entry));
    const stop = arcs + ((<usize>i(starts, person + 1)) << 2);
    for (let arc = arcs + ((<usize>i(starts, person)) << 2); arc < stop; arc += 4) {
      const place = handed + ((<usize>load<i32>(arc)) << 5);
      v128.store(place, f64x2.add(v128.load(place), a));
      v128.store(place, f64x2.add(v128.load(place, 16), b), 16);
    }
  }
}

function pushNoting(
  order: usize, start: i32, end: i32, paths: usize, handed: usize, reached: usize, offsets: usize, targets: usize,
): void {
  for (let at = start; at < end; at++) {
    const entry = i(order, at);
    const person = entry >> 4;
    const a = v128.and(low(paths, person), lowMask(entry));
    const b = v128.and(high(paths, person), highMask(entry));
    const stop = targets + ((<usize>i(offsets, person + 1)) << 2);
    for (let arc = targets + ((<usize>i(offsets, person)) << 2); arc < stop; arc += 4) {
      const target = load<i32>(arc);
      const word = reached + ((<usize>(target >> 6)) << 3);
      store<i64>(word, load<i64>(word) | ((<i64>1) << (<i64>(target & 63))));
      const place = handed + ((<usize>target) << 5);
      v128.store(place, f64x2.add(v128.load(place), a));
      v128.store(place, f64x2.add(v128.load(place, 16), b), 16);
    }
  }
}

function meetAll(
  search: usize, paths: usize, handed: usize, order: usize, begin: i32, size: i32, active: i32, offsets: usize,
  inOffsets: usize,
): void {
  for (let person = begin; person < begin + size; person++)
    meet(search, paths, handed, order, person, active, offsets, inOffsets);
}

function meetNoted(
  search: usize, paths: usize, handed: usize, order: usize, reached: usize, begin: i32, size: i32, active: i32,
  offsets: usize, inOffsets: usize,
): void {
  const last = (begin + size + 63) >> 6;
  for (let word = begin >> 6; word < last; word++) {
    const place = reached + ((<usize>word) << 3);
    let bits = load<i64>(place);
    if (bits == 0) continue;
    store<i64>(place, 0);
    for (; bits != 0; bits &= bits - 1)
      meet(search, paths, handed, order, (word << 6) + (<i32>ctz(bits)), active, offsets, inOffsets);
  }
}

// @ts-ignore: decorator
@inline function meet(
  search: usize, paths: usize, handed: usize, order: usize, person: i32, active: i32, offsets: usize, inOffsets: usize,
): void {
  const zero = f64x2.splat(0);
  const a = low(handed, person);
  const b = high(handed, person);
  const knownA = low(paths, person);
  const knownB = high(paths, person);
  const newA = v128.and(f64x2.eq(knownA, zero), f64x2.ne(a, zero));
  const newB = v128.and(f64x2.eq(knownB, zero), f64x2.ne(b, zero));
  const fresh = setBits(newA, newB);
  setBoth(handed, person, zero, zero);
  if (fresh == 0) return;
  setBoth(paths, person, v128.or(knownA, v128.and(a, newA)), v128.or(knownB, v128.and(b, newB)));
  const known = setBits(f64x2.ne(knownA, zero), f64x2.ne(knownB, zero));
  noteMet(search, order, person, fresh, (known | fresh) == active, offsets, inOffsets);
}

// @ts-ignore: decorator
@inline function noteMet(
  search: usize, order: usize, person: i32, fresh: i32, isEverywhere: bool, offsets: usize, inOffsets: usize,
): void {
  const tail = i(search, TAIL);
  const comes = degree(inOffsets, person);
  setI(order, tail, (person << 4) | fresh);
  setI(search, TAIL, tail + 1);
  setI(search, MISSING, i(search, MISSING) - popcnt(fresh));
  setI(search, OUT, i(search, OUT) + degree(offsets, person));
  setI(search, INTO, i(search, INTO) + comes);
  setI(search, UNREACHED_IN, i(search, UNREACHED_IN) - (comes & -i32(isEverywhere)));
}

function listRest(search: usize, paths: usize, rest: usize, begin: i32, size: i32, active: i32): void {
  const zero = f64x2.splat(0);
  const before = i(search, REST_COUNT);
  const count = before < 0 ? size : before;
  let left = 0;
  for (let at = 0; at < count; at++) {
    const person = before < 0 ? begin + at : i(rest, at);
    setI(rest, left, person);
    left += i32(setBits(f64x2.ne(low(paths, person), zero), f64x2.ne(high(paths, person), zero)) != active);
  }
  setI(search, REST_COUNT, left);
}

/** What the people of these arcs hold, added up lane by lane, goes to `sums`. */
// @ts-ignore: decorator
@inline function sumLanes(arcs: usize, start: i32, end: i32, values: usize, sums: usize): void {
  let a = f64x2.splat(0), b = a, c = a, d = a;
  let arc = arcs + ((<usize>start) << 2);
  const last = arcs + ((<usize>end) << 2);
  for (; arc + 12 < last; arc += 16) {
    const p = values + ((<usize>load<i32>(arc)) << 5);
    const q = values + ((<usize>load<i32>(arc, 4)) << 5);
    const r = values + ((<usize>load<i32>(arc, 8)) << 5);
    const s = values + ((<usize>load<i32>(arc, 12)) << 5);
    a = f64x2.add(a, v128.load(p));
    b = f64x2.add(b, v128.load(p, 16));
    c = f64x2.add(c, v128.load(q));
    d = f64x2.add(d, v128.load(q, 16));
    a = f64x2.add(a, v128.load(r));
    b = f64x2.add(b, v128.load(r, 16));
    c = f64x2.add(c, v128.load(s));
    d = f64x2.add(d, v128.load(s, 16));
  }
  if (arc + 4 < last) {
    const p = values + ((<usize>load<i32>(arc)) << 5);
    const q = values + ((<usize>load<i32>(arc, 4)) << 5);
    a = f64x2.add(a, v128.load(p));
    b = f64x2.add(b, v128.load(p, 16));
    c = f64x2.add(c, v128.load(q));
    d = f64x2.add(d, v128.load(q, 16));
    arc += 8;
  }
  if (arc < last) {
    const p = values + ((<usize>load<i32>(arc)) << 5);
    a = f64x2.add(a, v128.load(p));
    b = f64x2.add(b, v128.load(p, 16));
  }
  v128.store(sums, f64x2.add(a, c));
  v128.store(sums, f64x2.add(b, d), 16);
}

function pull(
  search: usize, paths: usize, put: usize, rest: usize, order: usize, active: i32, offsets: usize, inOffsets: usize,
  sources: usize,
): void {
  const zero = f64x2.splat(0);
  const count = i(search, REST_COUNT);
  const start = i(search, TAIL);
  let left = 0;
  for (let at = 0; at < count; at++) {
    const person = i(rest, at);
    const own = put + ((<usize>(i(search, TAIL) - start)) << 5);
    sumLanes(sources, i(inOffsets, person), i(inOffsets, person + 1), paths, own);
    const a = v128.load(own);
    const b = v128.load(own, 16);
    const knownA = f64x2.ne(low(paths, person), zero);
    const knownB = f64x2.ne(high(paths, person), zero);
    const newA = v128.andnot(f64x2.ne(a, zero), knownA);
    const newB = v128.andnot(f64x2.ne(b, zero), knownB);
    const fresh = setBits(newA, newB);
    const isEverywhere = (setBits(knownA, knownB) | fresh) == active;
    setI(rest, left, person);
    left += i32(!isEverywhere);
    if (fresh == 0) continue;
    v128.store(own, v128.and(a, newA));
    v128.store(own, v128.and(b, newB), 16);
    noteMet(search, order, person, fresh, isEverywhere, offsets, inOffsets);
  }
  setI(search, REST_COUNT, left);
  const end = i(search, TAIL);
  for (let at = start; at < end; at++) {
    const person = i(order, at) >> 4;
    setBoth(paths, person, v128.or(low(paths, person), low(put, at - start)), v128.or(high(paths, person), high(put, at - start)));
  }
  memory.fill(put, 0, (<usize>min(end - start + 1, count)) << 5);
}

function clearFrontier(order: usize, start: i32, end: i32, frontier: usize): void {
  const zero = f64x2.splat(0);
  for (let at = start; at < end; at++) setBoth(frontier, i(order, at) >> 4, zero, zero);
}

function handUpDeepest(order: usize, start: i32, end: i32, paths: usize, frontier: usize): void {
  const one = f64x2.splat(1);
  for (let at = start; at < end; at++) {
    const entry = i(order, at);
    const person = entry >> 4;
    const a = v128.and(f64x2.div(one, low(paths, person)), lowMask(entry));
    const b = v128.and(f64x2.div(one, high(paths, person)), highMask(entry));
    setBoth(frontier, person, a, b);
  }
}

function pullBack(
  search: usize, order: usize, start: i32, end: i32, size: i32, frontier: usize, handed: usize, offsets: usize,
  targets: usize,
): void {
  if (!areFarApart(end - start, size)) return pullRows(order, start, end, frontier, handed, offsets, targets);
  for (let at = start; at < end; at += ROWS_AT_ONCE) {
    const to = min(end, at + ROWS_AT_ONCE);
    touchRows(search, order, at, to, offsets, targets);
    pullRows(order, at, to, frontier, handed, offsets, targets);
  }
}

function pullRows(
  order: usize, start: i32, end: i32, frontier: usize, handed: usize, offsets: usize, targets: usize,
): void {
  for (let at = start; at < end; at++) {
    const person = i(order, at) >> 4;
    sumLanes(targets, i(offsets, person), i(offsets, person + 1), frontier, handed + ((<usize>person) << 5));
  }
}

function handUp(
  order: usize, start: i32, end: i32, paths: usize, handed: usize, frontier: usize, totals: usize,
): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  for (let at = start; at < end; at++) {
    const entry = i(order, at);
    const person = entry >> 4;
    const waysA = low(paths, person);
    const waysB = high(paths, person);
    const a = v128.and(f64x2.mul(waysA, low(handed, person)), lowMask(entry));
    const b = v128.and(f64x2.mul(waysB, high(handed, person)), highMask(entry));
    setBoth(handed, person, zero, zero);
    const onA = v128.and(f64x2.div(f64x2.add(one, a), waysA), lowMask(entry));
    const onB = v128.and(f64x2.div(f64x2.add(one, b), waysB), highMask(entry));
    setBoth(frontier, person, onA, onB);
    const sum = f64x2.add(a, b);
    setF(totals, person, f(totals, person) + (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)));
  }
}
