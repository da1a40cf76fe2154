import type { Estimate, Row, Table } from '../../connector/api/answers.ts';
import { columnName, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure } from '../words/say.ts';
import type { Speech } from '../words/speech.ts';
import type { PicturedTable } from './plain-table.ts';
import { liesIn, sayJoined } from './joined-units.ts';

/** What one cell draws. `shown` is absent where the figure is withheld. */
export interface CellPicture {
  readonly shown?: Estimate;
  readonly heads: number;
  /** 0 where nobody may have it, else 1 to 5 by share: up to 10, 25, 50, 75, 100 per cent. */
  readonly step: number;
  readonly text: string;
  readonly interval: string;
  readonly sentence: string;
  /** Why the figure is withheld; absent where it is shown. */
  readonly reason?: string;
  /** A division that units of the row lie in themselves. */
  readonly own: boolean;
  /** What is sure of it beside an earlier period, in words; absent where nothing is. */
  readonly mark?: string;
}

export interface RowPicture {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly note: string;
  /** Which units of elsewhere the row holds besides; absent where its name covers all. */
  readonly joined?: string;
  readonly warning?: string;
  readonly cells: readonly CellPicture[];
}

export interface MatrixPicture {
  readonly id: string;
  readonly name: string;
  /** What the picture says, in one sentence. */
  readonly summary: string;
  /** Which cell holds the largest share, as a sentence; empty where nothing is shown. */
  readonly highest: string;
  /** What the rows are, over their names. */
  readonly corner: string;
  readonly columns: readonly { readonly name: string }[];
  /** Rows by division; a division that is a row of its own has no title. */
  readonly groups: readonly {
    readonly division: string;
    readonly title?: string;
    readonly rows: readonly RowPicture[];
  }[];
  readonly table: PicturedTable;
}

export interface MatrixWords {
  readonly id: string;
  readonly name: string;
  /** What the figures are of, for the table as a file. */
  readonly period: string;
  /** Whether cells are contacts, of which little is seen where few have a mailbox; use of tools is seen without one. */
  readonly aboutContacts: boolean;
  readonly sentence: (people: string, row: string, heads: string, column: string) => string;
  /** Rows and divisions stay where the table has them, so that two pictures can be laid beside each other. */
  readonly keepsPlaces?: boolean;
  /** Where the table's own marks of change are drawn: what each says. */
  readonly changed?: Readonly<Record<'more' | 'fewer', string>>;
  readonly highest: (people: string, heads: string, row: string, column: string) => string;
  readonly summary: (rows: string, columns: string, highest: string) => string;
}

/** Below this coverage no row is called closed, and the screen says so beside its name. */
export const THIN_COVERAGE_PERCENT = 60;

const STEP_ENDS = [0.1, 0.25, 0.5, 0.75];

/** How strongly a share is tinted: nothing where the interval reaches down to nobody, so that doubt looks like doubt. */
export function tintStep(figure: Estimate, heads: number): number {
  if (figure.low <= 0 || heads === 0) return 0;
  return 1 + STEP_ENDS.filter((end) => figure.about / heads > end).length;
}

/**
 * Turns a released table into what the matrix draws and what its table says. Divisions and rows keep their order, as in
 * the other pictures of them, but those of which nothing can be shown come last: a row in its division, a division of all.
 */
export function matrixPicture(table: Table, wording: MatrixWords, speech: Speech): MatrixPicture {
  const { words, format } = speech;
  const columns = table.columns.map((column) => ({ name: columnName(column.name, words) }));
  const rows = table.rows.map((row, index) => ({
    division: row.division,
    row: rowPicture(row, table.figures[index] ?? [], table.columns, wording, speech, table.changes?.[index]),
    source: row,
  }));
  const sorts = wording.keepsPlaces !== true;
  const divisions = [...new Set(table.rows.map((row) => row.division))].toSorted((a, b) =>
    sorts ? Number(isAllBlank(a, rows)) - Number(isAllBlank(b, rows)) : 0,
  );
  const groups = divisions.map((division) => {
    const members = rows.filter((row) => row.division === division);
    const alone = members.length === 1 && members[0]?.source.name === division;
    const drawn = members
      .map(({ row }) => row)
      .toSorted((a, b) => (sorts ? Number(isBlank(a)) - Number(isBlank(b)) : 0));
    return alone ? { division, rows: drawn } : { division, title: unitName(division, words), rows: drawn };
  });
  const highest = sayHighest(table, wording, speech);
  const corner = groups.every(({ title }) => title === undefined)
    ? words.overview.divisionColumn
    : words.overview.unitColumn;
  return {
    id: wording.id,
    name: wording.name,
    summary: wording.summary(format.count(rows.length), format.count(columns.length), highest),
    highest,
    corner,
    columns,
    groups,
    table: {
      caption: wording.name,
      period: wording.period,
      population: words.overview[wording.aboutContacts ? 'reachPopulation' : 'appsPopulation'](
        format.count(table.rows.reduce((sum, row) => sum + row.heads, 0)),
        wording.period,
      ),
      sigma: words.figures.persons(format.decimal(table.sigma, 2)),
      columns: [
        corner,
        words.overview[wording.aboutContacts ? 'headsColumn' : 'personsColumn'],
        ...columns.map(({ name }) => name),
      ],
      rows: table.rows.map((row, index) => [
        [unitName(row.name, words), sayJoined(row, speech)].filter((part) => part !== undefined).join('. '),
        format.count(row.heads),
        ...(table.figures[index] ?? []).map((figure) => opening(sayFigure(figure, speech))),
      ]),
    },
  };
}

