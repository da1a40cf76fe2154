import type { OverviewAnswer, Table } from './answers.ts';
import { rowId, shownTables } from './shown-table.ts';
import { surely, type Change, type Compared } from '../privacy/changes.ts';
import { quarterOf } from '../privacy/period.ts';
import type { Release, Released } from '../privacy/release.ts';

type Marks = (Change | null)[][];

interface Place {
  readonly name: Table['name'];
  readonly row: number;
  readonly column: number;
}

/**
 * For each table of a release, what can be said of its cells beside the newest earlier release that holds the table: one
 * list a row, one mark a column. Null where there is nothing to compare with: the row did not hold the same directory
 * units then, the column did not stand for the same, one of the two is blank, or either span is no calendar quarter, so
 * that they are not alike. A table that no earlier release holds is absent. The false-discovery rate is over all cells of
 * the release together, compared as they were released (`surely`).
 *
 * @param releases every release, newest first
 */
export function changesOf(release: Release, releases: readonly Release[]): ReadonlyMap<Table['name'], Marks> {
  const earlier = quartersBefore(release, releases);
  const found = isQuarter(release.period) ? release.tables.flatMap((table) => comparedCells(table, earlier)) : [];
  const marks = surely(found.map(({ compared }) => compared));
  const markAt = new Map(found.map(({ place }, at) => [keyOf(place), marks[at] ?? null]));
  const compared = release.tables.filter(({ name }) => tableBefore(name, earlier) !== undefined);
  return new Map(
    compared.map(({ name, values }) => [
      name,
      values.map((cells, row) => cells.map((_, column) => markAt.get(keyOf({ name, row, column })) ?? null)),
    ]),
  );
}

/**
 * What each figure that surely changed was in the release it is compared with, as that release shows it: of every table, in
 * the table's own order. A figure that is not shown there is left out.
 *
 * @param marks of the same release and releases: `changesOf`
 */
export function changedFrom(
  release: Release,
  releases: readonly Release[],
  marks: ReturnType<typeof changesOf>,
): NonNullable<OverviewAnswer['changedFrom']> {
  const earlier = quartersBefore(release, releases);
  return shownTables(release).flatMap((table) => {
    const before = earlier.find(({ tables }) => tables.some(({ name }) => name === table.name));
    const then = before && shownTables(before).find(({ name }) => name === table.name);
    if (before === undefined || then === undefined) return [];
    return surePlaces(table, marks.get(table.name) ?? []).flatMap(({ row, column }) => {
      const at = then.columns.findIndex(({ name }) => name === column);
      const figure = then.figures[then.rows.findIndex(({ id }) => id === row)]?.[at];
      if (figure === undefined || 'withheld' in figure) return [];
      return [{ table: table.name, row, column, period: before.period.id, figure }];
    });
  });
}

/** Row and column of every figure that surely changed. */
function surePlaces({ rows, columns }: Table, marks: Marks): { row: string; column: string }[] {
  return marks.flatMap((cells, r) =>
    cells.flatMap((mark, c) => {
      const [row, column] = [rows[r]?.id, columns[c]?.name];
      if (row === undefined || column === undefined) return [];
      return mark === 'more' || mark === 'fewer' ? [{ row, column }] : [];
    }),
  );
}

function comparedCells(table: Released, earlier: readonly Release[]): { place: Place; compared: Compared }[] {
  const before = tableBefore(table.name, earlier);
  if (before === undefined) return [];
  const rowBefore = new Map(before.rows.map((row, index) => [rowKey(row), index]));
  const columnBefore = new Map(before.columns.map((column, index) => [rowKey(column), index]));
  const sigma = Math.hypot(table.sigma, before.sigma);
  return table.rows.flatMap((row, r) =>
    table.columns.flatMap((column, c) => {
      const then = before.values[rowBefore.get(rowKey(row)) ?? -1]?.[columnBefore.get(rowKey(column)) ?? -1] ?? null;
      const now = table.values[r]?.[c] ?? null;
      if (now === null || then === null) return [];
      return [{ place: { name: table.name, row: r, column: c }, compared: { difference: now - then, sigma } }];
    }),
  );
}

function tableBefore(name: Table['name'], earlier: readonly Release[]): Released | undefined {
  return earlier.flatMap(({ tables }) => tables.find((table) => table.name === name) ?? [])[0];
}

/** The same units are the same row or column, whatever it is called; one without units goes by its name. */
function rowKey({ name, units }: { readonly name: string; readonly units: readonly string[] }): string {
  return units.length === 0 ? `named ${name}` : rowId(units);
}

function keyOf({ name, row, column }: Place): string {
  return `${name} ${String(row)} ${String(column)}`;
}

/** Releases of whole quarters that were over before this one began, newest first. */
function quartersBefore({ period }: Release, releases: readonly Release[]): readonly Release[] {
  return releases.filter((other) => isQuarter(other.period) && other.period.to <= period.from);
}

function isQuarter({ id, from }: Release['period']): boolean {
  return quarterOf(from).id === id;
}
