import type { Question } from './question.ts';
import type { Answer } from './refusal.ts';

/** What decides when a request may be sent; the one that keeps Microsoft's published limits is in throttle.ts. */
export interface Pace {
  /**
   * Waits for the moment at which this request may be sent, which is to be done at once: who first signs in would meet
   * those admitted later, and be one too many with them. Whoever is admitted must call the release they get, once,
   * when the exchange is over.
   *
   * @param signal ends the waiting, not the request
   * @throws TryAgain where the service has just shown that it would not answer; the signal's reason
   */
  admit(question: Question, signal?: AbortSignal): Promise<Release>;
}

/** Tells how the exchange ended: what was answered, or undefined where nobody answered. */
export type Release = (answer: Answer | undefined) => void;
