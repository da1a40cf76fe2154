import { z } from 'zod';
import { ANSWERS_VERSION } from './answers.ts';

/**
 * The shapes of what is kept about tools and benefits, and of what stands beside it from released tables: what came in and
 * went out, the benefits plan, the gates of services, Microsoft's counts in the meantime, days off, and public figures.
 * Like `answers.ts` it may be imported by the tab, and holds codes and figures alone: every sentence is made in the tab.
 */
const version = z.literal(ANSWERS_VERSION);
const period = z.object({ id: z.string(), from: z.string(), to: z.string() });

/** The closed list of what a plan can be bound to; each is made of one released table. */
export const INDICATORS = [
  'exchange-in-habit',
  'teams-in-habit',
  'files-in-habit',
  'copilot-in-habit',
  'co-work-in-habit',
  'mobile-in-habit',
  'apps-a-person',
  'habit-or-higher',
  'together-or-higher',
  'across-units',
  'mail-mostly',
  'teams-mostly',
  'contact-in-other-units',
  'leaders-in-habit',
] as const;
const indicator = z.enum(INDICATORS);

/** Of per cent of heads, or of apps in habit a person where the indicator is `apps-a-person`. */
const measured = z.object({ about: z.number(), low: z.number(), high: z.number() });
export type MeasuredAnswer = z.infer<typeof measured>;

/** Weekdays of a period; those that are no public holiday; and of these the ones on which much of Norway is off. */
export const season = z.object({ weekdays: z.int(), workingDays: z.int(), quietDays: z.int() });

/** An indicator in one released period. */
const reading = z.object({
  period,
  value: measured,
  /** Standard deviation of the noise in the value, in its unit, to two decimals (apps a person: three). */
  sigma: z.number(),
  heads: z.int(),
  /** The released rows it was summed over, by name. */
  rows: z.array(z.string()),
  /** Some of these rows hold other units as well: rows are merged to their floor. */
  holdsOthers: z.boolean(),
  season,
});
export type ReadingAnswer = z.infer<typeof reading>;

/**
 * What now is compared with: the same quarter of the last year before the start where its release is held
 * (`same-quarter`), otherwise the newest release before the start (`last-before`), which is another season.
 */
const nullPoint = z.object({ ...reading.shape, kind: z.enum(['same-quarter', 'last-before']) });

/** What the form that writes a row can choose from. */
const choices = z.object({
  /** In which the newest releases hold something. */
  indicators: z.array(z.object({ indicator, unit: z.enum(['percent', 'apps-a-person']), measured: z.boolean() })),
  /** Directory units and what lies above them, as paths. */
  places: z.array(z.string()),
  /** Longest texts, in characters. */
  nameCharacters: z.int(),
  textCharacters: z.int(),
});
export type ChoicesAnswer = z.infer<typeof choices>;

/** One tool that came in, and what it replaces; or, without a tool, a clean-up. */
const ledgerTyped = {
  tool: z.string().nullable(),
  /** The day it came in; of a clean-up the day it was decided. */
  inOn: z.string(),
  replaces: z.string(),
  outBy: z.string(),
  /** The day what it replaces was switched off; null while it is in use. */
  outOn: z.string().nullable(),
  /** What shows how much the old is used; null where no released table tells. */
  oldIndicator: indicator.nullable(),
  /** Paths of units; empty: everywhere. */
  where: z.array(z.string()),
};

/** A launch by its number in the journey, and what it is called there. */
const launched = z.object({ number: z.int(), what: z.string() });

