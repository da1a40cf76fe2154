import { Select } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { hashOf } from '../route.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly screen: 'overview' | 'bridges' | 'adoption';
  readonly period: OverviewAnswer['period'];
  /** Newest first. */
  readonly periods: OverviewAnswer['periods'];
}

/** Which released period a screen shows. */
export function PeriodChoice({ screen, period: shown, periods }: Props): ReactNode {
  const { words, format } = useSpeech();
  const [newest] = periods;
  return (
    <label className="choice">
      <span>{words.overview.choosePeriod}</span>
      <Select
        value={shown.id}
        onChange={(_, { value }) => {
          location.hash = hashOf(value === newest?.id ? { screen } : { screen, period: value });
        }}
      >
        {periods.map((period) => (
          <option key={period.id} value={period.id}>
            {format.period(period)}
            {period.id === newest?.id ? ` (${words.overview.newest})` : ''}
          </option>
        ))}
      </Select>
    </label>
  );
}
