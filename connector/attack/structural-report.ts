import type { LedgerEntry } from '../privacy/ledger.ts';
import { reportOf, type AttackedRelease, type AttackReport } from './attacked.ts';
import { averaging } from './averaging.ts';
import { budgetExhaustion } from './budget-exhaustion.ts';
import { hierarchySolve } from './hierarchy-solve.ts';
import { overlappingPeriods } from './overlapping-periods.ts';
import { twoStructures } from './two-structures.ts';

/**
 * The attacks that need no truth, on everything that was released up to now. What they say is post-processing: it tells
 * of releases and the ledger alone, so it may be shown to whoever may see those.
 *
 * Cost: a few milliseconds a release.
 *
 * @param readings of each release the same text, read several times
 */
export function structuralReport({
  ledger,
  releases,
  readings,
}: {
  readonly ledger: readonly LedgerEntry[];
  readonly releases: readonly AttackedRelease[];
  readonly readings: readonly (readonly string[])[];
}): AttackReport {
  return reportOf('structural', ledger, [
    overlappingPeriods(releases),
    hierarchySolve(releases),
    twoStructures(releases),
    averaging(readings),
    budgetExhaustion(ledger, releases),
  ]);
}
