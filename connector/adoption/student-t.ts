/** 5 % of Student's distribution lie above: for 1 to 30 degrees of freedom. Source: any printed table of it. */
const ABOVE_5_PERCENT: readonly number[] = [
  ...[6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753, 1.746],
  ...[1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697],
];

/**
 * How many standard errors a 90 % interval reaches on each side, where the error itself is estimated.
 *
 * @param degrees degrees of freedom, at least 1; beyond 30 the figure of 30 is given, which is at most 3 % too wide
 */
export function studentT90(degrees: number): number {
  if (degrees < 1) throw new RangeError('There is at least one degree of freedom.');
  return ABOVE_5_PERCENT[Math.min(degrees, ABOVE_5_PERCENT.length) - 1] ?? 0;
}
