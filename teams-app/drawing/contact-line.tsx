import { type ReactNode } from 'react';
import type { Place } from './island-places.ts';

interface Props {
  readonly d: string;
  readonly dock?: Place;
  readonly sure: boolean;
  /** Widths in px: of the least, the middle and the most it can be. */
  readonly low: number;
  readonly about: number;
  readonly high: number;
}

const LEAST = 1.5;

/**
 * One line of contact: as wide, pale, as the interval's upper end, with a dark core as wide as its lower end. A line that is
 * not sure has no core: it is dashed, at its middle. Its dot lies on the division.
 */
export function ContactStroke({ d, dock, sure, low, about, high }: Props): ReactNode {
  return (
    <>
      <path className={`line-edge${sure ? '' : ' line-edge-unsure'}`} d={d} strokeWidth={Math.max(high, LEAST + 1)} />
      <path
        className={sure ? 'line-core' : 'line-dashes'}
        d={d}
        strokeWidth={Math.max(sure ? low : Math.min(about, 3), LEAST)}
      />
      {dock === undefined ? null : (
        <circle className={sure ? 'line-dock' : 'line-dock line-dock-unsure'} cx={dock.x} cy={dock.y} r="4.5" />
      )}
    </>
  );
}
