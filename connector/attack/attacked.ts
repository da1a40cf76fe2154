import type { LedgerEntry } from '../privacy/ledger.ts';
import type { Period } from '../privacy/period.ts';
import type { Level, TableName } from '../privacy/table-name.ts';

/** A table as an attacker holds it: a released one, or, where a test shows that an attack bites, an unprotected one. */
export interface AttackedTable {
  readonly name: TableName;
  readonly rows: readonly { readonly name: string; readonly heads: number; readonly units: readonly string[] }[];
  readonly columns: readonly { readonly name: string; readonly units: readonly string[] }[];
  /** Null is blank. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Of the noise, in people; 0 where there is none. */
  readonly sigma: number;
  readonly rho: number;
}

/** A release as an attacker holds it. `Release` is one. */
export interface AttackedRelease {
  readonly period: Period;
  readonly level: Level;
  readonly units: readonly { readonly unit: string; readonly heads: number }[];
  readonly tables: readonly AttackedTable[];
}

/** The attacks that need no truth: they look at what is released, and so may be made on anybody's releases. */
export const STRUCTURAL_ATTACKS = ['A1', 'A5', 'A6', 'A8', 'A9'] as const;
/** The attacks judged against the truth: made on invented tenants alone, because what they say of a real one would leak. */
export const TRUTH_ATTACKS = ['A2', 'A3', 'A7', 'A14'] as const;
export type Attack = (typeof STRUCTURAL_ATTACKS)[number] | (typeof TRUTH_ATTACKS)[number];

/** What became of one attack. */
export interface Finding {
  /** As numbered in docs/attacks/README.md. */
  readonly attack: Attack;
  readonly tried: number;
  /** So many of the tries got what must not be had. */
  readonly succeeded: number;
  /** The figure an attack is judged by, where it is not a count, and the limit it must keep to; unit as the attack says. */
  readonly measured: { readonly figure: number; readonly limit: number } | null;
  readonly holds: boolean;
}

/** The attacks on a ledger and its releases. The same releases give the same report, to the letter. */
export interface AttackReport {
  readonly version: 1;
  readonly kind: 'structural' | 'with-truth';
  /** So many releases were attacked, together. */
  readonly releases: number;
  /** Hash of the newest ledger entry among them; binds the report to what it is about. Null before the first release. */
  readonly ledgerHead: LedgerEntry['hash'] | null;
  readonly findings: readonly Finding[];
  readonly holds: boolean;
}

export function reportOf(
  kind: AttackReport['kind'],
  ledger: readonly LedgerEntry[],
  findings: readonly Finding[],
): AttackReport {
  const ledgerHead = ledger.at(-1)?.hash ?? null;
  return { version: 1, kind, releases: ledger.length, ledgerHead, findings, holds: findings.every((it) => it.holds) };
}
