/** One limit as a server keeps it: so many units in a window ending now, or so many requests under way. */
export interface PlayedLimit {
  /** What it is counted for: all requests with one key share it. */
  readonly key: string;
  readonly most: number;
  /** Absent: at once. */
  readonly perMs?: number;
}

export interface PlayedLimits {
  /** A request arrives. Returns the limits it is over: none, and it is counted, or some, and it is a 429. */
  readonly arrive: (limits: readonly PlayedLimit[], units: number, now: number) => readonly PlayedLimit[];
  /** Its answer leaves. */
  readonly leave: (limits: readonly PlayedLimit[]) => void;
}

/**
 * Keeps limits the plain way, knowing nothing of the governor: each arrival is written down and counted anew. It counts
 * at the moment of arrival, which the sender does not know.
 */
export function playedLimits(): PlayedLimits {
  const windows = new Map<string, PlayedWindow>();
  const underWay = new Map<string, number>();
  const inWindow = ({ key, perMs = 0 }: PlayedLimit, now: number): number => {
    const window = windows.get(key);
    if (window === undefined) return 0;
    const { arrivals } = window;
    for (
      let first = arrivals[window.gone];
      first !== undefined && first.at <= now - perMs;
      first = arrivals[window.gone]
    ) {
      window.units -= first.units;
      window.gone += 1;
    }
    if (window.gone > arrivals.length / 2) {
      arrivals.splice(0, window.gone);
      window.gone = 0;
    }
    return window.units;
  };
  return {
    arrive: (limits, units, now) => {
      const over = limits.filter((limit) =>
        limit.perMs === undefined
          ? (underWay.get(limit.key) ?? 0) + 1 > limit.most
          : inWindow(limit, now) + units > limit.most,
      );
      for (const { key, perMs } of limits) {
        if (perMs === undefined) underWay.set(key, (underWay.get(key) ?? 0) + 1);
        // Microsoft counts refused requests too.
        else count(windows, key, units, now);
      }
      return over;
    },
    leave: (limits) => {
      for (const { key, perMs } of limits) {
        if (perMs === undefined) underWay.set(key, (underWay.get(key) ?? 0) - 1);
      }
    },
  };
}

interface PlayedWindow {
  readonly arrivals: { readonly at: number; readonly units: number }[];
  /** How many of them have left the window. */
  gone: number;
  units: number;
}

function count(windows: Map<string, PlayedWindow>, key: string, units: number, now: number): void {
  const window = windows.get(key) ?? { arrivals: [], gone: 0, units: 0 };
  windows.set(key, window);
  window.arrivals.push({ at: now, units });
  window.units += units;
}
