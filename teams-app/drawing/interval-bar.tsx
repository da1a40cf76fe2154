import { type ReactNode } from 'react';
import type { Estimate } from '../../connector/api/answers.ts';

/**
 * One released count on a line from nobody to everybody: a band from the low to the high end and a mark at the middle.
 * Decoration: the numbers it draws stand beside it as text. `heads` at 0 draws an empty line.
 */
export function IntervalBar({ figure, heads }: { readonly figure: Estimate; readonly heads: number }): ReactNode {
  const at = (people: number): number => (heads === 0 ? 0 : Math.min(100, (100 * people) / heads));
  const low = at(figure.low);
  const width = Math.max(1, at(figure.high) - low);
  return (
    <svg className="interval-bar" width="100%" height="8" aria-hidden="true" focusable="false">
      <rect className="interval-track" x="0" y="3" width="100%" height="2" />
      <rect className="interval-band" x={`${low}%`} y="1" width={`${width}%`} height="6" rx="3" />
      <svg x={`${at(figure.about)}%`} overflow="visible">
        <rect className="interval-middle" x="-1.25" y="0" width="2.5" height="8" />
      </svg>
    </svg>
  );
}
