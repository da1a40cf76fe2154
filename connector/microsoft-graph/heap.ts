/** Items by their rank, least first; a binary heap: log n comparisons an item. */
export class Heap<Item> {
  readonly #items: { readonly rank: number; readonly item: Item }[] = [];

  /** The least, left where it is. */
  get first(): { readonly rank: number; readonly item: Item } | undefined {
    return this.#items[0];
  }

  push(rank: number, item: Item): void {
    const items = this.#items;
    const entry = { rank, item };
    let at = items.length;
    items.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || parent.rank <= rank) break;
      items[at] = parent;
      at = above;
    }
    items[at] = entry;
  }

  /** Takes the least away. */
  pop(): Item | undefined {
    const items = this.#items;
    const least = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.#sink(last);
    return least?.item;
  }

  #sink(entry: { readonly rank: number; readonly item: Item }): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const below = (items[right]?.rank ?? Infinity) < (items[left]?.rank ?? Infinity) ? right : left;
      const child = items[below];
      if (child === undefined || child.rank >= entry.rank) break;
      items[at] = child;
      at = below;
    }
    items[at] = entry;
  }
}
