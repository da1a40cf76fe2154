import { Failure } from '../failure.ts';
import type { HealthAnswer } from './answers.ts';
import { ANSWERS_VERSION } from './answers.ts';
import type { House } from './house.ts';
import { releasedPeriods } from '../store/releases.ts';
import { latestRun } from '../store/runs.ts';

/** Can the server answer, and how did the last run end? For a watchman without a token, so it says no more than that. */
export function health({ store }: Pick<House, 'store'>): HealthAnswer {
  try {
    const releases = releasedPeriods(store).length;
    return { version: ANSWERS_VERSION, ok: true, lastRun: latestRun(store)?.state ?? 'none', releases };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { version: ANSWERS_VERSION, ok: false, lastRun: 'none', releases: 0 };
  }
}
