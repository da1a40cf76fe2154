import type { OrganisationCountsAnswer } from './answers.ts';
import { addDays } from '../privacy/period.ts';
import { readOrganisationCounts } from '../store/organisation-counts.ts';
import type { Store } from '../store/open.ts';

const DAYS_OF_A_WEEK = 7;

/** Microsoft's own counts of the newest week that is kept, and of its days; undefined where none are kept. */
export function organisationCounts(store: Store): OrganisationCountsAnswer | undefined {
  const [newest] = readOrganisationCounts(store, DAYS_OF_A_WEEK);
  if (newest === undefined) return undefined;
  const { day } = newest;
  const ofWeek = readOrganisationCounts(store, DAYS_OF_A_WEEK, day);
  const ofDays = readOrganisationCounts(store, 1, addDays(day, 1 - DAYS_OF_A_WEEK)).filter((count) => count.day <= day);
  const byDay = Map.groupBy(ofDays, (count) => count.day);
  return {
    day,
    week: ofWeek.flatMap(({ service, active, licensed }) => (licensed === null ? [] : [{ service, active, licensed }])),
    days: [...byDay].map(([each, counts]) => ({
      day: each,
      counts: counts.map(({ service, active }) => ({ service, active })),
    })),
  };
}
