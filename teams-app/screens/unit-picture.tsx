import { type ReactNode } from 'react';
import type { UnitAnswer } from '../../connector/api/answers.ts';
import { liesIn } from '../drawing/joined-units.ts';
import { THIN_COVERAGE_PERCENT } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { hashOf } from '../route.ts';
import { columnName, lastStep, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { UnitStairs } from './unit-stairs.tsx';
import { UnitStructure } from './unit-structure.tsx';
import { UnitTableSection } from './unit-table-section.tsx';

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
      <UnitStairs answer={answer} />
      {(['reach', 'breadth', 'apps'] as const).map((name) => (
        <TableSection key={name} name={name} path={answer.path} table={tableOf(answer, name)} />
      ))}
      <UnitStructure tables={answer.tables} path={answer.path} />
      <ChannelsElsewhere table={tableOf(answer, 'channels')} />
    </>
  );
}

function tableOf({ tables }: UnitAnswer, name: UnitTable['name']): UnitTable | undefined {
  return tables.find((table) => table.name === name);
}

/** What carries contact is counted for whole divisions: where that stands, since it is not about this unit. */
function ChannelsElsewhere({ table }: { readonly table: UnitTable | undefined }): ReactNode {
  const { words, format } = useSpeech();
  const newest = table?.periods[0];
  if (newest === undefined) return null;
  const period = format.period(newest.period);
  return (
    <Part id="unit-channels" title={words.unit.channelsTitle}>
      <p className="part-lead">
        <RichText text={words.unit.channelsWhere(unitName(newest.row.name, words), period)} />
      </p>
      <p className="way-on">
        <a href={hashOf({ screen: 'adoption', period: newest.period.id })}>{words.unit.channelsLink(period)}</a>
      </p>
    </Part>
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

/** The tables that every unit may have. */
type Drawn = Extract<UnitTable['name'], 'reach' | 'breadth' | 'apps'>;

interface TableProps {
  readonly name: Drawn;
  readonly path: string;
  readonly table: UnitTable | undefined;
}

function TableSection({ name, path, table }: TableProps): ReactNode {
  const { words } = useSpeech();
  const [title = '', text = ''] = {
    reach: [words.unit.reachTitle, words.unit.reachText],
    breadth: [words.unit.breadthTitle, words.unit.breadthText],
    apps: [words.unit.appsTitle, words.unit.appsText],
  }[name];
  if (table !== undefined) return <UnitTableSection title={title} text={text} path={path} table={table} />;
  return (
    <Part id={`unit-${name}`} title={title}>
      <p className="part-lead">{name === 'apps' ? words.unit.inNoRow : words.unit.notMeasured}</p>
    </Part>
  );
}
