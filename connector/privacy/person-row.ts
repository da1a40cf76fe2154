import type { App } from './usage-day.ts';
import type { Standing } from './membership.ts';

/** What carries most of a person's contacts beyond their unit. `mixed`: neither mail nor Teams does. */
export const CHANNELS = ['mail-mostly', 'mixed', 'teams-mostly'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How far somebody has come from licence to a way of working; step 1 is having a licence. */
export const STEPS = [2, 3, 4, 5] as const;
export type Step = 1 | (typeof STEPS)[number];

/** How much of what passes between others passes through somebody; *none* is heads minus the rest. */
export const BROKERAGES = ['some', 'much'] as const;
export type Brokerage = (typeof BROKERAGES)[number];

/**
 * From how many open pairs of people of two units on a person stands in each column of `brokerage` (network/open-pairs.ts).
 * Fixed for everybody, so that an organisation is never measured against itself (decision 0020): one steady tie beyond a
 * team of ten makes about ten open pairs, five make about fifty.
 */
export const BROKERAGE_FROM: Readonly<Record<Brokerage, number>> = { some: 10, much: 50 };

/** The band of so many open pairs; undefined for none, and for who has no unit (NaN). */
export function brokerageOf(pairs: number): Brokerage | undefined {
  return BROKERAGES.findLast((band) => pairs >= BROKERAGE_FROM[band]);
}

/** How many ties lead from a person to the nearest holder of a competence; beyond two nothing is said. */
export const DISTANCES = [1, 2] as const;

export interface CompetenceDistance {
  readonly competence: string;
  readonly steps: (typeof DISTANCES)[number];
}

/**
 * What a person is reduced to at the end of a period, made from their own acts alone; but for `brokerage` and `nearest`,
 * which rest on others' ties as well. It bears no pseudonym: once made, nothing leads from it back to whose it is.
 */
export interface PersonRow {
  /** The row of every table is a unit. Empty: counted in no row. */
  readonly unit: string;
  readonly standing: Standing;
  /** Directory units other than their own in which they have a contact; for `reach`, `breadth` and `channels`. */
  readonly unitsReached: readonly string[];
  /** Services in habit; for `apps`. */
  readonly apps: readonly App[];
  /** For `channels`; absent without a contact in another unit, or where it is not measured. */
  readonly channel?: Channel;
  /** For `staircase` and `leaders`; absent where it is not measured. */
  readonly step?: Step;
  /** For `brokerage`, structural; absent where it is not measured. */
  readonly brokerage?: Brokerage;
  /** For `steps`, structural; absent where it is not measured. */
  readonly nearest?: readonly CompetenceDistance[];
}
