// AssemblyScript: the kernels of `../hop-kernel.ts`, `../length-kernel.ts`, `../rank-sweeps.ts` and `../lane-search.ts`, which say what they do and why. The same
// steps in the same order, so that both give the same bytes; a change there is a change here. Built by `npm run build:wasm`.
// Not named .ts, so that what checks TypeScript does not read it as such.

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

// Hops: four sources side by side are two vectors a person.

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

/** What the people of these arcs hold, added up lane by lane, goes to `sums`. */
// @ts-ignore: decorator
@inline function sumLanes(arcs: usize, start: i32, end: i32, values: usize, sums: usize): void {
  let a = f64x2.splat(0), b = a, c = a, d = a;
  let arc = arcs + ((<usize>start) << 2);
  const last = arcs + ((<usize>end) << 2);
  for (; arc + 4 < last; arc += 8) {
    const p = values + ((<usize>load<i32>(arc)) << 5);
    const q = values + ((<usize>load<i32>(arc, 4)) << 5);
    a = f64x2.add(a, v128.load(p));
    b = f64x2.add(b, v128.load(p, 16));
    c = f64x2.add(c, v128.load(q));
    d = f64x2.add(d, v128.load(q, 16));
  }
  if (arc < last) {
    const p = values + ((<usize>load<i32>(arc)) << 5);
    a = f64x2.add(a, v128.load(p));
    b = f64x2.add(b, v128.load(p, 16));
  }
  v128.store(sums, f64x2.add(a, c));
  v128.store(sums, f64x2.add(b, d), 16);
}

