import { type ReactNode } from 'react';
import type { AdoptionAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { useSpeech } from '../words/speech.ts';

/** How each usage report came: read on how many days, how many stand in it, and how many were found in the directory. */
export function UsageReportsSection({ answer }: { readonly answer: AdoptionAnswer }): ReactNode {
  const { words: all, language, format } = useSpeech();
  const words = adoptionWords(language).reports;
  const few = (count: number | null): string => (count === null ? words.few : format.count(count));
  return (
    <section className="part" aria-labelledby="reports-title">
      <h2 id="reports-title">{words.title}</h2>
      {answer.reports.length === 0 ? (
        <p className="part-lead">{words.none}</p>
      ) : (
        <>
          <p className="part-lead">{words.lead}</p>
          <FigureTable
            caption={words.title}
            period={format.period(answer.period)}
            columns={[words.report, words.days, words.inReport, words.inDirectory, words.matched, words.note]}
            rows={answer.reports.map(({ report, days, daysRead, inReport, matched, shrunk, newestDay }) => [
              all.about.sources[report] ?? report,
              words.ofDays(format.count(daysRead), format.count(days)),
              words.onDay(few(inReport), format.day(newestDay)),
              format.count(answer.heads),
              few(matched),
              shrunk ? words.shrunk : words.whole,
            ])}
          />
        </>
      )}
    </section>
  );
}
