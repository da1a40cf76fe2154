import { type ReactNode } from 'react';
import type { UnitAnswer } from '../../connector/api/answers.ts';
import { liesIn } from '../drawing/joined-units.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { SmallMultiples } from '../drawing/small-multiples.tsx';
import { columnName } from '../words/names.ts';
import { isShown, sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { AllWithheld } from './all-withheld.tsx';
import { sayRow } from './say-row.ts';
import { tellsChanges, topOf, trendTable, trendsOf } from './trends.ts';

type UnitTable = UnitAnswer['tables'][number];

interface Props {
  readonly title: string;
  readonly text: string;
  /** The newest figures as a sentence; absent where the pictures say it each. */
  readonly said?: string;
  /** Of the unit in the directory. */
  readonly path: string;
  readonly table: UnitTable;
}

/** One table through the periods: which row speaks for the unit, then a picture a column. */
export function UnitTableSection({ title, text, said, path, table }: Props): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const [newest] = table.periods;
  if (newest === undefined) return null;
  const top = topOf(table);
  return (
    <Part id={`unit-${table.name}`} title={title} gist={gistOf(table, speech)}>
      <p className="part-lead">
        {text} <RichText text={sayRow(newest.row, path, speech)} />
      </p>
      {isAllWithheld(table) ? (
        <AllWithheld figure={newest.figures[0]} note={words.unit.noneShown} />
      ) : (
        <>
          {said === undefined ? null : <p className="part-answer">{said}</p>}
          <PictureOrTable about={title} table={trendTable(title, table, speech)}>
            <SmallMultiples trends={trendsOf(table, speech)} top={top} />
            <p className="small-print">
              {words.unit.scale(format.count(top))} {tellsChanges(table) ? words.unit.changesNote : ''}
            </p>
          </PictureOrTable>
        </>
      )}
    </Part>
  );
}

/** The newest period's largest figure outside the row's own division, of what, whom and when; or why none is shown. */
function gistOf({ name, periods: [newest] }: UnitTable, speech: Speech): string {
  const { words, format } = speech;
  const [largest] = (newest?.figures ?? [])
    .flatMap((figure, at) => (isShown(figure) ? [{ figure, column: newest?.columns[at]?.name ?? '' }] : []))
    .filter(({ column }) => name !== 'reach' || newest === undefined || !liesIn(newest.row, column))
    .toSorted((a, b) => b.figure.about - a.figure.about);
  if (newest === undefined || largest === undefined)
    return sayFigure(newest?.figures[0] ?? { withheld: 'not-measured' }, speech);
  const of = words.unit.ofHeads(format.count(newest.row.heads), format.period(newest.period));
  return `${columnName(largest.column, words)}: ${sayFigure(largest.figure, speech)} ${of}`;
}

function isAllWithheld({ periods }: UnitTable): boolean {
  return !periods.some(({ figures }) => figures.some(isShown));
}
