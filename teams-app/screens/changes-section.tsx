import { type ReactNode, useMemo } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { Part } from '../drawing/part.tsx';
import { gistWords } from '../words/gists.ts';
import { columnName, toolInSentence, unitName } from '../words/names.ts';
import { opening } from '../words/opening.ts';
import { pictureWords } from '../words/pictures.ts';
import { sayFigure } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { type SureChange, sureChanges } from './sure-changes.ts';

const MOST_TOLD = 6;

/** What changed beyond noise; that nothing surely did is an answer too, and looks like one. */
export function ChangesSection({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const speech = useSpeech();
  const { format, language } = speech;
  const said = pictureWords(language).changes;
  const { compared, changes } = useMemo(() => sureChanges(answer), [answer]);
  const count = format.count(compared);
  const gists = gistWords(language);
  const gist =
    compared === 0
      ? gists.oneMeasurement
      : changes.length === 0
        ? said.noneTitle
        : gists.changed(format.count(changes.length), count);
  return (
    <Part id="changes-title" title={said.title} gist={gist}>
      {compared === 0 ? <p className="part-lead">{isFirst(answer) ? said.first : said.incomparable}</p> : null}
      {compared > 0 && changes.length === 0 ? (
        <div className="no-sure-change">
          <h3>{said.noneTitle}</h3>
          <p>{said.none(count)}</p>
        </div>
      ) : null}
      {changes.length === 0 ? null : (
        <>
          <p className="part-lead">{said.lead}</p>
          <ul className="sure-changes">
            {changes.slice(0, MOST_TOLD).map((change) => (
              <li key={`${change.table} ${change.row.id} ${change.column}`}>
                <span className={`change-sign change-${change.change}`}>{said.kinds[change.change]}</span>
                <span>
                  {sayChange(change, speech)} <span className="change-before">{sayBefore(change, speech)}</span>
                </span>
              </li>
            ))}
          </ul>
          <p className="small-print">
            {changes.length > MOST_TOLD ? said.more(format.count(changes.length - MOST_TOLD)) : ''} {said.note(count)}
          </p>
        </>
      )}
    </Part>
  );
}

function isFirst({ period, periods }: OverviewAnswer): boolean {
  return periods.every(({ from }) => from >= period.from);
}

function sayChange({ table, row, column, figure }: SureChange, speech: Speech): string {
  const { words, format, language } = speech;
  const say = {
    reach: words.overview.reachSentence,
    breadth: pictureWords(language).changes.breadth,
    apps: words.overview.appsSentence,
  }[table];
  return say(
    opening(sayFigure(figure, speech)),
    unitName(row.name, words),
    format.count(row.heads),
    table === 'apps' ? toolInSentence(columnName(column, words), words) : columnName(column, words),
  );
}

/** What it was, so that the reader sees how much; empty where that is not known. */
function sayBefore({ before }: SureChange, speech: Speech): string {
  if (before === undefined) return '';
  const period = speech.format.periodNamed(before.period);
  return pictureWords(speech.language).changes.before(period, sayFigure(before.figure, speech));
}
