import { type ReactNode } from 'react';
import { useSpeech } from '../words/speech.ts';
import type { Place } from './island-places.ts';
import type { UnitKind } from './islands.ts';
import { nameLines } from './name-lines.ts';
import { NAME_LEADING, SIGN_ROOM } from './name-places.ts';
import type { UnitPlace } from './network-layout.ts';
import type { DrawnUnit } from './network-picture.ts';
import { textWidth } from './text-width.ts';

/** A circle of this radius has room for a number of three figures. */
const FEWEST_WITH_HEADS = 14;
const ALONE_SIZE = 13;

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
  readonly place: UnitPlace;
}

/** Heads within the circle where they fit, and its name. Beside what is spoken, which says both in a sentence. */
export function UnitName({ unit, place: { at, radius, name } }: NameProps): ReactNode {
  const { format } = useSpeech();
  return (
    <g className={`unit-text unit-text-${unit.kind}`} aria-hidden="true">
      {radius < FEWEST_WITH_HEADS ? null : (
        <text className="unit-heads" x={at.x} y={at.y + 4} textAnchor="middle">
          {format.count(unit.heads)}
        </text>
      )}
      {name?.lines.map((line, index) => (
        <text key={index} className="unit-name" x={name.x} y={name.y + NAME_LEADING * index} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

interface AloneProps {
  readonly name: string;
  readonly place: UnitPlace | undefined;
  /** The middle of its island. */
  readonly around: Place | undefined;
  /** Of the picture, in px. */
  readonly width: number;
}

/** The name of the unit pointed at, where it has no room to be read: above everything, on a ground of its own. */
export function UnitNameAlone({ name, place, around, width }: AloneProps): ReactNode {
  if (place === undefined || place.isWhole || around === undefined) return null;
  const [line = ''] = nameLines(name, { width: width - 24, size: ALONE_SIZE, most: 1 });
  const half = textWidth(line, ALONE_SIZE) / 2 + 8;
  const x = Math.min(Math.max(around.x + place.at.x, half + 1), width - half - 1);
  const y = around.y + place.at.y - place.radius - SIGN_ROOM - 14;
  return (
    <g className="unit-text" aria-hidden="true">
      <rect className="unit-name-ground" x={x - half} y={y - 12} width={2 * half} height="24" rx="4" />
      <text className="unit-name unit-name-alone" x={x} y={y + 4} textAnchor="middle">
        {line}
      </text>
    </g>
  );
}
