interface Spent {
  readonly at: number;
  amount: number;
}

interface Log {
  readonly windowMs: number;
  readonly spent: Spent[];
  sum: number;
}

/**
 * Counts what was spent under each name within the stretch that ends now, exactly: no burst slips through at the turn
 * of a minute. Holds only what is younger than its window.
 */
export class SlidingWindows {
  /** Least lately touched first, so that what has gone stale is found at the front. */
  readonly #logs = new Map<string, Log>();

  /**
   * How long until a name can bear so much more: 0 when it can now. Spends nothing.
   *
   * @param now milliseconds, never less than at an earlier call but after a clock was set back, when the past is let go
   */
  waitFor(
    name: string,
    { most, windowMs, cost }: { most: number; windowMs: number; cost: number },
    now: number,
  ): number {
    const log = this.#touched(name, windowMs, now);
    let over = log.sum + cost - most;
    for (const { at, amount } of log.spent) {
      if (over <= 0) return 0;
      over -= amount;
      if (over <= 0) return at + windowMs - now;
    }
    return 0;
  }

  spend(name: string, cost: number, windowMs: number, now: number): void {
    const log = this.#touched(name, windowMs, now);
    const last = log.spent.at(-1);
    if (last?.at === now) last.amount += cost;
    else log.spent.push({ at: now, amount: cost });
    log.sum += cost;
  }

  /** What is spent of a name within its window. */
  spent(name: string, windowMs: number, now: number): number {
    return this.#touched(name, windowMs, now).sum;
  }

  #touched(name: string, windowMs: number, now: number): Log {
    const log = this.#logs.get(name) ?? { windowMs, spent: [], sum: 0 };
    this.#logs.delete(name);
    this.#logs.set(name, log);
    forget(log, now);
    for (const [other, stale] of this.#logs) {
      if (other === name || (stale.spent.at(-1)?.at ?? -Infinity) > now - stale.windowMs) break;
      this.#logs.delete(other);
    }
    return log;
  }
}

function forget(log: Log, now: number): void {
  const { spent, windowMs } = log;
  const kept = spent.findIndex(({ at }) => at > now - windowMs && at <= now);
  for (const { amount } of spent.splice(0, kept < 0 ? spent.length : kept)) log.sum -= amount;
}
