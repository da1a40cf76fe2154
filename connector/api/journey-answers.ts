import { z } from 'zod';
import { ANSWERS_VERSION } from './answers.ts';
import { season } from './benefit-answers.ts';

const version = z.literal(ANSWERS_VERSION);

/** The longest texts of a launch and of what was learnt from it. All are official texts: about tools and units, of nobody. */
export const LAUNCH_CHARACTERS = {
  what: 120,
  ownerOffice: 80,
  purpose: 600,
  replaces: 120,
  retrospective: 600,
} as const;
/** How a launch ended, as its owner says. `cancelled`: it never began, or was registered by mistake. */
export const OUTCOMES = ['worked', 'worked-in-part', 'did-not-work', 'cancelled'] as const;
/** The tables that hold a figure a launch may be expected to move. */
export const LAUNCH_TABLES = ['apps', 'staircase', 'reach'] as const;

/** Whole people; of a difference it may be below 0. */
const estimate = z.object({ about: z.int(), low: z.int(), high: z.int() });
/** Of 100 people, to one decimal; of a difference it may be below 0. */
const ofHundred = z.object({ about: z.number(), low: z.number(), high: z.number() });
const period = z.object({ id: z.string(), from: z.string(), to: z.string() });

/**
 * The released figure a launch is expected to move: a service in habit, contact with a division, or, in `staircase`, the
 * step in the column or a higher one.
 */
const indicator = z.object({ table: z.enum(LAUNCH_TABLES), column: z.string() });
export type LaunchIndicator = z.infer<typeof indicator>;

/** A row that was chosen when the launch was registered; `heads` as the newest release holds it, null where none does. */
const launchedRow = z.object({ id: z.string(), name: z.string(), heads: z.int().nullable() });

/** Why there is no figure, and what would be needed where anything would help. Never drawn as zero. */
const notTold = z.object({
  withheld: z.enum([
    /** Fewer heads in all than a launch needs for an effect: `needed`. */
    'too-few-heads',
    /** Fewer comparable rows not yet launched than an effect needs: `needed`. */
    'too-few-comparable',
    'no-release-before',
    'no-release-after',
    /** No release holds the table, or the row, or the column as it was. */
    'not-measured',
    /** So little of a launched row is covered that its contacts say more about mailboxes than about people. */
    'too-little-coverage',
    /** Nothing was launched. */
    'cancelled',
  ]),
  needed: z.int().optional(),
});

const actualPoint = z.object({
  period,
  people: estimate,
  /** Standard deviation of the noise, in people, to two decimals. */
  sigma: z.number(),
  heads: z.int(),
  season,
  /** Many more quiet days than in the first of the points, so a dip is none of the launch's. */
  holiday: z.boolean(),
});
const curvePoint = z.object({ period, people: estimate });

/** How many of the launched rows are expected at each quarter: people, with what the curve leaves open. */
const curve = z.union([
  z.object({
    /** Of so many heads. */
    heads: z.int(),
    /** From the quarter before the launch, or the first held after it, to the one in which the gain was to be reached or later. */
    points: z.array(curvePoint),
  }),
  notTold,
]);
export type LaunchCurve = z.infer<typeof curve>;

const effect = z.union([
  z.object({
    /** In these words and no stronger ones: nothing here tells what caused what. */
    found: z.enum(['went-together-with', 'no-effect-seen', 'too-small-to-tell']),
    /** People more (or fewer) in the launched rows than if they had gone as the comparable rows went; 90 % interval. */
    people: estimate,
    /** The same of 100 heads. */
    ofHundred,
    /** Ids of the two quarters compared; the quarter in which it was launched is neither. */
    before: z.string(),
    after: z.string(),
    /** Both are the same quarter of a year; otherwise holidays are told apart by the comparable rows alone. */
    sameSeason: z.boolean(),
    seasons: z.object({ before: season, after: season }),
    /**
     * One of the two quarters has many more quiet days, the rows compared with are of other divisions, and so what is seen
     * may be the holidays': it is said to be too small to tell.
     */
    holiday: z.boolean(),
    launched: z.object({ rows: z.array(z.string()), heads: z.int() }),
    compared: z.object({ rows: z.array(z.string()), heads: z.int(), within: z.enum(['division', 'organisation']) }),
    /** So many launches that never were, drawn among the comparable rows, were measured alike for the interval. */
    placebos: z.int(),
  }),
  notTold,
]);
export type LaunchEffectAnswer = z.infer<typeof effect>;

