import { Select } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { OverviewAnswer, Table } from '../../connector/api/answers.ts';
import { type ComparedAnswer, comparedAnswer } from '../../connector/api/bridge-answers.ts';
import type { PicturedTable } from '../drawing/plain-table.ts';
import { FigureMatrix } from '../drawing/figure-matrix.tsx';
import { MatrixCards } from '../drawing/matrix-cards.tsx';
import { MatrixLegend } from '../drawing/matrix-legend.tsx';
import { type MatrixPicture, matrixPicture } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { useNarrow } from '../drawing/use-narrow.ts';
import { hashOf, type Route } from '../route.ts';
import { bridgesWords } from '../words/bridges-words.ts';
import { gistWords } from '../words/gists.ts';
import { columnName, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { alignedTables } from './aligned-tables.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

type Period = OverviewAnswer['period'];

interface Props extends Pick<OverviewAnswer, 'periods'> {
  readonly at: Extract<Route, { screen: 'bridges' }>;
}

/** Two released periods in the same layout: the reader chooses which, and the address keeps it, to be passed on. */
export function CompareSection({ periods, at }: Props): ReactNode {
  const { language, format } = useSpeech();
  const said = bridgesWords(language).compare;
  const [newest, before] = periods;
  const gist =
    newest === undefined || before === undefined
      ? gistWords(language).oneMeasurement
      : gistWords(language).beside(format.period(before), format.period(newest));
  return (
    <Part id="compare-title" title={said.title} gist={gist} startsOpen={at.later !== undefined}>
      {newest === undefined || before === undefined ? (
        <p className="part-lead">{said.one}</p>
      ) : (
        <Chosen periods={periods} at={at} newest={newest} before={before} />
      )}
    </Part>
  );
}

interface ChosenProps extends Props {
  readonly newest: Period;
  readonly before: Period;
}

function Chosen({ periods, at, newest, before }: ChosenProps): ReactNode {
  const { language } = useSpeech();
  const said = bridgesWords(language).compare;
  const olderThan = (id: string): readonly Period[] => {
    const one = periods.find((period) => period.id === id);
    return periods.filter(({ to }) => one !== undefined && to <= one.from);
  };
  // An address that names no two periods here, or the later first, is as if it named none.
  const isKnown = olderThan(at.later ?? '').some(({ id }) => id === at.earlier);
  const [earlier, later] = isKnown ? [at.earlier ?? '', at.later ?? ''] : [before.id, newest.id];
  const path = `/api/compared?earlier=${encodeURIComponent(earlier)}&later=${encodeURIComponent(later)}`;
  const choose = (older: string, newer: string): void => {
    location.replace(hashOf({ ...at, earlier: older, later: newer }));
  };
  return (
    <>
      <p className="part-lead">{said.lead}</p>
      <div className="compare-choices">
        <Choice
          label={said.earlier}
          value={earlier}
          periods={olderThan(later)}
          onChoose={(id) => {
            choose(id, later);
          }}
        />
        <Choice
          label={said.later}
          value={later}
          periods={periods.filter(({ id }) => olderThan(id).length > 0)}
          onChoose={(id) => {
            const older = olderThan(id);
            choose(older.some((one) => one.id === earlier) ? earlier : (older[0]?.id ?? earlier), id);
          }}
        />
      </div>
      <SectionAnswer asked={useAnswer(path, comparedAnswer)}>{(answer) => <Compared answer={answer} />}</SectionAnswer>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly periods: readonly Period[];
  readonly onChoose: (id: string) => void;
}

function Choice({ label, value, periods, onChoose }: ChoiceProps): ReactNode {
  const { format } = useSpeech();
  return (
    <label className="choice">
      <span>{label}</span>
      <Select
        value={value}
        onChange={(_, { value }) => {
          onChoose(value);
        }}
      >
        {periods.map((period) => (
          <option key={period.id} value={period.id}>
            {format.period(period)}
          </option>
        ))}
      </Select>
    </label>
  );
}

function Compared({ answer: { earlier, later } }: { readonly answer: ComparedAnswer }): ReactNode {
  const { language } = useSpeech();
  if (earlier.reach === undefined || later.reach === undefined) return <p>{bridgesWords(language).compare.none}</p>;
  return (
    <SideBySide
      periods={[earlier.period, later.period]}
      tables={unseenLast(alignedTables(earlier.reach, later.reach))}
      key={`${earlier.period.id} ${later.period.id}`}
    />
  );
}

/** Rows of which neither shows anything come last, in both: under their division, as in the other pictures. */
function unseenLast([earlier, later]: readonly [Table, Table]): readonly [Table, Table] {
  const isUnseen = (at: number): boolean => [earlier, later].every(({ figures }) => !(figures[at] ?? []).some(isShown));
  const order = [...later.rows.keys()].toSorted((a, b) => Number(isUnseen(a)) - Number(isUnseen(b)));
  return [inOrder(earlier, order), inOrder(later, order)];
}

function inOrder({ changes, ...table }: Table, order: readonly number[]): Table {
  const put = <Item,>(items: readonly Item[]): Item[] => order.flatMap((at) => items.slice(at, at + 1));
  return {
    ...table,
    rows: put(table.rows),
    figures: put(table.figures),
    ...(changes && { changes: put(changes) }),
  };
}

interface SideProps {
  readonly periods: readonly [Period, Period];
  readonly tables: readonly [Table, Table];
}

function SideBySide({ periods: [before, now], tables: [earlier, later] }: SideProps): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const said = bridgesWords(speech.language).compare;
  const pictures = useMemo(
    (): readonly [earlier: MatrixPicture, later: MatrixPicture] => [
      // What changed up to the earlier period is another question.
      pictureOf('compare-earlier', before, earlier, false, speech),
      pictureOf('compare-later', now, later, true, speech),
    ],
    [before, now, earlier, later, speech],
  );
  const isNarrow = useNarrow();
  const [first, second] = pictures;
  const marks = (later.changes ?? []).flat().filter((mark) => mark !== null);
  const sure = marks.filter((mark) => mark !== 'no-sure-change').length;
  return (
    <>
      <p role="status">
        <strong>
          {marks.length === 0
            ? said.incomparable
            : sure === 0
              ? said.noSure(format.count(marks.length))
              : said.sure(format.count(sure), format.count(marks.length))}
        </strong>
      </p>
      <PictureOrTable
        about={said.title}
        table={tableOf([before, now], [earlier, later], speech)}
        legend={<MatrixLegend aboutContacts />}
      >
        {isNarrow ? (
          <MatrixCards
            picture={second}
            beside={{ earlier: first, names: [format.shortPeriod(before), format.shortPeriod(now)] }}
          />
        ) : (
          <div className="compare-pair">
            {pictures.map((picture) => (
              <div key={picture.id}>
                <h3>{picture.name}</h3>
                <p className="for-listeners">{picture.summary}</p>
                <FigureMatrix picture={picture} />
              </div>
            ))}
          </div>
        )}
      </PictureOrTable>
      <p className="small-print">
        {said.note} {words.overview.noiseNote(format.decimal(later.sigma, 1))}
      </p>
    </>
  );
}

function pictureOf(id: string, period: Period, table: Table, isMarked: boolean, speech: Speech): MatrixPicture {
  const { words, format } = speech;
  const said = bridgesWords(speech.language).compare;
  return matrixPicture(
    table,
    {
      id,
      name: said.picture(format.period(period)),
      period: format.period(period),
      aboutContacts: true,
      keepsPlaces: true,
      ...(isMarked && { changed: said.marks }),
      sentence: words.overview.reachSentence,
      highest: words.overview.highest,
      summary: words.overview.reachSummary,
    },
    speech,
  );
}

/** A line for each figure: both periods, and what is sure of the difference. */
function tableOf(
  [before, now]: SideProps['periods'],
  [earlier, later]: SideProps['tables'],
  speech: Speech,
): PicturedTable {
  const { words, format } = speech;
  const said = bridgesWords(speech.language).compare;
  return {
    caption: said.title,
    population: words.overview.reachPopulation(
      format.count(later.rows.reduce((sum, row) => sum + row.heads, 0)),
      format.days(now),
    ),
    sigma: words.figures.persons(format.decimal(later.sigma, 2)),
    period: `${format.period(before)}, ${format.period(now)}`,
    columns: [said.unit, said.column, format.period(before), format.period(now), said.change],
    rows: later.rows.flatMap((row, r) =>
      later.columns.map(({ name }, c) => [
        unitName(row.name, words),
        columnName(name, words),
        ...[earlier, later].map(({ figures }) =>
          opening(sayFigure(figures[r]?.[c] ?? { withheld: 'not-measured' }, speech)),
        ),
        opening(said.changes[later.changes?.[r]?.[c] ?? 'none']),
      ]),
    ),
  };
}
