import { normalDistribution } from '../privacy/normal-distribution.ts';
import type { AttackedTable } from './attacked.ts';

/** Trials end within so many standard errors of their expectation, in 998 of 1,000 cases. */
const STANDARD_ERRORS = 3;

/**
 * How strongly tables speak for one of two hypotheses: the logarithm of the likelihood ratio under Gaussian noise, which
 * no other test on the same tables beats (Neyman, Pearson 1933). Above 0 for the first, below for the second. A table
 * without noise is weighed as if σ were 1: then the nearer hypothesis is the true one.
 *
 * @param first expected counts under the first hypothesis: a list a table, in order; `second` likewise
 */
export function leaning(
  tables: readonly AttackedTable[],
  first: readonly (readonly (readonly number[])[])[],
  second: readonly (readonly (readonly number[])[])[],
): number {
  let score = 0;
  for (const [t, { values, sigma }] of tables.entries()) {
    const variance = sigma === 0 ? 1 : sigma ** 2;
    for (const [r, row] of values.entries()) {
      for (const [c, value] of row.entries()) {
        const [a, b] = [first[t]?.[r]?.[c] ?? 0, second[t]?.[r]?.[c] ?? 0];
        if (value !== null && a !== b) score += ((value - (a + b) / 2) * (a - b)) / variance;
      }
    }
  }
  return score;
}

/**
 * What a share of right guesses may be at most: Φ(√(2ρ)/2) for what was spent, and what a trial of so many guesses may
 * lie above its expectation.
 */
export function mostRight(rho: number, guesses: number): number {
  const expected = normalDistribution(Math.sqrt(2 * rho) / 2);
  return expected + STANDARD_ERRORS * Math.sqrt((expected * (1 - expected)) / guesses);
}