export function hops(
  first: i32, last: i32, totals: usize, scratch: usize, people: i32, offsets: usize, targets: usize, inOffsets: usize,
  sources: usize, firstOf: usize, sizeOf: usize, arcsOf: usize, symmetric: i32,
): void {
  const floats = (<usize>people) << 5;
  const ints = padded((<usize>(people + 2)) << 2);
  const paths = scratch;
  const handed = paths + padded(floats);
  const frontier = handed + padded(floats);
  const sums = frontier + padded(floats);
  const order = sums + 64;
  const touched = order + padded(((<usize>people) << 4) + 4);
  const rest = touched + ints;
  const levelStart = rest + ints;
  const levelOut = levelStart + ints;
  const levelIn = levelOut + ints;
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  for (let source = first; source < last;) {
    const begin = i(firstOf, source);
    const size = i(sizeOf, source);
    const cleared = (<usize>size) << 5;

    // Four sources of one component.
    let tail = 0;
    let out = 0;
    let into = 0;
    for (; tail < 4 && source < last && i(firstOf, source) == begin; source++) {
      store<f64>(paths + ((<usize>source) << 5) + ((<usize>tail) << 3), 1);
      setI(order, tail, (source << 4) | (1 << tail));
      out += degree(offsets, source);
      into += degree(inOffsets, source);
      tail++;
    }
    const active = (1 << tail) - 1;
    let missing = (size - 1) * tail;
    let unreachedIn = i(arcsOf, begin);
    if (tail == 1) unreachedIn -= into;

    // Forward.
    let restCount = -1;
    let level = 0;
    let start = 0;
    for (;;) {
      const end = tail;
      setI(levelStart, level, start);
      setI(levelOut, level, out);
      setI(levelIn, level, into);
      if (symmetric && missing == 0) break;
      const isPush = out + (out >> 1) <= unreachedIn;
      const isDense = out >= size;
      out = 0;
      into = 0;
      if (isPush) {
        let count = 0;
        for (let at = start; at < end; at++) {
          const entry = i(order, at);
          const person = entry >> 4;
          const a = v128.and(low(paths, person), lowMask(entry));
          const b = v128.and(high(paths, person), highMask(entry));
          const stop = targets + ((<usize>i(offsets, person + 1)) << 2);
          let arc = targets + ((<usize>i(offsets, person)) << 2);
          if (isDense) {
            for (; arc < stop; arc += 4) {
              const place = handed + ((<usize>load<i32>(arc)) << 5);
              v128.store(place, f64x2.add(v128.load(place), a));
              v128.store(place, f64x2.add(v128.load(place, 16), b), 16);
            }
          } else {
            for (; arc < stop; arc += 4) {
              const target = load<i32>(arc);
              const place = handed + ((<usize>target) << 5);
              const hadA = v128.load(place);
              const hadB = v128.load(place, 16);
              setI(touched, count, target);
              count += i32(!v128.any_true(v128.or(hadA, hadB)));
              v128.store(place, f64x2.add(hadA, a));
              v128.store(place, f64x2.add(hadB, b), 16);
            }
          }
        }
        if (isDense) count = size;
        for (let at = 0; at < count; at++) {
          const person = isDense ? begin + at : i(touched, at);
          const a = low(handed, person);
          const b = high(handed, person);
          const knownA = low(paths, person);
          const knownB = high(paths, person);
          const newA = v128.and(f64x2.eq(knownA, zero), f64x2.ne(a, zero));
          const newB = v128.and(f64x2.eq(knownB, zero), f64x2.ne(b, zero));
          const fresh = setBits(newA, newB);
          setBoth(handed, person, zero, zero);
          if (fresh == 0) continue;
          setBoth(paths, person, v128.or(knownA, v128.and(a, newA)), v128.or(knownB, v128.and(b, newB)));
          setI(order, tail, (person << 4) | fresh);
          tail++;
          missing -= popcnt(fresh);
          out += degree(offsets, person);
          const comes = degree(inOffsets, person);
          into += comes;
          const known = setBits(f64x2.ne(knownA, zero), f64x2.ne(knownB, zero));
          if ((known | fresh) == active) unreachedIn -= comes;
        }
      } else {
        for (let at = start; at < end; at++) {
          const entry = i(order, at);
          const person = entry >> 4;
          const a = v128.and(low(paths, person), lowMask(entry));
          const b = v128.and(high(paths, person), highMask(entry));
          setBoth(frontier, person, a, b);
        }
        const isFirst = restCount < 0;
        const count = isFirst ? size : restCount;
        let left = 0;
        for (let at = 0; at < count; at++) {
          const person = isFirst ? begin + at : i(rest, at);
          const knownA = low(paths, person);
          const knownB = high(paths, person);
          const known = setBits(f64x2.ne(knownA, zero), f64x2.ne(knownB, zero));
          if (known == active) continue;
          sumLanes(sources, i(inOffsets, person), i(inOffsets, person + 1), frontier, sums);
          const a = v128.load(sums);
          const b = v128.load(sums, 16);
          const newA = v128.and(f64x2.eq(knownA, zero), f64x2.ne(a, zero));
          const newB = v128.and(f64x2.eq(knownB, zero), f64x2.ne(b, zero));
          const fresh = setBits(newA, newB);
          const comes = degree(inOffsets, person);
          if ((known | fresh) == active) {
            unreachedIn -= comes;
          } else {
            setI(rest, left, person);
            left++;
          }
          if (fresh == 0) continue;
          setBoth(paths, person, v128.or(knownA, v128.and(a, newA)), v128.or(knownB, v128.and(b, newB)));
          setI(order, tail, (person << 4) | fresh);
          tail++;
          missing -= popcnt(fresh);
          out += degree(offsets, person);
          into += comes;
        }
        restCount = left;
        for (let at = start; at < end; at++) setBoth(frontier, i(order, at) >> 4, zero, zero);
      }
      if (tail == end) break;
      start = end;
      level++;
    }
    setI(levelStart, level + 1, tail);

    // Backward.
    for (let at = i(levelStart, level); at < tail; at++) {
      const entry = i(order, at);
      const person = entry >> 4;
      const a = v128.and(f64x2.div(one, low(paths, person)), lowMask(entry));
      const b = v128.and(f64x2.div(one, high(paths, person)), highMask(entry));
      setBoth(frontier, person, a, b);
    }
    for (let up = level - 1; up > 0; up--) {
      const from = i(levelStart, up);
      const end = i(levelStart, up + 1);
      const below = i(levelStart, up + 2);
      const comes = i(levelIn, up + 1);
      const isPush = comes + (comes >> 1) <= i(levelOut, up);
      if (isPush) {
        for (let at = end; at < below; at++) {
          const person = i(order, at) >> 4;
          const a = low(frontier, person);
          const b = high(frontier, person);
          const stop = sources + ((<usize>i(inOffsets, person + 1)) << 2);
          for (let arc = sources + ((<usize>i(inOffsets, person)) << 2); arc < stop; arc += 4) {
            const place = handed + ((<usize>load<i32>(arc)) << 5);
            v128.store(place, f64x2.add(v128.load(place), a));
            v128.store(place, f64x2.add(v128.load(place, 16), b), 16);
          }
        }
      } else {
        for (let at = from; at < end; at++) {
          const person = i(order, at) >> 4;
          const place = handed + ((<usize>person) << 5);
          sumLanes(targets, i(offsets, person), i(offsets, person + 1), frontier, place);
        }
      }
      for (let at = end; at < below; at++) setBoth(frontier, i(order, at) >> 4, zero, zero);
      for (let at = from; at < end; at++) {
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
      if (isPush) memory.fill(handed + ((<usize>begin) << 5), 0, cleared);
    }
    const firstEnd = level > 0 ? i(levelStart, 2) : tail;
    for (let at = 0; at < firstEnd; at++) setBoth(frontier, i(order, at) >> 4, zero, zero);
    memory.fill(paths + ((<usize>begin) << 5), 0, cleared);
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
