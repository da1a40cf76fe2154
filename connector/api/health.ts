import { ANSWERS_VERSION, type HealthAnswer } from './answers.ts';
import type { House } from './house.ts';
import { shownPeriods } from '../store/pinned.ts';
import { latestRun } from '../store/runs.ts';

/** Can the server answer, and how did the last run end? For a watchman without a token, so it says no more than that. */
export function health({ store }: Pick<House, 'store'>): HealthAnswer {
  try {
    const releases = shownPeriods(store).length;
    return { version: ANSWERS_VERSION, ok: true, lastRun: latestRun(store)?.state ?? 'none', releases };
  } catch {
    // Whatever keeps the store from being read, the watchman's question has an answer.
    return { version: ANSWERS_VERSION, ok: false, lastRun: 'none', releases: 0 };
  }
}
