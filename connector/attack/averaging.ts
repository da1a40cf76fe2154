import type { Finding } from './attacked.ts';

/**
 * A8: reads the same again and again, in the hope that it comes with other noise: the mean of n draws has σ/√n. What is
 * the same to the byte each time has nothing to average.
 *
 * @param asked one list of readings for each question: of the same question, as texts
 * @returns `tried` counts readings; `succeeded` those that differ from the first of their question
 */
export function averaging(asked: readonly (readonly string[])[]): Finding {
  const tried = asked.reduce((sum, readings) => sum + readings.length, 0);
  const succeeded = asked.reduce((sum, readings) => sum + readings.filter((one) => one !== readings[0]).length, 0);
  return { attack: 'A8', tried, succeeded, measured: null, holds: succeeded === 0 };
}
