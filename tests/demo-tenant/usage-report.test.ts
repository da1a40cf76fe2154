import { expect, test } from 'vitest';
import { asObject, jsonOf, opened, type Opened } from './opened.ts';
import { DAY, smallWorld, START } from './small-world.ts';

const report = (argument: string): string => `/reports/getOffice365ActiveUserDetail(${argument})`;

/** Rows of the CSV by header name, after the redirect. */
async function rowsOf(it: Opened, argument: string): Promise<Record<string, string>[]> {
  const location = (await it.get(report(argument))).headers.get('location') ?? '';
  const text = await (await fetch(location)).text();
  const [header = '', ...lines] = text.trimEnd().split('\r\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, at) => [names[at] ?? '', field])));
}

async function messageOf(response: Response): Promise<unknown> {
  const error = asObject((await jsonOf(response))['error']);
  expect(error['code']).toBe('UnknownError');
  return asObject(asObject(JSON.parse(String(error['message'])))['error'])['code'];
}

test('the report is a redirect to a file that needs no token', async () => {
  const seen: (string | null)[] = [];
  using it = await opened({
    onExchange: ({ url, requestHeaders }) => {
      if (url.startsWith('https://reports.office.com/')) seen.push(requestHeaders.get('authorization'));
    },
  });
  const redirect = await it.get(report('date=2026-07-01'));
  expect(redirect.status).toBe(302);
  const location = redirect.headers.get('location') ?? '';
  expect(location).toMatch(/^https:\/\/reports\.office\.com\/data\/v1\.0\/download\?token=/);
  const file = await fetch(location);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
  expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  // A token sent along is not needed and not refused, but whoever watches sees it.
  expect((await fetch(location, { headers: { authorization: 'Bearer lost' } })).status).toBe(200);
  expect(seen).toEqual([null, 'Bearer lost']);
});

test('of one day: who was active, with that day beside each service used; pupils too', async () => {
  using it = await opened();
  const rows = await rowsOf(it, 'date=2026-07-01');
  expect(rows.map((row) => row['User Principal Name'])).toEqual(['anna@fjord.example', 'pupil@fjord.example']);
  expect(rows[0]).toEqual({
    'Report Refresh Date': '2026-07-01',
    'User Principal Name': 'anna@fjord.example',
    'Display Name': 'Anna Nordmann',
    'Is Deleted': 'False',
    'Deleted Date': '',
    'Has Exchange License': 'True',
    'Has OneDrive License': 'True',
    'Has SharePoint License': 'True',
    'Has Skype For Business License': 'False',
    'Has Yammer License': 'False',
    'Has Teams License': 'True',
    'Exchange Last Activity Date': '2026-07-01',
    'OneDrive Last Activity Date': '',
    'SharePoint Last Activity Date': '',
    'Skype For Business Last Activity Date': '',
    'Yammer Last Activity Date': '',
    'Teams Last Activity Date': '2026-07-01',
    'Exchange License Assign Date': '2026-07-01',
    'OneDrive License Assign Date': '2026-07-01',
    'SharePoint License Assign Date': '2026-07-01',
    'Skype For Business License Assign Date': '',
    'Yammer License Assign Date': '',
    'Teams License Assign Date': '2026-07-01',
    'Assigned Products': 'MICROSOFT 365 E3',
  });
});

test('of a period: everybody with a licence, up to two days ago, with the last day of use', async () => {
  using it = await opened();
  const rows = await rowsOf(it, "period='D7'");
  expect(rows.map((row) => [row['User Principal Name'], row['Teams Last Activity Date']])).toEqual([
    ['anna@fjord.example', '2026-07-29'],
    ['bjarne@fjord.example', ''],
    ['cecilie@fjord.example', ''],
    ['pupil@fjord.example', ''],
  ]);
  expect(rows[0]?.['Report Refresh Date']).toBe('2026-07-29');
  const [, , , pupil] = await rowsOf(it, "period='D30'");
  expect(pupil?.['OneDrive Last Activity Date']).toBe('2026-07-01');
});

test.for(['date=2026-06-30', 'date=2026-08-01', "date='2026-07-15'", 'date=2026-02-30', "period='D8'", 'period=D7'])(
  '%s is refused on 31 July',
  async (argument) => {
    using it = await opened();
    const response = await it.get(report(argument));
    expect(response.status).toBe(400);
    expect(await messageOf(response)).toBe('InvalidArgument');
  },
);

test('30 days back and today are the outermost dates', async () => {
  using it = await opened();
  for (const day of ['2026-07-01', '2026-07-31']) expect((await it.get(report(`date=${day}`))).status).toBe(302);
});

test('a link is good for five minutes, and only as it was given', async () => {
  using it = await opened();
  const location = (await it.get(report('date=2026-07-01'))).headers.get('location') ?? '';
  expect((await fetch(location.replace('=1', '=2'))).status).toBe(403);
  expect((await fetch('https://reports.office.com/data/v1.0/other')).status).toBe(404);
  await it.clock.wait(5 * 60_000);
  expect((await fetch(location)).status).toBe(200);
  await it.clock.wait(1);
  expect((await fetch(location)).status).toBe(403);
});

test('concealed names are 32 upper-case hexadecimal digits, and the setting says so', async () => {
  using it = await opened({ world: smallWorld({ concealsNames: true }) });
  expect(await jsonOf(await it.get('/admin/reportSettings'))).toMatchObject({ displayConcealedNames: true });
  const rows = await rowsOf(it, 'date=2026-07-01');
  const names = rows.flatMap((row) => [row['User Principal Name'], row['Display Name']]);
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^[0-9A-F]{32}$/);
});

test('names are shown unless the world conceals them', async () => {
  using it = await opened();
  expect(await jsonOf(await it.get('/admin/reportSettings'))).toMatchObject({ displayConcealedNames: false });
});

test('a name with a comma or a quote is quoted', async () => {
  const world = smallWorld();
  const [anna] = world.accounts;
  if (!anna) throw new Error('There are accounts.');
  using it = await opened({ world: { ...world, accounts: [{ ...anna, displayName: 'Nordmann, "Anna"' }] } });
  const location = (await it.get(report('date=2026-07-01'))).headers.get('location') ?? '';
  expect(await (await fetch(location)).text()).toContain('anna@fjord.example,"Nordmann, ""Anna""",False');
  expect(it.clock.now()).toBe(START + 30 * DAY);
});
