import { z } from 'zod';
import { Failure } from '../failure.ts';
import { ActRefused } from './act-refused.ts';
import type { Office } from './approval.ts';
import { addDays, dayNumber, dayOf, isDay, type Day } from './period.ts';
import type { Scope } from './scope.ts';
import { isSignature, type Signature } from './signature.ts';

/** What must be open before anything is read or released (design D7). */
export const GATES = ['dpia', 'discussion', 'staff-notice', 'protected-contacts', 'evaluation', 'end-date'] as const;
export type Gate = (typeof GATES)[number];

/** Who sat at the table when it was discussed: functions, of a closed list, and nobody's name. */
export const PARTICIPANTS = [
  'employer',
  'privacy-officer',
  'data-protection-officer',
  'union-representative',
  'safety-representative',
  'occupational-health',
] as const;

const day = z.string().refine(isDay);
/** SHA-256 of a document that is kept elsewhere, in hexadecimal digits. */
const hash = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/);

/** What somebody in office says is done; the documents themselves are kept elsewhere, and known here by their hash. */
export const gateRecordShape = z.discriminatedUnion('gate', [
  z.object({ gate: z.literal('dpia'), on: day, sha256: hash }),
  z.object({
    gate: z.literal('discussion'),
    on: day,
    participants: z
      .array(z.enum(PARTICIPANTS))
      .min(2)
      .refine((all) => new Set(all).size === all.length && all.includes('union-representative')),
    sha256: hash,
    /** Which proposal was discussed. */
    proposal: z.int().min(1),
  }),
  z.object({ gate: z.literal('staff-notice'), on: day, sha256: hash }),
  z.object({ gate: z.literal('evaluation'), on: day, sha256: hash }),
]);
export type GateStatement = Readonly<z.infer<typeof gateRecordShape>>;

const signed = z.object({
  office: z.enum(['PrivacyOfficer', 'EmployeeRepresentative']),
  by: z.string().refine(isSignature),
  /** ISO 8601. */
  at: z.iso.datetime(),
});
export type GateRecord = GateStatement & { readonly office: Office; readonly by: Signature; readonly at: string };

/** A stored record as it comes back. @throws ZodError when it is none */
export function readGateRecord(stored: unknown): GateRecord {
  return { ...gateRecordShape.parse(stored), ...signed.parse(stored) };
}

/** What is missing where a gate is closed, as a closed set of codes for words. */
export const GATE_NEEDS = [
  'no-scope',
  'not-recorded',
  'not-confirmed',
  'changed-since',
  'in-the-future',
  'later-than-the-scope-says',
  'nobody-listed',
  'too-long-ago',
  'ended',
] as const;
type GateNeed = (typeof GATE_NEEDS)[number];

export interface GateState {
  readonly gate: Gate;
  readonly open: boolean;
  /** The day from which it has been open; null where it is closed or nobody knows. */
  readonly since: Day | null;
  /** The first day it is closed again if nothing is done; null where that never comes by itself. */
  readonly lapsesOn: Day | null;
  readonly needs: GateNeed | null;
  /** Whose move it is where it is closed or about to be. */
  readonly whose: Office;
}

