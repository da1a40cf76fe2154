import { type ReactNode } from 'react';
import type { Place } from './island-places.ts';
import { labelRoom } from './network-routes.ts';

interface Props {
  readonly text: string;
  /** Its middle; nothing is drawn where it has no place. */
  readonly at: Place | undefined;
}

/** What stands on a line, on a ground of its own, so that the line does not strike it out. */
export function LineNumber({ text, at }: Props): ReactNode {
  if (at === undefined) return null;
  const { width, height } = labelRoom(text);
  return (
    <g>
      <rect
        className="line-number-ground"
        x={at.x - width / 2}
        y={at.y - height / 2}
        width={width}
        height={height}
        rx={height / 2}
      />
      <text className="line-number" x={at.x} y={at.y + 4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
