import { type ReactNode } from 'react';
import { type CalendarAnswer, calendarAnswer } from '../../connector/api/benefit-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { gistWords } from '../words/gists.ts';
import { journeyWords } from '../words/journey-words.ts';
import { opening } from '../words/opening.ts';
import { sayList } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

/** Which days much of Norway is off, so that a dip in July is not taken for a failure. */
export function CalendarSection(): ReactNode {
  const { language, format } = useSpeech();
  const { calendar: words } = journeyWords(language);
  const asked = useAnswer('/api/calendar', calendarAnswer);
  const [known] = asked;
  const [newest] = known.kind === 'answer' ? known.answer.periods : [];
  const gist =
    newest === undefined
      ? undefined
      : gistWords(language).quietDays(format.period(newest.period), format.count(newest.season.quietDays));
  return (
    <Part id="calendar-title" title={words.title} gist={gist}>
      <p className="part-lead">{words.lead}</p>
      <SectionAnswer asked={asked}>{(answer) => <Known answer={answer} />}</SectionAnswer>
    </Part>
  );
}

function Known({ answer: { county, periods } }: { readonly answer: CalendarAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const { calendar: words } = journeyWords(speech.language);
  return (
    <>
      <FigureTable
        caption={words.title}
        columns={[words.quarter, words.weekdays, words.working, words.quiet, words.off]}
        rows={periods.map(({ period, season, off }) => {
          const kinds = [...new Set(off.map(({ kind }) => words.kinds[kind]))];
          return [
            format.period(period),
            format.count(season.weekdays),
            format.count(season.workingDays),
            format.count(season.quietDays),
            kinds.length === 0 ? words.none : opening(sayList(kinds, kinds.length, speech)),
          ];
        })}
      />
      {county === null ? <p className="small-print">{words.unsure}</p> : null}
    </>
  );
}
