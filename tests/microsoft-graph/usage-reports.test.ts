import fc from 'fast-check';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import {
  appsTold,
  readUsageReport,
  type UsageReport,
  type UsageReportOptions,
} from '../../connector/microsoft-graph/usage-report.ts';
import {
  copilotUsageSource,
  emailActivitySource,
  emailAppsSource,
  engageActivitySource,
  officeAppsSource,
  oneDriveActivitySource,
  sharePointActivitySource,
  teamsActivitySource,
  teamsDevicesSource,
  USAGE_REPORTS,
} from '../../connector/microsoft-graph/usage-reports.ts';
import { activeUsersSource } from '../../connector/microsoft-graph/active-users.ts';
import type { Inclusion } from '../../connector/privacy/protected-contacts.ts';
import { APPS, APPS_OF_ACTIVE_USERS } from '../../connector/privacy/usage-day.ts';
import { cannedGet, directoryOf, member, pseudonymOf } from './invented-people.ts';
import { failure, playedGet, playNetwork } from './played-graph.ts';

const DAY = '2026-09-01';
const BEFORE = '2026-08-31';
const COUNTS = ['Viewed Or Edited File Count', 'Synced File Count'];
const SHARED = ['Shared Internally File Count', 'Shared Externally File Count'];
const LEFT = ['Is Deleted', 'Deleted Date'];
const SIX = ['Outlook', 'Word', 'Excel', 'PowerPoint', 'OneNote', 'Teams'];

