// A step of `../lane-search.ts`, 128 lanes in one vector a person, and the tally of `../unit-tally.ts`.

import { degree, i, setI, setV, v } from './memory';

// @ts-ignore: decorator
@inline function bitsIn(value: v128): i32 {
  return i32(popcnt(i64x2.extract_lane(value, 0)) + popcnt(i64x2.extract_lane(value, 1)));
}

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
