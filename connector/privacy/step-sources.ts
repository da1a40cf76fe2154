import type { SourceName } from './scope.ts';

const TEAMS: readonly SourceName[] = ['active-users', 'teams-activity'];
const FILES: readonly SourceName[] = ['active-users', 'sharepoint-activity', 'onedrive-activity'];

/**
 * Whether a scope's sources tell who has tried the tools and who has them in habit, Teams and files both: otherwise
 * `staircase` and `leaders` are off and cost nothing. A test holds it equal to what adoption/ makes of the reports.
 */
export function tellSteps(sources: readonly SourceName[]): boolean {
  return [TEAMS, FILES].every((kind) => kind.some((name) => sources.includes(name)));
}
