import { type ReactNode } from 'react';
import { useSpeech } from '../words/speech.ts';
import type { UnitKind } from './islands.ts';
import { nameLines } from './name-lines.ts';
import type { DrawnUnit } from './network-picture.ts';

interface SignProps {
  readonly kind: UnitKind;
  readonly radius: number;
  /** The id of the pattern of what is not shown. */
  readonly hatch: string;
}

/**
 * A unit's circle with the sign of its kind, told apart by shape: rays for a bridge, a square wall for one apart, dots
 * where too little is seen, hatching where nothing is shown.
 */
export function UnitSign({ kind, radius, hatch }: SignProps): ReactNode {
  const wall = radius + 5;
  return (
    <>
      {kind === 'bridge'
        ? [0, 45, 90, 135, 180, 225, 270, 315].map((turn) => (
            <line key={turn} className="unit-ray" x1={radius + 2} x2={radius + 7} transform={`rotate(${turn})`} />
          ))
        : null}
      {kind === 'apart' ? (
        <rect className="unit-wall" x={-wall} y={-wall} width={2 * wall} height={2 * wall} rx="2" />
      ) : null}
      <circle className={`unit-circle unit-${kind}`} r={radius} />
      {kind === 'withheld' ? <circle r={radius} fill={`url(#${hatch})`} /> : null}
    </>
  );
}

interface NameProps {
  readonly unit: DrawnUnit;
  readonly radius: number;
  /** How many letters go into a line of its name; 0 where there is no room for names. */
  readonly letters: number;
  /** Pointed at, so that its name is drawn where names are not. */
  readonly active: boolean;
}

/** Heads within the circle where they fit, and the name under it. Beside what is spoken, which says both in a sentence. */
export function UnitName({ unit, radius, letters, active }: NameProps): ReactNode {
  const { format } = useSpeech();
  const lines = letters > 0 ? nameLines(unit.name, letters, 2) : active ? nameLines(unit.name, 28, 1) : [];
  return (
    <g className={`unit-text unit-text-${unit.kind}`} aria-hidden="true">
      {radius < 15 ? null : (
        <text className="unit-heads" y="4" textAnchor="middle">
          {format.count(unit.heads)}
        </text>
      )}
      {lines.map((line, index) => (
        <text
          key={index}
          className={letters > 0 ? 'unit-name' : 'unit-name unit-name-alone'}
          y={letters > 0 ? radius + 19 + 13 * index : -radius - 8}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  );
}
