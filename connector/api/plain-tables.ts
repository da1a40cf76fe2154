import { onceARelease } from './held-releases.ts';
import type { PlainTable } from '../adoption/indicators.ts';
import { reconcile } from '../privacy/reconcile.ts';

/**
 * The tables of a release as rules on plain rows take them: counts brought to agree where two tables count the same, so
 * that an indicator and the table on the screen bear one number.
 */
export const plainTables = onceARelease((release): readonly PlainTable[] => {
  const reconciled = reconcile(release.tables);
  return release.tables.flatMap(({ name, rows, columns }, index) => {
    const counts = reconciled[index];
    return counts === undefined ? [] : [{ name, rows, columns, ...counts }];
  });
});
