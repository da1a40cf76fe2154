import { z } from 'zod';
import { ANSWERS_VERSION, type Figure, type OverviewAnswer, type OverviewOrNone, type Table } from './answers.ts';
import { understood, type Question } from './asked.ts';
import { COVERED_PERCENT, headlineOf } from './headline.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { Refused } from './refused.ts';
import { shownTable, tableNamed } from './shown-table.ts';
import { interval90 } from '../privacy/estimate.ts';
import type { Period } from '../privacy/period.ts';
import type { Release, Released } from '../privacy/release.ts';
import { readRelease, releasedPeriods } from '../store/releases.ts';

const ONE_PERIOD = z.strictObject({ period: z.string().max(40).optional() });

/** How does the organisation work together, in the newest released period or the one asked for? */
export function overview(house: House): Question {
  return ({ asker, query }): OverviewOrNone => {
    const { period } = understood(ONE_PERIOD, query);
    mustBeAllowedTo('read releases', asker);
    const periods = releasedPeriods(house.store);
    const wanted = periods.find(({ id }) => period === undefined || id === period);
    const release = wanted && readRelease(house.store, wanted.id);
    if (release !== undefined) return overviewOf(house, release, periods);
    if (period !== undefined) throw new Refused('not-found');
    const { organisation, demo, firstPictureOn } = house;
    return { version: ANSWERS_VERSION, organisation, demo, noRelease: true, firstPictureOn };
  };
}

function overviewOf({ organisation, demo }: House, release: Release, periods: readonly Period[]): OverviewAnswer {
  const tables = Object.fromEntries(release.tables.map((table) => [table.name, shownTable(release, table)]));
  return {
    version: ANSWERS_VERSION,
    organisation,
    demo,
    period: release.period,
    periods: [...periods],
    heads: release.heads,
    coveragePercent: release.coveragePercent,
    thinlyCovered: thinlyCovered(tables['reach'] ?? tables['breadth']),
    headline: headlineOf(release),
    ...tables,
    appsWhole: appsWhole(tableNamed(release, 'apps')),
  };
}

/** The rows of which the picture of contacts says little, each by its own name, so that nobody reads them as closed. */
function thinlyCovered(table: Table | undefined): OverviewAnswer['thinlyCovered'] {
  return (table?.rows ?? [])
    .filter(({ coveragePercent }) => coveragePercent < COVERED_PERCENT)
    .map(({ name, division, heads, coveragePercent }) => ({ row: name, division, heads, coveragePercent }));
}

/** Each service over all released rows: the counts are summed, and the noise grows with the root of their number. */
function appsWhole(apps: Released | undefined): OverviewAnswer['appsWhole'] {
  if (apps === undefined) return [];
  const heads = sum(apps.rows.map((row) => row.heads));
  return apps.columns.map(({ name }, column) => {
    const cells = apps.values.map((row) => row[column] ?? null);
    const known = cells.filter((cell) => cell !== null);
    const people: Figure =
      known.length < cells.length
        ? { withheld: 'not-measured' }
        : interval90(sum(known), apps.sigma * Math.sqrt(known.length), heads);
    return { app: name, people, heads };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
