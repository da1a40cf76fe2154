import { forceCollide, forceSimulation, forceX, forceY, type Force, type SimulationNodeDatum } from 'd3-force';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A rectangle with round ends, which is a circle where both halves are alike. */
export interface IslandPlace {
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Its middle in the organisation chart, and in the network. */
  readonly chart: Place;
  readonly network: Place;
  /** The line of the chart from which it hangs. */
  readonly busY: number;
}

export interface IslandPlaces {
  readonly width: number;
  /** As high as each needs: neither stands over what only the other fills. */
  readonly heights: { readonly chart: number; readonly network: number };
  /** How far from its middle a unit may draw, its name included where there is room for names. */
  readonly cell: number;
  readonly named: boolean;
  readonly islands: ReadonlyMap<string, IslandPlace>;
  /** From the middle of its island, by the row's id. */
  readonly units: ReadonlyMap<string, Place>;
}

interface Placed {
  readonly name: string;
  readonly units: readonly string[];
}

/** With more units than this the picture would grow too high for names: then islands are named, and the unit pointed at. */
const MOST_NAMED = { wide: 80, narrow: 40 };
const CELL = { named: 54, close: 44, narrow: 46, many: 24, throng: 15 };
const ROOMY = 30;
const NARROW = 500;
const THRONG = 120;
/** Above an island stands its name, in two lines at most, and its heads. */
export const TITLE = 60;
/** A name needs this much to each side, however small its island is. */
export const TITLE_HALF = 76;
const GAP = 18;
/** Half of what is kept free between islands of the network, for lines and titles. */
const BETWEEN = 26;
const ORGANISATION = 60;
const TRUNK = 22;
const EMPTY_ISLAND = 40;
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Where islands and their units stand, in px, both as an organisation chart and as a network.
 *
 * Only which rows there are decides, never a figure, so the same rows stand in the same places in every period, however
 * many people they have; and nearness says nothing, because what noise has touched must not move anything. The forces are
 * deterministic: no chance is drawn, and islands and units are taken in the order of their names and ids.
 *
 * @param islands in any order; names and ids are unique
 * @param width of the picture, in px; its height follows
 * @param roomier how many times the usual room each unit gets, for its name
 */
export function islandPlaces(islands: readonly Placed[], width: number, roomier = 1): IslandPlaces {
  const count = islands.reduce((sum, { units }) => sum + units.length, 0);
  const named = count <= (width < NARROW ? MOST_NAMED.narrow : MOST_NAMED.wide);
  const cell = cellFor(count, width, named) * (named ? roomier : 1);
  const ordered = islands.toSorted((a, b) => inOrder(a.name, b.name));
  const packed = ordered.map(({ name, units }) => ({ name, ...packedUnits(units.toSorted(inOrder), cell, width) }));
  const chart = onShelves(packed, width);
  const network = onRing(packed, width);
  const places = packed.map(({ name, halfWidth, halfHeight }, index): [string, IslandPlace] => {
    const shelf = chart.places[index] ?? { x: 0, y: 0, busY: 0 };
    return [
      name,
      {
        halfWidth,
        halfHeight,
        chart: { x: shelf.x, y: shelf.y },
        busY: shelf.busY,
        network: network.places[index] ?? shelf,
      },
    ];
  });
  return {
    width,
    heights: { chart: Math.ceil(chart.height), network: Math.ceil(network.height) },
    cell,
    named,
    islands: new Map(places),
    units: new Map(packed.flatMap(({ units }) => [...units])),
  };
}

interface Packed {
  readonly name: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly units: ReadonlyMap<string, Place>;
}

function cellFor(count: number, width: number, named: boolean): number {
  if (named && width < NARROW) return CELL.narrow;
  if (named) return count <= ROOMY ? CELL.named : CELL.close;
  return count <= THRONG ? CELL.many : CELL.throng;
}

/** Units as close as they go around the middle, and no wider than the picture. */
function packedUnits(ids: readonly string[], cell: number, width: number): Omit<Packed, 'name'> {
  if (ids.length === 0) return { halfWidth: EMPTY_ISLAND, halfHeight: EMPTY_ISLAND, units: new Map() };
  const most = width / 2 - TRUNK - cell;
  const nodes = ids.map((_, index): Node => ({
    x: cell * Math.sqrt(index) * Math.cos(index * TURN),
    y: cell * Math.sqrt(index) * Math.sin(index * TURN),
  }));
  settled(nodes, [
    forceX<Node>(0).strength(0.09),
    forceY<Node>(0).strength(0.09),
    forceCollide<Node>(cell).iterations(3),
    walls(nodes, () => [-most, most]),
  ]);
  const middle = middleOf(nodes);
  const units = ids.map((id, index): [string, Place] => {
    const node = nodes[index] ?? middle;
    return [id, { x: rounded(node.x - middle.x), y: rounded(node.y - middle.y) }];
  });
  const radius = Math.max(...units.map(([, { x, y }]) => Math.hypot(x, y))) + cell;
  const tallest = Math.max(...units.map(([, { y }]) => Math.abs(y))) + cell;
  const halfWidth = Math.min(radius, most + cell);
  return { halfWidth, halfHeight: halfWidth < radius ? Math.max(tallest, halfWidth) : radius, units: new Map(units) };
}