/** Each report with Microsoft's header as it is today (graph-facts §2.9), what of a day is enough, and what is not. */
const REPORTS: readonly (readonly [
  UsageReport,
  readonly string[],
  readonly (readonly [apps: string, cells: Readonly<Record<string, string>>])[],
])[] = [
  [
    teamsActivitySource,
    [
      ...['Report Refresh Date', 'Tenant Display Name', 'Shared Channel Tenant Display Names', 'User Id'],
      ...['User Principal Name', 'Last Activity Date', ...LEFT, 'Assigned Products', 'Team Chat Message Count'],
      ...['Private Chat Message Count', 'Call Count', 'Meeting Count', 'Post Messages', 'Reply Messages'],
      ...['Audio Duration', 'Audio Duration In Seconds', 'Has Other Action', 'Is Licensed', 'Report Period'],
    ],
    [
      ['teams', { 'Last Activity Date': DAY }],
      ['', { 'Last Activity Date': BEFORE, 'Call Count': '9', 'Has Other Action': 'Yes' }],
    ],
  ],
  [
    teamsDevicesSource,
    [
      ...['Report Refresh Date', 'User Id', 'User Principal Name', 'Last Activity Date', ...LEFT, 'Used Web'],
      ...['Used Windows Phone', 'Used iOS', 'Used Mac', 'Used Android Phone', 'Used Windows', 'Used  Chrome OS'],
      ...['Used Linux', 'Is Licensed', 'Report Period'],
    ],
    [
      ['mobile', { 'Used iOS': 'Yes', 'Used Android Phone': 'No' }],
      ['mobile', { 'Used iOS': 'False', 'Used Android Phone': 'True' }],
      ['', { 'Used iOS': 'No', 'Used Android Phone': 'False', 'Used Windows': 'Yes', 'Used Web': 'Yes' }],
    ],
  ],
  [
    emailActivitySource,
    [
      ...['Report Refresh Date', 'User Principal Name', 'Display Name', ...LEFT, 'Last Activity Date', 'Send Count'],
      ...['Receive Count', 'Read Count', 'Meeting Created Count', 'Meeting Interacted Count', 'Assigned Products'],
      'Report Period',
    ],
    [
      ['exchange', { 'Last Activity Date': DAY }],
      ['', { 'Last Activity Date': BEFORE, 'Receive Count': '4' }],
    ],
  ],
  [
    emailAppsSource,
    [
      ...['Report Refresh Date', 'User Principal Name', 'Display Name', ...LEFT, 'Last Activity Date', 'Mail For Mac'],
      ...['Outlook For Mac', 'Outlook For Windows', 'Outlook For Mobile', 'Other For Mobile', 'Outlook For Web'],
      ...['POP3 App', 'IMAP4 App', 'SMTP App', 'Report Period'],
    ],
    [
      ['mobile', { 'Outlook For Mobile': 'Yes' }],
      ['mobile', { 'Other For Mobile': '4.2101' }],
      ['', { 'Outlook For Mobile': 'No', 'Other For Mobile': '0', 'Outlook For Windows': 'ProPlus' }],
      ['', { 'Outlook For Mobile': '', 'Other For Mobile': 'False', 'Outlook For Web': 'Yes' }],
    ],
  ],
  [
    sharePointActivitySource,
    [
      ...['Report Refresh Date', 'User Principal Name', ...LEFT, 'Last Activity Date', ...COUNTS, ...SHARED],
      ...['Visited Page Count', 'Assigned Products', 'Report Period'],
    ],
    [
      ['files', { 'Last Activity Date': DAY, 'Visited Page Count': '3', 'Viewed Or Edited File Count': '0' }],
      ['files co-work', { 'Last Activity Date': DAY, 'Viewed Or Edited File Count': '1' }],
      ['files co-work', { 'Last Activity Date': DAY, 'Shared Internally File Count': '2' }],
      ['files co-work', { 'Last Activity Date': DAY, 'Shared Externally File Count': '2' }],
      ['', { 'Last Activity Date': '', 'Synced File Count': '3', 'Shared Internally File Count': '-1' }],
    ],
  ],
  [
    oneDriveActivitySource,
    [
      ...['Report Refresh Date', 'User Principal Name', ...LEFT, 'Last Activity Date', ...COUNTS, ...SHARED],
      ...['Assigned Products', 'Report Period'],
    ],
    [
      ['files', { 'Last Activity Date': DAY, 'Viewed Or Edited File Count': '7', 'Synced File Count': '7' }],
      ['files co-work', { 'Last Activity Date': DAY, 'Shared Externally File Count': '1' }],
      ['', { 'Viewed Or Edited File Count': '7' }],
    ],
  ],
  [
    officeAppsSource,
    [
      ...['Report Refresh Date', 'User Principal Name', 'Last Activation Date', 'Last Activity Date', 'Report Period'],
      ...['Windows', 'Mac', 'Mobile', 'Web', ...SIX],
      ...['Windows', 'Mac', 'Mobile', 'Web'].flatMap((on) => SIX.map((app) => `${app} (${on})`)),
    ],
    [
      ['mobile', { Mobile: 'Yes', 'Word (Mobile)': 'Yes' }],
      ['', { Windows: 'Yes', Web: 'Yes', Mobile: 'No', Outlook: 'Yes' }],
    ],
  ],
  [
    engageActivitySource,
    [
      ...['Report Refresh Date', 'User Principal Name', 'Display Name', 'User State', 'State Change Date'],
      ...['Last Activity Date', 'Posted Count', 'Read Count', 'Liked Count', 'Assigned Products', 'Report Period'],
    ],
    [
      ['co-work', { 'Posted Count': '1', 'User State': 'active' }],
      ['', { 'Posted Count': '0', 'Read Count': '8', 'Liked Count': '3' }],
      ['', { 'Posted Count': '5', 'User State': 'Deleted' }],
    ],
  ],
  [
    copilotUsageSource,
    [
      ...['Report Refresh Date', 'User Principal Name', 'Display Name', 'Last Activity Date'],
      ...['Copilot Chat Last Activity Date', 'Word Copilot Last Activity Date', 'Loop Copilot Last Activity Date'],
      'Report Period',
    ],
    [
      ['copilot', { 'Last Activity Date': DAY, 'Report Period': '7' }],
      ['', { 'Last Activity Date': BEFORE, 'Report Period': '7' }],
    ],
  ],
];

const directory = await directoryOf(Array.from({ length: 6 }, (_, index) => member(index + 1)));
const names = new Map(directory.people.map(({ identity }, index) => [String(pseudonymOf(identity)), index + 1]));

