import { type ComponentProps, type ReactNode } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { unitName } from '../words/names.ts';
import { useSpeech } from '../words/speech.ts';
import { PeriodChoice } from './period-choice.tsx';

interface Props {
  readonly screen: ComponentProps<typeof PeriodChoice>['screen'];
  readonly answer: Pick<OverviewAnswer, 'organisation' | 'period' | 'periods'>;
}

/** Whose figures a screen shows and of which days, and the choice of another period. */
export function PeriodLine({ screen, answer: { organisation, period, periods } }: Props): ReactNode {
  const { words, format } = useSpeech();
  return (
    <div className="lead-line">
      <p className="eyebrow">
        {unitName(organisation, words)} <span aria-hidden="true">·</span> {format.days(period)}
      </p>
      <PeriodChoice screen={screen} period={period} periods={periods} />
    </div>
  );
}
