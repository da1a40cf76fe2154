import { SignJWT, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { ALL_ROLES, asObject, BASE, jsonOf, opened, refusalOf, valuesOf } from './opened.ts';
import { id, SCOPE_GROUP } from './small-world.ts';

const MAIL = `/users/${id(1)}/mailFolders/sentitems/messages`;
const DETAIL = '/reports/getOffice365ActiveUserDetail(date=2026-07-15)';

function ask(path: string, authorization?: string): Promise<Response> {
  return fetch(BASE + path, authorization === undefined ? {} : { headers: { authorization } });
}

test.for<[string, string | undefined]>([
  ['no token', undefined],
  ['another scheme', 'Basic abc'],
  ['no JWT', 'Bearer abc'],
  ['an unsigned JWT', `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"aud":"https://graph.microsoft.com"}')}.`],
])('%s is 401 with a challenge', async ([, authorization]) => {
  using it = await opened();
  const response = await ask('/organization', authorization);
  expect(it.tenant.handlers).toHaveLength(1);
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
  expect(await refusalOf(response)).toEqual([401, 'InvalidAuthenticationToken']);
});

test('a token of a strange key is 401, whatever it claims', async () => {
  using it = await opened();
  const { privateKey } = await generateKeyPair('RS256');
  const token = await new SignJWT({ aud: 'https://graph.microsoft.com', tid: it.tenant.tenantId, roles: ALL_ROLES })
    .setProtectedHeader({ alg: 'RS256' })
    .setExpirationTime('1h')
    .sign(privateKey);
  expect((await ask('/organization', `Bearer ${token}`)).status).toBe(401);
});

test('a token for the tab’s API does not open Graph', async () => {
  using it = await opened();
  const token = await it.tenant.userToken({ oid: id(1), roles: ALL_ROLES, now: it.clock.now() });
  expect((await ask('/organization', `Bearer ${token}`)).status).toBe(401);
});

test('a token lives an hour by the tenant’s clock and is 401 afterwards, remembered or not', async () => {
  using it = await opened();
  const authorization = `Bearer ${await it.token()}`;
  await it.clock.wait(3_599_000);
  expect((await ask('/organization', authorization)).status).toBe(200);
  await it.clock.wait(1000);
  expect((await ask('/organization', authorization)).status).toBe(401);
  it.clock.moveTo(it.clock.now() - 2 * 3_600_000);
  expect((await ask('/organization', authorization)).status).toBe(401);
});

test.for<[string, string, number, string]>([
  ['/organization', 'User.Read.All', 403, 'Authorization_RequestDenied'],
  ['/users', 'User.Read.All', 403, 'Authorization_RequestDenied'],
  [`/users/${id(1)}`, 'User.Read.All', 403, 'Authorization_RequestDenied'],
  [`/groups/${SCOPE_GROUP}/members`, 'GroupMember.Read.All', 403, 'Authorization_RequestDenied'],
  [`/groups/${SCOPE_GROUP}/transitiveMembers`, 'GroupMember.Read.All', 403, 'Authorization_RequestDenied'],
  [MAIL, 'Mail.ReadBasic.All', 403, 'ErrorAccessDenied'],
  [DETAIL, 'Reports.Read.All', 403, 'UnknownError'],
  ['/admin/reportSettings', 'ReportSettings.Read.All', 403, 'UnknownError'],
])('%s opens with %s and not with everything else', async ([path, role, status, code]) => {
  {
    using it = await opened({ roles: [role] });
    expect((await it.get(path)).status).toBe(path === DETAIL ? 302 : 200);
  }
  using it = await opened({ roles: ALL_ROLES.filter((each) => each !== role) });
  expect(await refusalOf(await it.get(path))).toEqual([status, code]);
});

test.for([
  [MAIL, 'Mail.Read'],
  [MAIL, 'Mail.ReadWrite'],
  ['/users', 'Directory.Read.All'],
  ['/users', 'User.ReadBasic.All'],
  ['/organization', 'Organization.Read.All'],
  ['/admin/reportSettings', 'ReportSettings.ReadWrite.All'],
  [`/groups/${SCOPE_GROUP}/members`, 'Group.Read.All'],
] as const)('%s opens with the other role %s too', async ([path, role]) => {
  using it = await opened({ roles: [role] });
  expect((await it.get(path)).status).toBe(200);
});

test('Exchange opens the mail of single mailboxes without a role in the token, and adds to one that is there', async () => {
  const open = [id(1)];
  const roles = ['User.Read.All'];
  using it = await opened({ roles, mailboxesOpenInExchange: open });
  const mailOf = (key: string, query = '') => it.get(`/users/${key}/mailFolders/sentitems/messages${query}`);
  expect((await mailOf(id(1))).status).toBe(200);
  expect((await mailOf('anna@fjord.example')).status).toBe(200);
  const closed = await mailOf(id(2));
  expect(asObject((await jsonOf(closed))['error'])).toMatchObject({
    code: 'ErrorAccessDenied',
    message: 'Access is denied. Check credentials and try again.',
  });
  // No more than the basic role shows, and of mail alone.
  const [mail = {}] = valuesOf(await jsonOf(await mailOf(id(1), '?$select=subject,body&$top=1')));
  expect(Object.keys(mail)).toContain('subject');
  expect(mail).not.toHaveProperty('body');
  expect(await refusalOf(await mailOf(id(99)))).toEqual([404, 'Request_ResourceNotFound']);
  const calendar = `/users/${id(1)}/calendarView?startDateTime=2026-07-15T00:00:00Z&endDateTime=2026-07-16T00:00:00Z`;
  expect(await refusalOf(await it.get(calendar))).toEqual([403, 'ErrorAccessDenied']);
  // Read anew for each request, as an administrator's change.
  open.push(id(2));
  expect((await mailOf(id(2))).status).toBe(200);
  roles.push('Mail.ReadBasic.All');
  open.length = 0;
  expect((await ask(`/users/${id(2)}/mailFolders/sentitems/messages`, `Bearer ${await it.token()}`)).status).toBe(200);
});

test('a report refused wraps its code in the message, as Microsoft does', async () => {
  using it = await opened({ roles: ['User.Read.All'] });
  const error = asObject((await jsonOf(await it.get(DETAIL)))['error']);
  expect(JSON.parse(String(error['message']))).toEqual({
    error: { code: 'S2SUnauthorized', message: 'Invalid permission.' },
  });
});

test('who may list members but not read users gets ids and nulls', async () => {
  using it = await opened({ roles: ['GroupMember.Read.All'] });
  const path = `/groups/${SCOPE_GROUP}/transitiveMembers/microsoft.graph.user?$select=id,mail,businessPhones&$count=true`;
  const page = await jsonOf(await it.get(path, { ConsistencyLevel: 'eventual' }));
  expect(valuesOf(page)[0]).toEqual({ id: id(1), mail: null, businessPhones: [] });
});

test('the basic role shows names and addresses and no department', async () => {
  using it = await opened({ roles: ['User.ReadBasic.All'] });
  expect(await jsonOf(await it.get(`/users/${id(1)}?$select=mail,department`))).toMatchObject({
    mail: 'anna@fjord.example',
    department: null,
  });
});

test('a consent given later is in the next token, not in the one held', async () => {
  const roles = ['User.Read.All'];
  using it = await opened({ roles });
  expect((await it.get('/admin/reportSettings')).status).toBe(403);
  roles.push('ReportSettings.Read.All');
  expect((await it.get('/admin/reportSettings')).status).toBe(403);
  expect((await ask('/admin/reportSettings', `Bearer ${await it.token()}`)).status).toBe(200);
});

test('every answer bears ids and the date of the tenant’s clock, errors in the body too', async () => {
  using it = await opened();
  const good = await it.get('/organization', { 'client-request-id': 'mine' });
  expect(good.headers.get('date')).toBe('Fri, 31 Jul 2026 00:00:00 GMT');
  expect(good.headers.get('client-request-id')).toBe('mine');
  const bad = await it.get(`/users/${id(77)}`, { 'client-request-id': 'mine' });
  expect(bad.headers.get('request-id')).not.toBe(good.headers.get('request-id'));
  expect(asObject((await jsonOf(bad))['error'])['innerError']).toEqual({
    date: '2026-07-31T00:00:00',
    'request-id': bad.headers.get('request-id'),
    'client-request-id': 'mine',
  });
});

test('while it listens, no other host is reached', async () => {
  const seen: [string, number][] = [];
  using it = await opened({ onExchange: ({ url, status }) => seen.push([url, status]) });
  const strange = ['https://graph.microsoft.com.evil.example/v1.0/users', 'http://graph.microsoft.com/v1.0/users'];
  for (const url of [...strange, 'https://graph.microsoft.com:444/v1.0/users'])
    await expect(fetch(url)).rejects.toThrow(TypeError);
  expect(seen.map(([, status]) => status)).toEqual([0, 0, 0]);
  expect(it.tenant.tenantId).toBe('fade0000-0000-4000-8000-000000000001');
});

test('onExchange sees what was asked and what was said', async () => {
  const seen: string[] = [];
  using it = await opened({
    onExchange: ({ method, url, requestHeaders, requestBody, status, responseHeaders, responseBody }) => {
      const bearer = requestHeaders.get('authorization')?.startsWith('Bearer ') === true;
      const asked = `${method} ${new URL(url).pathname} ${bearer ? 'bearer' : '-'} ${String(requestBody.length > 0)}`;
      seen.push(`${asked} ${String(status)} ${String(responseHeaders.has('request-id'))} ${responseBody.slice(0, 9)}`);
    },
  });
  await it.get('/organization');
  expect(seen).toEqual([
    `POST /${it.tenant.tenantId}/oauth2/v2.0/token - true 200 true {"token_t`,
    'GET /v1.0/organization bearer false 200 true {"@odata.',
  ]);
});
