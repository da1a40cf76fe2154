import type { Table } from './answers.ts';
import { rowId } from './shown-table.ts';
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
  const earlier = releases.filter(({ period }) => isQuarter(period) && period.to <= release.period.from);
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

function isQuarter({ id, from }: Release['period']): boolean {
  return quarterOf(from).id === id;
}