export interface GatesInput {
  /** The scope in force; undefined: every gate is closed. */
  readonly scope: Scope | undefined;
  /** The first day any scope was in force: the first evaluation is due half a year after it. */
  readonly inForceSince: Day | null;
  /** The newest proposal in force that changed something material; 0 where none did. */
  readonly materialProposal: number;
  readonly records: readonly GateRecord[];
  /** Protected contacts listed: marks and addresses not yet resolved. */
  readonly protectedContacts: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Half a year: from the first day in force, and from each evaluation, to the next. */
export const EVALUATION_DAYS = 183;

const WHOSE: Readonly<Record<Gate, Office>> = {
  dpia: 'PrivacyOfficer',
  discussion: 'PrivacyOfficer',
  'staff-notice': 'PrivacyOfficer',
  'protected-contacts': 'EmployeeRepresentative',
  evaluation: 'EmployeeRepresentative',
  'end-date': 'PrivacyOfficer',
};

type Judged = Pick<GateState, 'since' | 'lapsesOn' | 'needs'> & { readonly whose?: Office };

/** How every gate stands, in the order of `GATES`. */
export function gatesOf(input: GatesInput): GateState[] {
  return GATES.map((gate) => {
    const judged = input.scope === undefined ? undecided() : JUDGE[gate](input, input.scope);
    return { gate, open: judged.needs === null, whose: WHOSE[gate], ...judged };
  });
}

/** Before anything is decided nobody else can do their part. */
function undecided(): Judged {
  return { ...shut('no-scope'), whose: 'PrivacyOfficer' };
}

const JUDGE: Readonly<Record<Gate, (input: GatesInput, scope: Scope) => Judged>> = {
  dpia: ({ records, now }) => {
    const record = newest(records, 'dpia', 'PrivacyOfficer');
    return record === undefined ? shut('not-recorded') : sinceDone(record, now);
  },
  discussion: ({ records, materialProposal, now }) => {
    const recorded = newest(records, 'discussion', 'PrivacyOfficer');
    if (recorded === undefined) return shut('not-recorded');
    if (recorded.gate !== 'discussion' || recorded.proposal < materialProposal) return shut('changed-since');
    const confirmed = records.some(
      (it) => it.gate === 'discussion' && it.office === 'EmployeeRepresentative' && isOfOneMeeting(it, recorded),
    );
    return confirmed ? sinceDone(recorded, now) : { ...shut('not-confirmed'), whose: 'EmployeeRepresentative' };
  },
  'staff-notice': ({ records, now }, { staffNoticeOn }) => {
    const record = newest(records, 'staff-notice', 'PrivacyOfficer');
    if (record === undefined) return shut('not-recorded');
    return isAfter(record.on, staffNoticeOn) ? shut('later-than-the-scope-says') : sinceDone(record, now);
  },
  'protected-contacts': ({ protectedContacts }) =>
    protectedContacts > 0 ? { since: null, lapsesOn: null, needs: null } : shut('nobody-listed'),
  evaluation: ({ records, inForceSince, now }) => {
    const record = newest(records, 'evaluation', 'EmployeeRepresentative');
    const from = record?.on ?? inForceSince ?? dayOf(now);
    if (isAfter(from, dayOf(now))) return shut('in-the-future');
    const lapsesOn = addDays(from, EVALUATION_DAYS);
    return isAfter(lapsesOn, dayOf(now)) ? { since: from, lapsesOn, needs: null } : shut('too-long-ago');
  },
  'end-date': ({ inForceSince, now }, { endsOn }) =>
    isAfter(endsOn, dayOf(now)) ? { since: inForceSince, lapsesOn: endsOn, needs: null } : shut('ended'),
};

function shut(needs: GateNeed): Judged {
  return { since: null, lapsesOn: null, needs };
}

function sinceDone({ on }: GateRecord, now: number): Judged {
  return isAfter(on, dayOf(now)) ? shut('in-the-future') : { since: on, lapsesOn: null, needs: null };
}

function isAfter(one: Day, other: Day): boolean {
  return dayNumber(one) > dayNumber(other);
}

function newest(records: readonly GateRecord[], gate: Gate, office: Office): GateRecord | undefined {
  return records.findLast((record) => record.gate === gate && record.office === office);
}

/** The same proposal, the same day, the same minutes. */
function isOfOneMeeting(one: GateRecord, other: GateRecord): boolean {
  if (one.gate !== 'discussion' || other.gate !== 'discussion') return false;
  return one.proposal === other.proposal && one.on === other.on && one.sha256 === other.sha256;
}

const SAID_BY: Readonly<Record<GateStatement['gate'], readonly Office[]>> = {
  dpia: ['PrivacyOfficer'],
  discussion: ['PrivacyOfficer', 'EmployeeRepresentative'],
  'staff-notice': ['PrivacyOfficer'],
  evaluation: ['EmployeeRepresentative'],
};

/** The offices that may record this. */
export function officesRecording(gate: GateStatement['gate']): readonly Office[] {
  return SAID_BY[gate];
}

/**
 * Refuses a record by the wrong office, of a day to come, or by the one person whose own record it would confirm.
 *
 * @param isSame whether two signatures are one person's; see `sameSigner`
 * @throws ActRefused
 */
export function checkGateRecord(
  records: readonly GateRecord[],
  wanted: GateRecord,
  { isSame, now }: { readonly isSame: (one: Signature, other: Signature) => boolean; readonly now: number },
): void {
  if (!SAID_BY[wanted.gate].includes(wanted.office)) {
    throw new ActRefused('not-your-office', 'This is not for your office to do.');
  }
  if (isAfter(wanted.on, dayOf(now)))
    throw new ActRefused('day-to-come', 'Give the day it was done: it is in the future.');
  const both = records.some(
    (it) => it.office !== wanted.office && isOfOneMeeting(it, wanted) && isSame(it.by, wanted.by),
  );
  if (both) throw new ActRefused('own-record', 'You recorded this discussion: another person confirms it.');
}

const GATE_SAYS: Readonly<Record<Gate, string>> = {
  dpia: 'the impact assessment is not confirmed',
  discussion: 'the discussion with the unions is not recorded and confirmed for what is in force',
  'staff-notice': 'the notice to staff is not recorded as published by the day the scope names',
  'protected-contacts': 'no protected contacts are listed',
  evaluation: 'the half-yearly evaluation is not signed',
  'end-date': 'the time of the approved scope is over',
};
const OFFICE_SAYS: Readonly<Record<Office, string>> = {
  PrivacyOfficer: 'the privacy officer',
  Approver: 'an approver',
  DataProtectionOfficer: 'the data protection officer',
  EmployeeRepresentative: "the employees' representative",
  Administrator: 'the administrator',
};

/**
 * Refuses to read or release while a gate is closed.
 *
 * @throws Failure 'gate-closed' naming each closed gate and whose move it is
 */
export function checkGates(gates: readonly GateState[]): void {
  const closed = gates.filter(({ open }) => !open);
  if (closed.length === 0) return;
  const said = closed.map(({ gate, whose }) => `${gate} (${GATE_SAYS[gate]}: it is for ${OFFICE_SAYS[whose]} to do)`);
  throw new Failure('gate-closed', `Nothing is read or released while a gate is closed: ${said.join('; ')}.`);
}
