import type { UsageCount } from '../world.ts';
import {
  anyLicence,
  DELETED,
  lastActivity,
  PERIOD,
  PRINCIPAL_NAME,
  PRODUCTS,
  REFRESHED,
  type Column,
  type UsageTable,
} from './usage-table.ts';

const count = (header: string, name: UsageCount): Column => [header, ({ figures }) => figures.counts[name] ?? 0];
/** Syncing and sharing count for OneDrive; the world does not tell whose folder a file was in. */
const none = (header: string): Column => [header, () => 0];

export const sharePointActivity: UsageTable = {
  name: 'getSharePointActivityUserDetail',
  services: ['sharepoint'],
  licensed: anyLicence,
  columns: [
    ...[REFRESHED, PRINCIPAL_NAME, ...DELETED, lastActivity('sharepoint')],
    count('Viewed Or Edited File Count', 'sharePointFiles'),
    ...[none('Synced File Count'), none('Shared Internally File Count'), none('Shared Externally File Count')],
    count('Visited Page Count', 'sharePointPages'),
    ...[PRODUCTS, PERIOD],
  ],
};

export const oneDriveActivity: UsageTable = {
  name: 'getOneDriveActivityUserDetail',
  services: ['onedrive'],
  licensed: anyLicence,
  columns: [
    ...[REFRESHED, PRINCIPAL_NAME, ...DELETED, lastActivity('onedrive')],
    count('Viewed Or Edited File Count', 'oneDriveFiles'),
    count('Synced File Count', 'filesSynced'),
    count('Shared Internally File Count', 'filesSharedInside'),
    count('Shared Externally File Count', 'filesSharedOutside'),
    ...[PRODUCTS, PERIOD],
  ],
};
