import type { AttackedTable } from '../../connector/attack/attacked.ts';
import { expectedCounts } from '../../connector/attack/expected-counts.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import type { Headcount } from '../../connector/privacy/membership.ts';
import { quarterOf, type Period } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release } from '../../connector/privacy/release.ts';
import { tableLayout, type TableLayout } from '../../connector/privacy/table-layout.ts';
import type { Level, TableName } from '../../connector/privacy/table-name.ts';
import { byteStream } from '../privacy/byte-stream.ts';

export const TABLES: readonly TableName[] = ['reach', 'breadth', 'apps', 'staircase', 'leaders'];
export const WINTER = quarterOf('2026-01-01');

/** Four divisions of two units of 60: each unit is a row of its own in every table, each division a column of `reach`. */
export const UNITS = ['A', 'B', 'C', 'D'].flatMap((division) => [`${division}/1`, `${division}/2`]);
export const HEADS = 60;

export function headcountsOf(people: readonly Pick<PersonRow, 'unit' | 'standing'>[]): Headcount[] {
  return [...Map.groupBy(people, ({ unit, standing }) => `${unit}\n${standing}`).values()].map((line) => ({
    unit: line[0]?.unit ?? '',
    standing: line[0]?.standing ?? 'desk',
    heads: line.length,
    covered: line.length,
  }));
}

/** Everybody's row, drawn from recorded bytes: some reach nobody, some everybody. */
export function everybody(seed: string): PersonRow[] {
  const random = byteStream(`everybody ${seed}`);
  return UNITS.flatMap((unit) =>
    Array.from({ length: HEADS }, (_, at): PersonRow => {
      const bits = [...random(12)];
      return {
        unit,
        // 40 leaders and 40 in the frontline: groups with a row of their own.
        standing: at % 12 === 0 ? 'leader' : at % 12 === 1 ? 'frontline' : 'desk',
        step: ([1, 2, 3, 4, 5] as const)[(bits[11] ?? 0) % 5] ?? 1,
        unitsReached: UNITS.filter((other, at) => other !== unit && (bits[at] ?? 0) < 90),
        apps: (['exchange', 'teams', 'files'] as const).filter((_, at) => (bits[at + 8] ?? 0) < 128),
      };
    }),
  );
}

/** The row that adds the most to every table: whoever is found, is found by it. */
export function fullest(unit: string): PersonRow {
  return {
    unit,
    standing: 'leader',
    unitsReached: UNITS.filter((other) => other !== unit),
    apps: ['exchange', 'teams', 'files'],
    step: 5,
  };
}

/** The same person as if nothing had been read of them. */
export function blanked({ unit, standing }: PersonRow): PersonRow {
  return { unit, standing, unitsReached: [], apps: [] };
}

/** A real release of these rows. */
export function released(
  people: readonly PersonRow[],
  noise: (size: number) => Uint8Array,
  order: {
    readonly period?: Period;
    readonly ledger?: readonly LedgerEntry[];
    readonly level?: Level;
    readonly headcounts?: readonly Headcount[];
  } = {},
): Release {
  const { period = WINTER, ledger = [], level = 'standard', headcounts = headcountsOf(people) } = order;
  return release({
    ...{ period, ledger, level, headcounts, people, tablesOn: TABLES, once: false, organisation: 'Eksempel kommune' },
    ...{ releasedAt: `${period.to}T04:00:00.000Z`, random: noise },
  });
}

/** What nobody may release: the same tables, counted and not noised. */
export function exactTables(
  people: readonly PersonRow[],
  headcounts: readonly Headcount[] = headcountsOf(people),
): AttackedTable[] {
  return layoutsOf(headcounts).map((layout) => {
    const { name, rows, columns, blanks, rho } = layout;
    const values = expectedCounts(layout, people).map((row, r) =>
      row.map((count, c) => (blanks[r]?.[c] === true ? null : count)),
    );
    return { name, rows, columns, values, sigma: 0, rho: Number(rho.numerator) / Number(rho.denominator) };
  });
}

/** What is public of each table of the organisation. */
export function layoutsOf(headcounts: readonly Headcount[], level: Level = 'standard'): TableLayout[] {
  return TABLES.map((name) => tableLayout(name, level, headcounts, 4));
}
