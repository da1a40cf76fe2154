import { type ReactNode } from 'react';
import {
  type AdoptionAnswer,
  adoptionOrNone,
  type OverviewAnswer,
  overviewOrNone,
} from '../../connector/api/answers.ts';
import { RichText } from '../drawing/rich-text.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { useSpeech } from '../words/speech.ts';
import { AdoptionScoreSection } from './adoption-score-section.tsx';
import { AppsSection } from './apps-section.tsx';
import { ChannelsSection } from './channels-section.tsx';
import { FirstPicture } from './first-picture.tsx';
import { FitnessSection } from './fitness-section.tsx';
import { LeadersSection, sayLeaderGap } from './leaders-section.tsx';
import { LedgerSection } from './ledger-section.tsx';
import { MeanwhileSection } from './meanwhile-section.tsx';
import { FailureNotice } from './notice.tsx';
import { PeriodLine } from './period-line.tsx';
import { staircaseHeadline } from './staircase-headline.ts';
import { ReportsNote } from './reports-note.tsx';
import { StaircaseSection } from './staircase-section.tsx';
import { UsageReportsSection } from './usage-reports-section.tsx';
import { useAnswer } from './use-answer.ts';
import { useLastRun } from './use-last-run.ts';
import { Waiting } from './waiting.tsx';

/** Have people taken the tools into use, and do leaders walk first? Of one released period, or what is known before the first. */
export function Adoption({ period }: { readonly period: string | undefined }): ReactNode {
  const query = period === undefined ? '' : `?period=${encodeURIComponent(period)}`;
  const [asked, again] = useAnswer(`/api/adoption${query}`, adoptionOrNone);
  const [overview] = useAnswer(`/api/overview${query}`, overviewOrNone);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  if ('noRelease' in asked.answer) return <BeforeFirst answer={asked.answer} />;
  const released = overview.kind === 'answer' && !('noRelease' in overview.answer) ? overview.answer : undefined;
  return <Released answer={asked.answer} overview={released} />;
}

function BeforeFirst({ answer }: { readonly answer: Parameters<typeof FirstPicture>[0]['answer'] }): ReactNode {
  return <FirstPicture answer={answer} run={useLastRun()} />;
}

interface Props {
  readonly answer: AdoptionAnswer;
  /** Tools and channels are told there; undefined until they are. */
  readonly overview: OverviewAnswer | undefined;
}

function Released({ answer, overview }: Props): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const [title, lead] = staircaseHeadline(stairsOf(answer), speech);
  return (
    <>
      <header className="lead">
        <PeriodLine screen="adoption" answer={answer} />
        <h1>
          <RichText text={title} />
        </h1>
        <p className="lead-text">
          <RichText text={`${lead} ${sayLeaderGap(answer.leaders, speech)}`.trim()} />
        </p>
        <p className="lead-population">
          {adoptionWords(speech.language).population(format.count(answer.heads), format.days(answer.period))}{' '}
          {words.overview.certainty}
        </p>
      </header>
      <StaircaseSection answer={answer} />
      <ReportsNote reports={answer.reports} />
      <LeadersSection answer={answer} />
      {overview === undefined ? null : (
        <>
          <AppsSection answer={overview} />
          <ChannelsSection answer={overview} />
        </>
      )}
      <FitnessSection answer={answer} />
      <LedgerSection />
      <AdoptionScoreSection answer={answer} />
      <MeanwhileSection />
      <UsageReportsSection period={answer.period} heads={answer.heads} reports={answer.reports} />
    </>
  );
}

function stairsOf({ staircase }: AdoptionAnswer): Parameters<typeof staircaseHeadline>[0] {
  return 'withheld' in staircase ? staircase : staircase.whole;
}
