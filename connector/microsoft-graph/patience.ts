/** Why a request may be tried again: Graph is busy, nobody answered, or what was answered cannot be read. */
export type Trouble = 'busy' | 'unreachable' | 'unreadable';

/** Thrown by an attempt that may be repeated. */
export class TryAgain extends Error {
  readonly trouble: Trouble;
  /** How long Graph asked us to wait, in milliseconds. */
  readonly toldMs: number;
  /** What was asked for may have been too much for one answer. */
  readonly isHeavy: boolean;

  /** @param options.cause what is thrown when patience ends, where it knows better than the request */
  constructor(trouble: Trouble, toldMs = 0, options: ErrorOptions & { readonly isHeavy?: boolean } = {}) {
    super('A request to Microsoft Graph may be tried again.', options);
    this.trouble = trouble;
    this.toldMs = toldMs;
    this.isHeavy = options.isHeavy ?? false;
  }
}

/**
 * Attempts by trouble. A run in which every second answer is a 429 or 5xx must still finish with 20,000 mailboxes
 * (2^-16 of them would give up); a network that is down should say so within half a minute.
 */
const ATTEMPTS: Readonly<Record<Trouble, number>> = { busy: 16, unreachable: 6, unreadable: 6 };
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Whoever is told to stay away longer ends the run instead; days already read stay read. */
export const LONGEST_TOLD_MS = 3_600_000;

/**
 * Tries until an attempt succeeds or patience ends. Between attempts it waits what Graph asked for and never less;
 * where it asked for nothing, exponentially longer with full jitter, at most a minute.
 *
 * @param attempt throws TryAgain where another attempt makes sense; everything else it throws is final
 * @param giveUp makes what is thrown when patience ends
 * @param clock.random cryptographic randomness, for the jitter
 * @param clock.signal ends the trying: no attempt begins after it
 */
export async function patiently<Answer>(
  clock: {
    readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
    readonly random: (size: number) => Uint8Array;
    readonly signal?: AbortSignal;
  },
  attempt: () => Promise<Answer>,
  giveUp: (last: TryAgain) => Error,
): Promise<Answer> {
  const met: Record<Trouble, number> = { busy: 0, unreachable: 0, unreadable: 0 };
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
      met[error.trouble] += 1;
      if (met[error.trouble] >= ATTEMPTS[error.trouble] || error.toldMs > LONGEST_TOLD_MS) throw giveUp(error);
      clock.signal?.throwIfAborted();
      await clock.wait(Math.max(error.toldMs, pauseAfter(tries, clock.random)), clock.signal);
      clock.signal?.throwIfAborted();
    }
  }
}

/** Full jitter: anywhere between nothing and the doubled pause, so that those who failed together do not return together. */
export function pauseAfter(tries: number, random: (size: number) => Uint8Array): number {
  const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
  const share = Buffer.from(random(4)).readUInt32BE() / 2 ** 32;
  return Math.floor(share * ceiling);
}
