import { awayFrom, type Box, boxAround, isIn, shared, widened } from './box.ts';
import { cheapestWay, type Field } from './cheapest-way.ts';
import { pathThrough, smoothed, straight } from './contact-curve.ts';
import type { Place } from './island-places.ts';
import { holds, type Oval, rimBetween } from './oval.ts';

/** What stands where lines are to go. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly islands: ReadonlyMap<string, Oval>;
  /** Names and titles. */
  readonly words: readonly Box[];
  readonly units: readonly Standing[];
  /** Half of the widest line, and air, in px. */
  readonly clear: number;
}

/** A unit as it stands in the way, its sign included. */
export interface Standing extends Place {
  readonly reach: number;
  readonly isSquare: boolean;
}

/** A line that is to be drawn, and what is to be written on it. */
export interface Wish {
  readonly id: string;
  readonly from: Place;
  /** Of the unit, in px. */
  readonly radius: number;
  /** The islands' keys. */
  readonly home: string;
  readonly to: string;
  /** How much room its number needs. */
  readonly label: { readonly width: number; readonly height: number };
}

export interface Route {
  /** The path, from the unit's rim to the division's. */
  readonly d: string;
  /** Where it meets the division's rim. */
  readonly dock: Place;
  /** Places along it, close to each other. */
  readonly points: readonly Place[];
  /** Where its number stands: the middle. */
  readonly label: Place;
}

const STEP = 6;
/** What a px costs beside one that is free. */
const COST = { word: 120, unit: 60, near: 1.5, foreign: 4, beside: 2, dock: 6, label: 12, edge: 40 };
/** Where it is free, but something stands near. */
const NEAR = 8;
/** So many more of its places beside lines laid before, and a line does not only cross them. */
const ALONG = 14;
const BESIDE = 9;
/** On a narrow picture many lines have the same few ways: there they keep farther apart, and off each other above all. */
const NARROW = { width: 500, beside: 12, upon: 6, cost: { beside: 3, upon: 8 } };
const DOCK_ROOM = 14;
const LABEL_FAULTS = { word: 1000, unit: 400, edge: 1000, line: 12, island: 25, off: 10 };

/**
 * Ways for lines from units to the rims of other divisions: around names, titles and units, rather around than across the
 * islands between, and rather apart than on each other. Each line is laid after those before it and moves none of them, so
 * that what is drawn stays when more is asked for.
 */
export function lineRoutes(ground: Ground, wishes: readonly Wish[]): ReadonlyMap<string, Route> {
  const field = fieldOf(ground);
  const routes = new Map<string, Route>();
  for (const wish of wishes) {
    const to = ground.islands.get(wish.to);
    if (to === undefined) continue;
    const points = wayOf(field, wish, to);
    const dock = points.at(-1) ?? wish.from;
    const label = labelOn(points, wish, ground, [...routes.values()], field.labels);
    const box = boxAround(label, wish.label.width, wish.label.height);
    field.labels.push(box);
    wear(field, { points, dock }, widened(box, ground.clear));
    routes.set(wish.id, { d: pathThrough(points), dock, points, label });
  }
  return routes;
}

interface Cells extends Field {
  /** What stands there always, and what lines laid before add. */
  readonly standing: Float32Array;
  readonly worn: Float32Array;
  /** The number of the island; -1 for none. */
  readonly island: Int16Array;
  readonly keys: readonly string[];
  readonly labels: Box[];
  readonly clear: number;
}