export const ledgerAnswer = z.object({
  version,
  organisation: z.string(),
  mayWrite: z.boolean(),
  choices,
  /** Tools in, tools out, and those whose day to go out has passed: all rows. */
  balance: z.object({ in: z.int(), out: z.int(), overdue: z.int() }),
  /** Mean apps in habit a person, every release that tells it, newest first. */
  appsAPerson: z.array(reading),
  /** Every launch that a row may point at, newest first. */
  launches: z.array(launched),
  rows: z.array(
    z.object({
      number: z.int(),
      ...ledgerTyped,
      /** By which the tool came in. */
      launch: launched.nullable(),
      overdue: z.boolean(),
      displacement: z.object({
        /**
         * - `less`/`more`: the interval of the displaced share lies above or below nought.
         * - `no-sure-change`: it holds nought.
         * - `holiday`: it would be `less` or `more`, but null-point and now have not alike many quiet days, and that can be
         *   all of it.
         * - `too-little-to-tell`: the null-point cannot be told from nought, so nothing can be divided by it.
         * - `no-null-point`: no release before the start tells it. `not-measured`: none since.
         * - `not-comparable`: the rows hold other units than they did.
         */
        state: z.enum([
          'less',
          'more',
          'no-sure-change',
          'holiday',
          'too-little-to-tell',
          'no-null-point',
          'not-measured',
          'not-comparable',
        ]),
        /** Per cent of the old that is gone: 100 × (1 − now ÷ null-point). */
        displaced: measured.nullable(),
        nullPoint: nullPoint.nullable(),
        now: reading.nullable(),
      }),
    }),
  ),
});
export type LedgerAnswer = z.infer<typeof ledgerAnswer>;

export const BENEFIT_KINDS = ['avoided-cost', 'saved-time', 'quality'] as const;
export const DIRECTIONS = ['at-least', 'at-most'] as const;

const benefitTyped = {
  benefit: z.string(),
  kind: z.enum(BENEFIT_KINDS),
  /** The office that answers for it: never a person. */
  owner: z.string(),
  indicator,
  where: z.array(z.string()),
  /** The day from which it is to show: the null-point lies before. */
  from: z.string(),
  direction: z.enum(DIRECTIONS),
  /** In the unit of the indicator. */
  target: z.number(),
  by: z.string(),
};

export const benefitsAnswer = z.object({
  version,
  organisation: z.string(),
  mayWrite: z.boolean(),
  choices,
  rows: z.array(
    z.object({
      number: z.int(),
      ...benefitTyped,
      /**
       * Computed, never typed.
       * - `reached`: the whole 90 % interval lies at or beyond the target.
       * - `on-the-way`: surely nearer to the target than the null-point. `wrong-way`: surely further from it.
       * - `no-sure-change`: the noise allows both.
       * - `holiday`: it would be one of the two before, but null-point and now have not alike many quiet days, and that can
       *   be all of it.
       * - `no-null-point`, `not-measured`, `not-comparable`: as of a displacement.
       */
      status: z.enum([
        'reached',
        'on-the-way',
        'no-sure-change',
        'wrong-way',
        'holiday',
        'no-null-point',
        'not-measured',
        'not-comparable',
      ]),
      /** Its day has passed and it is not reached. */
      overdue: z.boolean(),
      /** Now minus null-point. */
      change: measured.nullable(),
      nullPoint: nullPoint.nullable(),
      now: reading.nullable(),
      /** What it said before, newest first: a target that was moved is seen to have been. */
      formerly: z.array(
        z.object({ until: z.string(), target: z.number(), direction: z.enum(DIRECTIONS), by: z.string() }),
      ),
    }),
  ),
});
export type BenefitsAnswer = z.infer<typeof benefitsAnswer>;

const gateTyped = {
  service: z.string(),
  /** The office that decides by it. */
  owner: z.string(),
  indicator,
  /** Paths of the units that own the service; at least one. */
  where: z.array(z.string()),
  /** Agreed level in per cent. */
  level: z.number(),
  /** In so many releases in a row. */
  quarters: z.int(),
};

export const fitnessGatesAnswer = z.object({
  version,
  organisation: z.string(),
  mayWrite: z.boolean(),
  choices,
  gates: z.array(
    z.object({
      number: z.int(),
      ...gateTyped,
      /** `open`: every row clears the level in every release judged. `closed`: one is surely below, or none is measured. */
      state: z.enum(['open', 'nearly', 'closed']),
      /** Why it is not open; empty where it is. A row that is named stands in `judged`. */
      reasons: z.array(
        z.object({
          reason: z.enum(['below', 'not-sure', 'too-few-releases', 'not-measured']),
          row: z.string().nullable(),
          period: z.string().nullable(),
        }),
      ),
      /** Newest release first. */
      judged: z.array(
        z.object({
          period,
          season,
          rows: z.array(
            z.object({
              row: z.string(),
              heads: z.int(),
              value: measured.nullable(),
              /** Standard deviation of the noise in the value, in percentage points, to two decimals. */
              sigma: z.number().nullable(),
              /** `clears`: its whole interval lies at or above the level. `below`: all of it lies under. */
              verdict: z.enum(['clears', 'not-sure', 'below', 'not-measured']),
            }),
          ),
        }),
      ),
      formerly: z.array(z.object({ until: z.string(), level: z.number(), quarters: z.int() })),
    }),
  ),
});
export type FitnessGatesAnswer = z.infer<typeof fitnessGatesAnswer>;

