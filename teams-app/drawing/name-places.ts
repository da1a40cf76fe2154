import { awayFrom, type Box, boxAround, shared, widened } from './box.ts';
import type { Place } from './island-places.ts';
import { nameLines } from './name-lines.ts';
import { holds, type Oval } from './oval.ts';
import { textWidth } from './text-width.ts';

/** A circle that is to be named, where it stands. */
export interface NamedCircle extends Place {
  readonly id: string;
  readonly name: string;
  readonly radius: number;
}

export interface NamePlace {
  /** The middle of every line. */
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly box: Box;
}

export const NAME_SIZE = 12;
export const NAME_LEADING = 13;
/** A sign around a circle, its rays or its wall, ends this far from its rim. */
export const SIGN_ROOM = 8;
const ASCENT = 10;
const SWEEPS = 8;
/** So far over the rim a corner of a name may stand, in px. */
const SHORE = 5;

/** A name stands at least so much nearer its own circle than any other, and rather more, in px. */
const NEARER = { least: 3, rather: 7 };
/** Names that stand closer than this read as one, in px. */
const APART = 10;

/** How much each fault weighs against a name's usual place under its circle, in one line if it goes. */
const COST = {
  overlap: 100,
  outside: 6,
  above: 4,
  beside: 6,
  shifted: 3,
  aslant: 8,
  line: 2,
  hyphen: 6,
  cut: 40,
  near: 4,
  close: 4,
};

interface Candidate extends NamePlace {
  readonly cost: number;
}

/**
 * Where names stand around their circles: each has several places to choose from and takes the one that lies least on
 * circles and other names, in turns until nobody moves; of several orders the best counts. One that finds no
 * free place in the end, or none that is clearly nearer its own circle than every other, has none. No chance and no browser: the
 * same circles are named alike.
 *
 * @param circles the first before the last where not all find room; ids are unique; all on one island
 * @param island within whose rim names would rather stand, and beyond which never
 * @param title what stands above it
 * @param cell how far from its circle's middle a name may reach, in px
 */
export function namePlaces(
  circles: readonly NamedCircle[],
  island: Oval,
  title: Box,
  cell: number,
): ReadonlyMap<string, NamePlace> {
  const squares = [title, ...circles.map((circle) => boxAround(circle, 2 * (circle.radius + SIGN_ROOM)))];
  const choices = circles.map((circle) => candidatesOf(circle, circles, island, cell, squares));
  const inTurn = [...circles.keys()];
  const orders = [inTurn, inTurn.toReversed(), inTurn.toSorted((a, b) => (circles[a]?.x ?? 0) - (circles[b]?.x ?? 0))];
  const settled = orders.map((order) => settledIn(order, choices));
  const costs = settled.map(totalOf);
  const chosen = settled[costs.indexOf(Math.min(...costs))] ?? [];
  const kept = new Map<string, NamePlace>();
  circles.forEach(({ id }, at) => {
    const own = chosen[at];
    if (own === undefined || own.cost >= COST.overlap) return;
    if (![...kept.values()].some(({ box }) => shared(box, own.box) > 0)) kept.set(id, own);
  });
  return kept;
}

type Choice = Candidate | undefined;

/** In this order each takes what costs least beside the others, in turns until nobody moves. */
function settledIn(order: readonly number[], choices: readonly (readonly Candidate[])[]): readonly Choice[] {
  const chosen: Choice[] = choices.map(([first]) => first);
  for (let sweep = 0, moved = true; moved && sweep < SWEEPS; sweep += 1) {
    moved = false;
    for (const at of order) {
      const candidates = choices[at] ?? [];
      const others = chosen.filter((_, index) => index !== at);
      const costs = candidates.map((own) => own.cost + amongst(own, others));
      const best = candidates[costs.indexOf(Math.min(...costs))];
      moved ||= best !== chosen[at];
      chosen[at] = best;
    }
  }
  return chosen;
}

