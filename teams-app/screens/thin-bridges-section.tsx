import { type ReactNode } from 'react';
import type { OverviewAnswer, Table } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { ShareBars } from '../drawing/share-bars.tsx';
import { bridgesWords } from '../words/bridges-words.ts';
import { columnName, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { sayFigure } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';
import { MOST_CARRIERS, thinBridges } from './thin-bridges.ts';

const MOST_DRAWN = 8;

/** Contact between a unit and another division that is probably there, and carried by few. */
export function ThinBridgesSection({
  reach,
  period,
}: {
  readonly reach: Table;
  readonly period: OverviewAnswer['period'];
}): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const said = bridgesWords(speech.language).thin;
  const { asked, bridges } = thinBridges(reach);
  const most = format.count(MOST_CARRIERS);
  const bars = bridges.slice(0, MOST_DRAWN).map(({ row, column, figure }) => ({
    name: said.pair(unitName(row.name, words), columnName(column, words)),
    figure,
    // All on one scale, since it is how few they are that is shown.
    heads: MOST_CARRIERS,
    share: format.count(figure.about),
    said: opening(said.said(sayFigure(figure, speech), format.count(row.heads))),
  }));
  const table = {
    caption: said.title,
    period: format.period(period),
    population: words.overview.reachPopulation(
      format.count(reach.rows.reduce((sum, row) => sum + row.heads, 0)),
      format.days(period),
    ),
    sigma: words.figures.persons(format.decimal(reach.sigma, 2)),
    columns: [said.from, said.to, said.carriers],
    rows: bridges.map(({ row, column, figure }) => [
      unitName(row.name, words),
      columnName(column, words),
      opening(said.said(sayFigure(figure, speech), format.count(row.heads))),
    ]),
  };
  const gist = asked === 0 ? said.tooLittle : said.summary(format.count(bridges.length), format.count(asked));
  return (
    <Part id="thin-bridges-title" title={said.title} gist={gist}>
      {asked === 0 ? <p className="part-lead">{said.tooLittle}</p> : null}
      {asked > 0 && bridges.length === 0 ? <p className="part-lead">{said.none(most)}</p> : null}
      {bridges.length === 0 ? null : (
        <>
          <p className="part-lead">{said.lead(most)}</p>
          <p>{said.summary(format.count(bridges.length), format.count(asked))}</p>
          <PictureOrTable about={said.title} table={table}>
            <ShareBars bars={bars} />
            <p className="small-print">
              {said.scale(most)}{' '}
              {bars.length < bridges.length ? said.more(format.count(bars.length), format.count(bridges.length)) : null}
            </p>
          </PictureOrTable>
        </>
      )}
      <p className="small-print">
        {format.days(period)}. {said.rule(most)} {words.overview.noiseNote(format.decimal(reach.sigma, 1))}
      </p>
    </Part>
  );
}
