export interface VirtualClock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** Moves the clock forward instead of waiting. Waits begun at the same moment overlap, as real ones do. */
  readonly wait: (ms: number) => Promise<void>;
  /** Sets the clock, backward too: clocks of real machines are set back. */
  readonly moveTo: (moment: number) => void;
}

/**
 * A clock that nobody has to wait for: the demo lives five quarters in a minute on it, and tests wait an hour in no
 * time. One clock is shared by the connector, the governor and the demo tenant, so that they agree on the time.
 *
 * @param start milliseconds since 1970
 * @throws RangeError, from `moveTo` and `wait` too, for what is not a finite number
 */
export function virtualClock(start: number): VirtualClock {
  let moment = finite(start);
  return {
    now: () => moment,
    async wait(ms) {
      const until = moment + Math.max(0, finite(ms));
      // Others begin their waits at the present moment before this one's end is reached.
      await Promise.resolve();
      moment = Math.max(moment, until);
    },
    moveTo(to) {
      moment = finite(to);
    },
  };
}

function finite(ms: number): number {
  if (!Number.isFinite(ms)) throw new RangeError('A moment is a finite number of milliseconds.');
  return ms;
}
