import type { Estimate, OverviewAnswer, Row, Table } from '../../connector/api/answers.ts';
import { isShown } from '../words/say.ts';

export interface SureChange {
  readonly table: Compared;
  readonly row: Row;
  readonly column: string;
  readonly change: 'more' | 'fewer';
  readonly figure: Estimate;
  /** What it was before; absent where that is not known. */
  readonly before?: Before;
}

type Before = Pick<NonNullable<OverviewAnswer['changedFrom']>[number], 'period' | 'figure'>;

export interface SureChanges {
  /** How many figures could be compared; 0 where there is nothing to compare with. */
  readonly compared: number;
  /** Those that changed by more than the noise, the largest share of the row first. */
  readonly changes: readonly SureChange[];
}

/** The tables the overview tells changes of. */
const COMPARED = ['reach', 'breadth', 'apps'] as const;
export type Compared = (typeof COMPARED)[number];

/** What changed beyond noise since the measurement before, as the answer has judged it over the whole release. */
export function sureChanges(answer: Pick<OverviewAnswer, Compared | 'changedFrom'>): SureChanges {
  const cells = COMPARED.flatMap((name) => markedCells(name, answer[name]));
  const changes = cells.flatMap(({ mark, figure, ...rest }) =>
    (mark === 'more' || mark === 'fewer') && figure !== undefined
      ? [{ ...rest, change: mark, figure, ...beforeOf(rest, answer) }]
      : [],
  );
  return {
    compared: cells.length,
    changes: changes.toSorted((a, b) => b.figure.about / b.row.heads - a.figure.about / a.row.heads),
  };
}

function beforeOf(
  { table, row, column }: Pick<SureChange, 'table' | 'row' | 'column'>,
  { changedFrom = [] }: Pick<OverviewAnswer, 'changedFrom'>,
): { before?: Before } {
  const before = changedFrom.find((one) => one.table === table && one.row === row.id && one.column === column);
  return before === undefined ? {} : { before };
}

function markedCells(name: Compared, table: Table | undefined) {
  return (table?.changes ?? []).flatMap((marks, r) =>
    marks.flatMap((mark, c) => {
      const row = table?.rows[r];
      const figure = table?.figures[r]?.[c];
      if (mark === null || row === undefined || figure === undefined) return [];
      const column = table?.columns[c]?.name ?? '';
      return [{ table: name, row, column, mark, figure: isShown(figure) ? figure : undefined }];
    }),
  );
}
