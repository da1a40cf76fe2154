import { type ReactNode, useId } from 'react';
import type { Figure } from '../../connector/api/answers.ts';
import { isShown } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';

export interface TrendPoint {
  /** As short as goes under the picture. */
  readonly period: string;
  readonly figure: Figure;
}

export interface Trend {
  readonly name: string;
  /** The newest figure in words. */
  readonly said: string;
  readonly population: string;
  /** That it is the division the unit lies in itself; absent of the others. */
  readonly own?: string;
  /** The newest figure beside the one before; absent where nothing can be said. */
  readonly change?: string;
  /** The whole picture as a sentence. */
  readonly summary: string;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
}

interface Props {
  readonly trends: readonly Trend[];
  /** The top of every panel's scale, in people: the same for all, so that they can be compared. */
  readonly top: number;
}

const WIDTH = 200;
const HEIGHT = 112;
const FLOOR = 104;
const CEILING = 6;
/** Over the ceiling, for the number it stands for. */
const HEADROOM = 12;

/** One small picture a column, all on one scale: a line for the interval and a dot for the middle, period by period. */
export function SmallMultiples({ trends, top }: Props): ReactNode {
  return (
    <div className="multiples">
      {trends.map((trend) => (
        <figure key={trend.name} className="multiple">
          <figcaption>
            <span className="multiple-name">
              {trend.name}
              {trend.own === undefined ? null : <span className="multiple-own">{trend.own}</span>}
            </span>
            <span className="multiple-said">{trend.said}</span>
            <span className="multiple-population">{trend.population}</span>
            {trend.change === undefined ? null : <span className="multiple-change">{trend.change}</span>}
          </figcaption>
          <Panel trend={trend} top={top} />
        </figure>
      ))}
    </div>
  );
}

function Panel({ trend, top }: { readonly trend: Trend; readonly top: number }): ReactNode {
  const hatch = useId();
  const { format } = useSpeech();
  const step = WIDTH / Math.max(trend.points.length, 1);
  return (
    <svg
      className="multiple-svg"
      viewBox={`0 ${-HEADROOM} ${WIDTH} ${HEIGHT + 18 + HEADROOM}`}
      role="img"
      aria-label={trend.summary}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="withheld-line" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <line className="multiple-ceiling" x1="0" x2={WIDTH} y1={CEILING} y2={CEILING} />
      <text className="multiple-period" x="0" y={CEILING - 4} aria-hidden="true">
        {format.count(top)}
      </text>
      <line className="multiple-floor" x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      {trend.points.map((point, index) => {
        const x = step * (index + 0.5);
        return (
          <g key={point.period} aria-hidden="true">
            <Mark figure={point.figure} x={x} top={top} hatch={hatch} newest={index === trend.points.length - 1} />
            <text className="multiple-period" x={x} y={HEIGHT + 12} textAnchor="middle">
              {point.period}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

interface MarkProps {
  readonly figure: Figure;
  readonly x: number;
  readonly top: number;
  readonly hatch: string;
  readonly newest: boolean;
}

function Mark({ figure, x, top, hatch, newest }: MarkProps): ReactNode {
  if (!isShown(figure)) {
    return <rect x={x - 11} y={CEILING} width="22" height={FLOOR - CEILING} fill={`url(#${hatch})`} />;
  }
  const at = (people: number): number => FLOOR - ((FLOOR - CEILING) * Math.min(people, top)) / Math.max(top, 1);
  return (
    <g className={newest ? 'mark mark-newest' : 'mark'}>
      <rect
        className="mark-interval"
        x={x - 6}
        y={at(figure.high)}
        width="12"
        height={Math.max(2, at(figure.low) - at(figure.high))}
        rx="3"
      />
      <circle className="mark-middle" cx={x} cy={at(figure.about)} r="3" />
    </g>
  );
}
