/** First in, first out, at constant cost on average however many there are. */
export class Fifo<Item> {
  /** From `#head` on. */
  #items: Item[] = [];
  #head = 0;

  get first(): Item | undefined {
    return this.#items[this.#head];
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  /** Takes the first away. */
  shift(): void {
    this.#head += 1;
    if (this.#head < this.#items.length / 2) return;
    this.#items = this.#items.slice(this.#head);
    this.#head = 0;
  }

  /** Takes one away wherever it is; costs as much as there are. */
  remove(item: Item): void {
    const at = this.#items.indexOf(item, this.#head);
    if (at >= 0) this.#items.splice(at, 1);
  }

  /** Takes all away. */
  empty(): Item[] {
    const items = this.#items.slice(this.#head);
    this.#items = [];
    this.#head = 0;
    return items;
  }
}
