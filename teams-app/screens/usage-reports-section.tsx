import { type ReactNode } from 'react';
import type { AboutAnswer, ReportCame } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { gistWords } from '../words/gists.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { reportFaults } from './report-faults.ts';

type Came = NonNullable<AboutAnswer['reportsCame']>;

/** How each usage report came: read on how many days, how many stand in it, and how many were found in the directory. */
export function UsageReportsSection({ period, heads, reports }: Came): ReactNode {
  const speech = useSpeech();
  const words = adoptionWords(speech.language).reports;
  const odd = reports.filter((came) => reportFaults(came, speech).length > 0).length;
  const [all, gists] = [speech.format.count(reports.length), gistWords(speech.language)];
  const gist =
    reports.length === 0
      ? words.none
      : odd === 0
        ? gists.reports(all)
        : gists.oddReports(speech.format.count(odd), all);
  return (
    <Part id="reports-title" title={words.title} gist={gist}>
      {reports.length === 0 ? (
        <p className="part-lead">{words.none}</p>
      ) : (
        <>
          <p className="part-lead">{words.lead}</p>
          <FigureTable
            caption={words.title}
            period={speech.format.period(period)}
            columns={[words.report, words.days, words.inReport, words.inDirectory, words.matched, words.note]}
            rows={reports.map((came) => rowOf(came, heads, speech))}
          />
        </>
      )}
    </Part>
  );
}

function rowOf(came: ReportCame, heads: number | null, speech: Speech): string[] {
  const { words: all, language, format } = speech;
  const words = adoptionWords(language).reports;
  const few = (count: number | null): string => (count === null ? words.few : format.count(count));
  const faults = reportFaults(came, speech);
  return [
    all.about.sources[came.report] ?? came.report,
    words.ofDays(format.count(came.daysRead), format.count(came.days)),
    words.onDay(few(came.inReport), format.day(came.newestDay)),
    heads === null ? '–' : format.count(heads),
    few(came.matched),
    faults.length === 0 ? words.whole : faults.join(' '),
  ];
}
