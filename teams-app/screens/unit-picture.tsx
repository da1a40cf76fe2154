import { type ReactNode } from 'react';
import type { Figure, UnitAnswer } from '../../connector/api/answers.ts';
import { joinedUnits, liesIn, withParent } from '../drawing/joined-units.ts';
import { THIN_COVERAGE_PERCENT } from '../drawing/matrix-picture.ts';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { SmallMultiples } from '../drawing/small-multiples.tsx';
import { WithheldMark } from '../drawing/withheld-mark.tsx';
import { hashOf } from '../route.ts';
import { columnName, lastStep, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure, sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { tellsChanges, topOf, trendTable, trendsOf } from './trends.ts';

type UnitTable = UnitAnswer['tables'][number];

interface Props {
  readonly answer: UnitAnswer;
  readonly choice: ReactNode;
}

/** One unit: what its row says in the newest period, then each table through the periods. */
export function UnitPicture({ answer, choice }: Props): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const parents = answer.path.split('/').slice(0, -1).join(' / ');
  return (
    <>
      <header className="lead">
        <div className="lead-line">
          <p className="eyebrow">
            {[parents, words.unit.people(format.count(answer.heads)), newestDays(answer, speech)]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          {choice}
        </div>
        <h1>{lastStep(answer.path)}</h1>
        <p className="lead-text">
          <RichText text={sayUnit(answer, speech)} />
        </p>
      </header>
      {(['reach', 'breadth', 'apps'] as const).map((name) => (
        <TableSection key={name} name={name} path={answer.path} table={answer.tables.find((t) => t.name === name)} />
      ))}
      <ChannelsElsewhere table={answer.tables.find(({ name }) => name === 'channels')} />
    </>
  );
}

/** What carries contact is counted for whole divisions: where that stands, since it is not about this unit. */
function ChannelsElsewhere({ table }: { readonly table: UnitTable | undefined }): ReactNode {
  const { words, format } = useSpeech();
  const newest = table?.periods[0];
  if (newest === undefined) return null;
  const period = format.period(newest.period);
  return (
    <section className="part" aria-labelledby="unit-channels">
      <h2 id="unit-channels">{words.unit.channelsTitle}</h2>
      <p className="part-lead">
        <RichText text={words.unit.channelsWhere(unitName(newest.row.name, words), period)} />
      </p>
      <p>
        <a href={hashOf({ screen: 'overview', period: newest.period.id })}>{words.unit.channelsLink(period)}</a>
      </p>
    </section>
  );
}

/** The days of the newest period that anything here is from; empty where nothing is released. */
function newestDays({ tables }: UnitAnswer, { format }: Speech): string {
  const [newest] = tables
    .flatMap(({ periods }) => periods.map(({ period }) => period))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return newest === undefined ? '' : format.days(newest);
}

/** The one sentence: whom most of the row reach, or that too little is seen to say. Empty where nothing is released. */
function sayUnit({ tables }: UnitAnswer, speech: Speech): string {
  const { words, format } = speech;
  const newest = tables.find(({ name }) => name === 'reach')?.periods[0];
  if (newest === undefined) return tables.length === 0 ? words.unit.inNoRow : words.unit.notMeasured;
  if (newest.row.coveragePercent < THIN_COVERAGE_PERCENT)
    return words.unit.tooLittle(format.percent(newest.row.coveragePercent));
  const reached = newest.figures
    .flatMap((figure, at) => (isShown(figure) ? [{ figure, column: newest.columns[at]?.name ?? '' }] : []))
    .filter(({ column, figure }) => !liesIn(newest.row, column) && figure.low > 0)
    .toSorted((a, b) => b.figure.about - a.figure.about);
  const [most] = reached;
  if (most === undefined) return words.unit.noneSure;
  const said = opening(sayFigure(most.figure, speech));
  const [heads, column] = [format.count(newest.row.heads), columnName(most.column, words)];
  return newest.row.units.length > 1
    ? words.unit.sharedReachLead(unitName(newest.row.name, words), said, heads, column)
    : words.unit.reachLead(said, heads, column);
}

/** The tables this screen draws; the others have no picture yet. */
type Drawn = Extract<UnitTable['name'], 'reach' | 'breadth' | 'apps'>;

interface TableProps {
  readonly name: Drawn;
  readonly path: string;
  readonly table: UnitTable | undefined;
}

function TableSection({ name, path, table }: TableProps): ReactNode {
  const speech = useSpeech();
  const { words } = speech;
  const [title, text] = {
    reach: [words.unit.reachTitle, words.unit.reachText],
    breadth: [words.unit.breadthTitle, words.unit.breadthText],
    apps: [words.unit.appsTitle, words.unit.appsText],
  }[name];
  const newest = table?.periods[0];
  const top = table === undefined ? 0 : topOf(table);
  return (
    <section className="part" aria-labelledby={`unit-${name}`}>
      <h2 id={`unit-${name}`}>{title}</h2>
      {table === undefined || newest === undefined ? (
        <p className="part-lead">{name === 'apps' ? words.unit.inNoRow : words.unit.notMeasured}</p>
      ) : (
        <>
          <p className="part-lead">
            {text} <RichText text={sayRow(newest.row, path, speech)} />
          </p>
          {isAllWithheld(table) ? (
            <AllWithheld figure={newest.figures[0]} />
          ) : (
            <PictureOrTable about={title ?? ''} table={trendTable(title ?? '', table, speech)}>
              <SmallMultiples trends={trendsOf(table, speech)} top={top} />
              <p className="small-print">
                {words.unit.scale(speech.format.count(top))} {tellsChanges(table) ? words.unit.changesNote : ''}
              </p>
            </PictureOrTable>
          )}
        </>
      )}
    </section>
  );
}

function isAllWithheld({ periods }: UnitTable): boolean {
  return !periods.some(({ figures }) => figures.some(isShown));
}

/** One hatched field with its reason, instead of a row of empty pictures that all say the same. */
function AllWithheld({ figure }: { readonly figure: Figure | undefined }): ReactNode {
  const speech = useSpeech();
  return (
    <div className="all-withheld">
      <WithheldMark />
      <p>
        {sayFigure(figure ?? { withheld: 'not-measured' }, speech)} {speech.words.unit.noneShown}
      </p>
    </div>
  );
}

const MOST_NAMED = 4;

/** Which row speaks for the unit: its own, or one it shares, and with whom. */
function sayRow(row: UnitTable['periods'][number]['row'], path: string, speech: Speech): string {
  const named = joinedUnits(row).length === 0 ? lastStep : withParent;
  const others = row.units.filter((unit) => unit !== path).map(named);
  if (others.length === 0) return speech.words.unit.alone;
  return speech.words.unit.mergedWith(
    speech.format.count(row.heads),
    unitName(row.name, speech.words),
    sayList(others, MOST_NAMED, speech),
  );
}