function fieldOf({ width, height, islands, words, units, clear }: Ground): Cells {
  const [columns, rows] = [Math.ceil(width / STEP) + 1, Math.ceil(height / STEP) + 1];
  const island = new Int16Array(columns * rows).fill(-1);
  const standing = new Float32Array(columns * rows).fill(1);
  const field = { columns, rows, standing, island, worn: new Float32Array(columns * rows), labels: [], clear };
  [...islands.values()].forEach((oval, number) => {
    const { middle, halfWidth, halfHeight } = oval;
    eachIn(field, boxAround(middle, 2 * halfWidth, 2 * halfHeight), (cell) => {
      if (holds(oval, placeOf(field, cell))) island[cell] = number;
    });
  });
  const stand = (box: Box, cost: number, away: (place: Place) => number): void => {
    eachIn(field, widened(box, clear + NEAR), (cell) => {
      const distance = away(placeOf(field, cell)) - clear;
      const price = distance < 0 ? cost : 1 + COST.near * Math.max(0, 1 - distance / NEAR);
      standing[cell] = Math.max(standing[cell] ?? 0, price);
    });
  };
  for (const unit of units) {
    const box = boxAround(unit, 2 * unit.reach);
    stand(box, COST.unit, (place) =>
      unit.isSquare ? awayFrom(box, place) : Math.hypot(place.x - unit.x, place.y - unit.y) - unit.reach,
    );
  }
  for (const word of words) stand(word, COST.word, (place) => awayFrom(word, place));
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const { x, y } = placeOf(field, cell);
    if (x < clear || y < clear || x > width - clear || y > height - clear) standing[cell] = COST.edge;
  }
  return { ...field, keys: [...islands.keys()] };
}

function hindranceFor(field: Cells, { home, from, radius, to }: Wish): (cell: number) => number {
  const { standing, worn, island, keys, clear } = field;
  const [own, goal] = [keys.indexOf(home), keys.indexOf(to)];
  const around = new Set<number>();
  const free = radius + clear + NEAR;
  eachIn(field, boxAround(from, 2 * free), (cell) => {
    const { x, y } = placeOf(field, cell);
    if (Math.hypot(x - from.x, y - from.y) < free && (standing[cell] ?? 0) < COST.word) around.add(cell);
  });
  return (cell) => {
    if (around.has(cell)) return 1;
    const on = island[cell] ?? -1;
    const isForeign = on >= 0 && on !== own && on !== goal;
    return (standing[cell] ?? 1) + (worn[cell] ?? 0) + (isForeign ? COST.foreign : 0);
  };
}

/** From the unit's rim to the division's: the cheapest way, drawn tight, and then smooth. */
function wayOf(field: Cells, wish: Wish, oval: Oval): Place[] {
  const { from, radius, to } = wish;
  const hindrance = hindranceFor(field, wish);
  const goal = field.keys.indexOf(to);
  const reach = Math.max(oval.halfWidth, oval.halfHeight);
  const way = cheapestWay(field, {
    from: cellAt(field, from),
    isGoal: (cell) => field.island[cell] === goal,
    costOf: hindrance,
    leftFrom: (cell) => {
      const { x, y } = placeOf(field, cell);
      return Math.max(0, Math.hypot(x - oval.middle.x, y - oval.middle.y) - reach) / STEP;
    },
  });
  const places = [from, ...(way.length < 2 ? [oval.middle] : way.slice(1).map((cell) => placeOf(field, cell)))];
  const at = (place: Place): number => hindrance(cellAt(field, place));
  const taut = tightened(places, at);
  const dock = rimBetween(oval, taut.at(-2) ?? from, taut.at(-1) ?? oval.middle);
  const points = wire(field, [...taut.slice(0, -1), dock], at);
  const rim = { middle: from, halfWidth: radius + 2, halfHeight: radius + 2 };
  const outside = Math.max(
    1,
    points.findIndex((point) => !holds(rim, point)),
  );
  return [rimBetween(rim, points[outside] ?? dock, points[outside - 1] ?? from), ...points.slice(outside)];
}

/** Smooth across lines laid before where it only crosses them, and beside them where it would run along them. */
function wire(field: Cells, corners: readonly Place[], hindrance: (place: Place) => number): readonly Place[] {
  const worn = (place: Place): number => field.worn[cellAt(field, place)] ?? 0;
  const hard = (place: Place): number => {
    const rest = hindrance(place) - worn(place);
    return rest < COST.label ? 0 : rest;
  };
  const [over, beside] = [smoothed(corners, hard), smoothed(corners, (place) => hard(place) + worn(place))];
  const sharing = (points: readonly Place[]): number => points.filter((point) => worn(point) > 0).length;
  return sharing(over) - sharing(beside) > ALONG ? beside : over;
}

/** What a straight way may cost more than the one it replaces. */
const SLACK = 1.03;

