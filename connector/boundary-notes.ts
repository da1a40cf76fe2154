import type { RunFigures } from './collection-run.ts';
import { neededByScope } from './microsoft-graph/needed-sources.ts';
import type { SourceDeclaration } from './microsoft-graph/source-declaration.ts';
import type { BoundaryEvent } from './privacy/boundary-ledger.ts';
import { canonicalJson, sha256 } from './privacy/canonical-json.ts';
import type { Scope, SourceName } from './privacy/scope.ts';

/** Microsoft's permissions are named so; what is not is not repeated. */
const PLAIN_ROLE = /^[A-Za-z0-9.-]{1,80}$/;

/**
 * SHA-256 of what is declared to be asked for, as canonical JSON: it is another as soon as one endpoint, permission, field
 * or reason is.
 */
export function ruleHash(sources: readonly SourceDeclaration[]): string {
  const rules = sources.map(({ name, endpoint, permissions, fields, unasked = [] }) => ({
    name,
    endpoint,
    permissions: permissions.map(({ role, id }) => ({ role, id })),
    fields: fields.map(({ field, reason }) => ({ field, reason })),
    unasked,
  }));
  return sha256(canonicalJson(rules));
}

/** What the boundary ledger is told before a run reads anything. */
export function runBegins(told: {
  readonly run: number;
  readonly period: string;
  readonly sources: readonly SourceName[];
  readonly scope: Scope;
  readonly scopeVersion: number | null;
  readonly keyId: string | null;
  readonly held: Iterable<string> | null;
}): BoundaryEvent {
  const { run, period, sources, scope, scopeVersion, keyId, held } = told;
  return {
    kind: 'run',
    run,
    period,
    sources: [...sources],
    scopeVersion,
    ruleHash: ruleHash(neededByScope(scope)),
    keyId,
    held: held === null ? null : [...held].filter((role) => PLAIN_ROLE.test(role)).toSorted(),
  };
}

/** How far a run came. */
type WhatWasRead = Pick<RunFigures, 'dropped'> & {
  readonly sources: readonly Pick<RunFigures['sources'][number], 'source' | 'weekRows'>[];
};

/** What it is told with the run's end: one note for each endpoint that was declared to be asked. */
export function readingsOf(run: number, scope: Scope, { sources, dropped }: WhatWasRead): BoundaryEvent[] {
  return neededByScope(scope).map(({ name, endpoint, fields }) => ({
    kind: 'reading' as const,
    run,
    source: name,
    endpoint,
    weekRows: sources.find(({ source }) => source === name)?.weekRows ?? null,
    kept: fields.map(({ field }) => field),
    dropped: dropped.find(({ source }) => source === name)?.fields ?? 0,
  }));
}
