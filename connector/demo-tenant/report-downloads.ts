import { createHmac } from 'node:crypto';
import type { Answer, Asked } from './exchange.ts';
import type { Question, Tenant } from './question.ts';
import { notPlayed, reportRefusal } from './refusal.ts';
import { COUNT_TABLES, type CountTable } from './usage-reports/organisation-counts.ts';
import { usageCsv, type ReportDays } from './usage-reports/usage-csv.ts';
import type { UsageTable } from './usage-reports/usage-table.ts';
import { USAGE_TABLES } from './usage-reports/usage-tables.ts';

const DAY = 86_400_000;
const OLDEST_DAYS = 30;
/** Usage figures are complete two days after the day. */
const LAG_DAYS = 2;
const LINK_LIFE_MS = 5 * 60_000;
const PERIODS: Readonly<Record<string, number>> = { D7: 7, D30: 30, D90: 90, D180: 180 };
const HOST = 'https://reports.office.com';

/**
 * GET /reports/{function}(…): no report but a link to one, good for five minutes and for whoever holds it, so no token
 * belongs in the request for it. Copilot's alone is the report itself.
 */
export function usageReport(tenant: Tenant, { place }: Question): Answer {
  const name = /\/(\w+)\([^/]*$/.exec(place.template)?.[1] ?? '';
  const table = tableOf(name);
  if (!table) return notPlayed(`The report ${name}`);
  const days =
    'date' in place.parameters ? readDate(tenant, place.parameters['date'] ?? '') : readPeriod(tenant, place, table);
  if ('status' in days) return days;
  const ticket = [days.first, days.last, Number(days.onlyActive), tenant.now() + LINK_LIFE_MS, name].join('.');
  if (table.direct) return csvAnswer(tenant, table, days, proof(tenant, ticket));
  const location = `${HOST}/data/v1.0/download?token=${ticket}.${proof(tenant, ticket)}`;
  return { status: 302, headers: { location, 'content-type': 'text/plain' }, body: '' };
}

function tableOf(name: string): UsageTable | CountTable | undefined {
  return USAGE_TABLES.get(name) ?? COUNT_TABLES.get(name);
}

function csvAnswer({ world }: Tenant, table: UsageTable | CountTable, days: ReportDays, salt: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${table.name.replace(/^get/, '')}.csv`,
    },
    body: 'csvOf' in table ? table.csvOf(world, days) : usageCsv(world, table, days, salt),
  };
}

function readDate({ now }: Tenant, written: string): ReportDays | Answer {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(day)) return invalid(`Invalid date value specified: ${written}.`);
  const today = Math.floor(now() / DAY) * DAY;
  if (day < today - OLDEST_DAYS * DAY || day > today)
    return invalid(`Invalid date value specified: ${written}. Only supports data for the past ${OLDEST_DAYS} days.`);
  return { first: day, last: day, onlyActive: true };
}

function readPeriod(
  { now }: Tenant,
  { parameters }: Question['place'],
  { direct }: UsageTable | CountTable,
): ReportDays | Answer {
  const [, name = ''] = /^'(\w+)'$/.exec(parameters['period'] ?? '') ?? [];
  const length = name === 'ALL' && direct ? PERIODS['D180'] : PERIODS[name];
  if (length === undefined) return invalid(`Invalid period value specified. Should be one of: D7, D30, D90, D180.`);
  const last = (Math.floor(now() / DAY) - LAG_DAYS) * DAY;
  return { first: last - (length - 1) * DAY, last, onlyActive: false };
}

function invalid(message: string): Answer {
  return reportRefusal(400, 'InvalidArgument', message);
}

/** The download itself, at another host. */
export function download(tenant: Tenant, { method, url }: Asked): Answer {
  if (method !== 'GET' || url.pathname !== '/data/v1.0/download') return refused(404, 'Not found.');
  const written = url.searchParams.get('token') ?? '';
  const [first = '', last = '', onlyActive = '', until = '', name = '', given] = written.split('.');
  const ticket = [first, last, onlyActive, until, name].join('.');
  const table = tableOf(name);
  if (!table || given !== proof(tenant, ticket)) return refused(403, 'The link is not one of ours.');
  if (tenant.now() > Number(until)) return refused(403, 'The link has expired.');
  const days = { first: Number(first), last: Number(last), onlyActive: onlyActive === '1' };
  return csvAnswer(tenant, table, days, given);
}

function refused(status: number, message: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: message };
}

function proof({ secret }: Tenant, ticket: string): string {
  return createHmac('sha256', secret).update(`download\u001f${ticket}`).digest('base64url');
}
