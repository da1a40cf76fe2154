import type { Day } from './period.ts';
import type { Pseudonym } from './pseudonym.ts';

/** The services a usage report tells apart. `files` is OneDrive or SharePoint. */
export const APPS = ['exchange', 'teams', 'files'] as const;
export type App = (typeof APPS)[number];

/** That one person used these services on one day; never how much, never with whom. */
export interface UsageDay {
  /** Habit is days in use over days with a report, so the day must be kept. */
  readonly day: Day;
  /** Habit is a property of one person over a period. */
  readonly person: Pseudonym;
  /** The services used that day; at least one. */
  readonly apps: readonly App[];
}
