import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refusal } from '../../connector/api/answers.ts';
import { SOMEBODY } from './entra.ts';
import { startServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Everything we set; what Node adds to any response is left out. */
function ownHeaders(response: Response): Record<string, string> {
  const nodes = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding', 'last-modified', 'etag'];
  return Object.fromEntries([...response.headers].filter(([name]) => !nodes.includes(name)));
}

const CONTENT_POLICY =
  "default-src 'self';script-src 'self';style-src 'self';connect-src 'self' https://res.cdn.office.net;" +
  "img-src 'self' data:;font-src 'self';object-src 'none';base-uri 'none';form-action 'none';" +
  'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://teams.microsoft.us ' +
  "https://*.teams.microsoft.us https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com 'self'";

const EVERYWHERE = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('headers', () => {
  test('of an answer are exactly these: no frame option, no cookie, no server name, nothing kept', async () => {
    expect(ownHeaders(await server.ask('/api/me'))).toEqual({
      ...EVERYWHERE,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  test('of a refusal are the same, with how to sign in', async () => {
    expect(ownHeaders(await fetch(`${server.url}/api/me`))).toEqual({
      ...EVERYWHERE,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'www-authenticate': 'Bearer realm="samspill"',
    });
  });

  test('of the tab’s page let in the styles of that one page', async () => {
    const response = await fetch(server.url);
    const [, nonce] = /content="([^"]+)"/.exec(await response.text()) ?? [];
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(ownHeaders(response)).toEqual({
      ...EVERYWHERE,
      'content-security-policy': CONTENT_POLICY.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  test('of a file with a hash in its name let it be kept for a year, of others ask each time', async () => {
    const hashed = await fetch(`${server.url}/assets/index-D4c_9x-Z.js`);
    expect(ownHeaders(hashed)).toEqual({
      ...EVERYWHERE,
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
    const plain = await fetch(`${server.url}/samspill.svg`);
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    const etag = plain.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await rawGet('/samspill.svg', { 'if-none-match': [etag] })).status).toBe(304);
  });

  test('bind the browser to https only where people come by https', async () => {
    const secure = await startServer({ publicHttps: true });
    const { headers } = await fetch(`${secure.url}/api/health`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    await secure.close();
  });
});

describe('the tab', () => {
  test.each(['/', '/index.html', '/overview', '/unit/skole-12345678', '/about?x=1'])('%s is its page', async (path) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).not.toContain('__');
    expect(page).toContain('name="samspill-demo" content="no"');
  });

  test('has another nonce each time', async () => {
    const pages = await Promise.all([1, 2].map(async () => (await fetch(server.url)).text()));
    expect(pages[0]).not.toBe(pages[1]);
  });

  test.each([
    '/nothing.js',
    '/assets/nothing.css',
    '/.secret',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/',
    '/%',
  ])('%s leads to no file', async (path) => {
    const response = await rawGet(path);
    expect(response.body).not.toContain('nobody should be given');
    expect(response.body).not.toContain('beyond the folder');
    if (path !== '/assets/') expect(response.status).toBe(404);
  });

  test('that is not built yet is not found, and nothing breaks', async () => {
    const unbuilt = await startServer({ tabFolder: '/nowhere/at/all' });
    expect((await fetch(unbuilt.url)).status).toBe(404);
    await unbuilt.close();
  });
});

describe('refusals', () => {
  test.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/people'],
    ['GET', '/api/overview/2026-Q3'],
    ['GET', '/api/units/skole/people'],
    ['GET', '/api/units/%'],
    ['GET', '/api/ME'],
    ['POST', '/api/overview'],
    ['PUT', '/api/me'],
    ['DELETE', '/api/units'],
    ['POST', '/demo/enter'],
    ['POST', '/'],
  ])('%s %s is not found, in the shape of a refusal', async (method, path) => {
    const response = await fetch(server.url + path, { method });
    expect(response.status).toBe(404);
    expect(refusal.parse(await response.json()).refused).toBe('not-found');
  });

  test('say only what is refused and a reference; the reason is noted under it', async () => {
    const response = await fetch(`${server.url}/api/me`, { headers: { authorization: 'Basic a2FyaTpjYW5hcnk=' } });
    const body = z.strictObject(refusal.shape).parse(await response.json());
    expect(response.status).toBe(401);
    expect(body.refused).toBe('bad-token');
    expect(body.reference).toMatch(/^[0-9a-f]{8}$/);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="samspill", error="invalid_token"');
    expect(server.noted.at(-1)).toEqual({ reference: body.reference, code: 'token-not-bearer' });
  });

  test('two Authorization headers are one too many', async () => {
    const good = `Bearer ${await server.token()}`;
    expect((await rawGet('/api/me', { authorization: [good, good] })).status).toBe(401);
    expect(server.noted.at(-1)?.code).toBe('token-two-tokens');
    expect((await rawGet('/api/me', { authorization: [good] })).status).toBe(200);
  });

  test.each(['access_token', 'token', 'authorization'])('a token in the query (%s) is not read', async (name) => {
    const response = await fetch(`${server.url}/api/me?${name}=${await server.token(['Leader'])}`);
    expect(response.status).toBe(401);
    expect(refusal.parse(await response.json()).refused).toBe('no-token');
  });

  test('a cookie is not read', async () => {
    const cookie = `token=${await server.token()}`;
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie } })).status).toBe(401);
  });

  test('what nobody foresaw is broken: no message, no stack, no path', async () => {
    const broken = await startServer({
      enterDemo: () => Promise.reject(new TypeError('canary /etc/passwd kari@example.no')),
    });
    const response = await fetch(`${broken.url}/demo/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"role":"Leader"}',
    });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ refused: 'broken', reference: broken.noted[0]?.reference });
    expect(text + JSON.stringify([...response.headers])).not.toMatch(/canary|passwd|kari|\.ts/);
    expect(broken.noted.map(({ code }) => code)).toEqual(['TypeError']);
    await broken.close();
  });

  test('a store that cannot be read is broken too, and the health page says so', async () => {
    const broken = await startServer();
    broken.store.decisions.exec('DROP TABLE erasures; DROP TABLE releases');
    const response = await broken.ask('/api/overview', ['Leader']);
    expect(response.status).toBe(500);
    expect(z.strictObject(refusal.shape).parse(await response.json()).refused).toBe('broken');
    const health = await fetch(`${broken.url}/api/health`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ ok: false });
    await broken.close();
  });

  test('never note who asked', () => {
    expect(server.noted.length).toBeGreaterThan(0);
    expect(JSON.stringify(server.noted)).not.toMatch(new RegExp(`${SOMEBODY}|canary|eyJ`, 'i'));
    for (const { reference, code } of server.noted) {
      expect(reference).toMatch(/^[0-9a-f]{8}$/);
      expect(code).toMatch(/^[a-zA-Z0-9-]+$/);
    }
  });
});

describe('asking too often', () => {
  test('is refused per asker, with the seconds to wait, and passes', async () => {
    const busy = await startServer();
    const statuses: number[] = [];
    const headers = { authorization: `Bearer ${await busy.token()}` };
    for (let index = 0; index < 121; index += 1) {
      statuses.push((await fetch(`${busy.url}/api/me`, { headers })).status);
    }
    expect(statuses).toEqual([...Array<number>(120).fill(200), 429]);
    const refused = await fetch(`${busy.url}/api/me`, { headers });
    expect(refused.headers.get('retry-after')).toBe('1');
    const other = await busy.token([], { oid: '22222222-2222-4222-8222-222222222222' });
    expect((await fetch(`${busy.url}/api/me`, { headers: { authorization: `Bearer ${other}` } })).status).toBe(200);
    busy.clock.at += 1000;
    expect((await fetch(`${busy.url}/api/me`, { headers })).status).toBe(200);
    await busy.close();
  });
});

/** As fetch would not send it: paths as they are, headers more than once. */
function rawGet(path: string, headers: Record<string, string[]> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = httpRequest({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    sent.on('error', reject).end();
  });
}
