// AssemblyScript: the kernels of `../hop-kernel.ts`, `../length-kernel.ts`, `../rank-sweeps.ts` and `../lane-search.ts`, which say what they do and why. The same
// steps in the same order, so that both give the same bytes; a change there is a change here. Built by `npm run build:wasm`.
// Not named .ts, so that what checks TypeScript does not read it as such.

const FEW: i32 = 8;
const SAME_LENGTH: f64 = 1e-12;

// @ts-ignore: decorator
@inline function padded(bytes: usize): usize { return (bytes + 63) & ~63; }
// @ts-ignore: decorator
@inline function i(base: usize, at: i32): i32 { return load<i32>(base + ((<usize>at) << 2)); }
// @ts-ignore: decorator
@inline function setI(base: usize, at: i32, value: i32): void { store<i32>(base + ((<usize>at) << 2), value); }
// @ts-ignore: decorator
@inline function f(base: usize, at: i32): f64 { return load<f64>(base + ((<usize>at) << 3)); }
// @ts-ignore: decorator
@inline function setF(base: usize, at: i32, value: f64): void { store<f64>(base + ((<usize>at) << 3), value); }

function sumOver(arcs: usize, start: i32, end: i32, values: usize): f64 {
  let a: f64 = 0, b: f64 = 0, c: f64 = 0, d: f64 = 0;
  let arc = arcs + ((<usize>start) << 2);
  const last = arcs + ((<usize>end) << 2);
  for (; arc + 12 < last; arc += 16) {
    a += f(values, load<i32>(arc));
    b += f(values, load<i32>(arc, 4));
    c += f(values, load<i32>(arc, 8));
    d += f(values, load<i32>(arc, 12));
  }
  for (; arc < last; arc += 4) a += f(values, load<i32>(arc));
  return a + b + (c + d);
}

function weightedSumOver(arcs: usize, factors: usize, start: i32, end: i32, values: usize): f64 {
  let a: f64 = 0, b: f64 = 0, c: f64 = 0, d: f64 = 0;
  let arc = arcs + ((<usize>start) << 2);
  let factor = factors + ((<usize>start) << 3);
  const last = arcs + ((<usize>end) << 2);
  for (; arc + 12 < last; arc += 16, factor += 32) {
    a += f(values, load<i32>(arc)) * load<f64>(factor);
    b += f(values, load<i32>(arc, 4)) * load<f64>(factor, 8);
    c += f(values, load<i32>(arc, 8)) * load<f64>(factor, 16);
    d += f(values, load<i32>(arc, 12)) * load<f64>(factor, 24);
  }
  for (; arc < last; arc += 4, factor += 8) a += f(values, load<i32>(arc)) * load<f64>(factor);
  return a + b + (c + d);
}

// The sweeps of `../rank-sweeps.ts`.

export function rankUp(
  people: i32, offsets: usize, middles: usize, targets: usize, weights: usize, inverse: usize, handed: usize,
  direction: usize, up: usize, damping: f64,
): void {
  for (let person = people - 1; person >= 0; person--) {
    const start = i(middles, person);
    const end = i(offsets, person + 1);
    const sum = weights == 0 ? sumOver(targets, start, end, handed)
      : weightedSumOver(targets, weights, start, end, handed);
    const own = f(inverse, person);
    const value = f(direction, person) + damping * own * sum;
    setF(up, person, value);
    setF(handed, person, own * value);
  }
}

export function rankDown(
  people: i32, offsets: usize, middles: usize, targets: usize, weights: usize, inverse: usize, handed: usize,
  direction: usize, up: usize, image: usize, damping: f64,
): void {
  for (let person = 0; person < people; person++) {
    const start = i(offsets, person);
    const end = i(middles, person);
    const sum = weights == 0 ? sumOver(targets, start, end, handed)
      : weightedSumOver(targets, weights, start, end, handed);
    const own = f(inverse, person);
    const above = f(up, person);
    const value = f(direction, person) - above + damping * own * sum;
    setF(image, person, above + value);
    setF(handed, person, own * value);
  }
}

// A step of `../lane-search.ts`: 128 lanes are one vector a person.

// @ts-ignore: decorator
@inline function v(base: usize, at: i32): v128 { return v128.load(base + ((<usize>at) << 4)); }
// @ts-ignore: decorator
@inline function setV(base: usize, at: i32, value: v128): void { v128.store(base + ((<usize>at) << 4), value); }
// @ts-ignore: decorator
@inline function bitsIn(value: v128): i32 {
  return i32(popcnt(i64x2.extract_lane(value, 0)) + popcnt(i64x2.extract_lane(value, 1)));
}
// @ts-ignore: decorator
@inline function degree(offsets: usize, person: i32): i32 { return i(offsets, person + 1) - i(offsets, person); }

