import { type ReactNode } from 'react';
import { useSpeech } from '../words/speech.ts';
import { IntervalBar } from './interval-bar.tsx';
import { WithheldMark } from './withheld-mark.tsx';

const SHARE_ENDS = [10, 25, 50, 75, 100];

/** What tint, bar and hatching mean, and in a picture of contacts the frame around one's own division. */
export function MatrixLegend({ aboutContacts }: { readonly aboutContacts: boolean }): ReactNode {
  const { words, format } = useSpeech();
  return (
    <ul className="legend">
      <li className="legend-shares">
        <span>{words.overview.legendShare}</span>
        <span className="legend-steps">
          {SHARE_ENDS.map((end, index) => (
            <span key={end} className={`legend-step cell-step-${index + 1}`}>
              {format.percent(end)}
            </span>
          ))}
        </span>
      </li>
      <li className="legend-none">
        <span className="legend-swatch cell-step-0" />
        {words.overview.legendNone}
      </li>
      <li>
        <span className="legend-bar">
          <IntervalBar figure={{ about: 50, low: 25, high: 75 }} heads={100} />
        </span>
        {words.overview.legendInterval}
      </li>
      <li>
        <span className="legend-swatch cell-withheld">
          <WithheldMark />
        </span>
        {words.overview.legendWithheld}
      </li>
      {aboutContacts ? (
        <li>
          <span className="legend-swatch cell-own" />
          {words.overview.legendOwn}
        </li>
      ) : null}
    </ul>
  );
}
