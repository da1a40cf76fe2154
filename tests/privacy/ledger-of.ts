import { rhoARelease } from '../../connector/privacy/budget.ts';
import { nextEntry, type LedgerEntry } from '../../connector/privacy/ledger.ts';
import type { Period } from '../../connector/privacy/period.ts';
import { rationalText } from '../../connector/privacy/rational.ts';
import type { Level, TableName } from '../../connector/privacy/table-name.ts';

export interface Spending {
  readonly period: Period;
  readonly level?: Level;
  readonly names?: readonly TableName[];
  readonly parts?: 2 | 4;
}

/** A ledger that holds a release for each spending, without asking whether the budget allows it. */
export function ledgerOf(spendings: readonly Spending[]): LedgerEntry[] {
  return spendings.reduce<LedgerEntry[]>((ledger, { period, level = 'standard', names = ['reach'], parts = 4 }) => {
    const tables = names.map((name) => ({ name, rho: rationalText(rhoARelease(name, level, parts)) }));
    const release = { period, releasedAt: '2026-01-05', level, tables, contentHash: 'a'.repeat(64) };
    return [...ledger, nextEntry(ledger, release)];
  }, []);
}
