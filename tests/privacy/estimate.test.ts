import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interval90 } from '../../connector/privacy/estimate.ts';
import { discreteGaussian, inBlocks } from '../../connector/privacy/noise.ts';
import { rational } from '../../connector/privacy/rational.ts';
import { byteStream } from './byte-stream.ts';

describe('an estimate', () => {
  it('is "about 24 (18–30)" at σ 3.87', () => {
    expect(interval90(24, 3.87, 80)).toEqual({ about: 24, low: 18, high: 30 });
  });

  it('stays between nobody and everybody', () => {
    expect(interval90(-3, 3.87, 80)).toEqual({ about: 0, low: 0, high: 6 });
    expect(interval90(45, 3.87, 43)).toEqual({ about: 43, low: 37, high: 43 });
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.nat(400),
        (value, sigma, heads) => {
          const { about, low, high } = interval90(value, sigma, heads);
          expect(0 <= low && low <= about && about <= high && high <= heads).toBe(true);
          expect([about, low, high].every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });

  it('is never surer of a value that cannot be than of one that can', () => {
    expect(interval90(-20, 3.87, 80)).toEqual(interval90(0, 3.87, 80));
    expect(interval90(55, 3.16, 45)).toEqual({ about: 45, low: 40, high: 45 });
  });

  it('holds the truth in at least 90 of 100 cases', () => {
    for (const variance of [rational(5n, 2n), rational(10n), rational(15n), rational(20n)]) {
      const random = inBlocks(byteStream(`interval ${variance.numerator}`));
      const sigma = Math.sqrt(Number(variance.numerator) / Number(variance.denominator));
      const noises = Array.from({ length: 20_000 }, () => Number(discreteGaussian(variance, random)));
      // In the middle of what is possible, and at and near its ends.
      for (const truth of [100, 0, 2, 199, 200]) {
        const hits = noises.filter((noise) => {
          const { low, high } = interval90(truth + noise, sigma, 200);
          return low <= truth && truth <= high;
        });
        expect(hits.length / noises.length).toBeGreaterThan(0.9);
      }
    }
  });
});
