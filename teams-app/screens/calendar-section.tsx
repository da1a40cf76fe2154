import { type ReactNode } from 'react';
import { type CalendarAnswer, calendarAnswer } from '../../connector/api/benefit-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { journeyWords } from '../words/journey-words.ts';
import { opening } from '../words/opening.ts';
import { sayList } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

/** Which days much of Norway is off, so that a dip in July is not taken for a failure. */
export function CalendarSection(): ReactNode {
  const { language } = useSpeech();
  const { calendar: words } = journeyWords(language);
  const asked = useAnswer('/api/calendar', calendarAnswer);
  return (
    <section className="part" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{words.title}</h2>
      <p className="part-lead">{words.lead}</p>
      <SectionAnswer asked={asked}>{(answer) => <Known answer={answer} />}</SectionAnswer>
    </section>
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