/** One line a person, in order; what is not said is a canary, which no rule may take for a sign. */
function csvOf(header: readonly string[], lines: readonly Readonly<Record<string, string>>[]): string {
  const usual: Record<string, string> = { 'Report Refresh Date': DAY, 'Report Period': '1', 'Is Deleted': 'False' };
  const signs = new Set(USAGE_REPORTS.flatMap(({ tells }) => tells.flatMap(({ columns }) => columns)));
  const cells = (line: Readonly<Record<string, string>>, index: number): string[] =>
    header.map((name) => {
      if (name === 'User Principal Name') return line[name] ?? `Person${index + 1}@fjord.example`;
      return line[name] ?? usual[name] ?? (signs.has(name) ? '' : 'CANARY');
    });
  return [header, ...lines.map(cells)].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n') + '\r\n';
}

function played(): UsageReportOptions {
  return { get: playedGet().get, directory, day: DAY, pseudonymOf, mayInclude: () => 'yes' };
}

async function read(report: UsageReport, csv: string, inclusion: Inclusion = 'yes') {
  const get = cannedGet({ [report.endpoint]: csv });
  const found = await readUsageReport(report, { get, directory, day: DAY, pseudonymOf, mayInclude: () => inclusion });
  return { ...found, told: found.rows.map(({ person, apps }) => [names.get(person), apps.join(' ')]) };
}

describe.each(REPORTS.map(([report, header, cases]) => ({ name: report.name, report, header, cases })))(
  '$name',
  ({ report, header, cases }) => {
    const lines = cases.map(([, cells]) => cells);
    const expected = cases.flatMap(([apps], index) => (apps === '' ? [] : [[index + 1, apps]]));

    test('keeps that something was used that day, and nothing else', async () => {
      const { told, rows, day, concealed } = await read(report, csvOf(header, lines));
      expect({ told, day, concealed }).toEqual({ told: expected, day: DAY, concealed: false });
      for (const row of rows) expect(Object.keys(row)).toEqual(['day', 'person', 'apps']);
      expect(JSON.stringify(rows)).not.toMatch(/CANARY|fjord/i);
    });

    test('finds its columns wherever they stand, with a new one among them and a mark before', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...header], { minLength: header.length }),
          fc.nat(header.length),
          async (order, at) => {
            const csv = csvOf(order.toSpliced(at, 0, 'CANARY Column'), lines);
            expect((await read(report, `\uFEFF${csv}`)).told).toEqual(expected);
          },
        ),
        { numRuns: 10 },
      );
    });

    test('goes without every column it does not read, and not without one it does', async () => {
      const needed = ['User Principal Name', ...report.tells.flatMap(({ columns }) => columns)];
      if (report.about === 'its refresh date') needed.push('Report Refresh Date');
      const only = header.filter((name) => needed.includes(name) || ['Is Deleted', 'User State'].includes(name));
      expect((await read(report, csvOf(only, lines))).told).toEqual(expected);
      for (const column of needed) {
        const told = await failure(
          read(
            report,
            csvOf(
              header.filter((name) => name !== column),
              lines,
            ),
          ),
        );
        expect([told.code, told.sentence.includes(`"${column}"`)]).toEqual(['shape-changed', true]);
      }
    });

    test('leaves out strangers, who has left, and who may not be read', async () => {
      const [used = {}] = lines;
      const away = header.includes('User State') ? { 'User State': 'deleted' } : { 'Is Deleted': 'Yes' };
      const known = header.some((name) => name in away) ? [{ ...used, ...away }] : [];
      const strangers = ['pupil@fjord.example', 'x@elsewhere.example', ''];
      const others = strangers.map((name) => ({ ...used, 'User Principal Name': name }));
      expect((await read(report, csvOf(header, [...known, ...others]))).told).toEqual([]);
      for (const inclusion of ['not-a-person', 'drop-act'] as const) {
        expect((await read(report, csvOf(header, lines), inclusion)).told).toEqual([]);
      }
    });

    test('tells how many it is about, and how many of them the directory knows, whoever may be read', async () => {
      const stranger = { ...lines[0], 'User Principal Name': 'pupil@fjord.example' };
      const all = await read(report, csvOf(header, [...lines, stranger]));
      const none = await read(report, csvOf(header, [...lines, stranger]), 'not-a-person');
      expect([none.inReport, none.matched]).toEqual([all.inReport, all.matched]);
      expect(all.inReport - all.matched).toBe(1);
      expect(all.matched).toBeGreaterThan(0);
    });

    test('tells the day the report says it was made for, and nothing where it does not say', async () => {
      const made = { ...lines[0], 'Report Refresh Date': BEFORE };
      expect((await read(report, csvOf(header, [made]))).refreshed).toBe(BEFORE);
      expect((await read(report, header.join(','))).refreshed).toBeUndefined();
    });

    test('says nothing where names are concealed, and that they are', async () => {
      const concealed = { ...lines[0], 'User Principal Name': 'FE7CC8C15246EDCCA289C9A4022762F7' };
      expect(await read(report, csvOf(header, [...lines, concealed]))).toMatchObject({ rows: [], concealed: true });
    });

    test('a header alone is a day on which nobody used it; half a report is not believed', async () => {
      const day = report.about === 'its refresh date' ? undefined : DAY;
      expect(await read(report, header.join(','))).toMatchObject({ rows: [], concealed: false, day });
      const whole = csvOf(header, lines);
      let asked = 0;
      playNetwork(() => new HttpResponse((asked += 1) === 1 ? whole.slice(0, whole.length - 9) : whole));
      expect((await readUsageReport(report, played())).rows).toHaveLength(expected.length);
      expect(asked).toBe(2);
    });

    test('declares every column it looks at, with a reason', () => {
      const fields = report.fields.map(({ field }) => field);
      for (const { columns } of report.tells) for (const column of columns) expect(fields).toContain(column);
      expect(fields.filter((field) => !header.includes(field))).toEqual([]);
      expect(header.at(-1)).toBe(report.lastColumn);
    });
  },
);

