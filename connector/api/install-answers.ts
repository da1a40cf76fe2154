import { z } from 'zod';
import { ANSWERS_VERSION, lastRunAnswer } from './answers.ts';

const whoseMove = z.enum(['operator', 'administrator', 'privacy officer', 'wait', 'us', 'nobody']);

/** Something that is missing, worth knowing, or on its way; the words are the tab's. None is about a person. */
const finding = z.object({
  /** `wrong` keeps Samspill from working as the scope says; a `note` stops nothing. */
  state: z.enum(['wrong', 'note']),
  whoseMove,
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('no-scope') }),
    z.object({ kind: z.literal('scope-ends'), on: z.string() }),
    z.object({ kind: z.literal('gates-closed'), count: z.int() }),
    z.object({ kind: z.literal('no-run-yet') }),
    z.object({ kind: z.literal('run-failed'), failure: z.string().nullable() }),
    z.object({ kind: z.literal('permission-missing'), role: z.string(), stops: z.array(z.string()) }),
    /** Granted, not needed and not approved by name: then nothing is read. */
    z.object({ kind: z.literal('permission-extra'), role: z.string() }),
    z.object({ kind: z.literal('source-failed'), source: z.string(), failure: z.string() }),
    z.object({ kind: z.literal('concealed') }),
    z.object({ kind: z.literal('keys-weak') }),
  ]),
});
export type InstallFinding = z.infer<typeof finding>;

/**
 * How an installation stands, of what is kept: the last run and its note at the boundary. Nothing is asked of Microsoft to
 * answer it, and nothing in it is about a person.
 */
export const installAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  organisation: z.string(),
  demo: z.boolean(),
  stage: z.enum(['production', 'pilot']),
  /** Wrong first. Empty: nothing is missing. */
  findings: z.array(finding),
  /** What is asked of Microsoft under the scope in force; empty without one. */
  sources: z.array(
    z.object({
      name: z.string(),
      permissions: z.array(
        z.object({
          role: z.string(),
          /** As the token was when the last run began. `exchange`: given to single mailboxes there, and not in the token. */
          state: z.enum(['granted', 'missing', 'exchange', 'unknown']),
        }),
      ),
      /** In the last run of the period that was about it; null where none was, or nothing of the kind is counted. */
      last: lastRunAnswer.shape.run
        .unwrap()
        .shape.sources.element.pick({ state: true, failure: true, whoseMove: true })
        .nullable(),
    }),
  ),
  /** When the permissions were last seen; null before the first run, and where no token is asked for. */
  permissionsSeenAt: z.string().nullable(),
  /** Which sources Exchange opens mailbox by mailbox. */
  exchangeScoped: z.array(z.string()),
  /** Names in usage reports, as last read. */
  concealment: z.enum(['concealed', 'shown', 'not-read']),
  lastRun: lastRunAnswer.shape.run.unwrap().pick({ state: true, startedAt: true, endedAt: true }).nullable(),
  /** Null where no schedule is kept, as in the demo. */
  nextRunAt: z.string().nullable(),
  custody: z.object({ kind: z.string(), weak: z.boolean() }),
  /** Of this installation, and of the Teams package it makes; null where nobody says. */
  productVersion: z.string().nullable(),
  scopeEndsOn: z.string().nullable(),
});
export type InstallAnswer = z.infer<typeof installAnswer>;
