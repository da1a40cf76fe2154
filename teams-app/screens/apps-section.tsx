import { type ReactNode, useMemo } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { FewColumnsMatrix } from '../drawing/few-columns-matrix.tsx';
import { matrixPicture } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { ShareBars } from '../drawing/share-bars.tsx';
import { gistWords } from '../words/gists.ts';
import { columnName, toolInSentence } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { isShown, sayFigure, sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { ConcealedNote } from './concealed-note.tsx';

/** Which tools are in regular use: the whole organisation first, then unit by unit. */
export function AppsSection({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const { apps, period } = answer;
  const picture = useMemo(
    () =>
      apps === undefined
        ? undefined
        : matrixPicture(
            apps,
            {
              id: 'apps-told',
              name: words.overview.appsTitle,
              period: format.period(period),
              aboutContacts: false,
              sentence: (people, row, heads, app) =>
                words.overview.appsSentence(people, row, heads, toolInSentence(app, words)),
              highest: (people, heads, row, app) =>
                words.overview.appsHighest(people, heads, row, toolInSentence(app, words)),
              summary: words.overview.appsSummary,
            },
            speech,
          ),
    [apps, period, words, format, speech],
  );
  const bars = answer.appsWhole.map(({ app, people, heads }) => ({
    name: columnName(app, words),
    figure: people,
    heads,
    share: isShown(people) && heads > 0 ? format.percent((100 * people.about) / heads) : '',
    said: isShown(people)
      ? words.figures.ofHeads(opening(sayFigure(people, speech)), format.count(heads))
      : sayFigure(people, speech),
  }));
  const gist =
    picture === undefined
      ? gistWords(speech.language).notThisPeriod
      : answer.appsWhole.map((whole) => sayWhole(whole, speech)).join('\u00a0· ');
  return (
    <Part id="apps-title" title={words.overview.appsTitle} gist={gist}>
      <p className="part-lead">{words.overview.appsLead}</p>
      {picture === undefined || apps === undefined ? (
        <p className="part-lead">{sayMissing(answer, speech)}</p>
      ) : (
        <>
          <h3>{words.overview.appsWhole}</h3>
          <PictureOrTable
            about={words.overview.appsWhole}
            table={{
              caption: words.overview.appsWhole,
              period: format.period(period),
              population: words.overview.appsPopulation(format.count(answer.heads), format.days(period)),
              columns: [words.overview.appsTitle, words.overview.personsColumn],
              rows: bars.map((bar) => [bar.name, bar.said]),
            }}
          >
            <ShareBars bars={bars} />
          </PictureOrTable>
          <Part id="apps-units-title" title={words.overview.appsByRow} gist={picture.highest} level={3}>
            <FewColumnsMatrix about={words.overview.appsByRow} picture={picture} />
          </Part>
          <p className="small-print">
            {words.overview.appsPopulation(format.count(answer.heads), format.days(answer.period))}{' '}
            {words.overview.appsDefinition} {sayNotMeasured(answer, speech)} {sayPartly(answer, speech)}{' '}
            {words.overview.noiseNote(format.decimal(apps.sigma, 1))}
          </p>
        </>
      )}
      {answer.concealed ? <ConcealedNote heading="h3" /> : null}
    </Part>
  );
}

/** `E-post: 66 % (64–68)`, or why it is not shown. */
function sayWhole({ app, people, heads }: OverviewAnswer['appsWhole'][number], speech: Speech): string {
  const { words, format } = speech;
  const name = columnName(app, words);
  if (!isShown(people) || heads === 0) return `${name}: ${sayFigure(people, speech)}`;
  const [low, high] = [people.low, people.high].map((end) => format.count((100 * end) / heads));
  return `${name}: ${format.percent((100 * people.about) / heads)} (${words.figures.interval(low ?? '', high ?? '')})`;
}

/** Why a release holds no table of tools. */
function sayMissing({ reports }: OverviewAnswer, { words, format }: Speech): string {
  if (reports === undefined || reports.days >= reports.needed) return words.overview.noApps;
  const [days, needed] = [format.count(reports.days), format.count(reports.needed)];
  if (!wereConcealed(reports)) return words.overview.appsTooFewDays(days, needed);
  return reports.days === 0 ? words.overview.appsConcealed : words.overview.appsPartlyConcealed(days, needed);
}

/** Which tools the table leaves out although their reports are read, and why. */
function sayNotMeasured({ appsNotMeasured }: OverviewAnswer, speech: Speech): string {
  const names = appsNotMeasured.map((app) => columnName(app, speech.words));
  return names.length === 0 ? '' : speech.words.overview.appsNotMeasured(sayList(names, names.length, speech));
}

/** That the figures rest on fewer days, where names were concealed on the others. */
function sayPartly({ reports }: OverviewAnswer, { words, format }: Speech): string {
  return wereConcealed(reports) ? words.overview.appsOfNamedDays(format.count(reports.days)) : '';
}

function wereConcealed(reports: OverviewAnswer['reports']): reports is NonNullable<OverviewAnswer['reports']> {
  return reports?.concealed === 'now' || reports?.concealed === 'earlier';
}
