import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanBounds, type Drawn } from '../../connector/network/mean-bounds.ts';
import { seededRandom, type SeededRandom } from '../../connector/network/seeded-random.ts';

/** Draws of one value a person, as the bounds want them. */
function drawn(...draws: readonly (readonly number[])[]): Drawn {
  const people = draws[0]?.length ?? 0;
  const over = (value: (draw: number) => number): Float64Array =>
    Float64Array.from({ length: people }, (_, person) =>
      draws.reduce((sum, draw) => sum + value(draw[person] ?? 0), 0),
    );
  return { draws: draws.length, sums: over((x) => x), squares: over((x) => x * x) };
}

describe('the inequality that it stands on', () => {
  test('exp(λξ − ψ(λ)ξ²) ≤ 1 + λξ for every ξ from −1 to 1', () => {
    const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(inside, fc.double({ min: -1, max: 1, noNaN: true }), (lambda, xi) => {
        const psi = -Math.log1p(-lambda) - lambda;
        expect(Math.exp(lambda * xi - psi * xi * xi)).toBeLessThanOrEqual((1 + lambda * xi) * (1 + 1e-12));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('half-widths', () => {
  const pilot = drawn([1, 0], [0, 0], [1, 0], [0, 0]);

  test('are the formula of the docstring, with c the mean of the pilot', () => {
    const { drawsExpected, halfWidths } = meanBounds(pilot, { epsilon: 0.1, delta: 0.1 });
    const [first = 0, second = 0] = halfWidths(drawn([1, 0], [0.5, 0], [0, 0]));
    // Both variances are a quarter: the first is one, the second because four draws cannot tell it is less.
    const rate = 0.1 - 0.25 * Math.log(1.4);
    expect(4 * Math.exp(-rate * drawsExpected)).toBeLessThanOrEqual(0.09);
    expect(4 * Math.exp(-rate * drawsExpected * 0.99)).toBeGreaterThan(0.09);
    const log = Math.log(2 / (2 * Math.exp(-rate * drawsExpected) + 0.005));
    const lambda = 1 / (1 + Math.sqrt((drawsExpected * 0.25) / (2 * log)));
    const psi = -Math.log(1 - lambda) - lambda;
    expect(first).toBeCloseTo((log + psi * 0.5) / (lambda * 3), 10); // (½)² + 0 + (½)² = ½ around c = ½
    expect(second).toBeCloseTo(log / (lambda * 3), 10);
  });

  test('all deltas together are at most delta: the more people, the wider', () => {
    const widths = [1, 10, 100].map((people) => {
      const row = Array.from({ length: people }, () => 0.5);
      return meanBounds(drawn(row), { epsilon: 0.1, delta: 0.1 }).halfWidths(drawn(row, row))[0]!;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBe(3);
  });

  test('a pilot of nothing, and shares that are none, are refused', () => {
    expect(() => meanBounds(drawn(), { epsilon: 0.1, delta: 0.1 })).toThrow(RangeError);
    for (const bad of [0, 1, NaN]) {
      expect(() => meanBounds(pilot, { epsilon: bad, delta: 0.1 })).toThrow(RangeError);
      expect(() => meanBounds(pilot, { epsilon: 0.1, delta: bad })).toThrow(RangeError);
    }
  });
});

describe('the promise at every number of draws at once', () => {
  const kinds: Record<string, { mean: number; draw: (random: SeededRandom) => number }> = {
    'seldom, then all': { mean: 0.01, draw: (random) => (random.next() < 0.01 ? 1 : 0) },
    'a coin': { mean: 0.5, draw: (random) => (random.next() < 0.5 ? 1 : 0) },
    anything: { mean: 0.5, draw: (random) => random.next() },
    'nearly always': { mean: 0.95, draw: (random) => (random.next() < 0.95 ? 1 : 0) },
    'a little, seldom': { mean: 0.005, draw: (random) => (random.next() < 0.05 ? 0.1 : 0) },
  };

  test.each(Object.entries(kinds))('%s: looked at after each of 400 draws, in 1,000 runs', (_, { mean, draw }) => {
    const RUNS = 1000;
    const delta = 0.1;
    let failed = 0;
    for (let seed = 0; seed < RUNS; seed += 1) {
      const random = seededRandom(seed);
      const pilot = drawn(...Array.from({ length: 30 }, () => [draw(random)]));
      const { halfWidths } = meanBounds(pilot, { epsilon: 0.05, delta });
      const sums = new Float64Array(1);
      const squares = new Float64Array(1);
      let isOutside = false;
      for (let draws = 1; draws <= 400 && !isOutside; draws += 1) {
        const value = draw(random);
        sums[0] = sums[0]! + value;
        squares[0] = squares[0]! + value * value;
        isOutside = Math.abs(sums[0] / draws - mean) >= halfWidths({ draws, sums, squares })[0]!;
      }
      if (isOutside) failed += 1;
    }
    expect(failed).toBeLessThanOrEqual(RUNS * delta);
  });
});
