import { type ReactNode } from 'react';
import type { Estimate } from '../../connector/api/answers.ts';

export interface LaunchQuarter {
  /** As short as goes under the picture. */
  readonly period: string;
  /** Each absent where nothing is known of that quarter. */
  readonly actual?: Estimate;
  readonly expected?: Estimate;
  readonly fitted?: Estimate;
}

interface Props {
  /** Oldest first. */
  readonly quarters: readonly LaunchQuarter[];
  /** The top of the scale, in people. */
  readonly top: number;
  /** How it is written. */
  readonly named: string;
  readonly summary: string;
}

const WIDTH = 560;
const FLOOR = 188;
const CEILING = 16;
const LEFT = 56;
/** So many names of quarters go side by side on a narrow screen. */
const MOST_NAMES = 5;

/** What was expected as a band, what was measured as dots with their intervals, and the curve through them dashed. */
export function LaunchCurve({ quarters, top, named, summary }: Props): ReactNode {
  const step = (WIDTH - LEFT) / Math.max(quarters.length, 1);
  const x = (index: number): number => LEFT + step * (index + 0.5);
  const y = (people: number): number =>
    FLOOR - ((FLOOR - CEILING) * Math.min(Math.max(people, 0), top)) / Math.max(top, 1);
  const every = Math.ceil(quarters.length / MOST_NAMES);
  const known = (of: 'expected' | 'fitted') =>
    quarters.flatMap((quarter, index) => {
      const figure = quarter[of];
      return figure === undefined ? [] : [{ at: x(index), figure }];
    });
  const expected = known('expected');
  const upper = expected.map(({ at, figure }) => `${at},${y(figure.high)}`);
  const lower = expected.toReversed().map(({ at, figure }) => `${at},${y(figure.low)}`);
  const line = (points: ReturnType<typeof known>): string =>
    points.map(({ at, figure }) => `${at},${y(figure.about)}`).join(' ');
  return (
    <svg className="launch-curve" viewBox={`0 0 ${WIDTH} ${FLOOR + 26}`} role="img" aria-label={summary}>
      <line className="multiple-floor" x1={LEFT} x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      <line className="curve-top" x1={LEFT} x2={WIDTH} y1={CEILING} y2={CEILING} />
      <text className="curve-text" x={LEFT - 6} y={CEILING + 5} textAnchor="end" aria-hidden="true">
        {named}
      </text>
      <text className="curve-text" x={LEFT - 6} y={FLOOR + 4} textAnchor="end" aria-hidden="true">
        0
      </text>
      {expected.length === 0 ? null : (
        <g aria-hidden="true">
          <polygon className="curve-band" points={[...upper, ...lower].join(' ')} />
          <polyline className="curve-expected" points={line(expected)} />
        </g>
      )}
      <polyline className="curve-fitted" points={line(known('fitted'))} aria-hidden="true" />
      {quarters.map(({ period, actual }, index) => (
        <g key={period} aria-hidden="true">
          {actual === undefined ? null : (
            <>
              <line className="curve-whisker" x1={x(index)} x2={x(index)} y1={y(actual.low)} y2={y(actual.high)} />
              <circle className="curve-dot" cx={x(index)} cy={y(actual.about)} r="3.5" />
            </>
          )}
          <text className="curve-text" x={x(index)} y={FLOOR + 20} textAnchor="middle">
            {index % every === 0 ? period : ''}
          </text>
        </g>
      ))}
    </svg>
  );
}