/** What was written or taken away. */
export const keptAnswer = z.object({ version, number: z.int() });
export type KeptAnswer = z.infer<typeof keptAnswer>;

export const OFF_KINDS = [
  'public-holiday',
  'fellesferie',
  'christmas',
  'easter-week',
  'school-summer',
  'winter-holiday',
  'autumn-holiday',
] as const;
/** Days off one after another. */
const daysOff = z.object({
  kind: z.enum(OFF_KINDS),
  from: z.string(),
  /** The last day of them. */
  through: z.string(),
  /** Weekdays among them. */
  weekdays: z.int(),
  /** Who is off: everybody, many, or schools and the parents of their pupils. */
  who: z.enum(['everybody', 'many', 'schools']),
  /** False where the week depends on the county or the municipality, and is not known. */
  sure: z.boolean(),
});

export const calendarAnswer = z.object({
  version,
  /** First two figures of the municipality's own number; null while nobody has said it. */
  county: z.string().nullable(),
  /** Every released period, newest first, and before them the quarter that is going on. */
  periods: z.array(
    z.object({
      period,
      season,
      off: z.array(daysOff),
      /** ISO weeks of it in which somebody is off: `2026-W29` and why. */
      weeks: z.array(z.object({ week: z.string(), kinds: z.array(z.enum(OFF_KINDS)) })),
    }),
  ),
});
export type CalendarAnswer = z.infer<typeof calendarAnswer>;

/** What is known from the first day and between two pictures. */
export const meanwhileAnswer = z.object({
  version,
  organisation: z.string(),
  /** Counted by Microsoft over everybody with a licence; exact, without noise, and of nobody. Null where there are none. */
  counts: z
    .object({
      by: z.literal('microsoft'),
      exact: z.literal(true),
      /** The last day counted. */
      day: z.string(),
      /** Who used each service in the seven days that end with it, of those with a licence for it. */
      week: z.array(z.object({ service: z.string(), active: z.int(), licensed: z.int() })),
      /** The days of that week one by one, newest first; a service that is not told of a day is absent. */
      days: z.array(z.object({ day: z.string(), counts: z.array(z.object({ service: z.string(), active: z.int() })) })),
      /** What was off in that week. */
      off: z.array(daysOff),
    })
    .nullable(),
  /** Why there are none: fewer than 300 people, no usage report in the scope, or not read yet. */
  absent: z.enum(['small-organisation', 'no-usage-reports', 'not-yet']).nullable(),
  /** The newest picture; null before the first. */
  newest: period.nullable(),
  /** The day the next picture can be expected; null when nothing is scheduled. */
  nextPictureOn: z.string().nullable(),
});
export type MeanwhileAnswer = z.infer<typeof meanwhileAnswer>;

/** Public figures of municipalities, as KOSTRA publishes them. */
export const peersAnswer = z.object({
  version,
  organisation: z.string(),
  mayWrite: z.boolean(),
  /** Our own municipality's number, four figures; null while nobody has said it. */
  own: z.string().nullable(),
  figures: z.array(
    z.object({
      /** Its number, and its name as given. */
      number: z.string(),
      municipality: z.string(),
      year: z.int(),
      indicator: z.string(),
      value: z.number(),
    }),
  ),
  /** Each indicator in the newest year in which another municipality has it. */
  compared: z.array(
    z.object({
      indicator: z.string(),
      year: z.int(),
      own: z.number().nullable(),
      /** Of the others alone. */
      median: z.number(),
      lowest: z.number(),
      highest: z.number(),
      others: z.int(),
    }),
  ),
});
export type PeersAnswer = z.infer<typeof peersAnswer>;
