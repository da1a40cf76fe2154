import type { App } from './usage-day.ts';
import type { Standing } from './membership.ts';

/**
 * What a person is reduced to at the end of a period, made from their own acts alone. It bears no pseudonym: once made,
 * nothing leads from it back to whose it is.
 */
export interface PersonRow {
  /** The row of every table is a unit. Empty: counted in no row. */
  readonly unit: string;
  readonly standing: Standing;
  /** Directory units other than their own in which they have a contact; for `reach` and `breadth`. */
  readonly unitsReached: readonly string[];
  /** Services in habit; for `apps`. */
  readonly apps: readonly App[];
}
