// The sweeps of `../rank-sweeps.ts`, with the sums of `../arc-sums.ts`.

import { f, i, setF } from './memory';

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
