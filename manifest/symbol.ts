/**
 * The mark of the product: two units, each held by one bow of a single line that leads from the one to the other. It
 * reads as an S, and as interplay. Everything is measured in a square of side 1 with its middle at (0, 0) and y downward;
 * the symbol touches the square's four sides.
 */
const TILT = Math.PI / 4;
const STROKE = 0.145;
const BOW = 0.25;
const UNIT = 0.1;
/** How far each bow goes round its unit; the rest is the opening. */
const REACH_ROUND = (Math.PI * 3) / 2;

export interface Distances {
  /** To the edge of the line, negative inside it, in sides of the square. */
  readonly line: number;
  /** To the edge of the nearer unit, likewise. */
  readonly units: number;
}

/** How far a point of the square is from the symbol's two parts. */
export function distancesTo(x: number, y: number): Distances {
  const [across, along] = [Math.cos(TILT), Math.sin(TILT)];
  const point = { x: x * across + y * along, y: y * across - x * along };
  const opposite = { x: -point.x, y: -point.y };
  return {
    line: Math.min(toBow(point), toBow(opposite)) - STROKE / 2,
    units: Math.min(Math.hypot(point.x, point.y + BOW), Math.hypot(point.x, point.y - BOW)) - UNIT,
  };
}

/** To the middle of the bow that starts in the middle of the square and goes round (0, −BOW), by its left side first. */
function toBow({ x, y }: { readonly x: number; readonly y: number }): number {
  const up = y + BOW;
  const turned = (Math.atan2(up, x) - Math.PI / 2 + Math.PI * 4) % (Math.PI * 2);
  if (turned <= REACH_ROUND) return Math.abs(Math.hypot(x, up) - BOW);
  const end = Math.PI / 2 + REACH_ROUND;
  return Math.min(Math.hypot(x, y), Math.hypot(x - BOW * Math.cos(end), up - BOW * Math.sin(end)));
}
