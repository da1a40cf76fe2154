import { describe, expect, test } from 'vitest';
import { launchSeeds, type Launch } from '../../connector/network/launch-seeds.ts';
import type { Network } from '../../connector/network/network.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import { spread, type Passing } from '../../connector/network/spread.ts';
import { drawn, type Tie } from './some-network.ts';

const everybody = (people: number): Int32Array => Int32Array.from({ length: people }, (_, person) => person);
const SURE: Passing = { by: 'cascade', chance: 1 };
const usual = { choose: 1, passing: SURE, error: 0.1, risk: 0.1, seed: 1 };
const STARS: Tie[] = [[0, 1], [0, 2], [3, 4]]; // prettier-ignore

describe('spread, on paper', () => {
  const path = drawn(3, [[0, 1], [1, 2]], true); // prettier-ignore

  test('a path: 1.75 in the mean by a chance of ½, everybody when sure, the one when never', () => {
    const half = spread(path, [0], { passing: { by: 'cascade', chance: 0.5 }, runs: 20_000, seed: 5 });
    expect(half.from).toBeLessThan(1.75);
    expect(half.to).toBeGreaterThan(1.75);
    expect(half.to - half.from).toBeLessThan(0.03);
    expect(spread(path, [0, 0], { passing: SURE, runs: 2, seed: 1 })).toEqual({ mean: 3, from: 3, to: 3 });
    expect(spread(path, [0], { passing: { by: 'cascade', chance: 0 }, runs: 2, seed: 1 }).mean).toBe(1);
    expect(spread(path, [], { passing: SURE, runs: 2, seed: 1 }).mean).toBe(0);
  });

  test.each(['threshold', 'shared-cascade'] as const)('%s: of ties of 3 and 1 the heavier passes on ¾', (by) => {
    const network = drawn(3, [[0, 2, 3], [1, 2, 1]], true); // prettier-ignore
    const found = spread(network, [0], { passing: { by }, runs: 20_000, seed: 3 });
    expect(Math.abs(found.mean - 1.75)).toBeLessThan(0.02);
    const both = spread(network, [0, 1], { passing: { by }, runs: 20_000, seed: 3 });
    expect(Math.abs(both.mean - (by === 'threshold' ? 3 : 2 + 1 - 0.25 * 0.75))).toBeLessThan(0.02);
  });

  test('refuses what is none', () => {
    expect(() => spread(path, [3], { passing: SURE, runs: 2, seed: 1 })).toThrow(RangeError);
    expect(() => spread(path, [0], { passing: SURE, runs: 1, seed: 1 })).toThrow(RangeError);
    expect(() => spread(path, [0], { passing: { by: 'cascade', chance: 2 }, runs: 2, seed: 1 })).toThrow(RangeError);
  });
});

describe('launch seeds, on paper', () => {
  const stars = drawn(5, STARS, true);

  test('the star of three, then the pair', () => {
    const one = launchSeeds(stars, { ...usual, candidateOf: everybody(5) });
    expect(one.chosen).toEqual([0]);
    expect(Math.abs(one.reach - 3)).toBeLessThan(0.3);
    expect(one.bestAtMost).toBeGreaterThanOrEqual(3);
    expect(launchSeeds(stars, { ...usual, choose: 2, candidateOf: everybody(5) })).toMatchObject({ chosen: [0, 3], reach: 5 }); // prettier-ignore
  });

  test('volunteers only, and units as a whole', () => {
    expect(launchSeeds(stars, { ...usual, candidateOf: Int32Array.of(-1, 0, 1, 2, -1) }).chosen).toEqual([2]);
    expect(launchSeeds(stars, { ...usual, candidateOf: Int32Array.of(0, 0, 1, 2, 2) }).chosen).toEqual([0]);
  });

  test('nobody, no candidates, all candidates, no ties', () => {
    expect(launchSeeds(drawn(0, []), { ...usual, candidateOf: everybody(0) })).toMatchObject({ chosen: [], reach: 0 });
    expect(launchSeeds(stars, { ...usual, candidateOf: new Int32Array(5).fill(-1) }).chosen).toEqual([]);
    const all = launchSeeds(stars, { ...usual, choose: 9, candidateOf: everybody(5) });
    expect([...all.chosen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
    expect(launchSeeds(drawn(4, []), { ...usual, candidateOf: Int32Array.of(0, 1, 1, 1) }).chosen).toEqual([1]);
  });

  test('refuses what is out of range', () => {
    for (const wrong of [
      { error: 0 },
      { error: 0.7 },
      { risk: 0 },
      { risk: 1 },
      { choose: 0 },
      { candidateOf: everybody(4) },
    ]) {
      const launch: Launch = { ...usual, candidateOf: everybody(5), ...wrong };
      expect(() => launchSeeds(stars, launch)).toThrow(RangeError);
    }
  });
});

test.each<Passing>([{ by: 'cascade', chance: 0.3 }, { by: 'shared-cascade' }, { by: 'threshold' }])(
  'walked backward and forward the reach is the same: $by',
  (passing) => {
    const random = seededRandom(11);
    const ties = Array.from({ length: 60 }, (): Tie => [random.below(20), random.below(20), 1 + random.below(5)]);
    const network = drawn(20, ties, true);
    const found = launchSeeds(network, { ...usual, choose: 3, candidateOf: everybody(20), passing, error: 0.05 });
    const forward = spread(network, found.chosen, { passing, runs: 20_000, seed: 2 });
    expect(Math.abs(found.reach - forward.mean)).toBeLessThan(0.03 * forward.mean);
  },
);

describe('the guarantee, against the best of all choices', () => {
  test.each([0.1, 0.3])('in all of 100 seeds, counted against δ, ε = %d', (error) => {
    let failures = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const random = seededRandom(seed);
      const ties = Array.from({ length: 10 }, (): Tie => [random.below(7), random.below(7)]);
      const network = drawn(7, ties, true);
      const launch = { candidateOf: everybody(7), choose: 2, passing: { by: 'cascade', chance: 0.5 }, error, risk: 0.1, seed } as const; // prettier-ignore
      const found = launchSeeds(network, launch);
      let best = 0;
      for (let p = 0; p < 7; p += 1)
        for (let q = 0; q < p; q += 1) best = Math.max(best, exactReach(network, [p, q], 0.5));
      const own = exactReach(network, found.chosen, 0.5);
      if (own < found.atLeastOfBest * best || found.bestAtMost < best) failures += 1;
    }
    expect(failures).toBeLessThanOrEqual(10);
  });
});

/** The mean reach over every way the ties can fall. */
function exactReach({ offsets, targets, people }: Network, beginners: readonly number[], chance: number): number {
  let sum = 0;
  for (let way = 0; way < 2 ** targets.length; way += 1) {
    const has = new Set(beginners);
    let probability = 1;
    for (let arc = 0; arc < targets.length; arc += 1) probability *= (way >> arc) & 1 ? chance : 1 - chance;
    for (const person of has)
      for (let arc = offsets[person]!; arc < offsets[person + 1]!; arc += 1)
        if ((way >> arc) & 1) has.add(targets[arc]!);
    sum += probability * Math.min(people, has.size);
  }
  return sum;
}
