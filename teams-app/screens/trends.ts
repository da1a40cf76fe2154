import type { UnitAnswer } from '../../connector/api/answers.ts';
import { liesIn } from '../drawing/joined-units.ts';
import type { PicturedTable } from '../drawing/plain-table.ts';
import type { Trend } from '../drawing/small-multiples.tsx';
import { columnName, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure } from '../words/say.ts';
import type { Speech } from '../words/speech.ts';

type UnitTable = UnitAnswer['tables'][number];
type HeldPeriod = UnitTable['periods'][number];

/** Spans given by hand are compared with nothing. */
const QUARTER = /^\d{4}-Q[1-4]$/;

/**
 * A unit's table as one trend a column, oldest period first. Columns are those of the newest period; a period that had
 * no such column, or no row with the unit, shows it as not measured.
 */
export function trendsOf({ name: table, periods }: UnitTable, speech: Speech): Trend[] {
  const { words, format } = speech;
  const [newest] = periods;
  return (newest?.columns ?? []).map(({ name }) => {
    const points = periods.toReversed().map((held) => ({
      period: format.shortPeriod(held.period),
      figure: figureIn(held, name),
      said: words.unit.trendPoint(format.period(held.period), sayWithChange(held, name, periods, speech)),
    }));
    const change = newest === undefined ? undefined : sayChange(newest, name, periods, speech);
    const shown = columnName(name, words);
    const last = points.at(-1);
    return {
      name: shown,
      said: last === undefined ? '' : opening(sayFigure(last.figure, speech)),
      population:
        newest === undefined ? '' : words.unit.ofHeads(format.count(newest.row.heads), format.period(newest.period)),
      ...(table === 'reach' && newest !== undefined && liesIn(newest.row, name) && { own: words.overview.legendOwn }),
      ...(change && { change: opening(change) }),
      summary: words.unit.trend(shown, points.map(({ said }) => said).join('. ')),
      points,
    };
  });
}

/** The top of the scale all panels of a table share: the highest end of any interval, rounded up to a whole ten. */
export function topOf({ periods }: UnitTable): number {
  const ends = periods.flatMap(({ figures }) => figures.flatMap((figure) => (isShown(figure) ? [figure.high] : [])));
  return Math.max(10, Math.ceil(Math.max(0, ...ends) / 10) * 10);
}

/** The same as a table: a row a period, newest first. */
export function trendTable(caption: string, { name, periods }: UnitTable, speech: Speech): PicturedTable {
  const { words, format } = speech;
  const [newest] = periods;
  const columns = newest?.columns ?? [];
  return {
    caption,
    population:
      newest === undefined
        ? ''
        : `${unitName(newest.row.name, words)}, ${words.unit.ofHeads(format.count(newest.row.heads), format.period(newest.period))}.`,
    ...(newest && {
      sigma: words.figures.persons(format.decimal(newest.sigma, 2)),
    }),
    columns: [
      words.unit.periodColumn,
      words.overview[name === 'apps' ? 'personsColumn' : 'headsColumn'],
      ...columns.map((column) => columnName(column.name, words)),
    ],
    rows: periods.map((held) => [
      format.period(held.period),
      format.count(held.row.heads),
      ...columns.map((column) => opening(sayWithChange(held, column.name, periods, speech))),
    ]),
  };
}

/** Whether any figure of a table is marked as changed or surely not. */
export function tellsChanges({ periods }: UnitTable): boolean {
  return periods.some(({ changes = [] }) => changes.some((change) => change !== null));
}

function sayWithChange(held: HeldPeriod, name: string, periods: UnitTable['periods'], speech: Speech): string {
  const figure = figureIn(held, name);
  const change = sayChange(held, name, periods, speech);
  return [sayFigure(figure, speech), change].filter((part) => part !== undefined).join(', ');
}

/**
 * A figure beside the one before, in words; undefined where it is not shown or nothing can be compared. What is marked was
 * compared with the newest quarter before that has the table, and held the same units there, so it stands among the periods.
 */
function sayChange(
  held: HeldPeriod,
  name: string,
  periods: UnitTable['periods'],
  { words, format }: Speech,
): string | undefined {
  const before = periods.slice(periods.indexOf(held) + 1).find(({ period }) => QUARTER.test(period.id));
  const change = held.changes?.[held.columns.findIndex((column) => column.name === name)] ?? null;
  if (change === null || before === undefined || !isShown(figureIn(held, name))) return undefined;
  return words.unit.changes[change](format.period(before.period));
}

function figureIn(
  { columns, figures }: UnitTable['periods'][number],
  name: string,
): UnitTable['periods'][number]['figures'][number] {
  return figures[columns.findIndex((column) => column.name === name)] ?? { withheld: 'not-measured' };
}
