import { readsCompetences, type Scope } from '../privacy/scope.ts';
import type { RolesNeeded } from './granted-roles.ts';
import { SOURCES_BY_ADDRESS } from './list-addresses.ts';
import { ORGANISATION_COUNTS } from './organisation-counts.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { SOURCE_DECLARATIONS } from './source-declarations.ts';
import { USAGE_REPORTS } from './usage-reports.ts';

/** Who may be read is always asked for, whatever is read of them: of a group, or by name. */
const ALWAYS: readonly string[] = ['directory', 'domains'];
const ALWAYS_BY_NAME: readonly string[] = ['listed-people', 'domains'];
/** Asked of the tenant as a whole wherever a usage report is read. */
const BESIDE_REPORTS: readonly string[] = ['report-settings', ...ORGANISATION_COUNTS.map(({ name }) => name)];
/** What a source cannot be read without: which address is a list, who is in a chat, who took part in a call. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(SOURCES_BY_ADDRESS.map((name) => [name, ['list-addresses']])),
  'chat-membership': ['chat-members'],
  'chat-messages': ['chat-membership', 'chat-members'],
  calls: ['call-participants'],
};

/** What tells units besides the directory's own attribute, and is asked of Graph; a file from HR is not. */
const UNITS: Readonly<Record<string, string>> = { groups: 'unit-groups', managers: 'unit-managers' };

/** What is asked of Microsoft Graph under a scope: for its sources, its units and its competences. */
export function neededByScope(
  scope: Pick<Scope, 'sources' | 'units' | 'positiveList'> & Partial<Pick<Scope, 'structuralTables' | 'competences'>>,
): SourceDeclaration[] {
  const { sources, units, positiveList } = scope;
  const placing = units === undefined ? undefined : UNITS[units.from];
  return neededSources(
    [
      ...sources,
      ...(placing === undefined ? [] : [placing]),
      ...(readsCompetences(scope) ? ['competence-groups'] : []),
    ],
    positiveList === undefined ? ALWAYS : ALWAYS_BY_NAME,
  );
}

/** What a scope asks of the application's permissions; to be held against a token's. */
export function rolesNeeded(scope: Scope): RolesNeeded {
  return {
    sources: neededByScope(scope),
    approved: scope.approvedRoles ?? [],
    scopedInExchange: scope.exchangeScoped?.sources ?? [],
    stopsWithout: (name) => stoppedWithout(name, scope.sources),
  };
}

/** What cannot be read without one declared source: itself where it is on, and those that are not read without it. */
function stoppedWithout(declared: string, on: readonly string[]): readonly string[] {
  const resting = on.filter((name) => name === declared || BESIDE[name]?.includes(declared) === true);
  return resting.length === 0 ? [declared] : resting;
}

/**
 * What is asked of Microsoft Graph when these sources are on, and nothing else: who may be read, the sources and what
 * they cannot be read without, and, with a usage report among them, whether the tenant conceals names and
 * Microsoft's counts of the whole organisation. In the order of the declarations.
 *
 * @param names of sources, as a scope has them; a name that no declaration bears is left out
 * @param always what tells who may be read; default: a group does
 */
export function neededSources(names: readonly string[], always = ALWAYS): SourceDeclaration[] {
  const needed = new Set([...always, ...names, ...names.flatMap((name) => BESIDE[name] ?? [])]);
  if (USAGE_REPORTS.some(({ name }) => needed.has(name))) for (const name of BESIDE_REPORTS) needed.add(name);
  return SOURCE_DECLARATIONS.filter(({ name }) => needed.has(name));
}
