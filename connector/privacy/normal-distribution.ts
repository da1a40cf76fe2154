/**
 * Φ, the part of a normal distribution that lies below x standard deviations, within 10⁻⁷.
 *
 * @see Abramowitz, Stegun 1964, 7.1.26
 */
export function normalDistribution(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const beyond = (polynomial * Math.exp(-z * z)) / 2;
  return x < 0 ? beyond : 1 - beyond;
}
