import { pauseAfter } from './patience.ts';

/** Failures in a row after which a service is left alone. */
const FAILURES_TO_OPEN = 10;
const SHORTEST_PAUSE_MS = 1_000;

/**
 * Leaves a service alone that fails again and again: after ten failures in a row nothing goes there for a pause, then
 * one request, the probe. Its success closes the breaker; its failure makes the next pause longer, up to a minute.
 * What was sent before and ends meanwhile changes nothing.
 */
export class CircuitBreaker {
  readonly #random: (size: number) => Uint8Array;
  #failures = 0;
  /** How often it opened since it last closed; 0 while closed. */
  #openings = 0;
  #openUntil = 0;
  #probing = false;

  /** @param random cryptographic randomness, for the length of pauses */
  constructor(random: (size: number) => Uint8Array) {
    this.#random = random;
  }

  /** How often it opened since it last closed. */
  get openings(): number {
    return this.#openings;
  }

  get openUntil(): number {
    return this.#openUntil;
  }

  /** The first moment from `now` on at which a request may go; Infinity while a probe is under way. */
  freeAt(now: number): number {
    return this.#probing ? Infinity : Math.max(now, this.#openUntil);
  }

  /** A request goes. Returns whether it is the probe. */
  pass(): boolean {
    this.#probing = this.#openings > 0;
    return this.#probing;
  }

  /** A request is over. Returns true where it was the probe and failed. */
  settle(failed: boolean, isProbe: boolean, now: number): boolean {
    if (this.#openings > 0 && !isProbe) return false;
    this.#probing = false;
    if (!failed) {
      this.#failures = 0;
      this.#openings = 0;
      this.#openUntil = 0;
      return false;
    }
    this.#failures += 1;
    if (isProbe || this.#failures >= FAILURES_TO_OPEN) {
      this.#openUntil = now + SHORTEST_PAUSE_MS + pauseAfter(this.#openings, this.#random);
      this.#openings += 1;
    }
    return isProbe;
  }
}
