const [OPEN, CLOSED, REACHED] = [0, 1, 2];

/** A place at which one thread stands still until another lets it on: memory of both. */
export type NightBarrier = SharedArrayBuffer;

export function nightBarrier(stands: 'open' | 'closed' = 'open'): NightBarrier {
  const barrier = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(barrier)[0] = stands === 'open' ? OPEN : CLOSED;
  return barrier;
}

/** Whether somebody stands still there. */
export function isReached(barrier: NightBarrier): boolean {
  return Atomics.load(new Int32Array(barrier), 0) === REACHED;
}

/** Lets on whoever stands there, and whoever comes. */
export function open(barrier: NightBarrier): void {
  const place = new Int32Array(barrier);
  Atomics.store(place, 0, OPEN);
  Atomics.notify(place, 0);
}

/** Holds the whole thread, not only what waits in it, while the barrier is closed. */
export function passBarrier(barrier: NightBarrier): void {
  const place = new Int32Array(barrier);
  Atomics.compareExchange(place, 0, CLOSED, REACHED);
  Atomics.wait(place, 0, REACHED);
}
