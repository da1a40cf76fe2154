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
 */
export async function withinLimit<Result>(
  limit: { readonly timeLimitMs: number; readonly timer?: Timer | undefined },
  exchange: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = (limit.timer ?? machineTimer)(limit.timeLimitMs, () => {
    controller.abort();
  });
  try {
    return await exchange(controller.signal);
  } finally {
    stop();
  }
}

/** Whether what fetch threw says that nobody answered, or stopped answering, rather than that we made a mistake. */
export function isNetworkTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return error instanceof TypeError && /^(?:fetch failed|failed to fetch|terminated|network)/i.test(error.message);
}
