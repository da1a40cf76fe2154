import type { UsageDay } from '../privacy/usage-day.ts';
import { readUsageReport, type UsageReport, type UsageReportOptions } from './usage-report.ts';

/** Who used which services: the report every scope with usage reports reads. */
export const activeUsersSource = {
  name: 'active-users',
  endpoint: '/reports/getOffice365ActiveUserDetail(date={date})',
  permissions: [{ role: 'Reports.Read.All', id: '230c1aed-a721-4c5d-9cb4-a90514e508ef' }],
  fields: [
    { field: 'Report Refresh Date', reason: 'how late the report is; kept as a number of days' },
    {
      field: 'User Principal Name',
      reason: 'who it is about; kept as pseudonym, for people on the positive list only',
    },
    { field: 'Is Deleted', reason: 'who has left is not counted; not kept' },
    { field: 'Exchange Last Activity Date', reason: 'whether mail was used on the day; kept as one word' },
    { field: 'OneDrive Last Activity Date', reason: 'whether files were used on the day; kept as one word' },
    { field: 'SharePoint Last Activity Date', reason: 'as OneDrive' },
    { field: 'Teams Last Activity Date', reason: 'whether Teams was used on the day; kept as one word' },
  ],
  about: 'the day asked for',
  tells: [
    { app: 'exchange', sign: 'that day', columns: ['Exchange Last Activity Date'] },
    { app: 'teams', sign: 'that day', columns: ['Teams Last Activity Date'] },
    { app: 'files', sign: 'that day', columns: ['OneDrive Last Activity Date', 'SharePoint Last Activity Date'] },
  ],
  lastColumn: 'Assigned Products',
} as const satisfies UsageReport;

/**
 * Who used which services on one day, as `readUsageReport` tells it.
 *
 * @returns no rows and `concealed` where the tenant hides names, otherwise one row a person with activity that day
 */
export async function readActiveUsers(
  options: UsageReportOptions,
): Promise<{ readonly rows: UsageDay[]; readonly concealed: boolean }> {
  const { rows, concealed } = await readUsageReport(activeUsersSource, options);
  return { rows, concealed };
}
