import { describe, expect, it } from 'vitest';
import { discreteGaussian, inBlocks, type Random } from '../../connector/privacy/noise.ts';
import { asNumber, rational, type Rational } from '../../connector/privacy/rational.ts';
import { byteStream } from './byte-stream.ts';

const DRAWS = 200_000;
const VARIANCES = [rational(5n, 2n), rational(15n), rational(20n)];

function draw(variance: Rational, random: Random): number[] {
  return Array.from({ length: DRAWS }, () => Number(discreteGaussian(variance, random)));
}

/** P(x) of the discrete Gaussian, from its definition. */
function density(variance: number): (x: number) => number {
  const weight = (x: number): number => Math.exp((-x * x) / (2 * variance));
  const total = Array.from({ length: 401 }, (_, index) => weight(index - 200)).reduce((a, b) => a + b);
  return (x) => weight(x) / total;
}

/** χ² of draws against the definition, over every value expected at least ten times and one bin for the rest. */
function chiSquared(draws: readonly number[], variance: number): { statistic: number; limit: number } {
  const probability = density(variance);
  const seen = new Map<number, number>();
  for (const x of draws) seen.set(x, (seen.get(x) ?? 0) + 1);
  const values = Array.from({ length: 401 }, (_, index) => index - 200).filter((x) => probability(x) * DRAWS >= 10);
  const bins = values.map((x) => ({ expected: probability(x) * DRAWS, observed: seen.get(x) ?? 0 }));
  const expected = bins.reduce((sum, bin) => sum + bin.expected, 0);
  const observed = bins.reduce((sum, bin) => sum + bin.observed, 0);
  bins.push({ expected: DRAWS - expected, observed: DRAWS - observed });
  const statistic = bins.reduce((sum, bin) => sum + (bin.observed - bin.expected) ** 2 / bin.expected, 0);
  // The value χ² passes once in a million (Wilson and Hilferty 1931); 4.7534 is that point of the normal distribution.
  const freedom = bins.length - 1;
  const limit = freedom * (1 - 2 / (9 * freedom) + 4.7534 * Math.sqrt(2 / (9 * freedom))) ** 3;
  return { statistic, limit };
}

describe.each(VARIANCES.map((variance) => [asNumber(variance), variance] as const))(
  'noise of σ² = %s',
  (number, variance) => {
    const draws = draw(variance, inBlocks(byteStream(`noise ${number}`)));

    it('has the distribution of the paper: χ² passes at α = 10⁻⁶', () => {
      const { statistic, limit } = chiSquared(draws, number);
      expect(statistic).toBeLessThan(limit);
    });

    it('is told from a variance five per cent off: the test above can fail', () => {
      const { statistic, limit } = chiSquared(draws, number * 1.05);
      expect(statistic).toBeGreaterThan(limit);
    });

    it('has mean 0 and variance σ², both within 4.5 standard errors', () => {
      const mean = draws.reduce((a, b) => a + b) / DRAWS;
      const squares = draws.reduce((sum, x) => sum + x * x, 0) / DRAWS;
      expect(Math.abs(mean)).toBeLessThan(4.5 * Math.sqrt(number / DRAWS));
      expect(Math.abs(squares - number)).toBeLessThan(4.5 * number * Math.sqrt(2 / DRAWS));
    });

    it('is symmetric: as often above as below, and each size with either sign', () => {
      const above = draws.filter((x) => x > 0).length;
      const below = draws.filter((x) => x < 0).length;
      expect(Math.abs(above - below)).toBeLessThan(4.5 * Math.sqrt(above + below));
      for (const size of [1, 2, 3, 4]) {
        const plus = draws.filter((x) => x === size).length;
        const minus = draws.filter((x) => x === -size).length;
        expect(Math.abs(plus - minus)).toBeLessThan(4.5 * Math.sqrt(plus + minus));
      }
    });

    it('has its tail: as many draws beyond 2σ and 3σ as it should, some, and none absurd', () => {
      const probability = density(number);
      for (const sigmas of [2, 3]) {
        const edge = sigmas * Math.sqrt(number);
        const share = Array.from({ length: 401 }, (_, index) => index - 200)
          .filter((x) => Math.abs(x) > edge)
          .reduce((sum, x) => sum + probability(x), 0);
        const beyond = draws.filter((x) => Math.abs(x) > edge).length;
        expect(Math.abs(beyond - share * DRAWS)).toBeLessThan(4.5 * Math.sqrt(share * DRAWS));
      }
      expect(draws.every((x) => Math.abs(x) < 7 * Math.sqrt(number))).toBe(true);
    });

    it('is whole numbers, every one of them from −2σ to 2σ', () => {
      expect(draws.every(Number.isInteger)).toBe(true);
      const edge = Math.floor(2 * Math.sqrt(number));
      const seen = new Set(draws);
      for (let x = -edge; x <= edge; x += 1) expect(seen.has(x)).toBe(true);
    });
  },
);

describe('the sampler', () => {
  it('gives the same draws for the same bytes', () => {
    const once = Array.from({ length: 100 }, () => 0n);
    const [a, b] = ['same', 'same'].map((name) => {
      const random = inBlocks(byteStream(name));
      return once.map(() => discreteGaussian(rational(15n), random));
    });
    expect(a).toEqual(b);
  });

  it('does not depend on how its bytes are served', () => {
    const served = inBlocks(byteStream('served'));
    const direct = byteStream('served');
    // Within one block no byte is skipped, so draw by draw the two must agree.
    const draws = Array.from({ length: 20 }, () => [
      discreteGaussian(rational(15n), served),
      discreteGaussian(rational(15n), direct),
    ]);
    for (const [a, b] of draws) expect(a).toBe(b);
  });

  it('reads its randomness in blocks, and few bytes a draw', () => {
    let calls = 0;
    let bytes = 0;
    const stream = byteStream('counted');
    const random = inBlocks((size) => {
      calls += 1;
      bytes += size;
      return stream(size);
    });
    for (let index = 0; index < 10_000; index += 1) discreteGaussian(rational(15n), random);
    expect(bytes / 10_000).toBeLessThan(40);
    expect(calls).toBe(bytes / 1024);
  });

  it('hands out each byte once, in order, also across blocks and for large requests', () => {
    const numbered = (): Random => {
      let next = 0;
      return (size) => Uint8Array.from({ length: size }, () => next++ % 251);
    };
    const random = inBlocks(numbered());
    const direct = numbered();
    expect([...random(1000)]).toEqual([...direct(1000)]);
    expect([...random(24)]).toEqual([...direct(24)]);
    expect([...random(2000)]).toEqual([...direct(2000)]);
  });

  it('has no noise of variance 0', () => {
    expect(() => discreteGaussian(rational(0n), byteStream('x'))).toThrow(RangeError);
    expect(() => discreteGaussian({ numerator: -1n, denominator: 1n }, byteStream('x'))).toThrow(RangeError);
  });
});
