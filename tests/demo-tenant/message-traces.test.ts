import { expect, test } from 'vitest';
import { jsonOf, opened, refusalOf, valuesOf, type Opened } from './opened.ts';
import { DAY, START } from './small-world.ts';

const ROLES = ['ExchangeMessageTrace.Read.All'];
const PATH = '/admin/exchange/tracing/messageTraces';
const window = (from: string, to: string, options = ''): string =>
  `${PATH}?$filter=receivedDateTime ge ${from} and receivedDateTime le ${to}${options}`;

async function rowsOf(it: Opened, path: string): Promise<Record<string, unknown>[]> {
  const page = await jsonOf(await it.get(path));
  const link = page['@odata.nextLink'];
  const rest = typeof link === 'string' ? await rowsOf(it, link.replace('https://graph.microsoft.com/v1.0', '')) : [];
  return [...valuesOf(page), ...rest];
}

test('one row a recipient, a list expanded into its members; drafts are never sent', async () => {
  using it = await opened({ roles: ROLES });
  const rows = await rowsOf(it, window('2026-07-01T00:00:00Z', '2026-07-01T00:00:10Z'));
  // The meeting mail: one recipient, a list of Bjarne, Cecilie without a mailbox, Anna, the room, and one outside.
  const [first] = rows;
  const meeting = rows.filter(({ id }) => id === first?.['id']);
  expect(meeting.map((row) => [row['recipientAddress'], row['status']])).toEqual([
    ['bjarne@fjord.example', 'delivered'],
    ['liste@fjord.example', 'expanded'],
    ['anna@fjord.example', 'delivered'],
    ['room@fjord.example', 'delivered'],
    ['kari@elsewhere.example', 'delivered'],
  ]);
  expect(first).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown,
    senderAddress: 'bjarne@fjord.example',
    recipientAddress: 'bjarne@fjord.example',
    messageId: expect.stringMatching(/^<[0-9a-f]{32}@fjord.example>$/) as unknown,
    receivedDateTime: '2026-07-01T00:00:02Z',
    subject: expect.any(String) as unknown,
    size: expect.any(Number) as unknown,
    fromIP: '192.0.2.10',
    toIP: '',
    status: 'delivered',
  });
  expect(rows.at(-1)).toMatchObject({ senderAddress: 'anna@fjord.example', recipientAddress: 'bjarne@fjord.example' });
  expect(rows).toHaveLength(6);
});

test('pages join without a row lost or twice, over midnights, and are the same at each reading', async () => {
  using it = await opened({ roles: ROLES });
  const whole = await rowsOf(it, window('2026-07-02T12:00:00Z', '2026-07-06T12:00:00Z', '&$top=5000'));
  expect(whole).toHaveLength(4 * 24);
  for (const top of [1, 7, 24, 95]) {
    expect(await rowsOf(it, window('2026-07-02T12:00:00Z', '2026-07-06T12:00:00Z', `&$top=${top}`))).toEqual(whole);
  }
});

test('without a window it is the last 48 hours', async () => {
  using it = await opened({ roles: ROLES });
  it.clock.moveTo(START + 10 * DAY);
  expect(await rowsOf(it, PATH)).toHaveLength(48);
});

test.for<[string, number]>([
  [window('2026-07-01T00:00:00Z', '2026-07-11T00:00:00Z'), 200],
  [window('2026-07-01T00:00:00Z', '2026-07-11T00:00:01Z'), 400],
  [`${PATH}?$filter=receivedDateTime ge 2026-07-01T00:00:00Z`, 400],
  [window('2026-05-02T00:00:00Z', '2026-05-03T00:00:00Z'), 200],
  [window('2026-05-01T00:00:00Z', '2026-05-03T00:00:00Z'), 400],
  [`${PATH}?$filter=receivedDateTime gt 2026-07-30T00:00:00Z`, 400],
  [`${PATH}?$filter=senderAddress eq 'x'`, 501],
  [`${PATH}?$top=5001`, 400],
  [`${PATH}?$select=senderAddress`, 501],
  [`${PATH}?$skiptoken=invented`, 400],
])('%s is %i', async ([path, status]) => {
  using it = await opened({ roles: ROLES });
  expect((await it.get(path)).status).toBe(status);
});

test('the trace opens with its own role only', async () => {
  using it = await opened({ roles: ['Mail.Read', 'User.Read.All'] });
  expect(await refusalOf(await it.get(PATH))).toEqual([403, 'Authorization_RequestDenied']);
});
