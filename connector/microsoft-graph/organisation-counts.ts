import { Failure } from '../failure.ts';
import type { CountedService, OrganisationCount } from '../privacy/organisation-count.ts';
import { isDay, type Day } from '../privacy/period.ts';
import type { Get } from './get.ts';
import { readReport, type ReportLine } from './report-table.ts';
import type { SourceDeclaration } from './source-declaration.ts';

const PERMISSIONS: SourceDeclaration['permissions'] = [
  { role: 'Reports.Read.All', id: '230c1aed-a721-4c5d-9cb4-a90514e508ef' },
];

/** What Microsoft calls them. Skype for Business, which is no more, is not looked at. */
const NAMES: readonly (readonly [CountedService, string])[] = [
  ['any', 'Office 365'],
  ['exchange', 'Exchange'],
  ['teams', 'Teams'],
  ['onedrive', 'OneDrive'],
  ['sharepoint', 'SharePoint'],
  ['engage', 'Yammer'],
];
const OF_A_DAY = 'how many in the whole organisation used it that day; kept as the number';
const ACTIVE = 'how many in the whole organisation used it in seven days; kept as the number';
const INACTIVE = 'with the last: how many have a licence for it; kept as the number';
const SEVEN_DAYS = 'tells a report of seven days from one of more; not kept';
const LENGTH = 'Report Period';
const DAYS = 7;

/** How many used each service, day by day. No line of it is about a person. */
const activeUserCountsSource = {
  name: 'active-user-counts',
  endpoint: "/reports/getOffice365ActiveUserCounts(period='D7')",
  permissions: PERMISSIONS,
  fields: [
    { field: 'Report Date', reason: 'the day a count is of; kept as the day' },
    ...NAMES.map(([, name]) => ({ field: name, reason: OF_A_DAY })),
  ],
} satisfies SourceDeclaration;

/** How many used each service in seven days, and how many did not. One line, about nobody. */
const serviceUserCountsSource = {
  name: 'service-user-counts',
  endpoint: "/reports/getOffice365ServicesUserCounts(period='D7')",
  permissions: PERMISSIONS,
  fields: [
    { field: 'Report Refresh Date', reason: 'the last day a count is of; kept as the day' },
    ...NAMES.flatMap(([, name]) => [
      { field: `${name} Active`, reason: ACTIVE },
      { field: `${name} Inactive`, reason: INACTIVE },
    ]),
    { field: LENGTH, reason: SEVEN_DAYS },
  ],
} satisfies SourceDeclaration;

export const ORGANISATION_COUNTS: readonly SourceDeclaration[] = [activeUserCountsSource, serviceUserCountsSource];

/**
 * Microsoft's own counts of the whole organisation: for each service day by day of the last seven, and over those seven.
 * They hold no row about a person, and names that are concealed conceal nothing of them.
 *
 * Cost: two reports.
 *
 * @returns nothing of a count Microsoft leaves empty; empty for a tenant in which nothing was counted yet
 * @throws Failure 'shape-changed' naming a missing column, or where a report is not of the days it was asked for; and what
 *   `Get.text` throws
 */
export async function readOrganisationCounts(get: Get): Promise<OrganisationCount[]> {
  const ofDays = await get.text({ source: activeUserCountsSource }, (csv) =>
    linesOf(csv, activeUserCountsSource).flatMap(countsOfDay),
  );
  const ofWeek = await get.text({ source: serviceUserCountsSource }, (csv) =>
    linesOf(csv, serviceUserCountsSource).flatMap(countsOfWeek),
  );
  return [...ofDays, ...ofWeek];
}

function linesOf(csv: string, { endpoint, fields }: SourceDeclaration): readonly ReportLine<string>[] {
  const needed = fields.map(({ field }) => field);
  return readReport(csv, { endpoint, needed, lastColumn: LENGTH }).lines;
}

function countsOfDay(line: ReportLine<string>): OrganisationCount[] {
  const day = dayIn(line('Report Date'), activeUserCountsSource);
  return NAMES.flatMap(([service, name]) => {
    const active = countIn(line(name));
    return active === undefined ? [] : [{ service, day, days: 1 as const, active, licensed: null }];
  });
}

function countsOfWeek(line: ReportLine<string>): OrganisationCount[] {
  if (line(LENGTH) !== String(DAYS)) throw notAsAsked(serviceUserCountsSource);
  const day = dayIn(line('Report Refresh Date'), serviceUserCountsSource);
  return NAMES.flatMap(([service, name]) => {
    const [active, inactive] = [countIn(line(`${name} Active`)), countIn(line(`${name} Inactive`))];
    if (active === undefined || inactive === undefined) return [];
    return [{ service, day, days: DAYS, active, licensed: active + inactive }];
  });
}

function countIn(cell: string): number | undefined {
  return /^\d{1,9}$/.test(cell) ? Number(cell) : undefined;
}

function dayIn(cell: string, source: SourceDeclaration): Day {
  if (isDay(cell)) return cell;
  throw notAsAsked(source);
}

function notAsAsked({ endpoint }: SourceDeclaration): Failure {
  return new Failure('shape-changed', `GET ${endpoint} does not say which days it is of: update Samspill.`);
}
