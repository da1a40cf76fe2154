import { tablesOf } from '../documents/facts.ts';
import { rhoAYear, rhoOfLastYear } from '../privacy/budget.ts';
import type { LedgerEntry } from '../privacy/ledger.ts';
import { asNumber } from '../privacy/rational.ts';
import { TABLE_NAMES, TABLES_MEASURED, type Level } from '../privacy/table-name.ts';
import { currentScope } from '../store/scopes.ts';
import type { Store } from '../store/open.ts';

/** The privacy budget of any year of data, and what the last four quarters took of it. */
export interface BudgetOfYear {
  /** ρ (zCDP). */
  readonly rhoAYear: number;
  readonly rhoSpent: number;
  readonly level: Level;
}

/**
 * What the tables of the newest scope may cost in a year, as the scope's page says it, with those a release was spent on
 * before. Without a scope the tables spent on alone; before the first release then all that are measured.
 *
 * @param ledger the store's whole privacy ledger, oldest entry first; empty before the first release
 */
export function budgetOfYear(store: Store, ledger: readonly LedgerEntry[]): BudgetOfYear {
  const scope = currentScope(store);
  const level = scope?.level ?? ledger.at(-1)?.level ?? 'standard';
  const spentOn = ledger.flatMap(({ tables }) => tables.map(({ name }) => name));
  const named = new Set([...(scope === undefined ? [] : tablesOf(scope)), ...spentOn]);
  const tables = named.size === 0 ? TABLES_MEASURED : TABLE_NAMES.filter((name) => named.has(name));
  return { rhoAYear: asNumber(rhoAYear(level, tables)), rhoSpent: asNumber(rhoOfLastYear(ledger)), level };
}
