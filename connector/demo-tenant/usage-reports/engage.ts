import {
  anyLicence,
  count,
  DISPLAY_NAME,
  lastActivity,
  PERIOD,
  PRINCIPAL_NAME,
  PRODUCTS,
  REFRESHED,
  type UsageTable,
} from './usage-table.ts';

/** Viva Engage, under its former name. */
export const engageActivity: UsageTable = {
  name: 'getYammerActivityUserDetail',
  services: ['engage'],
  licensed: anyLicence,
  columns: [
    ...[REFRESHED, PRINCIPAL_NAME, DISPLAY_NAME],
    ['User State', () => 'active'],
    ['State Change Date', () => ''],
    lastActivity('engage'),
    count('Posted Count', 'engagePosted'),
    count('Read Count', 'engageRead'),
    count('Liked Count', 'engageLiked'),
    ...[PRODUCTS, PERIOD],
  ],
};
