import { dayNumber, type Period } from '../privacy/period.ts';
import type { AttackedRelease, Finding } from './attacked.ts';

/**
 * A1: looks for two tables of one name whose days overlap. Their difference would be of the days they do not share, or,
 * for the same days, an average with half the noise.
 *
 * @returns `tried` counts pairs of tables; `succeeded` those that share a day
 */
export function overlappingPeriods(releases: readonly AttackedRelease[]): Finding {
  const tables = releases.flatMap(({ period, tables: made }) => made.map(({ name }) => ({ name, period })));
  const pairs = tables.flatMap((one, place) =>
    tables.slice(place + 1).flatMap((other) => (one.name === other.name ? [[one.period, other.period] as const] : [])),
  );
  const succeeded = pairs.filter(([one, other]) => shareADay(one, other)).length;
  return { attack: 'A1', tried: pairs.length, succeeded, measured: null, holds: succeeded === 0 };
}

function shareADay(a: Period, b: Period): boolean {
  return dayNumber(a.from) < dayNumber(b.to) && dayNumber(b.from) < dayNumber(a.to);
}
