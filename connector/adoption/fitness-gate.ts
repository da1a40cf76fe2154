import type { Interval } from './indicators.ts';

/** One released row of a service's owners in one release; undefined where nothing can be said of it. */
export interface OwnerRow {
  readonly row: string;
  readonly value: Interval | undefined;
}

/** What one release says of the owners of a service. */
export interface OwnersThen<Period> {
  readonly period: Period;
  readonly rows: readonly OwnerRow[];
}

export type RowVerdict = 'clears' | 'not-sure' | 'below' | 'not-measured';

export interface GateReason<Period> {
  readonly reason: 'below' | 'not-sure' | 'too-few-releases' | 'not-measured';
  readonly row: string | null;
  readonly period: Period | null;
}

export interface FitnessGate<Period> {
  readonly state: 'open' | 'nearly' | 'closed';
  /** Empty where it is open. */
  readonly reasons: readonly GateReason<Period>[];
}

/** Whether a row is where it was agreed it should be: surely, surely not, or not to be told. */
export function verdictOf(value: Interval | undefined, level: number): RowVerdict {
  if (value === undefined) return 'not-measured';
  if (value.low >= level) return 'clears';
  return value.high < level ? 'below' : 'not-sure';
}

/**
 * Whether the owners of a service are ready for it.
 *
 * *Open* only where the 90 % interval of every owning row lies at or above the agreed level in each of the newest
 * `quarters` releases. *Closed* where in the newest release a row surely lies under it or is not measured, or nothing was
 * released. *Nearly* otherwise: no row is surely under it now, and some could not be told, were under it before, or have
 * too few releases.
 *
 * @param level agreed, in the unit of the values
 * @param releases those that hold the table, newest first
 * @param quarters at least 1
 * @example see ADOPTION.md, "The fitness gate"
 */
export function fitnessGate<Period>(
  { level, quarters }: { readonly level: number; readonly quarters: number },
  releases: readonly OwnersThen<Period>[],
): FitnessGate<Period> {
  const judged = releases.slice(0, quarters);
  const [newest] = judged;
  if (newest === undefined || newest.rows.length === 0) {
    return { state: 'closed', reasons: [{ reason: 'not-measured', row: null, period: newest?.period ?? null }] };
  }
  const reasons = judged.flatMap((then) => reasonsOf(then, level));
  if (judged.length < quarters) reasons.push({ reason: 'too-few-releases', row: null, period: null });
  if (reasons.length === 0) return { state: 'open', reasons };
  const isShut = newest.rows.some(({ value }) => ['below', 'not-measured'].includes(verdictOf(value, level)));
  return { state: isShut ? 'closed' : 'nearly', reasons };
}

function reasonsOf<Period>({ period, rows }: OwnersThen<Period>, level: number): GateReason<Period>[] {
  if (rows.length === 0) return [{ reason: 'not-measured', row: null, period }];
  return rows.flatMap(({ row, value }): GateReason<Period>[] => {
    const verdict = verdictOf(value, level);
    return verdict === 'clears' ? [] : [{ reason: verdict, row, period }];
  });
}
