import type { Interval } from './indicators.ts';

/** 5 % of a normal distribution lie above. */
const Z_90 = 1.645;

/** A released figure, and the standard deviation of its noise in the same unit. */
interface Noisy {
  readonly value: number;
  readonly sigma: number;
}

export type DisplacementState = 'less' | 'more' | 'no-sure-change' | 'too-little-to-tell';

export interface Displacement {
  readonly state: DisplacementState;
  /** Per cent of the old that is gone; below 0 where it is used more. Undefined where nothing can be divided by the null-point. */
  readonly displaced?: Interval;
}

/**
 * How much of an old tool is gone: 100 · (1 − now ÷ null-point), with the 90 % interval of a quotient of two noisy figures
 * (Fieller). Both are released counts of different quarters, so their noise is independent.
 *
 * With a = now, b = null-point and z = 1.645 the ends of now ÷ null-point are
 * (ab ± z·√(a²σb² + b²σa² − z²σa²σb²)) ÷ (b² − z²σb²).
 *
 * Range: at most 100. *Too little to tell* where the null-point is not surely above nought (b ≤ z·σb): then the quotient
 * has no finite interval.
 *
 * @see Fieller 1954, "Some problems in interval estimation", Journal of the Royal Statistical Society B 16
 * @example see ADOPTION.md, "Displacement"
 */
export function displacement(nullPoint: Noisy, now: Noisy): Displacement {
  const [a, b] = [Math.max(0, now.value), Math.max(0, nullPoint.value)];
  const [zA, zB] = [Z_90 * now.sigma, Z_90 * nullPoint.sigma];
  if (b <= zB) return { state: 'too-little-to-tell' };
  const width = Math.sqrt(a * a * zB * zB + b * b * zA * zA - zA * zA * zB * zB);
  const gone = (quotient: number): number => Math.min(100, 100 * (1 - quotient));
  const bottom = b * b - zB * zB;
  const displaced = { about: gone(a / b), low: gone((a * b + width) / bottom), high: gone((a * b - width) / bottom) };
  return { state: stateOf(displaced), displaced };
}

function stateOf({ low, high }: Interval): DisplacementState {
  if (low > 0) return 'less';
  return high < 0 ? 'more' : 'no-sure-change';
}
