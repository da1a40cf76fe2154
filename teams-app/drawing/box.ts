import type { Place } from './island-places.ts';

/** An upright rectangle, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** @param width and height of the whole box */
export function boxAround({ x, y }: Place, width: number, height = width): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** The area that two boxes share, in px²; 0 where they only touch. */
export function shared(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

/** The box with this much more to each side. */
export function widened({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

export function movedBy({ left, top, right, bottom }: Box, { x, y }: Place): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

export function isIn({ x, y }: Place, { left, top, right, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** How far a place is from a box; 0 within. */
export function awayFrom({ left, top, right, bottom }: Box, { x, y }: Place): number {
  return Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
}