describe('a report of several days', () => {
  const counted = REPORTS.filter(([{ tells }]) => tells.some(({ sign }) => sign !== 'that day'));
  test.each(counted.map(([report, header]) => ({ name: report.name, report, header })))(
    '$name does not read as one day',
    async ({ report, header }) => {
      const told = await failure(read(report, csvOf(header, [{ 'Report Period': '7' }])));
      expect([told.code, /more than one day/.test(told.sentence)]).toEqual(['shape-changed', true]);
    },
  );
});

describe('the day Copilot is told of', () => {
  const [, header = []] = REPORTS.at(-1) ?? [];
  test('is the day the report was made for, whatever day was asked for', async () => {
    const lines = [{ 'Report Refresh Date': BEFORE, 'Last Activity Date': BEFORE }];
    expect(await read(copilotUsageSource, csvOf(header, lines))).toMatchObject({ day: BEFORE, told: [[1, 'copilot']] });
  });

  test.each([
    ['two days', [DAY, BEFORE]],
    ['no day', ['yesterday']],
  ])('%s are refused', async (_, days) => {
    const lines = days.map((day) => ({ 'Report Refresh Date': day }));
    expect((await failure(read(copilotUsageSource, csvOf(header, lines)))).code).toBe('shape-changed');
  });

  test('comes straight or by redirect, without quotes lost', async () => {
    const asked = playNetwork(({ url }) =>
      url.includes('office.com')
        ? new HttpResponse(csvOf(header, [{ 'Last Activity Date': DAY }]))
        : new HttpResponse(null, { status: 302, headers: { location: 'https://reports.office.com/data/download/x' } }),
    );
    expect((await readUsageReport(copilotUsageSource, played())).rows).toHaveLength(1);
    const [first, second] = asked;
    expect(new URL(first?.url ?? '').pathname).toBe(
      "/v1.0/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')",
    );
    expect(second?.headers.has('authorization')).toBe(false);
  });
});

describe('what reports can tell', () => {
  test('together, every app there is; active users alone, the three released today', () => {
    expect(appsTold(USAGE_REPORTS)).toEqual([...APPS]);
    expect(appsTold([activeUsersSource])).toEqual([...APPS_OF_ACTIVE_USERS]);
    expect(appsTold([])).toEqual([]);
  });

  test('has a name of its own that the store takes', () => {
    const all = USAGE_REPORTS.map(({ name }) => name);
    expect(new Set(all).size).toBe(10);
    expect(all.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });
});
