// The kernel of `../length-kernel.ts`.

import { f, i, padded, setF, setI } from './memory';

const SAME_LENGTH: f64 = 1e-12;

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