function isBlank(row: RowPicture): boolean {
  return row.cells.every((cell) => cell.shown === undefined);
}

function isAllBlank(
  division: string,
  rows: readonly { readonly division: string; readonly row: RowPicture }[],
): boolean {
  return rows.every(({ row, ...one }) => one.division !== division || isBlank(row));
}

function rowPicture(
  row: Row,
  figures: Table['figures'][number],
  columns: Table['columns'],
  wording: MatrixWords,
  speech: Speech,
  changes: NonNullable<Table['changes']>[number] = [],
): RowPicture {
  const { words, format } = speech;
  const name = unitName(row.name, words);
  const thin = wording.aboutContacts && row.coveragePercent < THIN_COVERAGE_PERCENT;
  const note = [
    (wording.aboutContacts ? words.figures.people : words.figures.persons)(format.count(row.heads)),
    ...(row.units.length > 1 ? [words.overview.merged(format.count(row.units.length))] : []),
  ].join(' · ');
  const joined = sayJoined(row, speech);
  return {
    id: row.id,
    name,
    path: row.units.join('\n'),
    note,
    ...(joined === undefined ? {} : { joined }),
    ...(thin ? { warning: words.figures.lowCoverage(format.percent(row.coveragePercent)) } : {}),
    cells: figures.map((figure, index) => {
      const column = columns[index]?.name ?? '';
      const own = wording.aboutContacts && liesIn(row, column);
      const said = opening(sayFigure(figure, speech));
      if (!isShown(figure)) {
        const sentence = `${name}, ${columnName(column, words)}. ${said}`;
        return {
          heads: row.heads,
          step: 0,
          text: words.figures.withheldMark,
          interval: '',
          sentence,
          reason: said,
          own,
        };
      }
      const sentence = wording.sentence(said, name, format.count(row.heads), columnName(column, words));
      const change = changes[index];
      const mark = change === 'more' || change === 'fewer' ? wording.changed?.[change] : undefined;
      return {
        ...(mark === undefined ? {} : { mark }),
        shown: figure,
        heads: row.heads,
        step: tintStep(figure, row.heads),
        text: format.count(figure.about),
        interval: words.figures.interval(format.count(figure.low), format.count(figure.high)),
        sentence: [
          sentence,
          mark === undefined ? undefined : `${opening(mark)}.`,
          own ? words.overview.ownDivision : undefined,
          joined,
        ]
          .filter((part) => part !== undefined)
          .join(' '),
        own,
      };
    }),
  };
}

function sayHighest(table: Table, wording: MatrixWords, speech: Speech): string {
  const { words, format } = speech;
  const isOwn = (row: Row, column: string): boolean => wording.aboutContacts && liesIn(row, column);
  const cells = table.rows.flatMap((row, index) =>
    (table.figures[index] ?? []).flatMap((figure, at) =>
      isShown(figure) ? [{ row, figure, column: table.columns[at]?.name ?? '', share: figure.about / row.heads }] : [],
    ),
  );
  // That people know their own division tells little, so it is told only where there is nothing else.
  const [highest] = cells.toSorted(
    (a, b) => Number(isOwn(a.row, a.column)) - Number(isOwn(b.row, b.column)) || b.share - a.share,
  );
  if (highest === undefined) return '';
  return wording.highest(
    sayFigure(highest.figure, speech),
    format.count(highest.row.heads),
    unitName(highest.row.name, words),
    columnName(highest.column, words),
  );
}
