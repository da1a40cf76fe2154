import type { Service, World } from '../world.ts';
import { activeUsers, isLicensed } from './active-users.ts';
import type { ReportDays } from './usage-csv.ts';
import { anyLicence, dateOf } from './usage-table.ts';

/** A report of counts: no line of it is about a person, so there is nothing to conceal. */
export interface CountTable {
  /** The function at Graph: `getOffice365ActiveUserCounts`. */
  readonly name: string;
  readonly direct?: undefined;
  readonly csvOf: (world: World, days: ReportDays) => string;
}

const DAY = 86_400_000;
/** As Microsoft names them; nobody has used Skype for Business for years. */
const NAMES: readonly (readonly [header: string, services: readonly Service[]])[] = [
  ['Exchange', ['exchange']],
  ['OneDrive', ['onedrive']],
  ['SharePoint', ['sharepoint']],
  ['Skype For Business', []],
  ['Yammer', ['engage']],
  ['Teams', ['teams']],
];
const OFFICE = ['Office 365', activeUsers.services] as const;

/** How many used each service, day by day, the newest first. */
const activeUserCounts: CountTable = {
  name: 'getOffice365ActiveUserCounts',
  csvOf: (world, { first, last }) => {
    const columns = [OFFICE, ...NAMES];
    const length = daysIn(first, last);
    const lines = Array.from({ length }, (_, back) => last - back * DAY).map((day) => {
      const counts = columns.map(([, services]) => usersOf(world, day, day, services).size);
      return [dateOf(last), ...counts, dateOf(day), length];
    });
    return csv(['Report Refresh Date', ...columns.map(([header]) => header), 'Report Date', 'Report Period'], lines);
  },
};

/** How many of those with a licence used each service over the days, and how many did not. */
const serviceUserCounts: CountTable = {
  name: 'getOffice365ServicesUserCounts',
  csvOf: (world, { first, last }) => {
    const columns = [...NAMES, OFFICE];
    const counts = columns.flatMap(([header, services]) => {
      const users = usersOf(world, first, last, services);
      const licensed = world.accounts.filter((account) =>
        header === OFFICE[0] ? anyLicence(account) : isLicensed(account, services[0], users.has(account.id)),
      );
      return [users.size, licensed.filter(({ id }) => !users.has(id)).length];
    });
    const headers = columns.flatMap(([header]) => [`${header} Active`, `${header} Inactive`]);
    const line = [dateOf(last), ...counts, daysIn(first, last)];
    return csv(['Report Refresh Date', ...headers, 'Report Period'], [line]);
  },
};

/** The reports of counts that the tenant plays, by the name of their function. */
export const COUNT_TABLES: ReadonlyMap<string, CountTable> = new Map(
  [activeUserCounts, serviceUserCounts].map((table) => [table.name, table]),
);

/** Who used one of some services on one of some days: those with that day in the report of active users. */
function usersOf(
  world: Pick<World, 'usageOn'>,
  first: number,
  last: number,
  services: readonly Service[],
): ReadonlySet<string> {
  const users = new Set<string>();
  for (let day = first; day <= last; day += DAY) {
    for (const used of world.usageOn(day)) {
      if (used.services.some((service) => services.includes(service))) users.add(used.accountId);
    }
  }
  return users;
}

function daysIn(first: number, last: number): number {
  return Math.round((last - first) / DAY) + 1;
}

function csv(header: readonly string[], lines: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${[header, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}
