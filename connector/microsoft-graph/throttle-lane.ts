import { bucketOf, type Bucket, type Limit } from './bucket.ts';
import { Fifo } from './fifo.ts';
import { Pause } from './pause.ts';

/** One who waits for admission. */
export interface Waiter {
  /** The order in which they came. */
  readonly ticket: number;
  readonly units: number;
  readonly admit: (admitted: Admitted) => void;
  readonly refuse: (error: Error) => void;
}

/** One who was admitted, until they are released. */
export interface Admitted {
  readonly lane: Lane;
  readonly units: number;
  readonly sentAt: number;
  readonly isProbe: boolean;
}

/** Those who wait for one mailbox, user, chat or report, in the order in which they came, and its own limits. */
export class Lane {
  readonly key: string;
  /** Where the service's queue holds it: in turn, until a moment, until an answer comes, or nowhere. */
  place: 'in-turn' | 'until-a-moment' | 'until-an-answer' | 'nowhere' = 'nowhere';
  /** How often the queue has noted that it was used, and not yet forgotten. */
  notes = 0;
  readonly waiting = new Fifo<Waiter>();
  readonly #buckets: readonly Bucket[];
  #open = 0;
  #pause: Pause | undefined;

  constructor(key: string, limits: readonly Limit[]) {
    this.key = key;
    this.#buckets = limits.map(bucketOf);
  }

  roomAt(units: number, now: number): number {
    return this.#buckets.reduce(
      (at, bucket) => Math.max(at, bucket.roomAt(units, now)),
      Math.max(now, this.#pause?.until ?? 0),
    );
  }

  take(units: number, now: number): void {
    this.#open += 1;
    for (const bucket of this.#buckets) bucket.take(units, now);
  }

  settle(units: number, counted: number, now: number): void {
    this.#open -= 1;
    for (const bucket of this.#buckets) bucket.settle(units, counted, now);
  }

  /** What is its own is to be left alone (see Pause). */
  pause(...asked: Parameters<Pause['begin']>): void {
    this.#pause ??= new Pause();
    this.#pause.begin(...asked);
  }

  /** Whether it may be forgotten. */
  isIdle(now: number): boolean {
    if (this.#open > 0 || this.waiting.first !== undefined || (this.#pause?.until ?? 0) > now) return false;
    return this.place === 'nowhere' && this.#buckets.every((bucket) => bucket.isEmpty(now));
  }
}
