/** Starts a timer and returns the way to stop it. */
export type Timer = (ms: number, ring: () => void) => () => void;

const machineTimer: Timer = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => {
    clearTimeout(timer);
  };
};

/**
 * Runs one exchange under a time limit: at its end the signal aborts, and the timer is always taken down, so that
 * thousands of requests leave nothing behind.
 *
 * @param limit.ended aborts it too
 */
export async function withinLimit<Result>(
  limit: { readonly timeLimitMs: number; readonly timer?: Timer | undefined; readonly ended?: AbortSignal | undefined },
  exchange: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  const stop = (limit.timer ?? machineTimer)(limit.timeLimitMs, abort);
  limit.ended?.addEventListener('abort', abort);
  try {
    return await exchange(controller.signal);
  } finally {
    stop();
    limit.ended?.removeEventListener('abort', abort);
  }
}

/** Whether what fetch threw says that nobody answered, or stopped answering, rather than that we made a mistake. */
export function isNetworkTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return error instanceof TypeError && /^(?:fetch failed|failed to fetch|terminated|network)/i.test(error.message);
}