/** Side by side and shelf under shelf, each hanging from a line that leads to the organisation. */
function onShelves(
  packed: readonly Packed[],
  width: number,
): { readonly places: readonly (Place & { readonly busY: number })[]; readonly height: number } {
  const places: (Place & { readonly busY: number })[] = [];
  let [x, busY, lowest] = [TRUNK, ORGANISATION, 0];
  for (const { halfWidth, halfHeight } of packed) {
    const half = Math.max(halfWidth, TITLE_HALF);
    if (x > TRUNK && x + 2 * half > width) [x, busY] = [TRUNK, lowest + GAP];
    places.push({ x: rounded(x + half), y: rounded(busY + TITLE + GAP + halfHeight), busY: rounded(busY) });
    lowest = Math.max(lowest, busY + TITLE + GAP + 2 * halfHeight);
    x += 2 * half + GAP / 2;
  }
  return { places, height: lowest + GAP };
}

/** Around a ring as high as the islands need, pushed apart until none touch. */
function onRing(
  packed: readonly Packed[],
  width: number,
): { readonly places: readonly Place[]; readonly height: number } {
  const radii = packed.map(
    ({ halfWidth, halfHeight }) => Math.max(halfWidth, halfHeight, TITLE_HALF - BETWEEN) + BETWEEN,
  );
  const room = radii.reduce((sum, radius) => sum + 4 * radius * radius, 0);
  const tall = (1.15 * room) / width / 2;
  const nodes = packed.map(({ halfWidth }, index): Node => {
    const angle = (2 * Math.PI * (index + 0.5)) / packed.length + Math.PI;
    const reach = packed.length === 1 ? 0 : 1;
    return { x: width / 2 + reach * (width / 2 - halfWidth) * Math.cos(angle), y: reach * tall * Math.sin(angle) };
  });
  const anchors = nodes.map(({ x, y }) => ({ x, y }));
  settled(nodes, [
    forceX<Node>((_, index) => anchors[index]?.x ?? 0).strength(0.05),
    forceY<Node>((_, index) => anchors[index]?.y ?? 0).strength(0.05),
    forceCollide<Node>((_, index) => radii[index] ?? 0).iterations(8),
    walls(nodes, (index) => {
      const half = Math.max(packed[index]?.halfWidth ?? 0, TITLE_HALF);
      return [half + 2, width - half - 2];
    }),
  ]);
  // The last step may have led one through a wall.
  nodes.forEach((node, index) => {
    const half = Math.max(packed[index]?.halfWidth ?? 0, TITLE_HALF) + 2;
    node.x = Math.min(Math.max(node.x, half), width - half);
  });
  pushDown(nodes, radii);
  const top = Math.min(...nodes.map(({ y }, index) => y - (packed[index]?.halfHeight ?? 0))) - TITLE;
  const places = nodes.map(({ x, y }) => ({ x: rounded(x), y: rounded(y - top) }));
  return { places, height: Math.max(...places.map(({ y }, index) => y + (packed[index]?.halfHeight ?? 0))) + GAP };
}

/** Where walls kept two from moving apart sideways, the lower one gives way. */
function pushDown(nodes: readonly Node[], radii: readonly number[]): void {
  const order = [...nodes.keys()].toSorted((a, b) => (nodes[a]?.y ?? 0) - (nodes[b]?.y ?? 0) || a - b);
  order.forEach((index, rank) => {
    const node = nodes[index];
    for (let again = 0; node !== undefined && again < rank; again += 1) {
      for (const other of order.slice(0, rank)) {
        const above = nodes[other] ?? node;
        const apart = (radii[index] ?? 0) + (radii[other] ?? 0);
        const aside = Math.abs(node.x - above.x);
        if (aside < apart) node.y = Math.max(node.y, above.y + gapBelow(apart, aside, node.y - above.y));
      }
    }
  });
}

/** How far below one must stand; as far as it stands where that is enough. */
function gapBelow(apart: number, aside: number, below: number): number {
  const least = Math.sqrt(apart * apart - aside * aside);
  return Math.abs(below) >= least ? below : least;
}

interface Node extends SimulationNodeDatum {
  x: number;
  y: number;
}

const TICKS = 200;

function settled(nodes: Node[], forces: readonly Force<Node, undefined>[]): void {
  const simulation = forceSimulation(nodes).stop();
  forces.forEach((force, index) => simulation.force(String(index), force));
  simulation.tick(TICKS);
}

/** Holds each node between two places from left to right. */
function walls(nodes: readonly Node[], between: (index: number) => readonly [number, number]): Force<Node, undefined> {
  return () => {
    nodes.forEach((node, index) => {
      const [left, right] = between(index);
      node.x = Math.min(Math.max(node.x, left), Math.max(left, right));
    });
  };
}

const STEPS = 400;

/** The middle of nearly the smallest circle that holds all: steps towards whichever is farthest (Bădoiu, Clarkson 2003). */
function middleOf(places: readonly Place[]): Place {
  let [x, y] = [0, 0];
  for (let step = 1; step <= STEPS; step += 1) {
    const away = places.map((place) => Math.hypot(place.x - x, place.y - y));
    const farthest = places[away.indexOf(Math.max(...away))] ?? { x, y };
    x += (farthest.x - x) / (step + 1);
    y += (farthest.y - y) / (step + 1);
  }
  return { x, y };
}

/** To a tenth of a px, so that no engine's last digit moves anything. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
