import type { Day } from './period.ts';

/** What Microsoft counts the use of: `any` is one or more of the others. */
export const COUNTED_SERVICES = ['any', 'exchange', 'teams', 'onedrive', 'sharepoint', 'engage'] as const;
export type CountedService = (typeof COUNTED_SERVICES)[number];

/**
 * How many in the whole tenant used a service, as Microsoft itself counts them: everybody with a licence, on the positive
 * list or not. A row about nobody, so it bears no noise and may outlive its period; of organisations of fewer than 300
 * people none is kept (design D6).
 */
export interface OrganisationCount {
  readonly service: CountedService;
  /** The day counted, or the last of the days. */
  readonly day: Day;
  /** Over how many days: whoever used it on one of them is counted once. */
  readonly days: 1 | 7;
  readonly active: number;
  /** How many have a licence for it; null where Microsoft does not say so with the count. */
  readonly licensed: number | null;
}
