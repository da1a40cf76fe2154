import type { SourceName } from './scope.ts';

const MAIL: readonly SourceName[] = ['sent-items', 'message-trace'];
/** Calendars alone do not do: of Teams they tell what was planned, and nothing of what happens between meetings. */
const TEAMS: readonly SourceName[] = ['chat-membership', 'chat-messages', 'calls'];

/**
 * Whether a scope's sources tell mail and Teams apart: at least one of each. Otherwise everybody would be where the one
 * source is, and `channels` is off and costs nothing.
 */
export function tellChannels(sources: readonly SourceName[]): boolean {
  return [MAIL, TEAMS].every((kind) => kind.some((name) => sources.includes(name)));
}
