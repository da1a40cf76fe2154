import { WindowBucket } from './bucket.ts';

/** A service that says how much of its limit is used says so from this share on. */
const SAFE_SHARE = 0.8;
/** Over so long we count, and so long a slowdown is kept before it is eased; the directory's window. */
const SPAN_MS = 10_000;
const EASED_BY = 1.1;
/** Units in a span; nobody is slowed down further. */
const LEAST = 10;

/**
 * Slows a service down before it has to refuse: told that a share of its limit is used that is near the whole, it gets
 * in the next ten seconds as much as would be four fifths of the limit, reckoned from what it got in the last ten.
 * Others may be using it up too, or we over all tenants: therefore what we send is what is changed, however little it
 * is. Once the service says nothing of it any more, the limit rises step by step until it binds nobody.
 */
export class Slowdown {
  readonly #window = new WindowBucket(() => this.#most, SPAN_MS);
  #most = Infinity;
  #changedAt = -Infinity;

  roomAt(units: number, now: number): number {
    return this.#window.roomAt(units, now);
  }

  take(units: number): void {
    this.#window.take(units);
  }

  /**
   * A request is over.
   *
   * @param share of the service's limit that is used, 1 for all of it; undefined where the service said nothing
   */
  settle(units: number, counted: number, share: number | undefined, sentAt: number, now: number): void {
    this.#window.settle(units, counted, now);
    if (share !== undefined && share > SAFE_SHARE) this.#slowDown(share, now);
    // What was sent before the last change knows nothing of it; and the service counts over a span of its own.
    else if (sentAt > this.#changedAt && now - this.#changedAt >= SPAN_MS) this.#ease(now);
  }

  #slowDown(share: number, now: number): void {
    const most = Math.max(LEAST, Math.floor((this.#window.held(now) * SAFE_SHARE) / share));
    this.#most = Math.min(this.#most, most);
    this.#changedAt = now;
  }

  #ease(now: number): void {
    if (this.#most === Infinity) return;
    this.#most = this.#window.held(now) < this.#most / 2 ? Infinity : this.#most * EASED_BY;
    this.#changedAt = now;
  }
}
