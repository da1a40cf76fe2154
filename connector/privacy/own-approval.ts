import type { Scope, SourceName } from './scope.ts';

/** Sources that bring text of people into memory, however shortly: each is approved by name, and by no approval at large. */
const APPROVED_BY_NAME: readonly SourceName[] = ['chat-messages'];

/** The sources a proposal turns on that its approval has to name; empty for most. */
export function ownApprovals(
  before: Pick<Scope, 'sources'> | undefined,
  { sources }: Pick<Scope, 'sources'>,
): SourceName[] {
  return APPROVED_BY_NAME.filter((name) => sources.includes(name) && before?.sources.includes(name) !== true);
}

/** Whether an approval names what it has to, and nothing else. */
export function namesAll(needed: readonly SourceName[], named: readonly SourceName[] = []): boolean {
  return new Set(named).size === needed.length && needed.every((name) => named.includes(name));
}
