import type { Headcount } from './membership.ts';
import { asNumber } from './rational.ts';
import { headsIn, isSmallOrganisation } from './rows.ts';
import { tableLayout } from './table-layout.ts';
import { LEVELS, type Level, type TableName } from './table-name.ts';

/** What one level of protection leaves of one table. */
export interface RowsAtLevel {
  readonly level: Level;
  readonly table: TableName;
  readonly releasesAYear: 2 | 4;
  /** The fewest heads a row may have. */
  readonly floor: number;
  /** Standard deviation of the noise in each cell, in people. */
  readonly sigma: number;
  /** In 90 of 100 cells the number shown is at most so many people from the truth. */
  readonly within: number;
  readonly rows: readonly { readonly name: string; readonly heads: number }[];
  /** Units of the directory that keep no row of their own. */
  readonly unitsMerged: number;
}

/** The standard normal's 95th percentile: 90 of 100 cases lie within so many σ either side. */
const SIGMAS_FOR_NINETY = 1.645;

/**
 * Which rows each level of protection leaves in each table, and with what error: from headcounts and σ alone, so that it
 * can be asked before anything is read, and says nothing of what anybody does.
 *
 * @param tables those the scope's sources can fill
 * @param declared the columns that the scope's reports and competences make, as in `tableLayout`
 */
export function rowsAtLevels(
  headcounts: readonly Headcount[],
  tables: readonly TableName[],
  declared?: Parameters<typeof tableLayout>[4],
): RowsAtLevel[] {
  const releasesAYear = isSmallOrganisation(headsIn(headcounts)) ? 2 : 4;
  const units = new Set(headcounts.filter(({ unit, heads }) => unit !== '' && heads > 0).map(({ unit }) => unit));
  return LEVELS.flatMap((level) =>
    tables.map((table): RowsAtLevel => {
      const layout = tableLayout(table, level, headcounts, releasesAYear, declared);
      const sigma = Math.sqrt(asNumber(layout.sigmaSquared));
      const own = layout.rows.filter(({ name, units: within }) => within.length === 1 && within[0] === name).length;
      return {
        level,
        table,
        releasesAYear,
        floor: layout.floor,
        sigma,
        within: Math.round(SIGMAS_FOR_NINETY * sigma),
        rows: layout.rows.map(({ name, heads }) => ({ name, heads })),
        unitsMerged: units.size - own,
      };
    }),
  );
}
