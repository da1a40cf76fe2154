/** One request that was sent, for figures of operation. Bears the endpoint's template, never a filled-in URL. */
export interface RequestNote {
  readonly endpoint: string;
  /** HTTP status; 0 where nobody answered. */
  readonly status: number;
  /** 1 for the first request of a question, 2 for its first repetition, and so on; a renewed token counts too. */
  readonly attempt: number;
  /**
   * Milliseconds between the asking, or the end of the attempt before, and the sending of this one: the governor, what
   * Retry-After asked for, our own pauses and the sign-in.
   */
  readonly waitedMs: number;
}

/** In whose name something is asked: a run, or one source of a run. */
export interface Asker {
  /** Ends waiting and asking at once, with the signal's reason, whatever the other side asked us to wait. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every request after its answer. */
  readonly note?: ((request: RequestNote) => void) | undefined;
}
