import type { Table } from '../../connector/api/answers.ts';

/**
 * Two releases' tables with the same rows and columns in the same places: those of the later one, then what the earlier
 * alone has. What a table does not have is not measured in it.
 */
export function alignedTables(earlier: Table, later: Table): readonly [Table, Table] {
  const rows = [...later.rows, ...earlier.rows.filter(({ id }) => !later.rows.some((row) => row.id === id))];
  const columns = [
    ...later.columns,
    ...earlier.columns.filter(({ name }) => !later.columns.some((column) => column.name === name)),
  ];
  return [onto(earlier, rows, columns), onto(later, rows, columns)];
}

function onto(table: Table, rows: Table['rows'], columns: Table['columns']): Table {
  const places = rows.map(({ id }) => table.rows.findIndex((row) => row.id === id));
  const at = columns.map(({ name }) => table.columns.findIndex((column) => column.name === name));
  const { changes, ...rest } = table;
  return {
    ...rest,
    // How many a row has may differ between the two, and which division it lies in must not.
    rows: rows.map((row, index) => ({ ...(table.rows[places[index] ?? -1] ?? row), division: row.division })),
    columns,
    figures: places.map((r) => at.map((c) => table.figures[r]?.[c] ?? { withheld: 'not-measured' })),
    ...(changes && { changes: places.map((r) => at.map((c) => changes[r]?.[c] ?? null)) }),
  };
}
