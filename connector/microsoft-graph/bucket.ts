/** One published limit. */
export type Limit =
  /** At most so many units in any stretch of time of this length; a limit that becomes known later is asked for anew. */
  | { readonly kind: 'window'; readonly most: number | (() => number); readonly perMs: number }
  /** So many requests a second in the long run, sent evenly. */
  | { readonly kind: 'rate'; readonly perSecond: number }
  /** At most so many requests under way. */
  | { readonly kind: 'at-once'; readonly most: number };

/** Keeps one limit for one thing it is counted for. Moments are milliseconds on a clock that never goes back. */
export interface Bucket {
  /** The first moment from `now` on with room for so many units; Infinity where only the end of a request makes room. */
  roomAt(units: number, now: number): number;
  /** A request is sent. */
  take(units: number, now: number): void;
  /** It is over, and counted for `counted` units where it was thought to take `units`. */
  settle(units: number, counted: number, now: number): void;
  /** Whether it may be forgotten: it would answer everything as a new one does. */
  isEmpty(now: number): boolean;
}

export function bucketOf(limit: Limit): Bucket {
  switch (limit.kind) {
    case 'window':
      return new WindowBucket(limit.most, limit.perMs);
    case 'rate':
      return new RateBucket(limit.perSecond);
    case 'at-once':
      return new SlotBucket(limit.most);
  }
}

/** Clocks are read in whole milliseconds: a stretch that reads as W may have been a millisecond shorter. */
const TICK_MS = 1;

/**
 * A sliding window, exact. Nobody tells when between its sending and its answer a request was counted over there, so
 * it counts here from its sending until one window after its answer: whatever the network does, no window holds more.
 *
 * Memory: one entry for each moment at which something was settled within the window, so never more than the limit.
 */
export class WindowBucket implements Bucket {
  readonly #most: () => number;
  readonly #perMs: number;
  #open = 0;
  #kept = 0;
  /** Moment and units by turns, from `#head` on, oldest first. */
  #log: number[] = [];
  #head = 0;

  constructor(most: number | (() => number), perMs: number) {
    this.#most = typeof most === 'number' ? () => most : most;
    this.#perMs = perMs;
  }

  roomAt(units: number, now: number): number {
    this.#forget(now);
    let missing = this.#open + this.#kept + units - this.#most();
    for (let at = this.#head; missing > 0; at += 2) {
      if (at >= this.#log.length) return Infinity;
      missing -= this.#log[at + 1] ?? 0;
      if (missing <= 0) return this.#leavesAt(at);
    }
    return now;
  }

  take(units: number): void {
    this.#open += units;
  }

  settle(units: number, counted: number, now: number): void {
    this.#open -= units;
    this.#kept += counted;
    const last = this.#log.length - 2;
    if (last >= this.#head && this.#log[last] === now) this.#log[last + 1] = (this.#log[last + 1] ?? 0) + counted;
    else if (this.#log.length === 0) this.#log = [now, counted];
    else this.#log.push(now, counted);
  }

  isEmpty(now: number): boolean {
    return this.held(now) === 0;
  }

  /** How many units it holds. */
  held(now: number): number {
    this.#forget(now);
    return this.#open + this.#kept;
  }

  #leavesAt(at: number): number {
    return (this.#log[at] ?? 0) + this.#perMs + TICK_MS;
  }

  #forget(now: number): void {
    for (; this.#head < this.#log.length && this.#leavesAt(this.#head) <= now; this.#head += 2) {
      this.#kept -= this.#log[this.#head + 1] ?? 0;
    }
    if (this.#head === 0 || this.#head < this.#log.length / 2) return;
    this.#log = this.#log.slice(this.#head);
    this.#head = 0;
  }
}

/**
 * Who is woken late may make up for this much, so that a timer's lateness costs no throughput. With it a second of
 * 83 % of a listed rate still holds less than that rate: of 20 a second eighteen, of 200 a hundred and seventy-five.
 */
const LATENESS_MS = 50;

/**
 * An even pace (the virtual scheduling form of GCRA, ITU-T I.371 annex A). Counted by the moment of sending: what a
 * rate below the listed one leaves free is there for the network's unevenness.
 */
class RateBucket implements Bucket {
  readonly #intervalMs: number;
  /** When the next one would go if all went evenly. */
  #next = 0;

  constructor(perSecond: number) {
    this.#intervalMs = 1000 / perSecond;
  }

  roomAt(_: number, now: number): number {
    return Math.max(now, this.#next - LATENESS_MS);
  }

  take(units: number, now: number): void {
    this.#next = Math.max(now, this.#next) + this.#intervalMs * units;
  }

  settle(): void {
    // Sending is what counts.
  }

  isEmpty(now: number): boolean {
    return this.#next <= now;
  }
}

class SlotBucket implements Bucket {
  readonly #most: number;
  #open = 0;

  constructor(most: number) {
    this.#most = most;
  }

  roomAt(_: number, now: number): number {
    return this.#open < this.#most ? now : Infinity;
  }

  take(): void {
    this.#open += 1;
  }

  settle(): void {
    this.#open -= 1;
  }

  isEmpty(): boolean {
    return this.#open === 0;
  }
}
