import { z } from 'zod';
import { ANSWERS_VERSION } from './answers.ts';

const version = z.literal(ANSWERS_VERSION);
const office = z.enum([
  'PrivacyOfficer',
  'Approver',
  'DataProtectionOfficer',
  'EmployeeRepresentative',
  'Administrator',
]);
export const PAUSE_ACTS = ['paused', 'resume-asked', 'resumed'] as const;
/** What leaders may say they used a release for: how people work together, never a person. */
export const USES = ['organisation', 'adoption', 'launch', 'working-environment', 'reporting', 'other'] as const;
export const USE_CHARACTERS = 200;

const pause = z.object({
  state: z.enum(['running', 'paused', 'answered']),
  /** Newest first: by which office, and never by whom. */
  acts: z.array(z.object({ act: z.enum(PAUSE_ACTS), office, at: z.string(), text: z.string().nullable() })),
  /** What the asker may do about it now, as far as their office tells. */
  may: z.array(z.enum(PAUSE_ACTS)),
});

/** Everything about the processing that is for those in office; nothing of it tells of a person. */
export const officeAnswer = z.object({
  version,
  organisation: z.string(),
  pause,
  permissions: z.object({
    needed: z.array(z.string()),
    /** What the token of the newest run bore; null before a run has told. */
    held: z.array(z.string()).nullable(),
    notedAt: z.string().nullable(),
  }),
  /** What is declared to be asked for, and what became of it in the newest run that ended. */
  endpoints: z.array(
    z.object({
      source: z.string(),
      endpoint: z.string(),
      kept: z.array(z.string()),
      /** What Microsoft sends along, and the parser lets go. */
      known: z.array(z.string()),
      /** Different fields beyond those that came in the newest run; null before one has ended. */
      unknown: z.int().nullable(),
      /** Rows of the last whole week, to two figures; null where nothing is said of so few. */
      weekRows: z.int().nullable(),
      /** There is a golden pair of it. */
      pair: z.boolean(),
    }),
  ),
  ruleHash: z.string().nullable(),
  keys: z.object({
    custody: z.string(),
    weak: z.boolean(),
    held: z.array(
      z.object({
        period: z.string(),
        oldestDay: z.string().nullable(),
        /** The first run that noted a key for it. */
        since: z.string().nullable(),
        keyId: z.string().nullable(),
      }),
    ),
    /** Newest first. `goneFrom`: the day from which nobody can get the key back, backups counted; null where unknown. */
    shredded: z.array(z.object({ period: z.string(), at: z.string(), goneFrom: z.string().nullable() })),
  }),
  releases: z.array(
    z.object({
      period: z.string(),
      releasedAt: z.string(),
      tables: z.array(z.object({ name: z.string(), sigma: z.number() })),
      rho: z.number(),
      rightGuessesInHundred: z.number(),
      /** As rounded when it was released. */
      objections: z.union([z.literal('under-10'), z.int()]).nullable(),
    }),
  ),
  budget: z.object({ rhoAYear: z.number(), rhoSpent: z.number(), level: z.string() }),
  /** The structural attacks on what is released, tried again for this answer. */
  attacks: z.object({
    holds: z.boolean(),
    /** So many releases were attacked. */
    releases: z.int(),
    findings: z.array(
      z.object({
        attack: z.string(),
        holds: z.boolean(),
        tried: z.int(),
        succeeded: z.int(),
        /** The figure the verdict rests on, where that is not a count, and its pass line; unit as the attack says. */
        measured: z.object({ figure: z.number(), limit: z.number() }).nullable(),
      }),
    ),
  }),
  /** Newest first: offices and days, once per person; never who. */
  accesses: z.array(z.object({ day: z.string(), office, people: z.int() })),
  uses: z.array(z.object({ period: z.string(), on: z.string(), use: z.enum(USES), text: z.string().nullable() })),
  boundary: z.object({ entries: z.int(), head: z.string(), publicKey: z.string() }),
});
export type OfficeAnswer = z.infer<typeof officeAnswer>;

/** What Microsoft Graph sends for one source, and all that is kept of it; invented values. */
export const pairAnswer = z.object({ version, source: z.string(), received: z.string(), kept: z.string() });
export type PairAnswer = z.infer<typeof pairAnswer>;

export const pausedAnswer = z.object({ version, pause });
export type PausedAnswer = z.infer<typeof pausedAnswer>;

/** What the asker has just said, kept without them. */
export const usedAnswer = z.object({ version });
export type UsedAnswer = z.infer<typeof usedAnswer>;

/** Everything of the office's page as one signed file. */
export const archiveAnswer = z.object({ version, fileName: z.string(), base64: z.string(), publicKey: z.string() });
export type ArchiveAnswer = z.infer<typeof archiveAnswer>;
