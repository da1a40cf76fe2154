import { type ReactNode } from 'react';
import type { OverviewAnswer, Table } from '../../connector/api/answers.ts';
import type { PicturedTable } from '../drawing/plain-table.ts';
import { Fold } from '../drawing/fold.tsx';
import { THIN_COVERAGE_PERCENT } from '../drawing/matrix-picture.ts';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { type ShareBar, ShareBars } from '../drawing/share-bars.tsx';
import { useNarrow } from '../drawing/use-narrow.ts';
import { bridgesWords } from '../words/bridges-words.ts';
import { unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { pictureWords } from '../words/pictures.ts';
import { isShown, sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import type { Bridging } from './bridging.ts';

interface Props {
  readonly answer: OverviewAnswer;
  readonly breadth: Table;
  readonly bridging: readonly Bridging[];
}

/** Who bridges, of 100 who can be seen: unit by unit under its division, in the order of the other tables. */
export function BridgingSection({ answer, breadth, bridging }: Props): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const said = bridgesWords(speech.language).spread;
  const isNarrow = useNarrow();
  const divisions = [...Map.groupBy(bridging, ({ row }) => row.division)];
  const heads = bridging.reduce((sum, { row }) => sum + row.heads, 0);
  return (
    <section className="part" aria-labelledby="bridging-title">
      <h2 id="bridging-title">{said.title}</h2>
      <p className="part-lead">{said.lead}</p>
      <p className="for-listeners">{said.summary(format.count(bridging.length))}</p>
      <PictureOrTable about={said.title} table={tableOf(answer, breadth, bridging, speech)}>
        {divisions.map(([division, members], at) => {
          const bars = <ShareBars bars={shownFirst(members).map((one) => barOf(one, speech))} />;
          return isNarrow ? (
            <Fold
              key={division}
              title={unitName(division, words)}
              note={members.length === 1 ? '' : pictureWords(speech.language).fold.rows(format.count(members.length))}
              open={at === 0}
            >
              {bars}
            </Fold>
          ) : (
            <div key={division} className="bridging-division">
              <h3>{unitName(division, words)}</h3>
              {bars}
            </div>
          );
        })}
      </PictureOrTable>
      <p className="small-print">
        {words.overview.reachPopulation(format.count(heads), format.days(answer.period))} {said.formula}{' '}
        {words.overview.noiseNote(format.decimal(breadth.sigma, 1))}
      </p>
    </section>
  );
}

/** What can be seen, then what cannot. */
function shownFirst(members: readonly Bridging[]): Bridging[] {
  return members.toSorted((a, b) => Number(isShown(b.perHundred)) - Number(isShown(a.perHundred)));
}

function barOf({ row, perHundred, divisions }: Bridging, speech: Speech): ShareBar {
  const { words, format } = speech;
  const said = bridgesWords(speech.language).spread;
  const name = `${unitName(row.name, words)} (${format.count(row.heads)})`;
  if (!isShown(perHundred))
    return { name, figure: perHundred, heads: 100, share: '', said: opening(sayFigure(perHundred, speech)) };
  const interval = words.figures.interval(format.count(perHundred.low), format.count(perHundred.high));
  const parts = [
    opening(said.said(format.count(perHundred.about), interval)),
    ...(divisions === undefined ? [] : [sayDivisions(divisions, speech)]),
    ...(row.coveragePercent < THIN_COVERAGE_PERCENT ? [said.seen(format.percent(row.coveragePercent))] : []),
  ];
  return { name, figure: perHundred, heads: 100, share: format.count(perHundred.about), said: parts.join(' · ') };
}

function sayDivisions({ about, low, high, of }: NonNullable<Bridging['divisions']>, speech: Speech): string {
  const { words, format } = speech;
  const interval = words.figures.interval(format.decimal(low, 1), format.decimal(high, 1));
  return bridgesWords(speech.language).spread.reached(format.decimal(about, 1), interval, format.count(of));
}

function tableOf(
  { period }: OverviewAnswer,
  breadth: Table,
  bridging: readonly Bridging[],
  speech: Speech,
): PicturedTable {
  const { words, format } = speech;
  const said = bridgesWords(speech.language).spread;
  return {
    caption: said.title,
    period: format.period(period),
    population: words.overview.reachPopulation(
      format.count(bridging.reduce((sum, { row }) => sum + row.heads, 0)),
      format.days(period),
    ),
    sigma: words.figures.persons(format.decimal(breadth.sigma, 2)),
    columns: [said.unit, said.heads, said.coverage, said.people, said.perHundred, said.divisions],
    rows: bridging.map(({ row, people, perHundred, divisions }) => [
      unitName(row.name, words),
      format.count(row.heads),
      format.percent(row.coveragePercent),
      opening(sayFigure(people, speech)),
      opening(sayFigure(perHundred, speech)),
      divisions === undefined ? said.notAsked : opening(sayDivisions(divisions, speech)),
    ]),
  };
}
