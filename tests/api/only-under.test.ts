import { request } from 'node:http';
import { afterAll, expect, it } from 'vitest';
import { namesOfThisMachine } from '../../connector/api/only-under.ts';
import { startServer } from './test-server.ts';

const server = await startServer({
  onlyUnder: namesOfThisMachine(8470),
  enterDemo: () => Promise.resolve('a token'),
});
afterAll(() => server.close());

/** `fetch` lets nobody choose the name that is sent along. */
async function asked(host: string, path = '/api/health', method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(server.url + path, { method, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

it.each(['localhost:8470', '127.0.0.1:8470', '[::1]:8470', 'LocalHost:8470'])('answers under %s', async (host) => {
  expect(await asked(host)).toBe(200);
});

it.each([
  'rebound.example:8470',
  'localhost',
  'localhost:80',
  'localhost:8470.rebound.example',
  '127.0.0.1.nip.example',
])('refuses a page that calls it %s: no tab, no answer, no token', async (host) => {
  for (const path of ['/api/health', '/overview', '/']) expect(await asked(host, path)).toBe(403);
  expect(await asked(host, '/demo/enter', 'POST')).toBe(403);
  expect(server.noted.at(-1)?.code).toBe('another-host');
});

it('knows that browsers leave out port 80', () => {
  expect(namesOfThisMachine(80)).toContain('localhost');
  expect(namesOfThisMachine(8470)).not.toContain('localhost');
});
