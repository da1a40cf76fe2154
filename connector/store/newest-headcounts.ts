import type { Headcount } from '../privacy/membership.ts';
import { unreleasablePeriods } from './erase.ts';
import type { Store } from './open.ts';
import { readHeadcounts } from './people.ts';

/** The headcounts of the newest held period that has any; none before a directory was read, or once all is released. */
export function newestHeadcounts(store: Store): Headcount[] {
  const beyond = new Set(unreleasablePeriods(store).map(({ id }) => id));
  const held = store.heldPeriods().filter(({ id }) => !beyond.has(id));
  const counted = held.map((period) => readHeadcounts(store.period(period))).filter(({ length }) => length > 0);
  return counted.at(-1) ?? [];
}