function tightened(places: readonly Place[], hindrance: (place: Place) => number): Place[] {
  const costOf = (from: Place, to: Place): number => {
    const steps = straight(from, to);
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return steps.reduce((sum, place) => sum + hindrance(place), 0) * (length / steps.length);
  };
  const spent = [0];
  for (const [at, place] of places.entries())
    if (at > 0) spent.push((spent.at(-1) ?? 0) + costOf(places[at - 1] ?? place, place));
  const kept: Place[] = [];
  for (let at = 0; at < places.length;) {
    const here = places[at];
    if (here === undefined) break;
    kept.push(here);
    let next = places.length - 1;
    while (next > at + 1) {
      const along = (spent[next] ?? 0) - (spent[at] ?? 0);
      if (costOf(here, places[next] ?? here) <= along * SLACK + 1) break;
      next -= next - at > 24 ? 4 : 1;
    }
    at = next > at ? next : places.length;
  }
  return kept;
}

/** A line is a hindrance to those after it, and most at its dock and its number. */
function wear(field: Cells, { points, dock }: Pick<Route, 'points' | 'dock'>, label: Box): void {
  const touched = new Map<number, number>();
  const add = (box: Box, cost: number): void => {
    eachIn(field, box, (cell) => touched.set(cell, Math.max(touched.get(cell) ?? 0, cost)));
  };
  const isNarrow = field.columns * STEP < NARROW.width;
  for (const point of points) {
    add(boxAround(point, 2 * (isNarrow ? NARROW.beside : BESIDE)), isNarrow ? NARROW.cost.beside : COST.beside);
    if (isNarrow) add(boxAround(point, 2 * NARROW.upon), NARROW.cost.upon);
  }
  add(boxAround(dock, 2 * DOCK_ROOM), COST.dock);
  add(label, COST.label);
  for (const [cell, cost] of touched) field.worn[cell] = (field.worn[cell] ?? 0) + cost;
}

/** The place on the line where its number lies least on anything else. */
function labelOn(
  points: readonly Place[],
  { label: { width, height } }: Wish,
  { words, units, islands, ...size }: Ground,
  others: readonly Route[],
  labels: readonly Box[],
): Place {
  const lines = others.flatMap((other) => other.points);
  const ovals = [...islands.values()];
  const squares = units.map((unit) => boxAround(unit, 2 * unit.reach));
  const faultsAt = (place: Place, at: number): number => {
    const box = boxAround(place, width, height);
    const meeting = (boxes: readonly Box[]): number => boxes.filter((other) => shared(box, other) > 0).length;
    const isOver = box.left < 0 || box.right > size.width || box.top < 0 || box.bottom > size.height;
    return (
      LABEL_FAULTS.word * (meeting(words) + meeting(labels)) +
      LABEL_FAULTS.unit * meeting(squares) +
      LABEL_FAULTS.island * ovals.filter((oval) => holds(oval, place)).length +
      LABEL_FAULTS.line * lines.filter((point) => isIn(point, box)).length +
      (isOver ? LABEL_FAULTS.edge : 0) +
      LABEL_FAULTS.off * Math.abs(at / points.length - 0.45)
    );
  };
  // Near the picture's edge a wide one stands beside the middle of its line, rather than beyond the edge.
  const half = width / 2 + 1;
  const places = points.map(({ x, y }) => ({ x: Math.min(Math.max(x, half), size.width - half), y }));
  const faults = places.map(faultsAt);
  return places[faults.indexOf(Math.min(...faults))] ?? { x: 0, y: 0 };
}

function eachIn(field: Field, { left, top, right, bottom }: Box, act: (cell: number) => void): void {
  const [first, last] = [Math.max(0, Math.ceil(left / STEP)), Math.min(field.columns - 1, Math.floor(right / STEP))];
  const end = Math.min(field.rows - 1, Math.floor(bottom / STEP));
  for (let row = Math.max(0, Math.ceil(top / STEP)); row <= end; row += 1)
    for (let column = first; column <= last; column += 1) act(row * field.columns + column);
}

function placeOf({ columns }: Field, cell: number): Place {
  return { x: (cell % columns) * STEP, y: Math.floor(cell / columns) * STEP };
}

function cellAt({ columns, rows }: Field, { x, y }: Place): number {
  const column = Math.min(columns - 1, Math.max(0, Math.round(x / STEP)));
  return Math.min(rows - 1, Math.max(0, Math.round(y / STEP))) * columns + column;
}
