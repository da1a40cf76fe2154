import { describe, expect, test } from 'vitest';
import { assertLease, renewLease, returnLease, takeLease, type Lease } from '../../connector/store/lease.ts';
import type { Store } from '../../connector/store/open.ts';
import { temporaryStore } from './temporary-store.ts';

function expectTaken(act: () => unknown): void {
  expect(act).toThrow(expect.objectContaining({ code: 'already-running' }));
}

function take(store: Store, moment: number, name = 'run'): Lease {
  return takeLease(store, { name, holder: 'a process', now: () => moment, ttlMs: 100 });
}

describe('a lease', () => {
  test('is held by one until it is returned', () => {
    const store = temporaryStore();
    const other = temporaryStore({ folder: store.folder });
    const lease = take(store, 0);
    expect(lease).toEqual({ name: 'run', fence: 1, expiresAt: 100 });
    expectTaken(() => take(other, 99));
    expect(take(other, 99, 'another').fence).toBe(1);
    returnLease(store, lease);
    expect(take(other, 99).fence).toBe(2);
  });

  test('can be taken when it has expired; the old holder is told at the next write', () => {
    const store = temporaryStore();
    const slept = take(store, 0);
    expect(() => {
      assertLease(store, slept);
    }).not.toThrow();
    const taken = take(store, 100);
    expect(taken.fence).toBe(2);
    expectTaken(() => {
      assertLease(store, slept);
    });
    expectTaken(() => renewLease(store, slept, { now: () => 101, ttlMs: 100 }));
    returnLease(store, slept);
    expect(() => {
      assertLease(store, taken);
    }).not.toThrow();
    expectTaken(() => take(store, 150));
  });

  test('lasts as long as it is renewed, also late when nobody wanted it', () => {
    const store = temporaryStore();
    const lease = take(store, 0);
    expect(renewLease(store, lease, { now: () => 90, ttlMs: 100 })).toEqual({ ...lease, expiresAt: 190 });
    expectTaken(() => take(store, 150));
    expect(renewLease(store, lease, { now: () => 500, ttlMs: 100 }).expiresAt).toBe(600);
  });

  test('that was returned is nobody’s', () => {
    const store = temporaryStore();
    const lease = take(store, 0);
    returnLease(store, lease);
    returnLease(store, lease);
    expectTaken(() => {
      assertLease(store, lease);
    });
  });
});
