import {
  anyLicence,
  count,
  DELETED,
  lastActivity,
  nothing,
  PERIOD,
  PRINCIPAL_NAME,
  PRODUCTS,
  REFRESHED,
  type UsageTable,
} from './usage-table.ts';

/** Syncing and sharing count for OneDrive; the world does not tell whose folder a file was in, so here they are nothing. */
export const sharePointActivity: UsageTable = {
  name: 'getSharePointActivityUserDetail',
  services: ['sharepoint'],
  licensed: anyLicence,
  columns: [
    ...[REFRESHED, PRINCIPAL_NAME, ...DELETED, lastActivity('sharepoint')],
    count('Viewed Or Edited File Count', 'sharePointFiles'),
    ...[nothing('Synced File Count'), nothing('Shared Internally File Count'), nothing('Shared Externally File Count')],
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
