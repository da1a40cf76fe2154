/** The first place in a list ordered by time at or after a moment, by halving; the list's length when there is none. */
export function firstFrom<Item>(items: readonly Item[], timeOf: (item: Item) => number, moment: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && timeOf(item) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From the first to the last moment of something; undefined of nothing. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The range that takes in one more moment. */
export function widened(range: Range | undefined, moment: number): Range {
  return { first: Math.min(range?.first ?? moment, moment), last: Math.max(range?.last ?? moment, moment) };
}
