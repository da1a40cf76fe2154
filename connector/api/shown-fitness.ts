import type { WhyMissing } from './adoption-reasons.ts';
import type { AdoptionAnswer, NotShown } from './answers.ts';
import { countedShare, shownShare } from './counted-share.ts';
import { divisionsAmong } from './division.ts';
import { tableNamed } from './shown-table.ts';
import { summedCells } from './summed-cells.ts';
import { digitalFitness, FITNESS_PARTS } from '../adoption/digital-fitness.ts';
import type { CountOf } from '../adoption/share-of.ts';
import type { Release, Released } from '../privacy/release.ts';

type Place = Exclude<AdoptionAnswer['fitness'], NotShown>['places'][number];

/** Rows that hold at least so much of a division speak for it; the rest shares rows with others. */
const MOSTLY = 0.75;

/** Digital fitness of the whole organisation and of each division, with every part. */
export function shownFitness(release: Release, why: WhyMissing): AdoptionAnswer['fitness'] {
  const apps = tableNamed(release, 'apps');
  if (apps === undefined || !FITNESS_PARTS.some((part) => apps.columns.some(({ name }) => name === part))) {
    return why.app('teams');
  }
  const divisionOf = divisionsAmong(release.units.map(({ unit }) => unit));
  const unitsOf = Map.groupBy(release.units, ({ unit }) => divisionOf({ units: [unit] }));
  const divisions = [...unitsOf].flatMap(([division, units]): Place[] => {
    if (division === undefined) return [];
    const rows = [...apps.rows.keys()].filter((row) => divisionOf(apps.rows[row] ?? { units: [] }) === division);
    const all = units.reduce((sum, { heads }) => sum + heads, 0);
    const isTold = headsOf(apps, rows) >= MOSTLY * all && rows.length > 0;
    if (!isTold) return [notInARow(division, apps, rows)];
    return [placeOf(apps, rows, why, division, units.length === 1)];
  });
  return {
    restsOn: { table: 'apps', period: release.period.id },
    places: [placeOf(apps, [...apps.rows.keys()], why, null, false), ...divisions],
  };
}

/** What is released over some rows: people with an app in habit; undefined where it has no column. */
export function inHabitOver(apps: Released, rows: readonly number[], app: string): CountOf | undefined {
  const column = apps.columns.findIndex(({ name }) => name === app);
  const summed = column < 0 ? undefined : summedCells(apps, rows, column);
  return summed && { ...summed, heads: headsOf(apps, rows) };
}

function placeOf(
  apps: Released,
  rows: readonly number[],
  why: WhyMissing,
  division: string | null,
  isOneUnit: boolean,
): Place {
  const counted = FITNESS_PARTS.map((app) => ({ app, of: inHabitOver(apps, rows, app) }));
  const mean = digitalFitness(counted.flatMap(({ of }) => of ?? []));
  return {
    division,
    heads: headsOf(apps, rows),
    mean: isOneUnit || mean === undefined ? { withheld: 'one-unit' } : shownShare(mean),
    parts: counted.map(({ app, of }) => ({ app, figure: of === undefined ? why.app(app) : countedShare(of) })),
  };
}

function notInARow(division: string, apps: Released, rows: readonly number[]): Place {
  const withheld = { withheld: 'not-in-a-row' } as const;
  const parts = FITNESS_PARTS.map((app) => ({ app, figure: withheld }));
  return { division, heads: headsOf(apps, rows), mean: withheld, parts };
}

function headsOf({ rows }: Released, of: readonly number[]): number {
  return of.reduce((sum, row) => sum + (rows[row]?.heads ?? 0), 0);
}