/** Leaves at `told` how many people are fresh and how many arcs leave them. @returns how many bits are new */
export function lanePush(
  before: i32, was: usize, whoWas: usize, now: usize, whoNow: usize, seen: usize, told: usize, offsets: usize,
  targets: usize,
): i32 {
  let count = 0;
  let arcs = 0;
  for (let at = 0; at < before; at++) {
    const person = i(whoWas, at);
    const own = v(was, person);
    const stop = targets + ((<usize>i(offsets, person + 1)) << 2);
    for (let arc = targets + ((<usize>i(offsets, person)) << 2); arc < stop; arc += 4) {
      const target = load<i32>(arc);
      const fresh = v128.andnot(own, v(seen, target));
      if (!v128.any_true(fresh)) continue;
      const had = v(now, target);
      if (!v128.any_true(had)) {
        setI(whoNow, count, target);
        count++;
        arcs += degree(offsets, target);
      }
      setV(now, target, v128.or(had, fresh));
    }
  }
  let reached = 0;
  for (let at = 0; at < count; at++) {
    const person = i(whoNow, at);
    const fresh = v(now, person);
    setV(seen, person, v128.or(v(seen, person), fresh));
    reached += bitsIn(fresh);
  }
  for (let at = 0; at < before; at++) setV(was, i(whoWas, at), i64x2.splat(0));
  setI(told, 0, count);
  setI(told, 1, arcs);
  return reached;
}

export function lanePull(
  before: i32, was: usize, whoWas: usize, now: usize, whoNow: usize, seen: usize, told: usize, offsets: usize,
  people: i32, inOffsets: usize, sources: usize, used: usize,
): i32 {
  const all = v128.load(used);
  let count = 0;
  let arcs = 0;
  let reached = 0;
  for (let person = 0; person < people; person++) {
    const lacking = v128.andnot(all, v(seen, person));
    if (!v128.any_true(lacking)) continue;
    let left = lacking;
    const stop = sources + ((<usize>i(inOffsets, person + 1)) << 2);
    for (let arc = sources + ((<usize>i(inOffsets, person)) << 2); arc < stop; arc += 4) {
      left = v128.andnot(left, v(was, load<i32>(arc)));
      if (!v128.any_true(left)) break;
    }
    const fresh = v128.xor(lacking, left);
    if (!v128.any_true(fresh)) continue;
    setI(whoNow, count, person);
    count++;
    arcs += degree(offsets, person);
    setV(now, person, fresh);
    setV(seen, person, v128.or(v(seen, person), fresh));
    reached += bitsIn(fresh);
  }
  for (let at = 0; at < before; at++) setV(was, i(whoWas, at), i64x2.splat(0));
  setI(told, 0, count);
  setI(told, 1, arcs);
  return reached;
}

/** The bits of the fresh of one unit, added to its row: `../unit-tally.ts`. */
export function laneTally(
  fresh: usize, who: usize, count: i32, unitOf: usize, units: i32, first: i32, length: i32, sums: usize,
  reaching: usize,
): void {
  for (let at = 0; at < count; at++) {
    const person = i(who, at);
    const unit = i(unitOf, person);
    if (unit < 0) continue;
    const bits = v(fresh, person);
    let row = ((<usize>unit) * (<usize>units) + (<usize>first)) << 3;
    tallyWord(i64x2.extract_lane(bits, 0), row, length, sums, reaching);
    row += 64 << 3;
    tallyWord(i64x2.extract_lane(bits, 1), row, length, sums, reaching);
  }
}

// @ts-ignore: decorator
@inline function tallyWord(word: i64, row: usize, length: f64, sums: usize, reaching: usize): void {
  for (let bits = word; bits != 0; bits &= bits - 1) {
    const cell = row + ((<usize>ctz(bits)) << 3);
    store<f64>(sums + cell, load<f64>(sums + cell) + length);
    store<f64>(reaching + cell, load<f64>(reaching + cell) + 1);
  }
}

function clear(collected: usize, order: usize, reached: i32, people: i32, symmetric: i32): void {
  if (symmetric == 0 || reached * FEW >= people) memory.fill(collected, 0, (<usize>people) << 3);
  else for (let at = 0; at < reached; at++) setF(collected, i(order, at), 0);
}

