import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { COUNT_TABLES } from '../../connector/demo-tenant/usage-reports/organisation-counts.ts';
import { usageCsv } from '../../connector/demo-tenant/usage-reports/usage-csv.ts';
import { USAGE_TABLES } from '../../connector/demo-tenant/usage-reports/usage-tables.ts';
import type { World } from '../../connector/demo-tenant/world.ts';

const DAY = 86_400_000;
const world = municipality({ today: Date.UTC(2026, 9, 7) });
const LAST = world.to - DAY;
const WEEK = { first: LAST - 6 * DAY, last: LAST, onlyActive: true };
const SERVICES = ['Exchange', 'OneDrive', 'SharePoint', 'Yammer', 'Teams'] as const;

function rowsOf(csv: string): Record<string, string>[] {
  return z.array(z.record(z.string(), z.string())).parse(parse(csv, { columns: true, bom: true }));
}

function counts(of: World, name: string): Record<string, string>[] {
  return rowsOf(COUNT_TABLES.get(name)?.csvOf(of, WEEK) ?? '');
}

/** Whom the report with names shows, each with the days they last used a service. */
function named(days: typeof WEEK, of: World = world): Record<string, string>[] {
  const table = USAGE_TABLES.get('getOffice365ActiveUserDetail');
  return table === undefined ? [] : rowsOf(usageCsv(of, table, days, 'salt'));
}

const usersOf = (rows: readonly Record<string, string>[], service: string): number =>
  rows.filter((row) => row[`${service} Last Activity Date`] !== '').length;

test('Microsoft’s count of each day is as many as the report with names shows that day', () => {
  const days = counts(world, 'getOffice365ActiveUserCounts');
  expect(days).toHaveLength(7);
  for (const row of days) {
    const day = Date.parse(String(row['Report Date']));
    const people = named({ first: day, last: day, onlyActive: true });
    expect(Number(row['Office 365'])).toBe(people.length);
    for (const service of SERVICES)
      expect([service, Number(row[service])]).toEqual([service, usersOf(people, service)]);
  }
  expect(Math.max(...days.map((row) => Number(row['Teams'])))).toBeGreaterThan(300);
});

test('and of the week as many as used it on one of its days, of those with a licence', () => {
  const [week = {}] = counts(world, 'getOffice365ServicesUserCounts');
  const people = named(WEEK);
  const everybody = named({ ...WEEK, onlyActive: false });
  expect(Number(week['Office 365 Active'])).toBe(people.length);
  for (const service of SERVICES) {
    const licensed = everybody.filter((row) => row[`Has ${service} License`] === 'True').length;
    const [active, inactive] = [Number(week[`${service} Active`]), Number(week[`${service} Inactive`])];
    expect([service, active, active + inactive]).toEqual([service, usersOf(people, service), licensed]);
  }
});

test('concealing names changes no count', () => {
  const concealed = { ...world, concealsNames: true };
  const name = 'getOffice365ActiveUserCounts';
  expect(counts(concealed, name)).toEqual(counts(world, name));
  expect(named(WEEK, concealed).map((row) => row['User Principal Name'])).not.toEqual(
    named(WEEK).map((row) => row['User Principal Name']),
  );
});
