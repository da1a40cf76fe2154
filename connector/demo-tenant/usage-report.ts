import { createHash } from 'node:crypto';
import type { Account, Service, World } from './world.ts';

const DAY = 86_400_000;
const HEADER =
  'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Has Exchange License,Has OneDrive License,Has SharePoint License,Has Skype For Business License,Has Yammer License,Has Teams License,Exchange Last Activity Date,OneDrive Last Activity Date,SharePoint Last Activity Date,Skype For Business Last Activity Date,Yammer Last Activity Date,Teams Last Activity Date,Exchange License Assign Date,OneDrive License Assign Date,SharePoint License Assign Date,Skype For Business License Assign Date,Yammer License Assign Date,Teams License Assign Date,Assigned Products';

const PRODUCTS: Record<NonNullable<Account['licence']>, string> = {
  E3: 'MICROSOFT 365 E3',
  E5: 'MICROSOFT 365 E5',
  F1: 'MICROSOFT 365 F1',
  F3: 'MICROSOFT 365 F3',
  'A1-student': 'OFFICE 365 A1 FOR STUDENTS',
};

/** Which days a report is about: the one day, or the days up to the refresh date. */
export interface ReportDays {
  /** UTC midnights, milliseconds since 1970. */
  readonly first: number;
  readonly last: number;
  /** A report of one day lists those active on it; a report of a period lists everybody with a licence. */
  readonly onlyActive: boolean;
}

/**
 * The CSV of getOffice365ActiveUserDetail, with byte order mark and Microsoft's header. Pupils are in it: Microsoft
 * leaves nobody out.
 *
 * @param salt makes concealed names differ from one download to the next
 */
export function activeUserDetail(world: World, days: ReportDays, salt: string): string {
  const lastUsed = lastUseIn(world, days);
  const lines = world.accounts
    .filter(({ id, licence }) => lastUsed.has(id) || (!days.onlyActive && licence !== null))
    .map((account) => line(world, account, lastUsed.get(account.id) ?? new Map<Service, number>(), days.last, salt));
  return `\uFEFF${[HEADER, ...lines].join('\r\n')}\r\n`;
}

function lastUseIn(world: World, { first, last }: ReportDays): Map<string, Map<Service, number>> {
  const used = new Map<string, Map<Service, number>>();
  for (let day = first; day <= last; day += DAY) {
    for (const { accountId, services } of world.usageOn(day)) {
      const theirs = used.get(accountId) ?? new Map<Service, number>();
      for (const service of services) theirs.set(service, day);
      used.set(accountId, theirs);
    }
  }
  return used;
}

function line(world: World, account: Account, lastUsed: Map<Service, number>, refreshed: number, salt: string): string {
  const { licence } = account;
  const concealed = (text: string) => (world.concealsNames === true ? concealedName(salt, text) : text);
  const has = (licensed: boolean) => (licensed ? 'True' : 'False');
  const mail = licence !== null && licence !== 'F1';
  const used = (service: Service) => dateOf(lastUsed.get(service));
  const assigned = (licensed: boolean) => (licensed ? dateOf(world.from) : '');
  const any = licence !== null;
  return [
    dateOf(refreshed),
    ...[concealed(account.userPrincipalName), concealed(account.displayName), 'False', ''],
    ...[has(mail), has(any), has(any), 'False', 'False', has(any)],
    ...[used('exchange'), used('onedrive'), used('sharepoint'), '', '', used('teams')],
    ...[assigned(mail), assigned(any), assigned(any), '', '', assigned(any)],
    licence === null ? '' : PRODUCTS[licence],
  ]
    .map(quoted)
    .join(',');
}

/** Microsoft conceals with 32 upper-case hexadecimal digits. */
function concealedName(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}\u001f${text}`).digest('hex').slice(0, 32).toUpperCase();
}

function dateOf(moment: number | undefined): string {
  return moment === undefined ? '' : new Date(moment).toISOString().slice(0, 10);
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
