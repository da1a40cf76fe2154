import type { Headcount } from '../privacy/membership.ts';
import { rowsAtLevels, type RowsAtLevel } from '../privacy/rows-at-levels.ts';
import { isUnitOut, type Scope } from '../privacy/scope.ts';
import type { App } from '../privacy/usage-day.ts';
import { tablesOf } from './facts.ts';

/**
 * Which rows each level of protection would leave under a scope, of the tables its sources fill; units that it leaves out
 * are in none, as no run counts a head of them.
 *
 * @param headcounts the newest known, which know nobody of a unit that is out already: one let in again has no row here
 * @param measured what the reports of this scope tell: each is a column of `apps`, and every column costs noise
 * @returns none where no headcounts are known yet
 */
export function rowsUnderScope(
  scope: Scope,
  headcounts: readonly Headcount[],
  measured: readonly { readonly app: App }[],
): RowsAtLevel[] {
  if (headcounts.length === 0) return [];
  const counted = headcounts.filter(({ unit }) => !isUnitOut(scope, unit));
  return rowsAtLevels(counted, tablesOf(scope), {
    apps: measured.map(({ app }) => app),
    competences: scope.competences.map(({ name }) => name),
  });
}
