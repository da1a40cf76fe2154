import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import type { Usage, World } from '../../connector/demo-tenant/world.ts';
import { opened, refusalOf, type Opened } from './opened.ts';
import { ACCOUNTS, DAY, id, smallWorld, START } from './small-world.ts';

// Microsoft's headers, in Microsoft's order.
const APPS = 'Outlook,Word,Excel,PowerPoint,OneNote,Teams';
const HEADERS: Readonly<Record<string, string>> = {
  getOffice365ActiveUserDetail:
    'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Has Exchange License,Has OneDrive License,Has SharePoint License,Has Skype For Business License,Has Yammer License,Has Teams License,Exchange Last Activity Date,OneDrive Last Activity Date,SharePoint Last Activity Date,Skype For Business Last Activity Date,Yammer Last Activity Date,Teams Last Activity Date,Exchange License Assign Date,OneDrive License Assign Date,SharePoint License Assign Date,Skype For Business License Assign Date,Yammer License Assign Date,Teams License Assign Date,Assigned Products',
  getTeamsUserActivityUserDetail:
    'Report Refresh Date,Tenant Display Name,Shared Channel Tenant Display Names,User Id,User Principal Name,Last Activity Date,Is Deleted,Deleted Date,Assigned Products,Team Chat Message Count,Private Chat Message Count,Call Count,Meeting Count,Post Messages,Reply Messages,Urgent Messages,Meetings Organized Count,Meetings Attended Count,Ad Hoc Meetings Organized Count,Ad Hoc Meetings Attended Count,Scheduled One-time Meetings Organized Count,Scheduled One-time Meetings Attended Count,Scheduled Recurring Meetings Organized Count,Scheduled Recurring Meetings Attended Count,Audio Duration,Video Duration,Screen Share Duration,Audio Duration In Seconds,Video Duration In Seconds,Screen Share Duration In Seconds,Has Other Action,Is Licensed,Report Period',
  getTeamsDeviceUsageUserDetail:
    'Report Refresh Date,User Id,User Principal Name,Last Activity Date,Is Deleted,Deleted Date,Used Web,Used Windows Phone,Used iOS,Used Mac,Used Android Phone,Used Windows,Used Chrome OS,Used Linux,Is Licensed,Report Period',
  getEmailActivityUserDetail:
    'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Last Activity Date,Send Count,Receive Count,Read Count,Meeting Created Count,Meeting Interacted Count,Assigned Products,Report Period',
  getEmailAppUsageUserDetail:
    'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Last Activity Date,Mail For Mac,Outlook For Mac,Outlook For Windows,Outlook For Mobile,Other For Mobile,Outlook For Web,POP3 App,IMAP4 App,SMTP App,Report Period',
  getSharePointActivityUserDetail:
    'Report Refresh Date,User Principal Name,Is Deleted,Deleted Date,Last Activity Date,Viewed Or Edited File Count,Synced File Count,Shared Internally File Count,Shared Externally File Count,Visited Page Count,Assigned Products,Report Period',
  getOneDriveActivityUserDetail:
    'Report Refresh Date,User Principal Name,Is Deleted,Deleted Date,Last Activity Date,Viewed Or Edited File Count,Synced File Count,Shared Internally File Count,Shared Externally File Count,Assigned Products,Report Period',
  getM365AppUserDetail: [
    'Report Refresh Date,User Principal Name,Last Activation Date,Last Activity Date,Report Period,Windows,Mac,Mobile,Web',
    APPS,
    ...['Windows', 'Mac', 'Mobile', 'Web'].map((platform) => APPS.replaceAll(/\w+/g, `$& (${platform})`)),
  ].join(),
  getYammerActivityUserDetail:
    'Report Refresh Date,User Principal Name,Display Name,User State,State Change Date,Last Activity Date,Posted Count,Read Count,Liked Count,Assigned Products,Report Period',
};
const COPILOT =
  'Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Copilot Chat Last Activity Date,Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date,Excel Copilot Last Activity Date,PowerPoint Copilot Last Activity Date,Outlook Copilot Last Activity Date,OneNote Copilot Last Activity Date,Loop Copilot Last Activity Date,Report Period';
const COPILOT_PATH = "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')";