/** What was tried, expected, got and learnt, and what comes next; it is never removed. */
const retrospective = z.object({
  on: z.string(),
  outcome: z.enum(OUTCOMES),
  tried: z.string(),
  expected: z.string(),
  got: z.string(),
  learnt: z.string(),
  next: z.string(),
});

const launch = z.object({
  number: z.int(),
  what: z.string(),
  rows: z.array(launchedRow),
  begins: z.string(),
  /** After `begins` where it was registered when it had begun. */
  registeredOn: z.string(),
  /** The office that owns it, and never a person. */
  ownerOffice: z.string(),
  purpose: z.string(),
  replaces: z.object({ what: z.string(), by: z.string() }).nullable(),
  indicator,
  /** So many more of 100 heads are expected, and by which day. */
  expectedGain: z.int(),
  expectedBy: z.string(),
  state: z.enum(['to-come', 'begun', ...OUTCOMES]),
  /** Rows of the in/out ledger that point at it: what goes out, by when, and whether it has gone. */
  ledger: z.array(
    z.object({
      number: z.int(),
      replaces: z.string(),
      outBy: z.string(),
      outOn: z.string().nullable(),
      overdue: z.boolean(),
    }),
  ),
  /** Other launches that begun by now in some of the same units: what is seen cannot be told apart from theirs. */
  besides: z.array(z.int()),
  /** Oldest first; periods that hold the launched rows. */
  actual: z.array(actualPoint),
  /** As was expected when it was registered, and never fitted afterwards. */
  expected: curve,
  /** The curve through the released figures since. */
  fitted: curve,
  /** Newest last: a quarter each since the launch; one entry that says why where there is none. */
  effects: z.array(effect),
  /** Oldest first. */
  retrospectives: z.array(retrospective),
});
export type LaunchAnswer = z.infer<typeof launch>;

/** Launches, what they went together with, and what was learnt. */
export const journeyAnswer = z.object({
  version,
  organisation: z.string(),
  demo: z.boolean(),
  /** Newest beginning first. */
  launches: z.array(launch),
  /** Oldest first: what happened or is to happen on which day. `launch` is a number of `launches`. */
  timeline: z.array(
    z.discriminatedUnion('kind', [
      z.object({ on: z.string(), kind: z.literal('launch'), launch: z.int() }),
      /** What the launch replaces was to be gone. */
      z.object({ on: z.string(), kind: z.literal('replaced'), launch: z.int() }),
      /** The gain was expected by then. */
      z.object({ on: z.string(), kind: z.literal('expected'), launch: z.int() }),
      z.object({ on: z.string(), kind: z.literal('retrospective'), launch: z.int(), outcome: z.enum(OUTCOMES) }),
      z.object({ on: z.string(), kind: z.literal('release'), period: z.string() }),
    ]),
  ),
  /** What a launch can be registered with; null for everybody but a launch owner. */
  register: z
    .object({
      indicators: z.array(
        z.object({
          indicator,
          rows: z.array(z.object({ id: z.string(), name: z.string(), division: z.string(), heads: z.int() })),
        }),
      ),
      /** An effect is computed from so many heads on. */
      effectHeads: z.int(),
    })
    .nullable(),
});
export type JourneyAnswer = z.infer<typeof journeyAnswer>;

/** A launch is kept, or what was learnt from it. */
export const launchedAnswer = z.object({ version, number: z.int() });
export type LaunchedAnswer = z.infer<typeof launchedAnswer>;
