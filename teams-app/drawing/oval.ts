import type { Place } from './island-places.ts';

/** A rectangle with round ends, which is a circle where both halves are alike. */
export interface Oval {
  readonly middle: Place;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const HALVINGS = 24;

/** Its rim included. */
export function holds({ middle, halfWidth, halfHeight }: Oval, { x, y }: Place): boolean {
  const round = Math.min(halfWidth, halfHeight);
  const [dx, dy] = [Math.abs(x - middle.x) - halfWidth + round, Math.abs(y - middle.y) - halfHeight + round];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) <= round;
}

/** Where the way from a point outside to one inside meets the rim, by halving. */
export function rimBetween(oval: Oval, outside: Place, inside: Place): Place {
  let [out, within] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const part = (out + within) / 2;
    if (holds(oval, between(outside, inside, part))) within = part;
    else out = part;
  }
  return between(outside, inside, within);
}

/** The point a part of the way from one to another, 0 to 1. */
export function between(from: Place, to: Place, part: number): Place {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
