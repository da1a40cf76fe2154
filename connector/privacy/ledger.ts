import { z } from 'zod';
import { Failure } from '../failure.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { isDay, type Period } from './period.ts';
import { LEVELS, TABLE_NAMES, type Level, type TableName } from './table-name.ts';

/** One release in the privacy ledger: what it cost, and the hashes that bind it to its text and to all before it. */
export interface LedgerEntry {
  /** 1 for the first release, then one more each. */
  readonly number: number;
  readonly period: Period;
  readonly releasedAt: string;
  readonly level: Level;
  /** ρ exactly, as `p/q`. */
  readonly tables: readonly { readonly name: TableName; readonly rho: string }[];
  /** SHA-256 of the release's text. */
  readonly contentHash: string;
  /** The hash of the entry before; 64 zeros in the first. */
  readonly previousHash: string;
  /** SHA-256 of this entry's canonical JSON without this field. */
  readonly hash: string;
}

/** The hash that stands before the first entry: the head of an empty ledger. */
export const NO_RELEASE = '0'.repeat(64);

const day = z.string().refine(isDay);
const hashShape = z.string().regex(/^[0-9a-f]{64}$/);
const shape = z.strictObject({
  number: z.int().min(1),
  period: z.strictObject({ id: z.string().min(1), from: day, to: day }),
  releasedAt: z.string().min(1),
  level: z.enum(LEVELS),
  tables: z
    .array(z.strictObject({ name: z.enum(TABLE_NAMES), rho: z.string().regex(/^[1-9]\d{0,30}\/[1-9]\d{0,30}$/) }))
    .min(1),
  contentHash: hashShape,
  previousHash: hashShape,
  hash: hashShape,
});

/**
 * The entry that a new release adds. It debits nothing by itself: `checkBudget` says whether it may be made.
 */
export function nextEntry(
  ledger: readonly LedgerEntry[],
  release: Omit<LedgerEntry, 'number' | 'previousHash' | 'hash'>,
): LedgerEntry {
  const unsealed = { ...release, number: ledger.length + 1, previousHash: headOf(ledger) };
  return { ...unsealed, hash: sealOf(unsealed) };
}

/**
 * The hash of the newest entry; 64 zeros for an empty ledger. Kept outside the data folder as well, it tells whether a
 * ledger was put back to an earlier state, which the chain itself cannot.
 */
export function headOf(ledger: readonly LedgerEntry[]): string {
  return ledger.at(-1)?.hash ?? NO_RELEASE;
}

/**
 * A stored entry read back: its shape and its own hash.
 *
 * @throws Failure 'ledger-broken' when it is not what was written
 */
export function readLedgerEntry(stored: unknown): LedgerEntry {
  const parsed = shape.safeParse(stored);
  if (!parsed.success || sealOf(parsed.data) !== parsed.data.hash) throw broken();
  return parsed.data;
}

/**
 * A whole ledger, oldest first: every entry's shape and hash, the numbers without a gap, the chain unbroken.
 *
 * @throws Failure 'ledger-broken'
 */
export function checkLedger(ledger: readonly LedgerEntry[]): void {
  let head = NO_RELEASE;
  for (const [index, entry] of ledger.entries()) {
    const { number, previousHash, hash } = readLedgerEntry(entry);
    if (number !== index + 1 || previousHash !== head) throw broken();
    head = hash;
  }
}

function sealOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const { number, period, releasedAt, level, tables, contentHash, previousHash } = entry;
  const { id, from, to } = period;
  const costs = tables.map(({ name, rho }) => ({ name, rho }));
  const sealed = { number, period: { id, from, to }, releasedAt, level, tables: costs, contentHash, previousHash };
  return sha256(canonicalJson(sealed));
}

function broken(): Failure {
  return new Failure(
    'ledger-broken',
    'The privacy ledger is not what was written: release nothing more, restore the newest backup of samspill.sqlite and compare its head with the one noted elsewhere.',
  );
}
