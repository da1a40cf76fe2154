import type { CollectionRun } from './collection-run.ts';
import type { Failure } from './failure.ts';
import { readOrganisationCounts } from './microsoft-graph/organisation-counts.ts';
import { isSmallOrganisation } from './privacy/rows.ts';
import { isReportSource } from './privacy/scope.ts';
import { isOfOneSource } from './side-by-side.ts';
import { forgetOrganisationCounts, keepOrganisationCounts } from './store/organisation-counts.ts';

/**
 * Reads Microsoft's own counts of the whole organisation, with every run that reads a usage report. Of fewer than 300
 * people they are not asked for: exact counts of a few could tell of one of them. Where they are asked for no longer,
 * those kept are forgotten.
 *
 * @param people how many are on the positive list
 * @returns why they could not be read; then what was kept stays, and the next run tries again
 * @throws what concerns the whole run
 */
export async function collectOrganisationCounts(run: CollectionRun, people: number): Promise<Failure | null> {
  const { scope, sources, get, store, stillOurs } = run;
  if (!scope.sources.some(isReportSource) || isSmallOrganisation(people)) {
    stillOurs();
    forgetOrganisationCounts(store);
    return null;
  }
  if (!sources.some(isReportSource)) return null;
  try {
    const counts = await readOrganisationCounts(get);
    stillOurs();
    keepOrganisationCounts(store, counts);
    return null;
  } catch (error) {
    if (!isOfOneSource(error)) throw error;
    return error;
  }
}
