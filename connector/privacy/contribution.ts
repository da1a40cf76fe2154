import type { PersonRow } from './person-row.ts';
import { BREADTHS, type TableLayout } from './table-layout.ts';

/**
 * In which columns of a table a person counts: each at most once, at most one bin of `breadth`, whatever their row holds.
 * This is where a contribution is bounded, and what Δ₂² rests on. Elected members count in `apps` alone; no unit is
 * reached that is their own, unknown to the directory, or named twice.
 */
export function cellsOfPerson(layout: TableLayout): (person: PersonRow) => ReadonlySet<number> {
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
  }
}

function breadthBin(otherUnits: number): ReadonlySet<number> {
  if (otherUnits === 0) return new Set();
  const bin = otherUnits <= 2 ? 'one-or-two' : otherUnits <= 5 ? 'three-to-five' : 'six-or-more';
  return new Set([BREADTHS.indexOf(bin)]);
}
