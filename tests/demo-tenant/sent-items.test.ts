import { expect, test } from 'vitest';
import { jsonOf, opened, refusalOf, valuesOf } from './opened.ts';
import { DAY, id, smallWorld, START } from './small-world.ts';

const sent = (number: number): string => `/users/${id(number)}/mailFolders/sentitems/messages`;
const SELECT = '$select=sender,toRecipients,ccRecipients,bccRecipients,sentDateTime,isDraft';

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const times = (page: Record<string, unknown>): unknown[] => valuesOf(page).map((entry) => entry['sentDateTime']);

test('with $select only what is selected comes, besides etag and id', async () => {
  using it = await opened();
  const page = await jsonOf(await it.get(`${sent(1)}?$select=sender,toRecipients,sentDateTime&$top=1`));
  expect(page['value']).toEqual([
    {
      '@odata.etag': like(/^W\/".+"$/),
      id: like(/^AAMk/),
      sender: { emailAddress: { name: 'Anna Nordmann', address: 'anna@fjord.example' } },
      toRecipients: [{ emailAddress: { name: 'Bjarne Nordmann', address: 'Bjarne@FJORD.example' } }],
      sentDateTime: '2026-07-30T23:30:00Z',
    },
  ]);
  expect(page['@odata.context']).toBe(
    `https://graph.microsoft.com/v1.0/$metadata#users('${id(1)}')/mailFolders('sentitems')/messages(sender,toRecipients,sentDateTime)`,
  );
});

