import { around, type CountOf, type Share } from './share-of.ts';

/**
 * What digital fitness is made of: services in habit. Source: issue text "the mean of released shares (teams, files,
 * co-work, mobile in habit)"; breadth, habit, co-work and mobility in the seed of 2018.
 */
export const FITNESS_PARTS = ['teams', 'files', 'co-work', 'mobile'] as const;

/**
 * Digital fitness: the mean of the shares of people who have each part in habit, in per cent.
 *
 * fitness = mean of 100 · countᵢ ÷ headsᵢ over the k parts that are released, with σ = √(Σ (100 σᵢ ÷ headsᵢ)²) ÷ k: every
 * part is a column with noise of its own. A part that is not measured is left out and named beside, never taken for nought:
 * so it can be compared with another only where both are made of the same parts.
 *
 * Range: 0 to 100. Undefined without any part.
 *
 * Misread as a grade. It is of a division or the whole, never of a unit: one number of a unit is a grade on its leader.
 *
 * @example see ADOPTION.md, "Digital fitness"
 */
export function digitalFitness(parts: readonly CountOf[]): Share | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const shares = parts.map(({ count, heads }) => Math.min(100, Math.max(0, (100 * count) / heads)));
  const sigmas = parts.map(({ sigma, heads }) => (100 * sigma) / heads);
  return around(shares.reduce((sum, share) => sum + share, 0) / parts.length, Math.hypot(...sigmas) / parts.length);
}
