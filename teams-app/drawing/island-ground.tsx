import { type ReactNode } from 'react';
import type { IslandPlaces, Place } from './island-places.ts';
import { nameLines } from './name-lines.ts';
import { type NetworkLayout, TITLE_LEADING } from './network-layout.ts';
import type { DrawnIsland } from './network-picture.ts';

export type Stage = 'chart' | 'network';

export function moved({ x, y }: Place): { readonly transform: string } {
  return { transform: `translate(${x}px, ${y}px)` };
}

interface HierarchyProps {
  readonly organisation: string;
  readonly places: IslandPlaces;
  readonly hidden: boolean;
}

/** The organisation above, and a line from it to each division; only in the chart. */
export function Hierarchy({ organisation, places, hidden }: HierarchyProps): ReactNode {
  const islands = [...places.islands.values()];
  const shelves = Map.groupBy(islands, ({ busY }) => busY);
  const lowest = Math.max(...shelves.keys());
  const [name = ''] = nameLines(organisation, { width: places.width, size: 18, most: 1 });
  return (
    <g className={`hierarchy${hidden ? ' hierarchy-gone' : ''}`} aria-hidden="true">
      <text className="hierarchy-name" x="0" y="26">
        {name}
      </text>
      <path className="hierarchy-line" d={`M6 38V${lowest}`} />
      {[...shelves].map(([busY, hanging]) => (
        <path
          key={busY}
          className="hierarchy-line"
          d={`M6 ${busY}H${Math.max(...hanging.map(({ chart }) => chart.x))}${hanging.map(({ chart }) => `M${chart.x} ${busY}v14`).join('')}`}
        />
      ))}
    </g>
  );
}

interface IslandProps {
  readonly island: DrawnIsland;
  readonly layout: NetworkLayout;
  readonly stage: Stage;
}

export function IslandGround({ island, layout, stage }: IslandProps): ReactNode {
  const place = layout.places.islands.get(island.key);
  if (place === undefined) return null;
  const { halfWidth, halfHeight } = place;
  return (
    <g className="island" style={moved(place[stage])} aria-hidden="true">
      <rect
        className="island-ground"
        x={-halfWidth}
        y={-halfHeight}
        width={2 * halfWidth}
        height={2 * halfHeight}
        rx={Math.min(halfWidth, halfHeight)}
      />
    </g>
  );
}

/** The division's name and its heads. Above the lines, so that none strikes it out. */
export function IslandTitle({ island, layout, stage }: IslandProps): ReactNode {
  const [place, title] = [layout.places.islands.get(island.key), layout.titles.get(island.key)];
  if (place === undefined || title === undefined) return null;
  return (
    <g className="island" style={moved(place[stage])} aria-hidden="true">
      {title.lines.map((line, index) => (
        <text key={index} className="island-name" y={title.y + TITLE_LEADING * index} textAnchor="middle">
          {line}
        </text>
      ))}
      <text className="island-note" y={title.noteY} textAnchor="middle">
        {island.note}
      </text>
    </g>
  );
}