test('without $select everything comes that the basic role opens, the subject too, and no content', async () => {
  using it = await opened();
  const [message] = valuesOf(await jsonOf(await it.get(`${sent(1)}?$top=1`)));
  expect(message).toMatchObject({
    subject: `Subject of ${String(START + 30 * DAY - 1_800_000)}`,
    webLink: like(/^https:\/\/outlook\.office365\.com\//),
    changeKey: like(/^CQ/),
    isDraft: false,
    replyTo: [],
    categories: [],
  });
  for (const property of ['body', 'bodyPreview', 'uniqueBody']) expect(message).not.toHaveProperty(property);
});

test('content is left out even when selected, unless the token may read it', async () => {
  const body = { contentType: 'text', content: '' };
  {
    using it = await opened();
    const [basic] = valuesOf(await jsonOf(await it.get(`${sent(1)}?$select=body,isDraft&$top=1`)));
    expect(basic).not.toHaveProperty('body');
  }
  using it = await opened({ roles: ['Mail.Read'] });
  const [whole] = valuesOf(await jsonOf(await it.get(`${sent(1)}?$select=body,isDraft&$top=1`)));
  expect(whole).toMatchObject({ body, isDraft: false });
});

test('drafts, meeting mail with its derived type, copies, names and who sent on behalf', async () => {
  using it = await opened();
  const [behalf, meeting, draft] = valuesOf(await jsonOf(await it.get(`${sent(2)}?${SELECT}`)));
  expect(behalf).toMatchObject({
    sender: { emailAddress: { name: 'Anna Nordmann', address: 'anna@fjord.example' } },
    isDraft: false,
  });
  expect(behalf).not.toHaveProperty('@odata.type');
  expect(meeting).toMatchObject({
    '@odata.type': like(/^#microsoft\.graph\.eventMessage(Request|Response)?$/),
    ccRecipients: [{ emailAddress: { name: 'Liste', address: 'Liste@fjord.example' } }],
    bccRecipients: [{ emailAddress: { name: 'Kari', address: 'kari@elsewhere.example' } }],
  });
  expect(draft).toMatchObject({ isDraft: true });
});

test('ids are unique, and the same whatever is asked', async () => {
  using it = await opened();
  const ids = valuesOf(await jsonOf(await it.get(`${sent(1)}?$top=1000`))).map((entry) => entry['id']);
  expect(new Set(ids).size).toBe(720);
  const twins = valuesOf(await jsonOf(await it.get(sent(2)))).map((entry) => entry['id']);
  expect(new Set(twins).size).toBe(3);
  const filter = '$filter=sentDateTime ge 2026-07-30T23:00:00Z&$select=id';
  expect(valuesOf(await jsonOf(await it.get(`${sent(1)}?${filter}`)))[0]?.['id']).toBe(ids[0]);
});

test.for([
  ['sentDateTime ge 2026-07-02T00:30:00Z and sentDateTime lt 2026-07-02T02:30:00Z', ['01', '00']],
  ['sentDateTime gt 2026-07-02T00:30:00Z and sentDateTime le 2026-07-02T02:30:00Z', ['02', '01']],
  ['sentDateTime ge 2026-07-02T02:30:00%2B02:00 and sentDateTime lt 2026-07-02T01:00:00Z', ['00']],
  ['receivedDateTime ge 2026-07-02 and sentDateTime lt 2026-07-02T01:00:00Z', ['00']],
  ['sentDateTime ge 2026-07-02T05:00:00Z and sentDateTime lt 2026-07-02T04:00:00Z', []],
] as const)('$filter=%s', async ([filter, hours]) => {
  using it = await opened();
  const page = await jsonOf(await it.get(`${sent(1)}?$select=sentDateTime&$filter=${filter}`));
  expect(times(page)).toEqual(hours.map((hour) => `2026-07-02T${hour}:30:00Z`));
});

test.for([
  ['$filter=shoeSize ge 2026-07-02T00:00:00Z', 400, 'BadRequest'],
  ["$filter=sentDateTime ge '2026-07-02T00:00:00Z'", 400, 'BadRequest'],
  ['$filter=sentDateTime ge 2026-07-02T00:00:00', 400, 'BadRequest'],
  ['$filter=sentDateTime after 2026-07-02T00:00:00Z', 400, 'BadRequest'],
  ['$filter=sentDateTime', 400, 'BadRequest'],
  ['$filter=', 400, 'BadRequest'],
  ['$orderby=shoeSize', 400, 'BadRequest'],
  ['$orderby=sentDateTime upward', 400, 'BadRequest'],
  // A plus sign that was not encoded arrives as a space.
  ['$filter=sentDateTime ge 2026-07-02T02:30:00+02:00', 400, 'BadRequest'],
  ['$filter=isDraft eq false', 501, 'NotImplemented'],
  ['$filter=sentDateTime eq 2026-07-02T00:00:00Z', 501, 'NotImplemented'],
  ['$orderby=subject', 501, 'NotImplemented'],
  ['$filter=receivedDateTime ge 2026-07-02T00:00:00Z&$orderby=sentDateTime', 400, 'InefficientFilter'],
  [
    '$filter=receivedDateTime ge 2026-07-02T00:00:00Z and sentDateTime ge 2026-07-02T00:00:00Z&$orderby=sentDateTime',
    400,
    'InefficientFilter',
  ],
] as const)('%s is refused', async ([query, status, code]) => {
  using it = await opened();
  expect(await refusalOf(await it.get(`${sent(1)}?${query}`))).toEqual([status, code]);
});

test('newest first, or as ordered; ten to a page unless said otherwise', async () => {
  using it = await opened();
  const usual = await jsonOf(await it.get(`${sent(1)}?$select=sentDateTime`));
  expect([times(usual).length, times(usual)[0]]).toEqual([10, '2026-07-30T23:30:00Z']);
  const oldest = await jsonOf(await it.get(`${sent(1)}?$select=sentDateTime&$orderby=sentDateTime`));
  expect(times(oldest)[0]).toBe('2026-07-01T00:30:00Z');
  const both = '$filter=sentDateTime lt 2026-07-03T00:00:00Z&$orderby=sentDateTime desc';
  expect(times(await jsonOf(await it.get(`${sent(1)}?$select=sentDateTime&${both}`)))[0]).toBe('2026-07-02T23:30:00Z');
});

test('following the links meets every message once', async () => {
  using it = await opened();
  const met: unknown[] = [];
  let path: string | undefined = `${sent(1)}?$select=sentDateTime&$top=500&$count=true`;
  const counts: unknown[] = [];
  while (path !== undefined) {
    const page: Record<string, unknown> = await jsonOf(await it.get(path));
    met.push(...valuesOf(page).map((entry) => entry['id']));
    counts.push(page['@odata.count']);
    const link = page['@odata.nextLink'];
    path = typeof link === 'string' ? link.replace('https://graph.microsoft.com/v1.0', '') : undefined;
  }
  expect([met.length, new Set(met).size]).toEqual([720, 720]);
  expect(counts).toEqual([720, undefined]);
});

test('what is not sent yet by the tenant’s clock is not there', async () => {
  using it = await opened();
  it.clock.moveTo(START + 2 * 3_600_000);
  const authorization = `Bearer ${await it.token()}`;
  const page = await jsonOf(await it.get(`${sent(1)}?$select=sentDateTime`, { authorization }));
  expect(times(page)).toEqual(['2026-07-01T01:30:00Z', '2026-07-01T00:30:00Z']);
});

test('who has no mailbox, who does not exist, what folder does not exist', async () => {
  using it = await opened();
  for (const number of [3, 5])
    expect(await refusalOf(await it.get(sent(number)))).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
  expect(await refusalOf(await it.get(sent(77)))).toEqual([404, 'Request_ResourceNotFound']);
  const folder = `/users/${id(1)}/mailFolders/sent/messages`;
  expect(await refusalOf(await it.get(folder))).toEqual([400, 'ErrorInvalidIdMalformed']);
});

test('hostile texts arrive whole', async () => {
  const subject = '"}],\u2028\\ <script> æøå 🙂 \ud800';
  const world = smallWorld({
    sentMessages: () => [
      { sentAt: START, to: ['"quoted"@x.example'], cc: [], bcc: [], subject, draft: false, meeting: false },
    ],
  });
  using it = await opened({ world });
  const [message] = valuesOf(await jsonOf(await it.get(`${sent(1)}?$select=subject,toRecipients`)));
  expect(message).toMatchObject({
    subject,
    toRecipients: [{ emailAddress: { address: '"quoted"@x.example' } }],
  });
});
