import type { Place } from './island-places.ts';
import { between } from './oval.ts';

/** How close to each other the places of a line stand, in px. */
const CLOSE = 8;
const TURNS = 120;
/** How far of its way to the middle of its neighbours a place moves in a turn. */
const PULL = 0.7;

/** Places on the way from one to another, the last included. */
export function straight(from: Place, to: Place, close = CLOSE): Place[] {
  const steps = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / close));
  return Array.from({ length: steps }, (_, step) => between(from, to, (step + 1) / steps));
}

/**
 * A line through these corners, made smooth as a wire is: each of its places moves towards the middle of its neighbours, in
 * turns, as long as it meets nothing there that it did not meet before.
 *
 * @param corners two or more; the first and the last stay where they are
 * @param standing what stands at a place; 0 where nothing does
 */
export function smoothed(corners: readonly Place[], standing: (place: Place) => number): readonly Place[] {
  const [start = { x: 0, y: 0 }] = corners;
  const points = [start, ...corners.slice(1).flatMap((corner, at) => straight(corners[at] ?? start, corner))];
  const met = points.map(standing);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (let at = 1; at < points.length - 1; at += 1) {
      const [before, here, after] = [points[at - 1] ?? start, points[at] ?? start, points[at + 1] ?? start];
      const next = {
        x: here.x + PULL * ((before.x + after.x) / 2 - here.x),
        y: here.y + PULL * ((before.y + after.y) / 2 - here.y),
      };
      const meets = standing(next);
      if (meets > (met[at] ?? 0)) continue;
      points[at] = next;
      met[at] = meets;
    }
  return points;
}

/** A path that is smooth at each of these places. */
export function pathThrough(points: readonly Place[]): string {
  const [start = { x: 0, y: 0 }] = points;
  const last = points.at(-1) ?? start;
  const turns = points.slice(1, -1).map((point, at) => {
    const next = points[at + 2] ?? last;
    return `Q${said(point)} ${said(at === points.length - 3 ? last : between(point, next, 0.5))}`;
  });
  return `M${said(start)}${turns.length === 0 ? `L${said(last)}` : turns.join('')}`;
}

function said({ x, y }: Place): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
