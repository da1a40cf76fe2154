/**
 * Thrown out of a run when the process was told to stop. Nothing failed: the run counts as cut short, its lease is
 * given back, and the next one goes on where it ended.
 */
export class Stopped extends Error {
  constructor() {
    super('Stopped. What was read is kept; the next start goes on from there.');
    this.name = 'Stopped';
  }
}

/**
 * Makes something that is told after every step end the run at the first step after the signal.
 *
 * @returns the same teller, which throws `Stopped` once the signal is given
 */
export function stoppable<Told extends readonly unknown[]>(
  tell: (...told: Told) => void,
  stop: AbortSignal,
): (...told: Told) => void {
  return (...told) => {
    if (stop.aborted) throw new Stopped();
    tell(...told);
  };
}

/** A signal that is given with the other, and whose reason is `Stopped`, so that it may be thrown as it is. */
export function stopped(stop: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const end = (): void => {
    controller.abort(new Stopped());
  };
  if (stop.aborted) end();
  else stop.addEventListener('abort', end, { once: true });
  return controller.signal;
}
