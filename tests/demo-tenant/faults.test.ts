import { expect, test } from 'vitest';
import type { Fault, RequestDescription } from '../../connector/demo-tenant/faults.ts';
import { askToken, jsonOf, opened, refusalOf, valuesOf } from './opened.ts';
import { DAY, id, START } from './small-world.ts';

const MAIL = `/users/${id(1)}/mailFolders/sentitems/messages`;

/** A tenant at which the fault befalls every request for mail. */
function withFault(fault: Fault) {
  return opened({ faults: ({ template }) => (template.endsWith('/messages') ? fault : undefined) });
}

test('the plan sees what is asked and in which order', async () => {
  const seen: [number, RequestDescription['host'], string, string][] = [];
  using it = await opened({
    faults: ({ host, template, method, at }, ordinal) => {
      expect(at).toBe(START + 30 * DAY);
      seen.push([ordinal, host, method, template]);
      return undefined;
    },
  });
  await it.get(`${MAIL}?$top=1`);
  const location = (await it.get('/reports/getOffice365ActiveUserDetail(date=2026-07-01)')).headers.get('location');
  await fetch(location ?? '');
  await it.get('/nowhere');
  expect(seen).toEqual([
    [1, 'entra', 'POST', `/${it.tenant.tenantId}/oauth2/v2.0/token`],
    [2, 'graph', 'GET', '/users/{id}/mailFolders/{id}/messages'],
    [3, 'graph', 'GET', '/reports/getOffice365ActiveUserDetail(date={value})'],
    [4, 'reports', 'GET', '/data/v1.0/download'],
    [5, 'graph', 'GET', '/v1.0/nowhere'],
  ]);
});

test.for(['10', '2.128', 'Fri, 31 Jul 2026 00:01:00 GMT', 'soon', undefined])(
  '429 with Retry-After %s',
  async (retryAfter) => {
    using it = await withFault({ kind: 'throttled', ...(retryAfter === undefined ? {} : { retryAfter }) });
    const response = await it.get(MAIL);
    expect(response.headers.get('retry-after')).toBe(retryAfter ?? null);
    expect(await refusalOf(response)).toEqual([429, 'TooManyRequests']);
    expect((await it.get('/organization')).status).toBe(200);
  },
);

test.for<[Fault, number, string]>([
  [{ kind: 'unavailable', retryAfter: '5' }, 503, 'ServiceUnavailable'],
  [{ kind: 'gateway-timeout' }, 504, 'UnknownError'],
  [{ kind: 'server-error' }, 500, 'InternalServerError'],
  [{ kind: 'expired-token' }, 401, 'InvalidAuthenticationToken'],
])('%s', async ([fault, status, code]) => {
  using it = await withFault(fault);
  expect(await refusalOf(await it.get(MAIL))).toEqual([status, code]);
});

test('a reset is a failed fetch, and an exchange without status', async () => {
  const statuses: number[] = [];
  using it = await opened({
    faults: ({ host }) => (host === 'graph' ? { kind: 'reset' } : undefined),
    onExchange: ({ status }) => statuses.push(status),
  });
  await expect(it.get(MAIL)).rejects.toThrow(TypeError);
  expect(statuses).toEqual([200, 0]);
});

test('a truncated body is 200 and no JSON', async () => {
  using it = await withFault({ kind: 'truncated' });
  const response = await it.get(MAIL);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^application\/json/),
  ]);
  const text = await response.text();
  expect(text).toMatch(/^\{"@odata\.context"/);
  expect(() => {
    JSON.parse(text);
  }).toThrow(SyntaxError);
});

test('a body can be cut to nothing', async () => {
  using it = await withFault({ kind: 'truncated', keep: 0 });
  expect(await (await it.get(MAIL)).text()).toBe('');
});

test('a web page in place of JSON is 200 too', async () => {
  using it = await withFault({ kind: 'web-page' });
  const response = await it.get(MAIL);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
  expect(await response.text()).toMatch(/^<html>/);
});

test('a token can be called expired once', async () => {
  let left = 1;
  using it = await opened({
    faults: ({ host }) => (host === 'graph' && left-- > 0 ? { kind: 'expired-token' } : undefined),
  });
  expect([(await it.get(MAIL)).status, (await it.get(MAIL)).status]).toEqual([401, 200]);
});

test('a hostile link takes the place of the real one; the entries stay', async () => {
  using it = await withFault({ kind: 'next-link', link: 'https://graph.microsoft.com@evil.example/v1.0/users' });
  const page = await jsonOf(await it.get(MAIL));
  expect(page['@odata.nextLink']).toBe('https://graph.microsoft.com@evil.example/v1.0/users');
  expect(valuesOf(page)).toHaveLength(10);
});

test('a looping link is the URL just asked', async () => {
  using it = await withFault({ kind: 'next-link', link: 'itself' });
  const page = await jsonOf(await it.get(`${MAIL}?$top=5`));
  expect(page['@odata.nextLink']).toBe(`https://graph.microsoft.com/v1.0${MAIL}?$top=5`);
});

test('a body can be edited, and an answer made up', async () => {
  {
    using it = await withFault({ kind: 'edited', edit: (body) => body.replace('"value"', '"worth"') });
    expect(await jsonOf(await it.get(MAIL))).toHaveProperty('worth');
  }
  using it = await withFault({ kind: 'answer', status: 418, headers: { 'x-canary': 'Anna' }, body: 'short and stout' });
  const response = await it.get(MAIL);
  expect([response.status, response.headers.get('x-canary'), await response.text()]).toEqual([
    418,
    'Anna',
    'short and stout',
  ]);
});

test('sign-in suffers too', async () => {
  using it = await opened({ faults: () => ({ kind: 'unavailable' }) });
  expect((await askToken(it.tenant.tenantId)).status).toBe(503);
});
