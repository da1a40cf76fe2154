import type { Speech } from '../words/speech.ts';
import { lineRoutes, type Route } from './line-routes.ts';
import { nameLines } from './name-lines.ts';
import { NAME_SIZE } from './name-places.ts';
import { type NetworkLayout, TITLE_WEIGHT } from './network-layout.ts';
import type { DrawnLine, NetworkPicture } from './network-picture.ts';
import { textWidth } from './text-width.ts';

/** Of a unit's name on a line, in px. */
const WIDEST_NAME = 120;

/** What stands on each line: how many, and from where, too, where units have no room for their names. */
export function labelsOf(
  { islands }: NetworkPicture,
  lines: readonly DrawnLine[],
  isNamed: boolean,
  { format }: Speech,
): ReadonlyMap<string, string> {
  const names = new Map(islands.flatMap(({ units }) => units.map(({ id, name }) => [id, name])));
  return new Map(
    lines.map(({ id, from, about }) => {
      const [number, name = ''] = [format.count(about), names.get(from)];
      return [id, isNamed ? number : `${shortened(name)}: ${number}`];
    }),
  );
}

function shortened(name: string): string {
  const [line = ''] = nameLines(name, { width: WIDEST_NAME, size: NAME_SIZE, most: 1 });
  return line;
}

/**
 * The ways of these lines, each laid after those before it.
 *
 * @param labels what stands on each, by its id
 */
export function routesOf(
  { islands }: NetworkPicture,
  { ground, units }: NetworkLayout,
  lines: readonly DrawnLine[],
  labels: ReadonlyMap<string, string>,
): ReadonlyMap<string, Route> {
  const homes = new Map(islands.flatMap(({ key, units: own }) => own.map(({ id }) => [id, key])));
  return lineRoutes(
    ground,
    lines.flatMap(({ id, from, to }) => {
      const [unit, home = ''] = [units.get(from), homes.get(from)];
      const middle = ground.islands.get(home)?.middle;
      if (unit === undefined || middle === undefined) return [];
      const { at, radius } = unit;
      return [
        {
          ...{ id, home, to, radius },
          from: { x: middle.x + at.x, y: middle.y + at.y },
          label: labelRoom(labels.get(id) ?? ''),
        },
      ];
    }),
  );
}

/** How much room a line's number needs, in px. */
export function labelRoom(text: string): { readonly width: number; readonly height: number } {
  return { width: textWidth(text, NAME_SIZE * TITLE_WEIGHT) + 10, height: NAME_SIZE + 6 };
}
