import { z } from 'zod';
import { COUNTED_SERVICES, type OrganisationCount } from '../privacy/organisation-count.ts';
import { addDays, isDay, type Day } from '../privacy/period.ts';
import { prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/** As long as a picture takes to come: they are for the time between two releases. */
const KEPT_DAYS = 92;

const shape = z.object({
  service: z.enum(COUNTED_SERVICES),
  day: z.string().refine(isDay),
  days: z.union([z.literal(1), z.literal(7)]),
  active: z.int().nonnegative(),
  licensed: z.int().nonnegative().nullable(),
});

/**
 * Keeps Microsoft's counts of the whole organisation; what was kept of the same days is replaced, because Microsoft counts
 * again for some days, and what is more than 92 days older than the newest is forgotten.
 *
 * @throws when a count is not a whole number, 0 or more, or its day is none; then nothing was changed
 */
export function keepOrganisationCounts(store: Store, counts: readonly OrganisationCount[]): void {
  const checked = counts.map((count) => shape.parse(count));
  store.write('keep-organisation-counts', () => {
    for (const count of checked) prepared(store.decisions, KEEP).run(count);
    const newest = prepared(store.decisions, 'SELECT max(day) AS newest FROM organisation_counts').get()?.['newest'];
    if (typeof newest === 'string' && isDay(newest)) prepared(store.decisions, FORGET).run(addDays(newest, -KEPT_DAYS));
  });
}

const KEEP = `INSERT OR REPLACE INTO organisation_counts (day, days, service, active, licensed)
  VALUES ($day, $days, $service, $active, $licensed)`;
const FORGET = 'DELETE FROM organisation_counts WHERE day <= ?';

/** Forgets them all: usage reports are no longer read, or the organisation has become small. */
export function forgetOrganisationCounts(store: Store): void {
  store.write('forget-organisation-counts', () => {
    prepared(store.decisions, 'DELETE FROM organisation_counts').run();
  });
}

/**
 * The kept counts of one length, newest day first, services in the order of `COUNTED_SERVICES`; empty where none are kept.
 *
 * @param from the first day wanted; absent: all of them
 */
export function readOrganisationCounts(store: Store, days: 1 | 7, from?: Day): OrganisationCount[] {
  const rows = guarded(() => prepared(store.decisions, READ).all(days, from ?? ''));
  const counts = z.array(shape).parse(rows);
  const place = ({ service }: OrganisationCount): number => COUNTED_SERVICES.indexOf(service);
  return counts.sort((a, b) => b.day.localeCompare(a.day) || place(a) - place(b));
}

const READ = 'SELECT service, day, days, active, licensed FROM organisation_counts WHERE days = ? AND day >= ?';
