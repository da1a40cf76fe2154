import { type ReactNode } from 'react';
import type { Figure } from '../../connector/api/answers.ts';
import { isShown } from '../words/say.ts';
import { WithheldMark } from './withheld-mark.tsx';

export interface ShareBar {
  readonly name: string;
  /** What stands in small print under the name. */
  readonly note?: string;
  readonly figure: Figure;
  /** Counted without noise: it is drawn without an interval. */
  readonly exact?: boolean;
  readonly heads: number;
  /** The share as a number to read at a glance; empty where withheld. */
  readonly share: string;
  /** The figure in words. */
  readonly said: string;
}

/** A list of bars from nobody to everybody, each with its interval drawn over its end, unless it is exact, and said beside it. */
export function ShareBars({ bars }: { readonly bars: readonly ShareBar[] }): ReactNode {
  return (
    <ul className="share-bars">
      {bars.map((bar) => (
        <li key={bar.name} className="share-bar">
          <span className="share-name">
            <span>{bar.name}</span>
            {bar.note === undefined ? null : <span className="share-note">{bar.note}</span>}
          </span>
          <span className="share-picture">
            <Bar {...bar} />
          </span>
          <span className="share-share">{bar.share}</span>
          <span className="share-said">{bar.said}</span>
        </li>
      ))}
    </ul>
  );
}

/** One bar, or the hatching of what is not shown. Decoration: the figure stands beside it as text. */
export function Bar({ figure, exact = false, heads }: Pick<ShareBar, 'figure' | 'exact' | 'heads'>): ReactNode {
  if (!isShown(figure)) return <WithheldMark />;
  const at = (people: number): number => (heads === 0 ? 0 : Math.min(100, (100 * people) / heads));
  return (
    <svg className="share-svg" width="100%" height="20" aria-hidden="true" focusable="false">
      <rect className="share-track" width="100%" height="20" rx="4" />
      <rect className="share-fill" width={`${at(figure.about)}%`} height="20" rx="4" />
      <svg x={`${at(figure.about)}%`} overflow="visible">
        <rect className="share-middle" x="-1" width="2" height="20" />
      </svg>
      {exact ? null : (
        <>
          <rect
            className="share-whisker"
            x={`${at(figure.low)}%`}
            y="9"
            width={`${Math.max(0.3, at(figure.high) - at(figure.low))}%`}
            height="2"
          />
          <rect className="share-whisker" x={`${at(figure.low)}%`} y="5" width="2" height="10" />
          <rect className="share-whisker" x={`${at(figure.high)}%`} y="5" width="2" height="10" />
        </>
      )}
    </svg>
  );
}
