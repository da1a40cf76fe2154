import { type ReactNode } from 'react';
import { Bar, type ShareBar } from './share-bars.tsx';

export interface StaircaseStep extends ShareBar {
  readonly step: number;
  readonly numbered: string;
  /** What standing there means. */
  readonly meaning: string;
}

const STEPS = 5;
const TREAD = 9;
const RISE = 7;

/** The steps of a staircase, the highest at the top: how many stand on each and no higher, with the interval; hatched where a step is not measured. */
export function Staircase({ steps }: { readonly steps: readonly StaircaseStep[] }): ReactNode {
  return (
    <ul className="staircase">
      {steps
        .toSorted((a, b) => b.step - a.step)
        .map((step) => (
          <li key={step.step} className="staircase-step">
            <StepSign step={step.step} />
            <span className="staircase-name">
              <strong>{step.name}</strong> <span className="staircase-number">{step.numbered}</span>
              <span className="staircase-meaning">{step.meaning}</span>
            </span>
            <span className="share-picture">
              <Bar {...step} />
            </span>
            <span className="share-share">{step.share}</span>
            <span className="share-said">{step.said}</span>
          </li>
        ))}
    </ul>
  );
}

/** Which of the steps this is, as a small flight of stairs with that step filled. Decoration: its number stands beside it. */
function StepSign({ step }: { readonly step: number }): ReactNode {
  return (
    <svg
      className="step-sign"
      viewBox={`0 0 ${STEPS * TREAD} ${STEPS * RISE}`}
      width={STEPS * TREAD}
      height={STEPS * RISE}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: STEPS }, (_, index) => (
        <rect
          key={index}
          className={index + 1 === step ? 'step-here' : 'step-other'}
          x={index * TREAD + 1}
          y={(STEPS - 1 - index) * RISE + 1}
          width={TREAD - 2}
          height={(index + 1) * RISE - 2}
        />
      ))}
    </svg>
  );
}
