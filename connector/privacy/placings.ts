import type { Placing, UnitOrigin } from './membership.ts';
import type { Day } from './period.ts';

/** Fewer than this are not told apart, so that nobody is found by being the one who was placed otherwise. */
const FEWEST_HEADS = 20;

/** How many people were placed by one origin on one day; by several of few heads together; or by none. */
export interface PlacedHeads {
  readonly origin: UnitOrigin | 'others' | 'none';
  /** Null where there is no one day. */
  readonly on: Day | null;
  /** Null where they are fewer than 20. */
  readonly heads: number | null;
}

/**
 * Where everybody's unit came from, in totals over the whole organisation and never by unit: most heads first, then what
 * was too few to stand alone, then the people without a unit. As public as headcounts are, and like them untouched by
 * objections.
 *
 * @returns empty where there is nobody
 */
export function placedHeads(people: readonly { readonly unit: string; readonly placedBy: Placing }[]): PlacedHeads[] {
  const placed = people.filter(({ unit }) => unit !== '');
  const groups = [...Map.groupBy(placed, ({ placedBy }) => `${placedBy.origin} ${placedBy.on}`).values()].flatMap(
    ([first, ...rest]) => (first === undefined ? [] : [{ ...first.placedBy, heads: 1 + rest.length }]),
  );
  const large = groups.filter(({ heads }) => heads >= FEWEST_HEADS).sort((a, b) => b.heads - a.heads);
  const others = groups.filter(({ heads }) => heads < FEWEST_HEADS).reduce((sum, { heads }) => sum + heads, 0);
  return [...large, ...together('others', others), ...together('none', people.length - placed.length)];
}

function together(origin: 'others' | 'none', heads: number): PlacedHeads[] {
  return heads === 0 ? [] : [{ origin, on: null, heads: heads < FEWEST_HEADS ? null : heads }];
}
