import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, type SeededRandom } from '../../connector/network/seeded-random.ts';

const drawn = (random: SeededRandom, count: number): number[] => Array.from({ length: count }, () => random.bits());
const seeds = fc.maxSafeNat();

describe('the generator', () => {
  test('draws what its authors’ C programs draw (xoshiro128starstar.c filled by splitmix64.c)', () => {
    const first = [3737715805, 2584255861, 2876756834, 3286328325, 1553311962, 1625202774];
    expect(drawn(seededRandom(0), 6)).toEqual(first);
    const ofForty = [1776835114, 4165204688, 17111135, 2317295270, 2792088233, 2554630222];
    expect(drawn(seededRandom(42), 6)).toEqual(ofForty);
    const last = [1233166643, 1287031142, 661813442, 2960669951, 2601079046, 1036114921];
    expect(drawn(seededRandom(Number.MAX_SAFE_INTEGER), 6)).toEqual(last);
  });

  test('the same seed draws the same, and another draws another', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        expect(drawn(seededRandom(seed), 4)).toEqual(drawn(seededRandom(seed), 4));
        if (seed !== other) expect(drawn(seededRandom(seed), 4)).not.toEqual(drawn(seededRandom(other), 4));
      }),
    );
  });

  test('a fork depends on seed and stream, not on what was drawn before, and is nobody else’s stream', () => {
    fc.assert(
      fc.property(seeds, seeds, fc.nat(20), (seed, stream, before) => {
        const parent = seededRandom(seed);
        drawn(parent, before);
        const child = drawn(parent.fork(stream), 4);
        expect(child).toEqual(drawn(seededRandom(seed).fork(stream), 4));
        expect(child).not.toEqual(drawn(seededRandom(seed), 4));
        expect(child).not.toEqual(drawn(seededRandom(seed).fork(stream === 0 ? 1 : stream - 1), 4));
        expect(child).not.toEqual(drawn(parent.fork(stream).fork(stream), 4));
      }),
    );
  });

  test('neighbouring seeds with neighbouring streams do not meet', () => {
    const met = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1)
      for (let stream = 0; stream < 40; stream += 1) met.add(drawn(seededRandom(seed).fork(stream), 2).join());
    expect(met.size).toBe(1600);
  });

  test('refuses what is no whole number', () => {
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53, Infinity]) {
      expect(() => seededRandom(wrong)).toThrow(RangeError);
      expect(() => seededRandom(1).fork(wrong)).toThrow(RangeError);
    }
    for (const wrong of [0, -1, 1.5, Number.NaN, 2 ** 32 + 1]) {
      expect(() => seededRandom(1).below(wrong)).toThrow(RangeError);
    }
  });
});

describe('draws', () => {
  test('in [0, 1), with mean ½ and variance 1⁄12', () => {
    const random = seededRandom(7);
    const sample = Array.from({ length: 100_000 }, () => random.next());
    expect(sample.every((value) => value >= 0 && value < 1)).toBe(true);
    const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
    const spread = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sample.length;
    // Five standard errors.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / sample.length));
    expect(Math.abs(spread - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / sample.length));
  });

  test.each([2, 3, 7, 64, 1000])('below %i every number comes equally often (χ², five standard errors)', (n) => {
    const random = seededRandom(n);
    const counts = new Float64Array(n);
    const draws = 100 * n;
    for (let draw = 0; draw < draws; draw += 1) counts[random.below(n)]! += 1;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect(Math.abs(chiSquared - (n - 1))).toBeLessThan(5 * Math.sqrt(2 * (n - 1)) + 1);
  });

  test('below 1 is 0, and below 2³² any of 32 bits', () => {
    expect(seededRandom(3).below(1)).toBe(0);
    const random = seededRandom(0);
    expect([random.below(2 ** 32), random.below(2 ** 32)]).toEqual([3737715805, 2584255861]);
  });
});