const USED: Usage = {
  accountId: id(1),
  services: ['exchange', 'teams', 'onedrive', 'sharepoint', 'engage', 'office', 'copilot'],
  figures: () => ({
    counts: {
      ...{ teamChatMessages: 2, privateChatMessages: 3, calls: 4, meetingsOrganized: 5, meetingsAttended: 6 },
      ...{ audioSeconds: 3723, videoSeconds: 60, mailsSent: 7, mailsReceived: 8, mailsRead: 9, sharePointFiles: 10 },
      ...{ sharePointPages: 11, oneDriveFiles: 12, filesSynced: 13, filesSharedInside: 14, filesSharedOutside: 15 },
      ...{ engageRead: 16, engagePosted: 17, engageLiked: 18 },
    },
    tools: ['teams on ios', 'outlook on windows', 'outlook on web', 'word on mac', 'copilot in word'],
  }),
};

/** Anna, who has Copilot, does everything on two days. */
function usingWorld(different: Partial<World> = {}): World {
  return smallWorld({
    accounts: ACCOUNTS.map((account) => (account.id === id(1) ? { ...account, copilot: true } : account)),
    usageOn: (day) => (day === START + 24 * DAY || day === START + 25 * DAY ? [USED] : []),
    ...different,
  });
}

async function textOf(it: Opened, path: string): Promise<string> {
  const answer = await it.get(path);
  const location = answer.headers.get('location');
  expect(answer.status).toBe(path.startsWith('/copilot') ? 200 : 302);
  return (location === null ? answer : await fetch(location)).text();
}

const records = z.array(z.record(z.string(), z.string()));
const rowsOf = async (it: Opened, path: string) =>
  records.parse(parse(await textOf(it, path), { columns: true, bom: true }));

test.for(Object.entries(HEADERS))('%s has Microsoft’s header, of a day and of a period', async ([name, header]) => {
  using it = await opened({ world: usingWorld() });
  for (const argument of ['date=2026-07-25', "period='D7'"]) {
    const [first] = (await textOf(it, `/reports/${name}(${argument})`)).split('\r\n');
    expect(first).toBe(header);
  }
});

test('Copilot answers directly, lists whoever is licensed, and knows all of the time', async () => {
  using it = await opened({ world: usingWorld() });
  expect((await textOf(it, COPILOT_PATH)).split('\r\n')[0]).toBe(COPILOT);
  const [row, ...others] = await rowsOf(it, COPILOT_PATH.replace('D7', 'ALL'));
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    'User Principal Name': 'anna@fjord.example',
    'Last Activity Date': '2026-07-26',
    'Word Copilot Last Activity Date': '2026-07-26',
    'Excel Copilot Last Activity Date': '',
  });
  expect((await it.get(COPILOT_PATH.replace("period='D7'", 'date=2026-07-25'))).status).toBe(400);
  expect((await it.get("/reports/getTeamsUserActivityUserDetail(period='ALL')")).status).toBe(400);
});

test.for<[string, Record<string, string>]>([
  [
    'getTeamsUserActivityUserDetail',
    {
      'User Id': id(1),
      'Tenant Display Name': 'Fjord kommune',
      'Team Chat Message Count': '4',
      'Private Chat Message Count': '6',
      'Call Count': '8',
      'Meeting Count': '12',
      'Meetings Organized Count': '10',
      'Audio Duration': 'PT2H4M6S',
      'Audio Duration In Seconds': '7446',
      'Screen Share Duration': 'PT0S',
      'Is Licensed': 'Yes',
      'Is Deleted': 'False',
      'Assigned Products': 'MICROSOFT 365 E3+MICROSOFT 365 COPILOT',
      'Report Period': '7',
    },
  ],
  ['getTeamsDeviceUsageUserDetail', { 'Used iOS': 'Yes', 'Used Windows': 'No', 'Used Web': 'No' }],
  ['getEmailActivityUserDetail', { 'Send Count': '14', 'Receive Count': '16', 'Read Count': '18' }],
  [
    'getEmailAppUsageUserDetail',
    { 'Outlook For Windows': 'ProPlus', 'Outlook For Web': 'Yes', 'Outlook For Mac': '', 'POP3 App': '' },
  ],
  ['getSharePointActivityUserDetail', { 'Viewed Or Edited File Count': '20', 'Visited Page Count': '22' }],
  [
    'getOneDriveActivityUserDetail',
    { 'Viewed Or Edited File Count': '24', 'Synced File Count': '26', 'Shared Externally File Count': '30' },
  ],
  [
    'getM365AppUserDetail',
    { Windows: 'Yes', Mac: 'Yes', Mobile: 'Yes', 'Word (Mac)': 'Yes', 'Word (Web)': 'No', 'Teams (Mobile)': 'Yes' },
  ],
  ['getYammerActivityUserDetail', { 'Posted Count': '34', 'Read Count': '32', 'Liked Count': '36' }],
  ['getOffice365ActiveUserDetail', { 'Yammer Last Activity Date': '2026-07-26', 'Has Yammer License': 'True' }],
])('%s adds up the days of its period', async ([name, expected]) => {
  using it = await opened({ world: usingWorld() });
  const rows = await rowsOf(it, `/reports/${name}(period='D7')`);
  expect(rows[0]).toMatchObject({ 'Report Refresh Date': '2026-07-29', ...expected });
  expect(rows.length).toBeGreaterThan(1);
  const [one, ...others] = await rowsOf(it, `/reports/${name}(date=2026-07-25)`);
  expect(others).toEqual([]);
  if (name !== 'getOffice365ActiveUserDetail') expect(one?.['Report Period']).toBe('1');
});

