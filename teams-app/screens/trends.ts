import type { UnitAnswer } from '../../connector/api/answers.ts';
import type { PlainTable } from '../drawing/figure-table.tsx';
import type { Trend } from '../drawing/small-multiples.tsx';
import { columnName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure } from '../words/say.ts';
import type { Speech } from '../words/speech.ts';

type UnitTable = UnitAnswer['tables'][number];

/**
 * A unit's table as one trend a column, oldest period first. Columns are those of the newest period; a period that had
 * no such column, or no row with the unit, shows it as not measured.
 */
export function trendsOf({ periods }: UnitTable, speech: Speech): Trend[] {
  const { words, format } = speech;
  const [newest] = periods;
  return (newest?.columns ?? []).map(({ name }) => {
    const points = periods.toReversed().map((held) => ({
      period: format.shortPeriod(held.period),
      figure: figureIn(held, name),
      said: words.unit.trendPoint(format.period(held.period), sayFigure(figureIn(held, name), speech)),
    }));
    const shown = columnName(name, words);
    const last = points.at(-1);
    return {
      name: shown,
      said: last === undefined ? '' : opening(sayFigure(last.figure, speech)),
      population:
        newest === undefined ? '' : words.unit.ofHeads(format.count(newest.row.heads), format.period(newest.period)),
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
export function trendTable(caption: string, { periods }: UnitTable, speech: Speech): PlainTable {
  const { words, format } = speech;
  const columns = periods[0]?.columns ?? [];
  return {
    caption,
    columns: [
      words.unit.periodColumn,
      words.overview.headsColumn,
      ...columns.map(({ name }) => columnName(name, words)),
    ],
    rows: periods.map((held) => [
      format.period(held.period),
      format.count(held.row.heads),
      ...columns.map(({ name }) => opening(sayFigure(figureIn(held, name), speech))),
    ]),
  };
}

function figureIn(
  { columns, figures }: UnitTable['periods'][number],
  name: string,
): UnitTable['periods'][number]['figures'][number] {
  return figures[columns.findIndex((column) => column.name === name)] ?? { withheld: 'not-measured' };
}
