import { type ReactNode, useMemo } from 'react';
import { type OverviewAnswer, overviewOrNone } from '../../connector/api/answers.ts';
import { THIN_COVERAGE_PERCENT } from '../drawing/matrix-picture.ts';
import { RichText } from '../drawing/rich-text.tsx';
import type { Route } from '../route.ts';
import { bridgesWords } from '../words/bridges-words.ts';
import { isShown } from '../words/say.ts';
import { type Speech, useSpeech } from '../words/speech.ts';
import { type Bridging, bridgingOf, wholeOf } from './bridging.ts';
import { BridgingSection } from './bridging-section.tsx';
import { CompareSection } from './compare-section.tsx';
import { FirstPicture } from './first-picture.tsx';
import { FailureNotice } from './notice.tsx';
import { PeriodLine } from './period-line.tsx';
import { ReachSection } from './reach-section.tsx';
import { StructuralSection } from './structural-section.tsx';
import { ThinBridgesSection } from './thin-bridges-section.tsx';
import { useAnswer } from './use-answer.ts';
import { useLastRun } from './use-last-run.ts';
import { Waiting } from './waiting.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { noContactsRead } from './contacts-read.ts';

type BridgesRoute = Extract<Route, { screen: 'bridges' }>;

/** How are units tied together, and where by few? Of one released period, and of two beside each other. */
export function Bridges({ at }: { readonly at: BridgesRoute }): ReactNode {
  const { period } = at;
  const query = period === undefined ? '' : `?period=${encodeURIComponent(period)}`;
  const [asked, again] = useAnswer(`/api/overview${query}`, overviewOrNone);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  if ('noRelease' in asked.answer) return <BeforeFirst answer={asked.answer} />;
  return <Released answer={asked.answer} at={at} />;
}

function BeforeFirst({ answer }: { readonly answer: Parameters<typeof FirstPicture>[0]['answer'] }): ReactNode {
  return <FirstPicture answer={answer} run={useLastRun()} />;
}

function Released({ answer, at }: { readonly answer: OverviewAnswer; readonly at: BridgesRoute }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const { breadth, reach } = answer;
  const bridging = useMemo(() => (breadth === undefined ? undefined : bridgingOf(breadth, reach)), [breadth, reach]);
  const [title, lead] = headlineOf(answer, bridging, speech);
  return (
    <>
      <header className="lead">
        <PeriodLine screen="bridges" answer={answer} />
        <h1>
          <RichText text={title} />
        </h1>
        <p className="lead-text">
          <RichText text={lead} />
        </p>
        <p className="lead-population">
          {words.overview.population(format.count(answer.heads), format.percent(answer.coveragePercent))}{' '}
          {words.overview.certainty}
        </p>
      </header>
      {bridging === undefined || breadth === undefined ? null : (
        <BridgingSection answer={answer} breadth={breadth} bridging={bridging} />
      )}
      {reach === undefined ? null : <ThinBridgesSection reach={reach} period={answer.period} />}
      <ReachSection answer={answer} />
      <StructuralSection name="brokerage" answer={answer} />
      <StructuralSection name="steps" answer={answer} />
      <CompareSection periods={answer.periods} at={at} />
    </>
  );
}

/** How many of those we see bridge units; that we see too little, where coverage says so; or that it was not measured. */
function headlineOf(
  { breadth, coveragePercent, contactsBy }: Pick<OverviewAnswer, 'breadth' | 'coveragePercent' | 'contactsBy'>,
  bridging: readonly Bridging[] | undefined,
  { language, words, format }: Speech,
): readonly [title: string, lead: string] {
  const said = bridgesWords(language);
  if (noContactsRead({ contactsBy })) return [said.notMeasured, adoptionWords(language).notRead.contacts];
  if (breadth === undefined || bridging === undefined) return [said.notMeasured, said.notMeasuredLead];
  const whole = coveragePercent < THIN_COVERAGE_PERCENT ? undefined : wholeOf(bridging, breadth.sigma);
  if (whole === undefined || !isShown(whole.people) || !isShown(whole.perHundred))
    return [said.tooLittle, said.tooLittleLead];
  const { about, low, high } = whole.people;
  const interval = words.figures.interval(format.count(low), format.count(high));
  return [
    said.most(format.count(whole.perHundred.about)),
    [
      said.mostLead(format.count(about), format.count(Math.round(whole.covered)), interval),
      ...(bridging.some(({ row }) => row.coveragePercent < THIN_COVERAGE_PERCENT) ? [said.leftOut] : []),
    ].join(' '),
  ];
}
