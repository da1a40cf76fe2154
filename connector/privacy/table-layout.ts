import { rhoARelease, rowFloor, sigmaSquared } from './budget.ts';
import type { Headcount, Standing } from './membership.ts';
import { blankCells, choosePartners, divisionLevel } from './partners.ts';
import { BROKERAGES, CHANNELS, DISTANCES, STEPS } from './person-row.ts';
import type { Rational } from './rational.ts';
import { headsIn, mergeRows, type Row } from './rows.ts';
import type { Level, TableName } from './table-name.ts';
import { APPS, APPS_OF_ACTIVE_USERS, type App } from './usage-day.ts';

/** Everything about a table but its counts: made from headcounts and the budget, before any person row is looked at. */
export interface TableLayout {
  readonly name: TableName;
  readonly rho: Rational;
  readonly sigmaSquared: Rational;
  /** The fewest heads a row may have: max(20, ⌈11σ⌉). */
  readonly floor: number;
  readonly rows: readonly Row[];
  readonly columns: readonly LayoutColumn[];
  /** One list a row, one answer a column: true where the cell is never counted. */
  readonly blanks: readonly (readonly boolean[])[];
  /** The units whose people count in this table. */
  readonly unitsCounted: ReadonlySet<string>;
}

export interface LayoutColumn {
  readonly name: string;
  /** Heads and units of a partner; null and none where the column is no part of the organisation. */
  readonly heads: number | null;
  readonly units: readonly string[];
}

/** Other units in which a person has a contact; *none* is heads minus the rest and is not released. */
export const BREADTHS = ['one-or-two', 'three-to-five', 'six-or-more'] as const;

/** The columns of `leaders`, and from which step on a person counts in each. */
export const LEADER_STEPS = ['step-3', 'steps-4-5'] as const;
export const LEADER_STEPS_FROM: Readonly<Record<(typeof LEADER_STEPS)[number], number>> = {
  'step-3': 3,
  'steps-4-5': 4,
};

/** The rows of `leaders`. Desk staff has none: everybody minus these, from `staircase`. */
export const GROUP_OF_STANDING: Readonly<Partial<Record<Standing, string>>> = {
  leader: 'leaders',
  elected: 'elected',
  frontline: 'frontline',
};

/** The column of `staircase` for those who stand on a step. */
export function stepColumn(step: (typeof STEPS)[number]): string {
  return `step-${String(step)}`;
}

/** The column of `steps` for so many ties to the nearest holder of a competence. */
export function distanceColumn(competence: string, steps: (typeof DISTANCES)[number]): string {
  return `${competence}, ${String(steps)}`;
}

/** What the columns of `apps`, `staircase`, `leaders` and `steps` depend on: declared by the scope, never found in the data. */
export interface Declared {
  /** The columns of `apps`: what the reports the scope turned on can tell, and nothing else (decision 0004). */
  readonly apps?: readonly App[];
  /** The columns of `staircase` and `leaders`: the steps above 1 that the sources tell, and no other. */
  readonly steps?: readonly (typeof STEPS)[number][];
  /** The columns of `steps`. */
  readonly competences?: readonly string[];
}

/** Tables about contacts and ties, of which none is measured for elected members. */
const ABOUT_CONTACTS: readonly TableName[] = ['reach', 'breadth', 'brokerage', 'steps', 'channels'];
const ROWS_ARE_DIVISIONS: readonly TableName[] = ['steps', 'channels'];

/**
 * The layout of one table. Where it is about contacts or ties, the heads of elected members count neither in rows nor in
 * columns; elsewhere they count like anybody.
 *
 * Rows are units, merged to the floor; divisions in `steps` and `channels`, merged alike; in `leaders` the groups that
 * the directory names, those of them at or above the floor.
 *
 * @param headcounts everybody on the positive list
 * @param mostReleasesAYear how often anything is released, as in `rhoARelease`
 * @param declared absent: what the report of active users tells, every step, and no competence. Services stand in the order of
 *   `APPS` whatever the order here
 */
export function tableLayout(
  name: TableName,
  level: Level,
  headcounts: readonly Headcount[],
  mostReleasesAYear: 2 | 4,
  declared: Declared = {},
): TableLayout {
  const counted = ABOUT_CONTACTS.includes(name)
    ? headcounts.filter(({ standing }) => standing !== 'elected')
    : headcounts;
  const people = headsIn(headcounts);
  const partners = name === 'reach' ? choosePartners(counted, people) : [];
  const columns = name === 'reach' ? partners : namedColumns(columnNames(name, declared));
  const rho = rhoARelease(name, level, mostReleasesAYear);
  const variance = sigmaSquared(mostCells(name, columns.length), rho);
  const floor = rowFloor(variance);
  const rows =
    name === 'leaders'
      ? groupRows(counted, floor)
      : mergeRows(counted, floor, people, ROWS_ARE_DIVISIONS.includes(name) ? divisionLevel(counted) : Infinity);
  return {
    name,
    rho,
    sigmaSquared: variance,
    floor,
    rows,
    columns,
    blanks: name === 'reach' ? blankCells(rows, partners, counted) : rows.map(() => columns.map(() => false)),
    unitsCounted: new Set(counted.filter(({ unit, heads }) => unit !== '' && heads > 0).map(({ unit }) => unit)),
  };
}

/**
 * The most cells of a table that one person can be in, which for ones is Δ₂²: any number of those of their row in `reach`
 * and `apps`, one for each competence in `steps`, one elsewhere. `cellsOfPerson` holds them to it.
 */
export function mostCells(name: TableName, columns: number): number {
  switch (name) {
    case 'reach':
    case 'apps':
      return Math.max(1, columns);
    case 'steps':
      return Math.max(1, columns / DISTANCES.length);
    case 'breadth':
    case 'staircase':
    case 'brokerage':
    case 'leaders':
    case 'channels':
      return 1;
  }
}

function columnNames(
  name: Exclude<TableName, 'reach'>,
  { apps = APPS_OF_ACTIVE_USERS, steps: told = STEPS, competences = [] }: Declared,
): readonly string[] {
  switch (name) {
    case 'breadth':
      return BREADTHS;
    case 'apps':
      return APPS.filter((app) => apps.includes(app));
    case 'staircase':
      return STEPS.filter((step) => told.includes(step)).map(stepColumn);
    case 'brokerage':
      return BROKERAGES;
    case 'leaders':
      return LEADER_STEPS.filter((name) => told.some((step) => step === LEADER_STEPS_FROM[name]));
    case 'steps':
      return competences.flatMap((competence) => DISTANCES.map((steps) => distanceColumn(competence, steps)));
    case 'channels':
      return CHANNELS;
  }
}

/** Groups are named by the directory; who is in no unit is in no row here either. */
function groupRows(headcounts: readonly Headcount[], floor: number): Row[] {
  const placed = headcounts.filter(({ unit, heads }) => unit !== '' && heads > 0);
  return Object.entries(GROUP_OF_STANDING).flatMap(([standing, name]) => {
    const group = placed.filter((line) => line.standing === standing);
    const covered = group.reduce((sum, line) => sum + line.covered, 0);
    return headsIn(group) < floor ? [] : [{ name, heads: headsIn(group), covered, units: [] }];
  });
}

function namedColumns(names: readonly string[]): LayoutColumn[] {
  return names.map((name) => ({ name, heads: null, units: [] }));
}