export function hops(
  first: i32, last: i32, totals: usize, scratch: usize, people: i32, offsets: usize, targets: usize, inOffsets: usize,
  sources: usize, members: usize, firstOf: usize, sizeOf: usize, arcsOf: usize, symmetric: i32,
): void {
  const floats = padded((<usize>people) << 3);
  const ints = padded((<usize>(people + 1)) << 2);
  const levels = padded((<usize>(people + 2)) << 2);
  const frontier = scratch;
  const collected = frontier + floats;
  const values = collected + floats;
  const order = values + floats;
  const rest = order + ints;
  const levelStart = rest + ints;
  const levelOut = levelStart + levels;
  const levelIn = levelOut + levels;
  for (let source = first; source < last; source++) {
    if (i(offsets, source + 1) == i(offsets, source)) continue;

    // Forward.
    const size = i(sizeOf, source);
    setI(order, 0, source);
    setF(collected, source, 1);
    let unreachedIn = i(arcsOf, source);
    let restCount = -1;
    let level = 0;
    let start = 0;
    let tail = 1;
    for (;;) {
      setI(levelStart, level, start);
      let out = 0;
      let into = 0;
      for (let at = start; at < tail; at++) {
        const person = i(order, at);
        setF(values, at, f(collected, person));
        out += i(offsets, person + 1) - i(offsets, person);
        into += i(inOffsets, person + 1) - i(inOffsets, person);
      }
      setI(levelOut, level, out);
      setI(levelIn, level, into);
      unreachedIn -= into;
      if (symmetric && tail == size) break;
      const end = tail;
      if (out <= unreachedIn) {
        for (let at = start; at < end; at++) {
          const person = i(order, at);
          const value = f(values, at);
          const stop = targets + ((<usize>i(offsets, person + 1)) << 2);
          for (let arc = targets + ((<usize>i(offsets, person)) << 2); arc < stop; arc += 4) {
            const target = load<i32>(arc);
            const had = f(collected, target);
            setI(order, tail, target);
            tail += i32(had == 0);
            setF(collected, target, had + value);
          }
        }
      } else {
        for (let at = start; at < end; at++) setF(frontier, i(order, at), f(values, at));
        const list = restCount < 0 ? members + ((<usize>i(firstOf, source)) << 2) : rest;
        const count = restCount < 0 ? size : restCount;
        let left = 0;
        for (let at = 0; at < count; at++) {
          const person = i(list, at);
          if (f(collected, person) != 0) continue;
          const sum = sumOver(sources, i(inOffsets, person), i(inOffsets, person + 1), frontier);
          setF(collected, person, sum);
          setI(order, tail, person);
          setI(rest, left, person);
          tail += i32(sum != 0);
          left += i32(sum == 0);
        }
        restCount = size - tail;
        for (let at = start; at < end; at++) setF(frontier, i(order, at), 0);
      }
      if (tail == end) break;
      start = end;
      level++;
    }
    setI(levelStart, level + 1, tail);
    clear(collected, order, tail, people, symmetric);

    // Backward.
    const reached = tail;
    for (let at = i(levelStart, level); at < reached; at++) setF(values, at, 1 / f(values, at));
    for (let up = level - 1; up > 0; up--) {
      const begin = i(levelStart, up);
      const end = i(levelStart, up + 1);
      const below = i(levelStart, up + 2);
      if (i(levelIn, up + 1) <= i(levelOut, up)) {
        for (let at = end; at < below; at++) {
          const person = i(order, at);
          const value = f(values, at);
          const stop = sources + ((<usize>i(inOffsets, person + 1)) << 2);
          for (let arc = sources + ((<usize>i(inOffsets, person)) << 2); arc < stop; arc += 4) {
            const behind = load<i32>(arc);
            setF(collected, behind, f(collected, behind) + value);
          }
        }
      } else {
        for (let at = end; at < below; at++) setF(frontier, i(order, at), f(values, at));
        for (let at = begin; at < end; at++) {
          const person = i(order, at);
          setF(collected, person, sumOver(targets, i(offsets, person), i(offsets, person + 1), frontier));
        }
        for (let at = end; at < below; at++) setF(frontier, i(order, at), 0);
      }
      for (let at = begin; at < end; at++) {
        const person = i(order, at);
        const paths = f(values, at);
        const dependency = paths * f(collected, person);
        setF(totals, person, f(totals, person) + dependency);
        setF(values, at, (1 + dependency) / paths);
      }
    }
    clear(collected, order, reached, people, symmetric);
  }
}

// @ts-ignore: decorator
@inline function putIn(heads: usize, filled: usize, after: usize, before: usize, bucket: i32, person: i32): void {
  const head = i(heads, bucket);
  setI(after, person, head);
  setI(before, person, -1);
  if (head >= 0) setI(before, head, person);
  else setI(filled, bucket >> 5, i(filled, bucket >> 5) | (1 << (bucket & 31)));
  setI(heads, bucket, person);
}

