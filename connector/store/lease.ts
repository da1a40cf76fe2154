import { Failure } from '../failure.ts';
import { prepared } from './database.ts';
import type { Store } from './open.ts';

/** The right to be the only one who does something, for a while. */
export interface Lease {
  readonly name: string;
  /** Larger than that of every earlier lease of this name. */
  readonly fence: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Takes a lease that is free, returned or expired.
 *
 * @param request.name what only one may do at a time, for instance `run`
 * @param request.holder who asks, in words that may be shown: a process, never a person
 * @param request.ttlMs how long it holds unless renewed. Too short: a slow run loses it; too long: after a crash nobody
 *   may run until it expires
 * @throws Failure 'already-running' when somebody holds it
 */
export function takeLease(
  store: Store,
  request: { readonly name: string; readonly holder: string; readonly now: () => number; readonly ttlMs: number },
): Lease {
  const { name, holder, now, ttlMs } = request;
  return store.write('take-lease', () => {
    const moment = now();
    const row = prepared(store.decisions, TAKE).get(name, holder, moment + ttlMs, moment);
    if (row === undefined) {
      throw new Failure(
        'already-running',
        'Another run is going on: wait until it is done. After a crash that takes at most 20 seconds.',
      );
    }
    return { name, fence: Number(row['fence']), expiresAt: moment + ttlMs };
  });
}

const TAKE = `INSERT INTO leases (name, fence, holder, expires_at) VALUES (?1, 1, ?2, ?3)
  ON CONFLICT (name) DO UPDATE SET fence = fence + 1, holder = excluded.holder, expires_at = excluded.expires_at
  WHERE leases.holder IS NULL OR leases.expires_at <= ?4
  RETURNING fence`;

/**
 * Holds a lease for longer; also one that has expired, as long as nobody else took it.
 *
 * @throws Failure 'already-running' when somebody else took it: stop at once
 */
export function renewLease(
  store: Store,
  lease: Lease,
  { now, ttlMs }: { readonly now: () => number; readonly ttlMs: number },
): Lease {
  return store.write('renew-lease', () => {
    assertLease(store, lease);
    const expiresAt = now() + ttlMs;
    prepared(store.decisions, 'UPDATE leases SET expires_at = ? WHERE name = ?').run(expiresAt, lease.name);
    return { ...lease, expiresAt };
  });
}

/** Gives a lease back so that the next may begin at once; one that was lost or given back already stays as it is. */
export function returnLease(store: Store, { name, fence }: Lease): void {
  store.write('return-lease', () => {
    prepared(store.decisions, 'UPDATE leases SET holder = NULL WHERE name = ? AND fence = ?').run(name, fence);
  });
}

/**
 * Asks whether a lease is still ours, by its fencing number and not by the clock: a process that was asleep finds here
 * that another has gone on. To be asked before each write that belongs to a run.
 *
 * @throws Failure 'already-running' when it was lost or given back
 * @see Kleppmann, Designing Data-Intensive Applications, ch. 8: fencing tokens
 */
export function assertLease(store: Store, { name, fence }: Lease): void {
  const sql = 'SELECT 1 FROM leases WHERE name = ? AND fence = ? AND holder IS NOT NULL';
  if (prepared(store.decisions, sql).get(name, fence) !== undefined) return;
  throw new Failure('already-running', 'Another run has taken over from this one: nothing more is written here.');
}
