import type { Place } from './island-places.ts';

interface Oval {
  readonly middle: Place;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface ContactCurve {
  /** The path, from the unit's rim to the division's. */
  readonly d: string;
  /** Where it meets the division's rim. */
  readonly dock: Place;
  /** On the line, nearer to the unit: there lines from different units are still apart. */
  readonly label: Place;
}

/** How far a line bends towards the middle of the picture, so that lines between neighbours do not lie on each other. */
const BEND = 0.22;
const HALVINGS = 24;
const LABEL_AT = 0.36;

/**
 * A line from a unit to a division: it ends on the division's rim, never at a unit inside, because whom it is with is not
 * released.
 *
 * @param radius of the unit, in px
 */
export function contactCurve(from: Place, radius: number, to: Oval, middle: Place): ContactCurve {
  const [mx, my] = [(from.x + to.middle.x) / 2, (from.y + to.middle.y) / 2];
  const most = BEND * Math.hypot(to.middle.x - from.x, to.middle.y - from.y);
  const away = Math.hypot(middle.x - mx, middle.y - my);
  const bend = toward({ x: mx, y: my }, middle, Math.min(most, BEND * away));
  const dock = rimToward(to, bend);
  const start = toward(from, bend, radius);
  return { d: `M${said(start)}Q${said(bend)} ${said(dock)}`, dock, label: alongCurve(start, bend, dock, LABEL_AT) };
}

/** The point a part of the way along a quadratic curve. */
function alongCurve(from: Place, bend: Place, to: Place, part: number): Place {
  const rest = 1 - part;
  const mix = (a: number, b: number, c: number): number => rest * rest * a + 2 * rest * part * b + part * part * c;
  return { x: mix(from.x, bend.x, to.x), y: mix(from.y, bend.y, to.y) };
}

function toward(from: Place, to: Place, distance: number): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

/** The point of the rim in the direction of another point, by halving. */
function rimToward(oval: Oval, point: Place): Place {
  let [inside, outside] = [0, Math.hypot(oval.halfWidth, oval.halfHeight)];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (inside + outside) / 2;
    if (holds(oval, toward(oval.middle, point, middle))) inside = middle;
    else outside = middle;
  }
  return toward(oval.middle, point, inside);
}

function holds({ middle, halfWidth, halfHeight }: Oval, { x, y }: Place): boolean {
  const round = Math.min(halfWidth, halfHeight);
  const [dx, dy] = [Math.abs(x - middle.x) - halfWidth + round, Math.abs(y - middle.y) - halfHeight + round];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) <= round;
}

function said({ x, y }: Place): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