// @ts-ignore: decorator
@inline function takeOut(heads: usize, filled: usize, after: usize, before: usize, bucket: i32, person: i32): void {
  const next = i(after, person);
  const last = i(before, person);
  if (next >= 0) setI(before, next, last);
  if (last >= 0) setI(after, last, next);
  else {
    setI(heads, bucket, next);
    if (next < 0) setI(filled, bucket >> 5, i(filled, bucket >> 5) & ~(1 << (bucket & 31)));
  }
}

export function lengths(
  first: i32, last: i32, totals: usize, scratch: usize, people: i32, starts: usize, ends: usize, targets: usize,
  lengthOf: usize, dropped: usize, arcs: i32, width: f64, buckets: i32, isNarrow: i32,
): void {
  const floats = padded((<usize>people) << 3);
  const ints = padded((<usize>people) << 2);
  const bound = scratch;
  const distance = bound + floats;
  const paths = distance + floats;
  const dependency = paths + floats;
  const order = dependency + floats;
  const after = order + ints;
  const before = after + ints;
  const noted = before + ints;
  const heads = noted + ints;
  const filled = heads + padded((<usize>buckets) << 2);
  const behind = filled + padded((<usize>(buckets >> 5)) << 2);
  const notedBefore = behind + padded((<usize>arcs) << 2);
  const perWidth: f64 = 1 / width;
  const mask = buckets - 1;
  memory.fill(heads, 0xff, (<usize>buckets) << 2);
  for (let source = first; source < last; source++) {
    if (i(ends, source) == i(starts, source)) continue;

    // Nearest first.
    for (let person = 0; person < people; person++) setF(bound, person, Infinity);
    setF(distance, source, 0);
    setF(paths, source, 1);
    setF(dependency, source, 0);
    setI(noted, source, -1);
    putIn(heads, filled, after, before, 0, source);
    let waiting = 1;
    let notes = 0;
    let settled = 0;
    let bucket = 0;
    while (waiting > 0) {
      let word = bucket >> 5;
      let bits = i(filled, word) & (-1 << (bucket & 31));
      while (bits == 0) {
        word = (word + 1) & (mask >> 5);
        bits = i(filled, word);
      }
      bucket = (word << 5) + ctz(bits);
      let person = i(heads, bucket);
      if (!isNarrow)
        for (let other = i(after, person); other >= 0; other = i(after, other))
          if (f(distance, other) < f(distance, person)) person = other;
      takeOut(heads, filled, after, before, bucket, person);
      waiting--;
      setI(order, settled, person);
      settled++;
      setF(bound, person, -1);
      const so = f(distance, person);
      const ways = f(paths, person);
      const end = i(ends, person);
      for (let arc = i(starts, person); arc < end; arc++) {
        const target = i(targets, arc);
        const length = so + f(lengthOf, arc);
        const known = f(bound, target);
        if (length > known) continue;
        if (known == Infinity) {
          waiting++;
        } else if (length >= f(distance, target) * (1 - SAME_LENGTH)) {
          setF(paths, target, f(paths, target) + ways);
          setI(behind, notes, person);
          setI(notedBefore, notes, i(noted, target));
          setI(noted, target, notes);
          notes++;
          continue;
        } else {
          takeOut(heads, filled, after, before, i32(f(distance, target) * perWidth) & mask, target);
        }
        setF(distance, target, length);
        setF(bound, target, length * (1 + SAME_LENGTH));
        setF(paths, target, ways);
        setF(dependency, target, 0);
        setI(behind, notes, person);
        setI(notedBefore, notes, -1);
        setI(noted, target, notes);
        notes++;
        putIn(heads, filled, after, before, i32(length * perWidth) & mask, target);
      }
    }

    // Own ties longer than the way around.
    const ownEnd = i(ends, source);
    for (let arc = i(starts, source); arc < ownEnd; arc++)
      if (f(lengthOf, arc) > f(distance, i(targets, arc)) * (1 + SAME_LENGTH)) store<u8>(dropped + <usize>arc, 1);

    // Back along the ties noted.
    for (let at = settled - 1; at > 0; at--) {
      const person = i(order, at);
      const own = f(dependency, person);
      setF(totals, person, f(totals, person) + own);
      const share = (1 + own) / f(paths, person);
      for (let note = i(noted, person); note >= 0; note = i(notedBefore, note)) {
        const from = i(behind, note);
        setF(dependency, from, f(dependency, from) + f(paths, from) * share);
      }
    }
  }
}
