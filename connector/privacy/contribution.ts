import { CHANNELS, BROKERAGES, type PersonRow } from './person-row.ts';
import {
  BREADTHS,
  distanceColumn,
  GROUP_OF_STANDING,
  LEADER_STEPS,
  LEADER_STEPS_FROM,
  stepColumn,
  type TableLayout,
} from './table-layout.ts';

type Cells = ReadonlySet<number>;

const NONE: Cells = new Set();

/** In which row of a table a person counts, by its place; undefined where in none. One row at most, whatever they did. */
export function rowOfPerson(layout: TableLayout): (person: PersonRow) => number | undefined {
  if (layout.name === 'leaders') {
    const places = new Map(layout.rows.map(({ name }, row) => [name, row]));
    return ({ unit, standing }) => (unit === '' ? undefined : places.get(GROUP_OF_STANDING[standing] ?? ''));
  }
  const rowOf = new Map(layout.rows.flatMap(({ units }, row) => units.map((unit) => [unit, row])));
  return ({ unit }) => rowOf.get(unit);
}

/**
 * In which columns of a table a person counts, whatever their row holds: each at most once; at most one of `breadth`,
 * `staircase`, `brokerage`, `leaders` and `channels`; at most one for each competence of `steps`. This is where a
 * contribution is bounded, and what Δ₂² rests on. No contact or tie of elected members is counted; no unit is reached
 * that is their own, unknown to the directory, or named twice.
 */
export function cellsOfPerson(layout: TableLayout): (person: PersonRow) => Cells {
  const columnOf = new Map(layout.columns.flatMap(({ units }, column) => units.map((unit) => [unit, column])));
  const namedColumn = new Map(layout.columns.map(({ name }, column) => [name, column]));
  const others = ({ unit, standing, unitsReached }: PersonRow): string[] =>
    standing === 'elected'
      ? []
      : [...new Set(unitsReached)].filter((reached) => reached !== unit && layout.unitsCounted.has(reached));
  switch (layout.name) {
    case 'reach':
      return (person) => new Set(others(person).flatMap((unit) => columnOf.get(unit) ?? []));
    case 'breadth':
      return (person) => breadthBin(others(person).length);
    case 'apps':
      return ({ apps }) => new Set(apps.flatMap((app) => namedColumn.get(app) ?? []));
    case 'staircase':
      return ({ step = 1 }) => oneOf(step === 1 ? undefined : namedColumn.get(stepColumn(step)));
    case 'leaders':
      return ({ step = 1 }) => {
        const name = LEADER_STEPS.findLast((it) => step >= LEADER_STEPS_FROM[it]);
        return oneOf(name && namedColumn.get(name));
      };
    case 'brokerage':
      return ({ standing, brokerage }) => (standing === 'elected' ? NONE : oneOf(placeIn(BROKERAGES, brokerage)));
    case 'channels':
      return (person) => (others(person).length === 0 ? NONE : oneOf(placeIn(CHANNELS, person.channel)));
    case 'steps':
      return (person) => nearestCells(person, namedColumn);
  }
}

function breadthBin(otherUnits: number): Cells {
  if (otherUnits === 0) return NONE;
  const bin = otherUnits <= 2 ? 'one-or-two' : otherUnits <= 5 ? 'three-to-five' : 'six-or-more';
  return oneOf(BREADTHS.indexOf(bin));
}

/** Of several distances to one competence the first stands. */
function nearestCells({ standing, nearest = [] }: PersonRow, columnOf: ReadonlyMap<string, number>): Cells {
  if (standing === 'elected') return NONE;
  const stepsOf = new Map(nearest.toReversed().map(({ competence, steps }) => [competence, steps]));
  return new Set([...stepsOf].flatMap(([competence, steps]) => columnOf.get(distanceColumn(competence, steps)) ?? []));
}

function placeIn<T>(names: readonly T[], name: T | undefined): number {
  return names.findIndex((it) => it === name);
}

function oneOf(column = -1): Cells {
  return column < 0 ? NONE : new Set([column]);
}
