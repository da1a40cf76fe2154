import type { Decisions } from './decisions.ts';
import { rhoARelease, rhoAYear } from '../privacy/budget.ts';
import { tellChannels } from '../privacy/channel-sources.ts';
import type { Day } from '../privacy/period.ts';
import { sumOf, type Rational } from '../privacy/rational.ts';
import { isNetworkSource, isReportSource, readsCompetences, type Scope } from '../privacy/scope.ts';
import { tellSteps } from '../privacy/step-sources.ts';
import { STRUCTURAL_TABLES, TABLE_NAMES, TABLES_MEASURED, type TableName } from '../privacy/table-name.ts';

/** A source as declared by the file that reads it; structurally equal to `SourceDeclaration` there. */
export interface ToldSource {
  readonly name: string;
  readonly endpoint: string;
  readonly permissions: readonly { readonly role: string }[];
  readonly fields: readonly { readonly field: string; readonly reason: string }[];
  readonly unasked?: readonly string[];
}

/**
 * The configuration in force and what was done in office about it, which is all that documents are made of: nothing of
 * what anybody does at work.
 */
export interface Facts {
  readonly scope: Scope;
  /** What is asked of Microsoft Graph under this scope. */
  readonly sources: readonly ToldSource[];
  readonly custody: { readonly kind: string; readonly weak: boolean };
  /** What was done in office about it. */
  readonly decisions: Decisions;
  /** The day the document is made. */
  readonly today: Day;
}

type TellingScope = Pick<Scope, 'sources' | 'structuralTables'> & Partial<Pick<Scope, 'competences'>>;

/** The tables that the sources of a scope can fill, of those that are measured; what is off costs nothing. */
export function tablesOf(scope: TellingScope): TableName[] {
  const { sources, structuralTables } = scope;
  return TABLE_NAMES.filter((name) => {
    if (!TABLES_MEASURED.includes(name) && !(structuralTables && STRUCTURAL_TABLES.includes(name))) return false;
    if (name === 'steps') return readsCompetences(scope);
    if (name === 'channels') return tellChannels(sources);
    if (name === 'staircase' || name === 'leaders') return tellSteps(sources);
    return sources.some(name === 'apps' ? isReportSource : isNetworkSource);
  });
}

/** The privacy budget under a scope: of a year with all its tables, and of the dearest of four releases. */
export function priceOf(scope: TellingScope & Pick<Scope, 'level'>): {
  readonly year: Rational;
  readonly quarter: Rational;
} {
  const names = tablesOf(scope);
  const quarter = sumOf(names.map((name) => rhoARelease(name, scope.level, 4)));
  return { year: rhoAYear(scope.level, names), quarter };
}
