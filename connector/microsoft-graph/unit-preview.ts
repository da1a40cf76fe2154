import type { UnitOrigin } from '../privacy/membership.ts';
import { headsIn, isSmallOrganisation } from '../privacy/rows.ts';
import type { Scope } from '../privacy/scope.ts';
import { tableLayout } from '../privacy/table-layout.ts';
import { STRUCTURAL_TABLES, TABLES_MEASURED, type TableName } from '../privacy/table-name.ts';
import { appsMeasured } from './apps-measured.ts';
import type { UnitRemarks, UnitsFound } from './unit-placement.ts';

/** What units will do to the pictures, before anything is read of anybody: headcounts only, and nobody in it. */
export interface UnitPreview {
  readonly origin: UnitOrigin | null;
  /** The day the origin said so; null where the directory is empty. */
  readonly on: string | null;
  readonly people: number;
  readonly withoutUnit: number;
  readonly units: readonly { readonly unit: string; readonly heads: number }[];
  /** For each table: the fewest heads of a row, which units share one, and which are in none. */
  readonly tables: readonly {
    readonly name: TableName;
    readonly floor: number;
    readonly merged: readonly { readonly row: string; readonly heads: number; readonly units: readonly string[] }[];
    readonly inNoRow: readonly string[];
  }[];
  readonly remarks: UnitRemarks;
}

/**
 * The preview of a way to find units: headcount per unit, people without one, circles, and what the floors will merge.
 * Depends on headcounts and the scope alone, as the tables' layout itself does.
 */
export function previewUnits(
  { directory, remarks }: UnitsFound,
  scope: Pick<Scope, 'level' | 'sources' | 'structuralTables' | 'competences'>,
): UnitPreview {
  const headcounts = directory.headcounts();
  const people = headsIn(headcounts);
  const placed = headcounts.filter(({ unit }) => unit !== '');
  const [first] = directory.people;
  const releasesAYear = isSmallOrganisation(people) ? 2 : 4;
  const declared = {
    apps: appsMeasured(scope).map(({ app }) => app),
    competences: scope.competences.map(({ name }) => name),
  };
  return {
    origin: first?.placedBy.origin ?? null,
    on: first?.placedBy.on ?? null,
    people,
    withoutUnit: people - headsIn(placed),
    units: [...Map.groupBy(placed, ({ unit }) => unit)].map(([unit, lines]) => ({ unit, heads: headsIn(lines) })),
    tables: [...TABLES_MEASURED, ...(scope.structuralTables ? STRUCTURAL_TABLES : [])].map((name) => {
      const { floor, rows, unitsCounted } = tableLayout(name, scope.level, headcounts, releasesAYear, declared);
      const shown = new Set(rows.flatMap(({ units }) => units));
      return {
        name,
        floor,
        merged: rows
          .filter(({ units, name: row }) => units.length > 1 || units[0] !== row)
          .map(({ name: row, heads, units }) => ({ row, heads, units: [...units] })),
        inNoRow: [...unitsCounted].filter((unit) => !shown.has(unit)).toSorted(),
      };
    }),
    remarks,
  };
}
