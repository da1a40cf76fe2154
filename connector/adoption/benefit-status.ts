import { intervalOf, type Interval, type Reading } from './indicators.ts';

/** 5 % of a normal distribution lie above. */
const Z_90 = 1.645;

export type Direction = 'at-least' | 'at-most';
export type BenefitStatus = 'reached' | 'on-the-way' | 'no-sure-change' | 'wrong-way';

type Figure = Pick<Reading, 'value' | 'sigma' | 'most'>;

/**
 * How a benefit stands, from two released figures and what was promised. Nobody types it.
 *
 * *Reached* where the whole 90 % interval of now lies at or beyond the target. Otherwise by the change since the
 * null-point, now − null-point with σ = √(σ₁² + σ₀²): *on the way* where its interval lies on the target's side of nought,
 * *wrong way* where it lies on the other, *no sure change* where it holds nought.
 *
 * @param target in the unit of the figures
 * @returns the status, and the change with its interval, not bounded
 * @example see ADOPTION.md, "The benefits plan"
 */
export function benefitStatus(
  { direction, target }: { readonly direction: Direction; readonly target: number },
  nullPoint: Figure,
  now: Figure,
): { readonly status: BenefitStatus; readonly change: Interval } {
  const change = changeSince(nullPoint, now);
  const { low, high } = intervalOf(now);
  if (direction === 'at-least' ? low >= target : high <= target) return { status: 'reached', change };
  if (change.low <= 0 && change.high >= 0) return { status: 'no-sure-change', change };
  return { status: change.low > 0 === (direction === 'at-least') ? 'on-the-way' : 'wrong-way', change };
}

function changeSince(nullPoint: Figure, now: Figure): Interval {
  const about = intervalOf(now).about - intervalOf(nullPoint).about;
  const half = Z_90 * Math.hypot(now.sigma, nullPoint.sigma);
  return { about, low: about - half, high: about + half };
}
