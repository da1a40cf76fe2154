import { z } from 'zod';
import { whyMissing } from './adoption-reasons.ts';
import { ANSWERS_VERSION, type Figure, type OverviewAnswer, type OverviewOrNone, type Table } from './answers.ts';
import { understood, type Question } from './asked.ts';
import { COVERED_PERCENT, headlineOf } from './headline.ts';
import { heldRelease, heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { Refused } from './refused.ts';
import { overdueAfter } from './overdue.ts';
import { organisationCounts } from './organisation-counts.ts';
import { changedFrom, changesOf } from './shown-changes.ts';
import { shownStaircase } from './shown-staircase.ts';
import { shownTables, tableNamed } from './shown-table.ts';
import { summedCells } from './summed-cells.ts';
import { areConcealed, reportsOf } from './usage-reports.ts';
import { interval90 } from '../privacy/estimate.ts';
import type { Period } from '../privacy/period.ts';
import type { Release, Released } from '../privacy/release.ts';
import { shownPeriods } from '../store/pinned.ts';
import { currentScope } from '../store/scopes.ts';
import { sourcesOf } from '../store/source-runs.ts';

const ONE_PERIOD = z.strictObject({ period: z.string().max(40).optional() });

/** How does the organisation work together, in the newest released period or the one asked for? */
export function overview(house: House): Question {
  return ({ asker, query }): OverviewOrNone => {
    const { period } = understood(ONE_PERIOD, query);
    mustBeAllowedTo('read releases', asker);
    const periods = shownPeriods(house.store);
    const wanted = periods.find(({ id }) => period === undefined || id === period);
    const release = wanted && heldRelease(house.store, wanted.id);
    if (release !== undefined) return overviewOf(house, release, periods);
    if (period !== undefined) throw new Refused('not-found');
    const { organisation, demo, store } = house;
    return {
      version: ANSWERS_VERSION,
      organisation,
      demo,
      noRelease: true,
      firstPictureOn: house.firstPictureOn(),
      concealed: areConcealed(store),
      ...countsOf(store),
    };
  };
}

/** Microsoft's own counts, where any are kept. */
function countsOf(store: House['store']): Pick<OverviewAnswer, 'organisationCounts'> {
  const counts = organisationCounts(store);
  return counts === undefined ? {} : { organisationCounts: counts };
}

function overviewOf(house: House, release: Release, periods: readonly Period[]): OverviewAnswer {
  const { organisation, demo, store, appsMeasured } = house;
  const concealed = areConcealed(store);
  const reports = reportsOf(store, release.period.id);
  const isNewest = periods[0]?.id === release.period.id;
  const overdue = overdueAfter(release.period, release.heads, house);
  const releases = heldReleases(store);
  const marks = changesOf(release, releases);
  const staircase = shownStaircase(release, releases, whyMissing(house, release.period.id));
  const tables = Object.fromEntries(
    shownTables(release).map((table) => {
      const changes = marks.get(table.name);
      return [table.name, changes === undefined ? table : { ...table, changes }];
    }),
  );
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
    changedFrom: changedFrom(release, releases, marks),
    ...contactsBy(store, release.period.id),
    appsNotMeasured: appsNotMeasured({ store, appsMeasured }, tableNamed(release, 'apps')),
    appsWhole: appsWhole(tableNamed(release, 'apps')),
    stairs: 'withheld' in staircase ? staircase : staircase.whole,
    ...(reports && { reports }),
    ...(isNewest && overdue !== null && { overdue }),
    concealed,
    ...(concealed && isNewest ? countsOf(store) : {}),
  };
}

const CONTACTS_BY: ReadonlyMap<string, NonNullable<OverviewAnswer['contactsBy']>[number]> = new Map([
  ['sent-items', 'mail'],
  ['message-trace', 'mail'],
  ['meetings', 'meetings'],
  ['chat-membership', 'chats'],
  ['chat-messages', 'chats'],
  ['calls', 'calls'],
]);

/** As the period was read, whatever is read now. */
function contactsBy(store: House['store'], periodId: string): Pick<OverviewAnswer, 'contactsBy'> {
  const sources = sourcesOf(store, periodId);
  const read = new Set(sources.map(({ source }) => CONTACTS_BY.get(source)));
  const by = [...new Set(CONTACTS_BY.values())].filter((one) => read.has(one));
  return sources.length === 0 ? {} : { contactsBy: by };
}

/** What the scope's reports tell of and the table has no column for; none where there is no table at all. */
function appsNotMeasured(
  { store, appsMeasured }: Pick<House, 'store' | 'appsMeasured'>,
  apps: Released | undefined,
): string[] {
  const scope = currentScope(store);
  if (scope === undefined || apps === undefined) return [];
  const shown = new Set(apps.columns.map(({ name }) => name));
  return appsMeasured(scope).flatMap(({ app }) => (shown.has(app) ? [] : [app]));
}

/** The rows of which the picture of contacts says little, each by its own name, so that nobody reads them as closed. */
function thinlyCovered(table: Table | undefined): OverviewAnswer['thinlyCovered'] {
  return (table?.rows ?? [])
    .filter(({ coveragePercent }) => coveragePercent < COVERED_PERCENT)
    .map(({ name, division, heads, coveragePercent }) => ({ row: name, division, heads, coveragePercent }));
}

/** Each service over all released rows. */
function appsWhole(apps: Released | undefined): OverviewAnswer['appsWhole'] {
  if (apps === undefined) return [];
  const heads = apps.rows.reduce((total, row) => total + row.heads, 0);
  const rows = [...apps.rows.keys()];
  return apps.columns.map(({ name }, column) => {
    const summed = summedCells(apps, rows, column);
    const people: Figure =
      summed === undefined ? { withheld: 'not-measured' } : interval90(summed.count, summed.sigma, heads);
    return { app: name, people, heads };
  });
}
