import { createHash } from 'node:crypto';
import type { World } from '../world.ts';
import { sumUsage } from './usage-sums.ts';
import type { UsageRow, UsageTable } from './usage-table.ts';

/** Which days a report is about: the one day, or the days up to the refresh date. */
export interface ReportDays {
  /** UTC midnights, milliseconds since 1970. */
  readonly first: number;
  readonly last: number;
  /** A report of one day lists those active on it; a report of a period lists everybody with a licence. */
  readonly onlyActive: boolean;
}

const DAY = 86_400_000;

/**
 * A usage report as CSV, with byte order mark and Microsoft's header. Pupils are in it: Microsoft leaves nobody out.
 *
 * @param salt makes concealed names differ from one download to the next
 */
export function usageCsv(world: World, table: UsageTable, days: ReportDays, salt: string): string {
  const sums = sumUsage(world, days, table.services);
  const period = Math.round((days.last - days.first) / DAY) + 1;
  const rows = world.accounts
    .filter((account) => sums.has(account.id) || (!days.onlyActive && table.licensed(account)))
    .map((account): UsageRow => {
      const { lastUsed, figures } = sums.get(account.id) ?? { lastUsed: new Map(), figures: { counts: {}, tools: [] } };
      const { organisation, from: began } = world;
      return { account, organisation, began, lastUsed, figures, refreshed: days.last, period };
    });
  const conceals = world.concealsNames === true;
  const fields = table.columns.map(([, value, kind]) => {
    if (kind !== 'named' || !conceals) return (row: UsageRow) => textOf(value(row));
    return (row: UsageRow) => concealedName(salt, String(value(row)));
  });
  let text = `\uFEFF${table.columns.map(([header]) => header).join(',')}\r\n`;
  for (const row of rows) {
    let before = '';
    for (const field of fields) {
      text += before + field(row);
      before = ',';
    }
    text += '\r\n';
  }
  return text;
}

/** Microsoft conceals with 32 upper-case hexadecimal digits. */
function concealedName(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}\u001f${text}`).digest('hex').slice(0, 32).toUpperCase();
}

/** Quoted where it must be; numbers never must. */
function textOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
