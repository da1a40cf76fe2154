import { type ReactNode, useMemo } from 'react';
import type { OverviewAnswer, Table } from '../../connector/api/answers.ts';
import { FigureMatrix } from '../drawing/figure-matrix.tsx';
import { MatrixLegend } from '../drawing/matrix-legend.tsx';
import { type MatrixPicture, matrixPicture } from '../drawing/matrix-picture.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { gistWords } from '../words/gists.ts';
import { unitName } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { noContactsRead } from './contacts-read.ts';

/** Who is in regular contact with whom, and of whom we see too little to say. */
export function ReachSection({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const { reach, period } = answer;
  const picture = useMemo(
    () =>
      reach === undefined
        ? undefined
        : matrixPicture(
            reach,
            {
              id: 'reach-told',
              name: words.overview.reachTitle,
              period: format.period(period),
              aboutContacts: true,
              sentence: words.overview.reachSentence,
              highest: words.overview.highest,
              summary: words.overview.reachSummary,
            },
            speech,
          ),
    [reach, period, words, format, speech],
  );
  const missing = noContactsRead(answer) ? adoptionWords(speech.language).notRead.contacts : words.overview.noReach;
  return (
    <Part
      id="reach-title"
      title={words.overview.reachTitle}
      gist={picture === undefined ? missing : gistOf(picture, answer, speech)}
    >
      <p className="part-lead">{words.overview.reachLead}</p>
      {picture === undefined || reach === undefined ? (
        <p>{missing}</p>
      ) : (
        <>
          <p className="for-listeners">{picture.summary}</p>
          <PictureOrTable
            about={words.overview.reachTitle}
            table={picture.table}
            legend={<MatrixLegend aboutContacts />}
          >
            <FigureMatrix picture={picture} />
          </PictureOrTable>
          {answer.thinlyCovered.length === 0 ? null : (
            <aside className="thin" aria-labelledby="thin-title">
              <h3 id="thin-title">{words.overview.thinTitle}</h3>
              <p>{words.overview.thinLead}</p>
              <ul>
                {answer.thinlyCovered.map((thin) => (
                  <li key={`${thin.division}/${thin.row}`}>
                    <RichText
                      text={words.overview.thin(
                        unitName(thin.row, words),
                        format.count(thin.heads),
                        format.percent(thin.coveragePercent),
                      )}
                    />
                  </li>
                ))}
              </ul>
            </aside>
          )}
          <p className="small-print">
            {sayPopulation(answer, reach, speech)} {words.overview.reachDefinition} {sayCounted(answer, speech)}{' '}
            {words.overview.noiseNote(format.decimal(reach.sigma, 1))}
          </p>
        </>
      )}
    </Part>
  );
}

/** The largest share, and of how many units too little is seen. */
function gistOf({ highest }: MatrixPicture, { thinlyCovered }: OverviewAnswer, { language, format }: Speech): string {
  if (thinlyCovered.length === 0) return highest;
  return `${highest} ${gistWords(language).thinUnits(format.count(thinlyCovered.length))}.`;
}

/** In which ways one can have turned to another, as the period was read. */
function sayCounted({ contactsBy = [] }: OverviewAnswer, speech: Speech): string {
  const { reachCounted, reachWays } = speech.words.overview;
  const ways = contactsBy.map((way) => reachWays[way]);
  return ways.length === 0 ? '' : reachCounted(sayList(ways, ways.length, speech));
}

/** Of whom and from when; and that elected members are left out, where the table counts fewer than the organisation has. */
function sayPopulation({ heads, period }: OverviewAnswer, { rows }: Table, { words, format }: Speech): string {
  const counted = rows.reduce((sum, row) => sum + row.heads, 0);
  const say = counted < heads ? words.overview.withoutElected : words.overview.reachPopulation;
  return say(format.count(counted), format.days(period));
}