test('concealed names hide everybody in every report, and the id with them', async () => {
  using it = await opened({ world: usingWorld({ concealsNames: true }) });
  const paths = [...Object.keys(HEADERS).map((name) => `/reports/${name}(period='D7')`), COPILOT_PATH];
  for (const path of paths) {
    const [row] = await rowsOf(it, path);
    for (const column of ['User Principal Name', 'Display Name', 'User Id'])
      if (row?.[column] !== undefined) expect(row[column]).toMatch(/^[0-9A-F]{32}$/);
    expect(JSON.stringify(row)).not.toMatch(/anna|0a1b2c3d/i);
  }
});

test('a link of one report does not open another', async () => {
  using it = await opened({ world: usingWorld() });
  const link = (await it.get("/reports/getTeamsUserActivityUserDetail(period='D7')")).headers.get('location') ?? '';
  expect((await fetch(link)).headers.get('content-disposition')).toBe(
    'attachment; filename=TeamsUserActivityUserDetail.csv',
  );
  expect((await fetch(link.replace('getTeamsUser', 'getEmail'))).status).toBe(403);
  expect((await fetch(link.replace('getTeamsUserActivity', 'getTeamsDeviceUsage'))).status).toBe(403);
});

test('reports need their role, and those not played say so', async () => {
  using it = await opened({ world: usingWorld(), roles: ['User.Read.All'] });
  expect(await refusalOf(await it.get(COPILOT_PATH))).toEqual([403, 'UnknownError']);
});

test('without figures a use is one act with the most usual tool', async () => {
  using it = await opened({ world: smallWorld() });
  const [row] = await rowsOf(it, '/reports/getTeamsUserActivityUserDetail(date=2026-07-25)');
  expect(row).toMatchObject({ 'Private Chat Message Count': '1', 'Call Count': '0' });
});

test('the municipality’s figures agree with its mail and meetings', () => {
  const world = municipality({ today: Date.parse('2026-11-21T10:00:00Z') });
  const day = Date.parse('2025-10-07');
  let [office, engage, copilot, compared] = [0, 0, 0, 0];
  for (const { accountId, services, figures } of world.usageOn(day)) {
    const account = world.accounts.find((each) => each.id === accountId);
    office += Number(services.includes('office'));
    engage += Number(services.includes('engage'));
    copilot += Number(services.includes('copilot'));
    if (services.includes('copilot')) expect(account?.copilot).toBe(true);
    if (!figures || !services.includes('exchange')) continue;
    const { counts } = figures();
    expect(counts.mailsSent).toBe([...world.sentMessages(accountId, day, day + DAY)].length);
    const held = [...(world.meetings?.(accountId, day, day + DAY) ?? [])].filter(
      (each) => !each.cancelled && each.attendees.length > 0 && each.start >= day,
    );
    expect(counts.meetingsAttended).toBe(
      held.filter(({ response }) => response === 'organizer' || response === 'accepted').length,
    );
    compared += 1;
  }
  expect(compared).toBeGreaterThan(500);
  expect([office > 300, engage > 5, copilot > 10, copilot < 100]).toEqual([true, true, true, true]);
});
