import { pauseAfter } from './patience.ts';

const SHORTEST_PAUSE_MS = 1_000;

/**
 * A time in which nothing is sent, because the other side asked for it. Where it did not say how long, pauses in a row
 * grow exponentially with jitter, up to a minute.
 */
export class Pause {
  #until = 0;
  #begun = -Infinity;
  #inARow = 0;

  get until(): number {
    return this.#until;
  }

  /**
   * A request was told to wait. One sent before the present pause began says nothing new, unless it says how long.
   *
   * @param toldMs undefined where it was not told how long
   */
  begin(sentAt: number, now: number, toldMs: number | undefined, random: (size: number) => Uint8Array): void {
    const isNew = sentAt > this.#begun;
    const ms = toldMs ?? (isNew ? SHORTEST_PAUSE_MS + pauseAfter(this.#inARow, random) : 0);
    this.#until = Math.max(this.#until, now + ms);
    if (!isNew) return;
    this.#inARow += 1;
    this.#begun = now;
  }

  /** A request went well: the next pause is a first one again, unless it was sent before this one began. */
  end(sentAt: number): void {
    if (sentAt > this.#begun) this.#inARow = 0;
  }
}
