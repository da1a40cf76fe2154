import { z } from 'zod';
import { Failure } from '../failure.ts';
import { ACT_KINDS, OFFICES } from './approval.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { GATES } from './gates.ts';
import { isSignature } from './signature.ts';

const hashShape = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);
const office = z.enum(OFFICES);
const signature = z.string().refine(isSignature);
const periodId = z.string().regex(/^[0-9A-Za-z._-]{1,40}$/);
/** Two significant figures, and nothing under 100: what `roundedRows` gives, and no exact count. */
const rounded = z
  .int()
  .min(100)
  .refine(
    (rows) => Number(rows.toPrecision(2)) === rows,
    'A volume is rounded before it comes to the boundary ledger.',
  );

const event = z.discriminatedUnion('kind', [
  /** A run begins: noted before anything is read. */
  z.strictObject({
    kind: z.literal('run'),
    run: z.int().min(1),
    period: periodId,
    sources: z.array(name),
    scopeVersion: z.int().min(1).nullable(),
    ruleHash: hashShape,
    /** Which key-encryption key stood over the period's; null where custody names none. */
    keyId: z.string().max(200).nullable(),
    /** The application permissions the token held; null where no token is asked for. */
    held: z.array(z.string().regex(/^[A-Za-z0-9.-]{1,80}$/)).nullable(),
  }),
  /** What a run asked of one endpoint, noted with the run's end. */
  z.strictObject({
    kind: z.literal('reading'),
    run: z.int().min(1),
    source: name,
    endpoint: z.string().max(200),
    /** Rows held of the last whole week; null where nothing is said of so few. */
    weekRows: rounded.nullable(),
    kept: z.array(z.string().max(200)),
    /** Different fields that arrived and were let go. */
    dropped: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('release'),
    period: periodId,
    ledgerHash: hashShape,
    /** How many have objected, said once a release and so coarsely that no single one shows. */
    objections: z.union([z.literal('under-10'), z.int().min(10).multipleOf(10)]),
  }),
  z.strictObject({ kind: z.literal('shred'), period: periodId, what: z.enum(['file', 'key']) }),
  z.strictObject({
    kind: z.literal('scope'),
    act: z.enum([...ACT_KINDS, 'in-force']),
    proposal: z.int().min(1).nullable(),
    version: z.int().min(1).nullable(),
    office: office.nullable(),
    by: signature.nullable(),
  }),
  /** A gate's record, or somebody more on the list of protected contacts: that there was one, never who. */
  z.strictObject({ kind: z.literal('gate'), gate: z.enum(GATES), office, by: signature.nullable() }),
  /** Somebody is to come off the list of protected contacts: never who. */
  z.strictObject({ kind: z.literal('unprotect'), office, by: signature }),
  /** Somebody in office opened the officers' pages: once per person, office and day. */
  z.strictObject({ kind: z.literal('access'), office, by: signature }),
  z.strictObject({
    kind: z.literal('pause'),
    act: z.enum(['paused', 'resume-asked', 'resumed']),
    office,
    by: signature,
  }),
  /** Everything about one person was removed at the command line: that it was done, never of whom. */
  z.strictObject({ kind: z.literal('forget') }),
  /** The list of bridge-builders changed on this day: never who, how, nor how often. */
  z.strictObject({ kind: z.literal('bridge-builders') }),
]);

/** What may be noted: a closed set, with no name, no address, no exact count. */
export type BoundaryEvent = z.input<typeof event>;

/** One note, bound to all before it. */
export interface BoundaryEntry {
  /** 1 for the first, then one more each. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly event: BoundaryEvent;
  /** The hash of the entry before; 64 zeros in the first. */
  readonly previousHash: string;
  /** SHA-256 of this entry's canonical JSON without this field. */
  readonly hash: string;
}

/** The hash that stands before the first entry. */
export const NOTHING_NOTED = '0'.repeat(64);

const entryShape = z.strictObject({
  number: z.int().min(1),
  at: z.iso.datetime(),
  event,
  previousHash: hashShape,
  hash: hashShape,
});

/**
 * The entry that follows another.
 *
 * @param before the newest; undefined for an empty ledger
 * @param at ISO 8601
 * @throws ZodError when the event is none of the closed set, or tells an exact count
 */
export function nextBoundaryEntry(
  before: Pick<BoundaryEntry, 'number' | 'hash'> | undefined,
  at: string,
  told: BoundaryEvent,
): BoundaryEntry {
  const unsealed = {
    number: (before?.number ?? 0) + 1,
    at,
    event: event.parse(told),
    previousHash: before?.hash ?? NOTHING_NOTED,
  };
  return entryShape.parse({ ...unsealed, hash: sealOf(unsealed) });
}

/**
 * A stored entry read back: its shape and its own hash.
 *
 * @throws Failure 'ledger-broken' when it is not what was written
 */
export function readBoundaryEntry(stored: unknown): BoundaryEntry {
  const parsed = entryShape.safeParse(stored);
  if (!parsed.success || sealOf(parsed.data) !== parsed.data.hash) throw boundaryBroken();
  return parsed.data;
}

/**
 * A whole ledger, oldest first: every entry's shape and hash, the numbers without a gap, the chain unbroken.
 *
 * @param entries as stored
 * @throws Failure 'ledger-broken'
 */
export function checkBoundaryChain(entries: readonly unknown[]): BoundaryEntry[] {
  let head = NOTHING_NOTED;
  return entries.map((stored, index) => {
    const entry = readBoundaryEntry(stored);
    if (entry.number !== index + 1 || entry.previousHash !== head) throw boundaryBroken();
    head = entry.hash;
    return entry;
  });
}

function sealOf({ number, at, event: told, previousHash }: Omit<BoundaryEntry, 'hash'>): string {
  return sha256(canonicalJson({ number, at, event: told, previousHash }));
}

/** What is said of a boundary ledger that is gone or changed. */
export function boundaryBroken(cause?: unknown): Failure {
  return new Failure(
    'ledger-broken',
    'The boundary ledger is not what was written, and without it nothing is read or released: restore the newest backup of samspill.sqlite, and tell the data protection officer.',
    { cause },
  );
}
