import { type Box, movedBy } from './box.ts';
import { type IslandPlaces, islandPlaces, type Place, TITLE_HALF } from './island-places.ts';
import type { Ground, Standing } from './line-routes.ts';
import { nameLines } from './name-lines.ts';
import { type NamePlace, namePlaces } from './name-places.ts';
import type { DrawnIsland, DrawnUnit } from './network-picture.ts';
import type { Oval } from './oval.ts';
import { textWidth } from './text-width.ts';

/** An island's name and the line under it. */
export interface TitlePlace {
  readonly lines: readonly string[];
  /** The baseline of the first line, from the island's middle. */
  readonly y: number;
  readonly noteY: number;
  readonly box: Box;
}

export interface UnitPlace {
  /** From its island's middle. */
  readonly at: Place;
  readonly radius: number;
  /** Absent where there is no room for names, and where its island bears the same. */
  readonly name?: NamePlace;
  /** Whether all of its name can be read, be it on its island. */
  readonly isWhole: boolean;
}

export interface NetworkLayout {
  readonly places: IslandPlaces;
  /** By the island's key. */
  readonly titles: ReadonlyMap<string, TitlePlace>;
  /** By the unit's id. */
  readonly units: ReadonlyMap<string, UnitPlace>;
  /** What stands where lines are to go. */
  readonly ground: Ground;
  /** In px. */
  readonly widestLine: number;
}

export const TITLE_SIZE = 15;
export const TITLE_LEADING = 17;
/** Letters of heavier weight are so much wider. */
export const TITLE_WEIGHT = 1.06;
const NOTE_SIZE = 12;
/** Within its cell a named circle stands this much above the middle, for the name under it. */
const RAISED = 14;
const [SMALLEST, LARGEST] = [4, 26];
/** How much more room each unit gets, tried one after the other. */
const ROOMIER = [1, 1.15, 1.3, 1.5];
const WIDEST_LINE = { named: 9, many: 6 };
/** Between a line and what it goes around. */
const AIR = 3;

/**
 * Where everything of the network stands but its lines: islands, units, titles and names. Which rows there are decides, and
 * how many people they have; never a figure that bears noise.
 *
 * Where names are so long that one would be cut, all stand wider.
 *
 * @param width of the picture, in px
 */
export function networkLayout(islands: readonly DrawnIsland[], width: number): NetworkLayout {
  for (const roomier of ROOMIER) {
    const layout = layoutWith(islands, width, roomier);
    const areWhole = [...layout.units.values()].every(({ isWhole }) => isWhole);
    if (!layout.places.named || areWhole || roomier === ROOMIER.at(-1)) return layout;
  }
  return layoutWith(islands, width, 1);
}

function layoutWith(islands: readonly DrawnIsland[], width: number, roomier: number): NetworkLayout {
  const placed = islands.map(({ key, units }) => ({ name: key, units: units.map(({ id }) => id) }));
  const places = islandPlaces(placed, width, roomier);
  const most = Math.max(1, ...islands.flatMap(({ units }) => units.map(({ heads }) => heads)));
  const titles = new Map<string, TitlePlace>();
  const units = new Map<string, UnitPlace>();
  const words: Box[] = [];
  const standing: Standing[] = [];
  for (const island of islands) {
    const place = places.islands.get(island.key);
    if (place === undefined) continue;
    const oval: Oval = { ...place, middle: { x: 0, y: 0 } };
    const title = titlePlace(island, oval);
    titles.set(island.key, title);
    const own = unitPlaces(island, places, most, oval, title.box);
    own.forEach((unit, id) => units.set(id, unit));
    words.push(movedBy(title.box, place.network));
    for (const unit of island.units) {
      const { at = oval.middle, radius = 0, name } = own.get(unit.id) ?? {};
      standing.push(standingOf(unit, { x: place.network.x + at.x, y: place.network.y + at.y }, radius));
      if (name !== undefined) words.push(movedBy(name.box, place.network));
    }
  }
  const ovals = [...places.islands].map(([key, { network, ...rest }]) => [key, { ...rest, middle: network }] as const);
  const widestLine = places.named ? WIDEST_LINE.named : WIDEST_LINE.many;
  const ground = {
    ...{ width, height: places.heights.network, islands: new Map(ovals), words, units: standing },
    clear: widestLine / 2 + AIR,
  };
  return { places, titles, units, ground, widestLine };
}

/** What lines go around: a circle with its rays, or with its wall. */
function standingOf({ kind }: DrawnUnit, middle: Place, radius: number): Standing {
  const sign = kind === 'bridge' ? 7 : kind === 'apart' ? 6 : 1;
  return { ...middle, reach: radius + sign, isSquare: kind === 'apart' };
}

function titlePlace({ name, note }: DrawnIsland, { halfWidth, halfHeight }: Oval): TitlePlace {
  const room = { width: 2 * Math.max(TITLE_HALF, halfWidth), size: TITLE_SIZE * TITLE_WEIGHT, most: 2 };
  const lines = nameLines(name, room);
  const widths = lines.map((line) => textWidth(line, room.size));
  const half = Math.max(textWidth(note, NOTE_SIZE), ...widths) / 2;
  const noteY = -halfHeight - 8;
  const y = noteY - 16 - TITLE_LEADING * (lines.length - 1);
  return { lines, y, noteY, box: { left: -half, right: half, top: y - 13, bottom: noteY + 4 } };
}

function unitPlaces(
  { name: islandName, units }: DrawnIsland,
  places: IslandPlaces,
  most: number,
  island: Oval,
  title: Box,
): ReadonlyMap<string, UnitPlace> {
  const isAlone = units.length === 1 && units[0]?.name === islandName;
  const areNamed = places.named && !isAlone;
  const circles = units.map(({ id, name, heads }) => {
    const { x, y } = places.units.get(id) ?? island.middle;
    return { id, name, x, y: areNamed ? y - RAISED : y, radius: radiusOf(heads, most, places) };
  });
  const inOrder = circles.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const names = areNamed ? namePlaces(inOrder, island, title, places.cell) : new Map<string, NamePlace>();
  return new Map(
    circles.map(({ id, radius, x, y }) => {
      const name = names.get(id);
      const isWhole = isAlone || (name !== undefined && !name.lines.some((line) => line.endsWith('…')));
      return [id, { at: { x, y }, radius, isWhole, ...(name !== undefined && { name }) }];
    }),
  );
}

/** The circle's area goes by heads. */
function radiusOf(heads: number, most: number, { cell, named }: IslandPlaces): number {
  const largest = named ? Math.min(cell / 2 - 1, LARGEST) : cell - 8;
  return Math.round(10 * Math.max(SMALLEST, largest * Math.sqrt(heads / most))) / 10;
}
