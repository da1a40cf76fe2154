import type { IslandPlaces } from './island-places.ts';
import type { NetworkLayout } from './network-layout.ts';
import type { DrawnIsland, DrawnLine, DrawnUnit } from './network-picture.ts';

/** Units as they stand, from above and from the left. */
export function inWalkOrder({ units }: DrawnIsland, { units: places }: NetworkLayout): readonly DrawnUnit[] {
  const at = ({ id }: DrawnUnit): { readonly x: number; readonly y: number } => places.get(id)?.at ?? { x: 0, y: 0 };
  return units.toSorted((a, b) => at(a).y - at(b).y || at(a).x - at(b).x);
}

/** One list a unit: itself, then its lines. Islands as they stand in the chart. */
export function walkOf(
  islands: readonly DrawnIsland[],
  layout: NetworkLayout,
  lines: readonly DrawnLine[],
): readonly (readonly string[])[] {
  const { places } = layout;
  return islands
    .toSorted((a, b) => busOf(a, places) - busOf(b, places) || leftOf(a, places) - leftOf(b, places))
    .flatMap((island) => inWalkOrder(island, layout))
    .map(({ id }) => [id, ...lines.filter(({ from }) => from === id).map((line) => line.id)]);
}

function busOf({ key }: DrawnIsland, { islands }: IslandPlaces): number {
  return islands.get(key)?.busY ?? 0;
}

function leftOf({ key }: DrawnIsland, { islands }: IslandPlaces): number {
  return islands.get(key)?.chart.x ?? 0;
}

/** Where a key leads; undefined where it leads nowhere. */
export function stepFrom(
  walk: readonly (readonly string[])[],
  from: string | undefined,
  key: string,
): string | undefined {
  const unit = Math.max(
    0,
    walk.findIndex((stops) => stops.includes(from ?? '')),
  );
  const stops = walk[unit] ?? [];
  const at = stops.indexOf(from ?? '');
  switch (key) {
    case 'ArrowDown':
      return walk[unit + 1]?.[0];
    case 'ArrowUp':
      return at > 0 ? stops[0] : walk[unit - 1]?.[0];
    case 'ArrowRight':
      return stops[at + 1];
    case 'ArrowLeft':
      return at > 0 ? stops[at - 1] : undefined;
    case 'Home':
      return walk[0]?.[0];
    case 'End':
      return walk.at(-1)?.[0];
    default:
      return undefined;
  }
}
