/**
 * Does something until it is done or one of the signals is given, whichever comes first. What was begun is handed a
 * signal of its own, to end its requests and timers by; nothing stays behind at the signals themselves, so that a
 * signal may live as long as the process.
 *
 * @throws the reason of the signal that was given, before anything is begun where it was given already; what `act`
 *   throws
 */
export async function untilEnded<Result>(
  signals: readonly (AbortSignal | undefined)[],
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  for (const signal of signals) signal?.throwIfAborted();
  const ending = new AbortController();
  const end = (event: Event): void => {
    ending.abort(event.target instanceof AbortSignal ? event.target.reason : undefined);
  };
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => {
      reject(errorOf(ending.signal.reason));
    });
  });
  for (const signal of signals) signal?.addEventListener('abort', end);
  try {
    return await Promise.race([act(ending.signal), ended]);
  } finally {
    for (const signal of signals) signal?.removeEventListener('abort', end);
  }
}

function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The asking of Microsoft Graph was ended.', { cause: reason });
}
