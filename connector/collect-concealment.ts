import type { CollectionRun } from './collection-run.ts';
import { readConcealment } from './microsoft-graph/report-settings.ts';
import { isReportSource } from './privacy/scope.ts';
import { isOfOneSource } from './side-by-side.ts';
import type { KeptFigures } from './store/figures.ts';

/**
 * Whether the tenant's own setting says that usage reports conceal names; false where it cannot be read: then the rows of
 * the reports tell, and a permission that is missing is told of elsewhere. Asked only by a run that reads a report.
 *
 * @throws what concerns the whole run
 */
export async function concealedInSettings({ get, sources }: Pick<CollectionRun, 'get' | 'sources'>): Promise<boolean> {
  if (!sources.some(isReportSource)) return false;
  try {
    return await readConcealment(get);
  } catch (error) {
    if (!isOfOneSource(error)) throw error;
    return false;
  }
}

/**
 * What is to be remembered of a period after a run: names concealed in this run, in an earlier one only, or never. A run
 * that reads no report changes nothing of it; where the scope has none, there is nothing to say.
 */
export function concealedAfter(
  before: KeptFigures['concealedNames'],
  now: boolean,
  { scope, sources }: Pick<CollectionRun, 'scope' | 'sources'>,
): KeptFigures['concealedNames'] {
  if (!scope.sources.some(isReportSource)) return null;
  if (!sources.some(isReportSource)) return before;
  if (now) return 'now';
  return before === 'now' || before === 'earlier' ? 'earlier' : 'never';
}
