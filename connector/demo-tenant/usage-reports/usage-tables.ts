import { activeUsers } from './active-users.ts';
import { copilotUsage } from './copilot.ts';
import { engageActivity } from './engage.ts';
import { oneDriveActivity, sharePointActivity } from './files.ts';
import { mailActivity, mailApps } from './mail.ts';
import { officeApps } from './office-apps.ts';
import { teamsActivity, teamsDevices } from './teams.ts';
import type { UsageTable } from './usage-table.ts';

/** The reports that the tenant plays, by the name of their function. */
export const USAGE_TABLES: ReadonlyMap<string, UsageTable> = new Map(
  [
    ...[activeUsers, teamsActivity, teamsDevices, mailActivity, mailApps],
    ...[sharePointActivity, oneDriveActivity, officeApps, engageActivity, copilotUsage],
  ].map((table) => [table.name, table]),
);
