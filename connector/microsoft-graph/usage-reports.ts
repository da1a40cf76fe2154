import { activeUsersSource } from './active-users.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import type { UsageReport } from './usage-report.ts';

const PERMISSIONS: SourceDeclaration['permissions'] = [
  { role: 'Reports.Read.All', id: '230c1aed-a721-4c5d-9cb4-a90514e508ef' },
];
const REFRESHED = { field: 'Report Refresh Date', reason: 'how late the report is; kept as a number of days' };
const PERSON = {
  field: 'User Principal Name',
  reason: 'who it is about; kept as pseudonym, for people on the positive list only',
};
const DELETED = { field: 'Is Deleted', reason: 'who has left is not counted; not kept' };
const ONE_DAY = { field: 'Report Period', reason: 'tells a report of one day from one of more days; not kept' };
const MAIL = 'whether mail was used on the day; kept as one word';
const TEAMS = 'whether Teams was used on the day; kept as one word';
const FILES = 'whether files were used on the day; kept as one word';
const MOBILE = 'whether a telephone or tablet was used on the day; kept as one word';
const CO_WORK = 'whether something was shared, or done where others work, on the day; kept as one word';

/** `teams`: anything done in Teams on the day. Of counts and minutes nothing is read. */
export const teamsActivitySource: UsageReport = {
  name: 'teams-activity',
  endpoint: '/reports/getTeamsUserActivityUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [REFRESHED, PERSON, DELETED, { field: 'Last Activity Date', reason: TEAMS }],
  about: 'the day asked for',
  tells: [{ app: 'teams', sign: 'that day', columns: ['Last Activity Date'] }],
  lastColumn: 'Report Period',
};

/** `mobile`: Teams on iOS or Android. Windows phones are not looked at: there are none left. */
export const teamsDevicesSource: UsageReport = {
  name: 'teams-devices',
  endpoint: '/reports/getTeamsDeviceUsageUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [
    REFRESHED,
    PERSON,
    DELETED,
    { field: 'Used iOS', reason: MOBILE },
    { field: 'Used Android Phone', reason: MOBILE },
    ONE_DAY,
  ],
  about: 'the day asked for',
  tells: [{ app: 'mobile', sign: 'yes', columns: ['Used iOS', 'Used Android Phone'] }],
  lastColumn: 'Report Period',
};

/** `exchange`: mail sent or read on the day. */
export const emailActivitySource: UsageReport = {
  name: 'email-activity',
  endpoint: '/reports/getEmailActivityUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [REFRESHED, PERSON, DELETED, { field: 'Last Activity Date', reason: MAIL }],
  about: 'the day asked for',
  tells: [{ app: 'exchange', sign: 'that day', columns: ['Last Activity Date'] }],
  lastColumn: 'Report Period',
};

/** `mobile`: mail in Outlook or another program on a telephone or tablet. Which one is not kept. */
export const emailAppsSource: UsageReport = {
  name: 'email-apps',
  endpoint: '/reports/getEmailAppUsageUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [
    REFRESHED,
    PERSON,
    DELETED,
    { field: 'Outlook For Mobile', reason: MOBILE },
    { field: 'Other For Mobile', reason: MOBILE },
    ONE_DAY,
  ],
  about: 'the day asked for',
  tells: [{ app: 'mobile', sign: 'named', columns: ['Outlook For Mobile', 'Other For Mobile'] }],
  lastColumn: 'Report Period',
};

/**
 * `files`: anything done in SharePoint on the day. `co-work`: a file shared with somebody, or a file opened or edited on
 * a site, where files are the site's members' together; Microsoft counts opening and editing as one.
 */
export const sharePointActivitySource: UsageReport = {
  name: 'sharepoint-activity',
  endpoint: '/reports/getSharePointActivityUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [
    REFRESHED,
    PERSON,
    DELETED,
    { field: 'Last Activity Date', reason: FILES },
    { field: 'Viewed Or Edited File Count', reason: CO_WORK },
    { field: 'Shared Internally File Count', reason: CO_WORK },
    { field: 'Shared Externally File Count', reason: CO_WORK },
    ONE_DAY,
  ],
  about: 'the day asked for',
  tells: [
    { app: 'files', sign: 'that day', columns: ['Last Activity Date'] },
    {
      app: 'co-work',
      sign: 'some',
      columns: ['Viewed Or Edited File Count', 'Shared Internally File Count', 'Shared Externally File Count'],
    },
  ],
  lastColumn: 'Report Period',
};

/**
 * `files`: anything done in OneDrive on the day. `co-work`: a file shared with somebody; a file opened or edited is no
 * sign of it here, because most files in a OneDrive are their owner's alone.
 */
export const oneDriveActivitySource: UsageReport = {
  name: 'onedrive-activity',
  endpoint: '/reports/getOneDriveActivityUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [
    REFRESHED,
    PERSON,
    DELETED,
    { field: 'Last Activity Date', reason: FILES },
    { field: 'Shared Internally File Count', reason: CO_WORK },
    { field: 'Shared Externally File Count', reason: CO_WORK },
    ONE_DAY,
  ],
  about: 'the day asked for',
  tells: [
    { app: 'files', sign: 'that day', columns: ['Last Activity Date'] },
    { app: 'co-work', sign: 'some', columns: ['Shared Internally File Count', 'Shared Externally File Count'] },
  ],
  lastColumn: 'Report Period',
};

/** `mobile`: any Office app on a telephone or tablet. Of which app nothing is read. */
export const officeAppsSource: UsageReport = {
  name: 'office-apps',
  endpoint: '/reports/getM365AppUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [REFRESHED, PERSON, { field: 'Mobile', reason: MOBILE }, ONE_DAY],
  about: 'the day asked for',
  tells: [{ app: 'mobile', sign: 'yes', columns: ['Mobile'] }],
  lastColumn: 'Teams (Web)',
};

/** `co-work`: something posted in a Viva Engage community. Reading and liking are no sign of it. */
export const engageActivitySource: UsageReport = {
  name: 'engage-activity',
  endpoint: '/reports/getYammerActivityUserDetail(date={date})',
  permissions: PERMISSIONS,
  fields: [
    REFRESHED,
    PERSON,
    { field: 'User State', reason: 'who has left is not counted; not kept' },
    { field: 'Posted Count', reason: CO_WORK },
    ONE_DAY,
  ],
  about: 'the day asked for',
  tells: [{ app: 'co-work', sign: 'some', columns: ['Posted Count'] }],
  lastColumn: 'Report Period',
};

/**
 * `copilot`: Copilot used, in any app, on the day the report was made for. It cannot be asked for by a day, and the last
 * day of activity hides earlier ones, so it must be read each day: a day on which it was not read has no report.
 */
export const copilotUsageSource: UsageReport = {
  name: 'copilot-usage',
  endpoint: "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')",
  permissions: PERMISSIONS,
  fields: [
    { field: 'Report Refresh Date', reason: 'the day the report is about; kept as the day' },
    PERSON,
    { field: 'Last Activity Date', reason: 'whether Copilot was used on the day; kept as one word' },
  ],
  about: 'its refresh date',
  tells: [{ app: 'copilot', sign: 'that day', columns: ['Last Activity Date'] }],
  lastColumn: 'Report Period',
};

/** Every usage report that can be read. */
export const USAGE_REPORTS: readonly UsageReport[] = [
  activeUsersSource,
  teamsActivitySource,
  teamsDevicesSource,
  emailActivitySource,
  emailAppsSource,
  sharePointActivitySource,
  oneDriveActivitySource,
  officeAppsSource,
  engageActivitySource,
  copilotUsageSource,
];