function totalOf(chosen: readonly Choice[]): number {
  return chosen.reduce(
    (sum, own, at) => sum + (own === undefined ? 0 : own.cost + amongst(own, chosen.slice(at + 1))),
    0,
  );
}

/** What a place costs for the names around it. */
function amongst({ box }: Candidate, others: readonly Choice[]): number {
  const around = widened(box, APART);
  let cost = 0;
  for (const other of others) {
    if (other === undefined || shared(around, other.box) === 0) continue;
    cost += shared(box, other.box) > 0 ? COST.overlap + COST.close : COST.close;
  }
  return cost;
}

/** Every place with what it costs as long as no other name stands there; the usual one first. */
function candidatesOf(
  circle: NamedCircle,
  circles: readonly NamedCircle[],
  island: Oval,
  cell: number,
  squares: readonly Box[],
): Candidate[] {
  const { halfWidth, halfHeight } = island;
  const shore = { ...island, halfWidth: halfWidth + SHORE, halfHeight: halfHeight + SHORE };
  const wraps = [2 * cell - 4, 1.5 * cell, 2.6 * cell, 1.1 * cell, 0.8 * cell].flatMap((width) =>
    [1, 2, 3].map((most) => nameLines(circle.name, { width, size: NAME_SIZE, most })),
  );
  const others = circles.filter(({ id }) => id !== circle.id);
  const different = [...new Map(wraps.map((lines) => [lines.join('\n'), lines])).values()];
  return different
    .flatMap((lines) => placesOf(circle, lines))
    .map(({ cost, ...place }) => {
      const onCircles = squares.filter((square) => shared(place.box, square) > 0).length;
      const isOver = cornersOutside(place.box, shore) > 0;
      const nearer = Math.min(...others.map((other) => gapTo(other, place.box))) - gapTo(circle, place.box);
      const faults = onCircles + (isOver ? 1 : 0) + (nearer < NEARER.least ? 1 : 0);
      const doubts = COST.outside * cornersOutside(place.box, island) + (nearer < NEARER.rather ? COST.near : 0);
      return { ...place, cost: cost + COST.overlap * faults + doubts };
    });
}

/** Under, above and beside the circle, and aslant of it. */
function placesOf(circle: NamedCircle, lines: readonly string[]): Candidate[] {
  const width = Math.max(...lines.map((line) => textWidth(line, NAME_SIZE)));
  const height = NAME_LEADING * lines.length;
  const off = circle.radius + SIGN_ROOM;
  const [aside, below] = [off + 1 + width / 2, off + 1 + height / 2];
  const ending = (sign: string): number => lines.filter((line) => line.endsWith(sign)).length;
  const rest = COST.cut * ending('…') + COST.hyphen * ending('-') + COST.line * (lines.length - 1);
  const places: readonly (readonly [dx: number, dy: number, cost: number])[] = [
    [0, below, 0],
    [0, -below, COST.above],
    [aside, 0, COST.beside],
    [-aside, 0, COST.beside],
    ...[-1, 1].flatMap((right) => [
      [right * aside * 0.25, below, COST.shifted] as const,
      [right * aside * 0.25, -below, COST.shifted + COST.above] as const,
    ]),
    ...[-1, 1].flatMap((right) =>
      [1, -1].map((down) => [right * aside * 0.55, down * below, COST.aslant - down] as const),
    ),
    ...[-1, 1].flatMap((right) => [1, -1].map((down) => [right * aside, down * off, COST.aslant - down] as const)),
  ];
  return places.map(([dx, dy, cost]) => {
    const middle = { x: circle.x + dx, y: circle.y + dy };
    const box = boxAround(middle, width, height);
    return { x: middle.x, y: box.top + ASCENT, lines, box, cost: cost + rest };
  });
}

/** From a circle's rim, in px. */
function gapTo(circle: NamedCircle, box: Box): number {
  return awayFrom(box, circle) - circle.radius;
}

function cornersOutside({ left, top, right, bottom }: Box, island: Oval): number {
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => ({ x, y })));
  return corners.filter((corner) => !holds(island, corner)).length;
}
