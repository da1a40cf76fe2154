import type { Account, Service, UsageCount, UsageFigures } from '../world.ts';

/** What one account did in the days of a report. */
export interface UsageRow {
  readonly account: Account;
  readonly organisation: string;
  /** When the world began, and licences were given out. */
  readonly began: number;
  /** Last day of use by service, UTC midnights. */
  readonly lastUsed: ReadonlyMap<Service, number>;
  readonly figures: UsageFigures;
  /** UTC midnight. */
  readonly refreshed: number;
  /** 7, 30, 90, 180 days, or 1 for a report of a day. */
  readonly period: number;
}

/** One usage report: Microsoft's header, column by column, with what stands in it. */
export interface UsageTable {
  /** The function at Graph: `getTeamsUserActivityUserDetail`. */
  readonly name: string;
  /** Whose use puts somebody in the report. */
  readonly services: readonly Service[];
  /** Who is listed in a report of a period, active or not. */
  readonly licensed: (account: Account) => boolean;
  readonly columns: readonly Column[];
  /** Whether the text itself answers, without a redirect to it. Default: it does not. */
  readonly direct?: true;
}

/** `named` columns bear who it is, and are concealed where the tenant conceals. */
export type Column = readonly [header: string, value: (row: UsageRow) => string | number | boolean, kind?: 'named'];

export const REFRESHED: Column = ['Report Refresh Date', ({ refreshed }) => dateOf(refreshed)];
export const PERIOD: Column = ['Report Period', ({ period }) => period];
export const PRINCIPAL_NAME: Column = ['User Principal Name', ({ account }) => account.userPrincipalName, 'named'];
export const DISPLAY_NAME: Column = ['Display Name', ({ account }) => account.displayName, 'named'];
/** Nobody in a world is deleted: who left is switched off. */
export const DELETED: readonly Column[] = [
  ['Is Deleted', () => false],
  ['Deleted Date', () => ''],
];
export const PRODUCTS: Column = ['Assigned Products', ({ account }) => productsOf(account)];

/** The last day on which any of some services was used. */
export function lastActivity(...services: readonly Service[]): Column {
  return ['Last Activity Date', ({ lastUsed }) => latestOf(services, lastUsed)];
}

/** A figure as the world tells it, 0 where it tells none. */
export function count(header: string, name: UsageCount): Column {
  return [header, ({ figures }) => figures.counts[name] ?? 0];
}

/** A figure that no world tells. */
export function nothing(header: string): Column {
  return [header, () => 0];
}

/** The latest of the last days of some services; empty for none. */
export function latestOf(services: readonly Service[], lastUsed: ReadonlyMap<Service, number>): string {
  const latest = services.reduce((found, service) => Math.max(found, lastUsed.get(service) ?? -Infinity), -Infinity);
  return latest === -Infinity ? '' : dateOf(latest);
}

const NAMES: Record<NonNullable<Account['licence']>, string> = {
  E3: 'MICROSOFT 365 E3',
  E5: 'MICROSOFT 365 E5',
  F1: 'MICROSOFT 365 F1',
  F3: 'MICROSOFT 365 F3',
  'A1-student': 'OFFICE 365 A1 FOR STUDENTS',
  'teams-rooms': 'MICROSOFT TEAMS ROOMS PRO',
};

/** Joined with plus signs, as in Microsoft's CSV. */
function productsOf({ licence, copilot }: Pick<Account, 'licence' | 'copilot'>): string {
  const products = [
    ...(licence === null ? [] : [NAMES[licence]]),
    ...(copilot === true ? ['MICROSOFT 365 COPILOT'] : []),
  ];
  return products.join('+');
}

/** A day as reports write it; in a report of thousands of lines it is nearly always the same one. */
export function dateOf(moment: number): string {
  if (moment !== lastDate.moment) lastDate = { moment, written: new Date(moment).toISOString().slice(0, 10) };
  return lastDate.written;
}
let lastDate = { moment: 0, written: '1970-01-01' };

/** Most reports list everybody who has any licence. */
export function anyLicence({ licence }: Account): boolean {
  return licence !== null;
}
