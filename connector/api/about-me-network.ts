import type { AboutMeAnswer, HeldPeriodAnswer } from './answers.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { shownTables } from './shown-table.ts';
import { personRowsOf } from '../person-rows.ts';
import { addDays, dayOf, daysOf, type Day, type Period } from '../privacy/period.ts';
import { isNetworkSource, type Scope } from '../privacy/scope.ts';
import { readOwnCircle } from '../store/own-circle.ts';
import type { OwnRows } from '../store/own-rows.ts';

type Network = NonNullable<HeldPeriodAnswer['network']>;

/** Of a period's days so many thirds tell one's own bridging. */
const THIRDS_TOLD = 2;
/** Runs read the last days again: things come late (design D2). */
const DAYS_READ_AGAIN = 3;

/**
 * *My network*: to how many colleagues of each unit somebody turned, and how much they bridge, in three fixed bands.
 *
 * The band rests on whether others are tied to each other, so it is told only where the scope turns structural tables on,
 * and once a period: of the days in its first two thirds, as soon as these were read for good. Asked again it is the same,
 * so no difference between two answers tells of a colleague. It is held against released tables and nobody's own.
 *
 * @param groupOf as what group a partner is told
 * @returns null for who has no place in the directory, and for elected members, of whose contacts nothing is measured
 */
export function ownNetwork(
  { store, now }: Pick<House, 'store' | 'now'>,
  rows: OwnRows,
  scope: Scope,
  groupOf: (toward: number) => Network['partners'][number]['toward'],
): HeldPeriodAnswer['network'] {
  const { membership, period } = rows;
  if (membership === undefined || membership.standing === 'elected') return null;
  const until = lastDayTold(period);
  const isTold = scope.structuralTables && scope.sources.some(isNetworkSource) && membership.unit !== '';
  const isReady = dayOf(now()) > addDays(until, DAYS_READ_AGAIN);
  return {
    partners: partnersOf(rows, groupOf),
    bridging: isTold ? { until, band: isReady ? bandOf(store, rows, membership, scope, until) : null } : null,
  };
}

/** The last day that counts toward one's own band. */
function lastDayTold({ from, to }: Period): Day {
  const days = daysOf({ from, to }).length;
  return addDays(from, Math.max(1, Math.floor((THIRDS_TOLD * days) / 3)) - 1);
}

function partnersOf(
  rows: OwnRows,
  groupOf: (toward: number) => Network['partners'][number]['toward'],
): Network['partners'] {
  const met = new Set(
    rows.acts.flatMap(({ toward, counted }) => (counted && typeof toward === 'number' ? [toward] : [])),
  );
  const groups = Map.groupBy([...met].map(groupOf), ({ of, name }) => JSON.stringify([of, name]));
  return [...groups.values()]
    .flatMap((alike) => (alike[0] === undefined ? [] : [{ toward: alike[0], people: alike.length }]))
    .toSorted((a, b) => b.people - a.people || a.toward.name.localeCompare(b.toward.name));
}

function bandOf(
  store: House['store'],
  { period }: OwnRows,
  membership: NonNullable<OwnRows['membership']>,
  { sources }: Scope,
  until: Day,
): 'none' | 'some' | 'much' {
  const circle = readOwnCircle(store, period, membership.person, sources, addDays(until, 1));
  if (circle === undefined) return 'none';
  // By the code that makes releases: of one's own ties and those among one's partners comes the same band as of everybody's.
  const { rows } = personRowsOf(
    {
      ...circle,
      memberships: [membership],
      usageOf: () => ({ reportDays: [], rows: [] }),
      structural: { competences: [] },
    },
    [],
  );
  return rows[0]?.brokerage ?? 'none';
}

/** The newest released count of bridges of the row that holds a unit: all that one's own band is held against. */
export function releasedBridging({ store }: Pick<House, 'store'>, unit: string | undefined): AboutMeAnswer['bridges'] {
  if (unit === undefined || unit === '') return null;
  for (const release of heldReleases(store)) {
    const table = shownTables(release).find(({ name }) => name === 'brokerage');
    const place = table?.rows.findIndex(({ units }) => units.includes(unit)) ?? -1;
    const row = table?.rows[place];
    if (table === undefined || row === undefined) continue;
    const figures = (table.figures[place] ?? []).flatMap((people, column) => {
      const band = (['some', 'much'] as const).find((name) => name === table.columns[column]?.name);
      return band === undefined ? [] : [{ band, people }];
    });
    return { period: release.period, row: row.name, heads: row.heads, figures };
  }
  return null;
}
