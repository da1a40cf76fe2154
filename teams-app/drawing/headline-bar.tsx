import { type ReactNode } from 'react';
import type { Estimate } from '../../connector/api/answers.ts';
import { useSpeech } from '../words/speech.ts';

const TOP = 26;
const TALL = 18;

/**
 * The headline's count, large: nobody to the left, everybody to the right, the range as a band with both ends and the
 * middle written on it. Decoration: the sentence above says the same.
 */
export function HeadlineBar({ figure, heads }: { readonly figure: Estimate; readonly heads: number }): ReactNode {
  const { words, format } = useSpeech();
  const at = (people: number): number => (heads === 0 ? 0 : Math.min(100, (100 * people) / heads));
  return (
    <svg className="headline-bar" width="100%" height="74" aria-hidden="true" focusable="false">
      <rect className="headline-track" y={TOP} width="100%" height={TALL} rx="4" />
      <rect
        className="headline-band"
        x={`${at(figure.low)}%`}
        y={TOP}
        width={`${Math.max(0.5, at(figure.high) - at(figure.low))}%`}
        height={TALL}
        rx="4"
      />
      <svg x={`${at(figure.about)}%`} overflow="visible">
        <rect className="headline-middle" x="-1.5" y={TOP - 4} width="3" height={TALL + 8} />
        <text className="headline-number" y={TOP - 9} textAnchor="middle">
          {format.count(figure.about)}
        </text>
      </svg>
      <text className="headline-end" x={`${at(figure.low)}%`} y={TOP + TALL + 18} textAnchor="middle">
        {figure.low > 0 ? format.count(figure.low) : ''}
      </text>
      <text className="headline-end" x={`${at(figure.high)}%`} y={TOP + TALL + 18} textAnchor="middle">
        {at(figure.high) < 80 ? format.count(figure.high) : ''}
      </text>
      <text className="headline-end" x="0" y={TOP + TALL + 18}>
        {at(figure.low) > 4 || figure.low === 0 ? format.count(0) : ''}
      </text>
      <text className="headline-end" x="100%" y={TOP + TALL + 18} textAnchor="end">
        {words.figures.people(format.count(heads))}
      </text>
    </svg>
  );
}
