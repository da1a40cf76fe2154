import type { Day } from './period.ts';
import type { Pseudonym } from './pseudonym.ts';

/**
 * What usage reports tell of a person's day. `files` is OneDrive or SharePoint; `co-work` that they did something in
 * files or communities others share; `mobile` that they did it on a telephone or tablet. Which columns of which report
 * say so stands in `microsoft-graph/usage-reports.ts`.
 */
export const APPS = ['exchange', 'teams', 'files', 'copilot', 'co-work', 'mobile'] as const;
export type App = (typeof APPS)[number];

/** What the one report tells that every scope with usage reports reads: the columns of `apps` where no other is on. */
export const APPS_OF_ACTIVE_USERS: readonly App[] = ['exchange', 'teams', 'files'];

/** That one person used these services on one day; never how much, never with whom. */
export interface UsageDay {
  /** Habit is days in use over days with a report, so the day must be kept. */
  readonly day: Day;
  /** Habit is a property of one person over a period. */
  readonly person: Pseudonym;
  /** The services used that day; at least one. */
  readonly apps: readonly App[];
}
