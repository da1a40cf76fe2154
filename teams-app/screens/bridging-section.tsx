import { type ReactNode } from 'react';
import type { OverviewAnswer, Table } from '../../connector/api/answers.ts';
import type { PicturedTable } from '../drawing/plain-table.ts';
import { Fold } from '../drawing/fold.tsx';
import { THIN_COVERAGE_PERCENT } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
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
    <Part id="bridging-title" title={said.title} gist={said.summary(format.count(bridging.length))} startsOpen>
      <p className="part-lead">{said.lead}</p>
      <p className="for-listeners">{said.summary(format.count(bridging.length))}</p>
      <PictureOrTable about={said.title} table={tableOf(answer, breadth, bridging, speech)}>
        <div className="bridging-divisions">
          {divisions.map(([division, members], at) => {
            const bars = <ShareBars bars={shownFirst(members).map((one) => barOf(one, speech))} />;
            return isNarrow ? (
              <Fold key={division} title={unitName(division, words)} note={sayFolded(members, speech)} open={at === 0}>
                {bars}
              </Fold>
            ) : (
              <div key={division} className={isAlone(division, members) ? 'bridging-alone' : 'bridging-division'}>
                {isAlone(division, members) ? null : <h3>{unitName(division, words)}</h3>}
                {bars}
              </div>
            );
          })}
        </div>
      </PictureOrTable>
      <p className="small-print">
        {words.overview.reachPopulation(format.count(heads), format.days(answer.period))} {said.formula}{' '}
        {words.overview.noiseNote(format.decimal(breadth.sigma, 1))}
      </p>
    </Part>
  );
}

/** Whether a division is a row of its own: then its name stands once. */
function isAlone(division: string, members: readonly Bridging[]): boolean {
  return members.length === 1 && members[0]?.row.name === division;
}

/** The figure of a division that is one row, with how sure it is; of others, how many rows are folded away. */
function sayFolded(members: readonly Bridging[], speech: Speech): string {
  const [only, ...more] = members;
  if (only !== undefined && more.length === 0) return sayPerHundred(only.perHundred, speech);
  return pictureWords(speech.language).fold.rows(speech.format.count(members.length));
}

/** What can be seen, then what cannot. */
function shownFirst(members: readonly Bridging[]): Bridging[] {
  return members.toSorted((a, b) => Number(isShown(b.perHundred)) - Number(isShown(a.perHundred)));
}

function barOf({ row, perHundred }: Bridging, speech: Speech): ShareBar {
  const { words, format } = speech;
  const said = bridgesWords(speech.language).spread;
  const bar = { name: unitName(row.name, words), note: words.figures.people(format.count(row.heads)), heads: 100 };
  if (!isShown(perHundred)) return { ...bar, figure: perHundred, share: '', said: sayPerHundred(perHundred, speech) };
  const parts = [
    sayPerHundred(perHundred, speech),
    ...(row.coveragePercent < THIN_COVERAGE_PERCENT ? [said.seen(format.percent(row.coveragePercent))] : []),
  ];
  return { ...bar, figure: perHundred, share: format.count(perHundred.about), said: parts.join(' · ') };
}

function sayPerHundred(perHundred: Bridging['perHundred'], speech: Speech): string {
  const { words, format } = speech;
  if (!isShown(perHundred)) return opening(sayFigure(perHundred, speech));
  const interval = words.figures.interval(format.count(perHundred.low), format.count(perHundred.high));
  return opening(bridgesWords(speech.language).spread.said(format.count(perHundred.about), interval));
}

function sayDivisions({ about, low, high, of }: NonNullable<Bridging['divisions']>, speech: Speech): string {
  const { words, format } = speech;
  const interval = words.figures.interval(format.fixed(low, 1), format.fixed(high, 1));
  return bridgesWords(speech.language).spread.reached(format.fixed(about, 1), interval, format.count(of));
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
