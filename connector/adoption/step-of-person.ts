/**
 * The steps of the staircase, from licence to a way of working: 1 licensed · 2 tried · 3 habit · 4 works together · 5
 * works across units.
 */
export type StepOfPerson = 1 | 2 | 3 | 4 | 5;

/**
 * The tools whose use is climbed by: those that came with the licence and in which work is done side by side. Mail was
 * there before it, so mail alone is step 1. Source: the effect
 * staircase of 2018, "installed → used → habit → across units → effect".
 */
const TOOLS: readonly string[] = ['teams', 'files'];
/** Files and communities that others share, in habit, is working together. Source: design D6, table `apps`. */
const TOGETHER = 'co-work';
/** Contact beyond the unit that is mostly by mail is no new way of working. Source: decision 18, two thirds of the days. */
const OLD_WAY = 'mail-mostly';

/** What of a person's own period decides the step. Apps and channels bear the names that person rows give them. */
export interface SignsOfPerson {
  /** Services used on any day that has a report: one is enough, as in "Low = any" of Viva Insights' usage segments. */
  readonly used: readonly string[];
  /** Services in habit (`appsInHabit`). */
  readonly inHabit: readonly string[];
  /** What carries most of their contact with other units; absent where they have none. */
  readonly channel?: string;
}

/**
 * The steps above 1 that can be told at all; a step is told by one rule or not at all, whatever sources are on.
 *
 * @param told.apps services that the reports tell of, on days enough for a habit
 * @param told.channels whether the sources tell mail and Teams apart
 * @returns `[]` without both Teams and files; otherwise 2 and 3; 4 as well where co-work is told; 5 as well where channels
 *   are too
 */
export function stepsMeasured(told: {
  readonly apps: readonly string[];
  readonly channels: boolean;
}): Exclude<StepOfPerson, 1>[] {
  if (!TOOLS.every((tool) => told.apps.includes(tool))) return [];
  if (!told.apps.includes(TOGETHER)) return [2, 3];
  return told.channels ? [2, 3, 4, 5] : [2, 3, 4];
}

/**
 * The step a person stands on: the highest whose rule, and every rule below it, they fulfil.
 *
 * 2 tried: Teams or files used on at least one day that has a report. 3 habit: Teams or files in habit. 4 works together:
 * co-work in habit as well. 5 works across units: a contact in another unit as well, and the days of these contacts not
 * mostly by mail.
 *
 * Range: 1, or one of the steps measured. Who stands on a step that is not measured stands on the highest one below.
 * Elected members have no contacts that are measured, so they reach 4 at most.
 *
 * Misread as skill. Who works well without these tools stands on step 1, and so does who has no licence.
 *
 * @param measured from `stepsMeasured`
 * @returns undefined where no step is measured
 * @example see ADOPTION.md, "The staircase"
 */
export function stepOfPerson(signs: SignsOfPerson, measured: readonly number[]): StepOfPerson | undefined {
  if (measured.length === 0) return undefined;
  const { used, inHabit, channel } = signs;
  const rules: readonly (readonly [StepOfPerson, boolean])[] = [
    [2, TOOLS.some((tool) => used.includes(tool))],
    [3, TOOLS.some((tool) => inHabit.includes(tool))],
    [4, inHabit.includes(TOGETHER)],
    [5, channel !== undefined && channel !== OLD_WAY],
  ];
  let stood: StepOfPerson = 1;
  for (const [step, isMet] of rules) {
    if (!isMet || !measured.includes(step)) break;
    stood = step;
  }
  return stood;
}
