import { once } from 'node:events';
import { createServer } from 'node:http';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { itemsOf } from '../../connector/microsoft-graph/pages.ts';
import { allOf, failure, graphError, playedGet, QUESTION } from './played-graph.ts';

/** A real server on this machine that writes down whatever reaches it. */
const reached: { readonly url: string; readonly token: string | undefined }[] = [];
const spy = createServer((request, response) => {
  reached.push({ url: request.url ?? '', token: request.headers.authorization });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ value: [{ size: 1 }] }));
});
/** Only Microsoft's hosts are played; everything else goes where it says, over the network. */
const microsoft = setupServer();
let port = 0;

beforeAll(async () => {
  spy.listen(0, '127.0.0.1');
  await once(spy, 'listening');
  const address = spy.address();
  if (address === null || typeof address === 'string') throw new Error('The spy has no port.');
  ({ port } = address);
  microsoft.listen({ onUnhandledRequest: 'bypass' });
});
beforeEach(() => {
  reached.length = 0;
});
afterEach(() => {
  microsoft.resetHandlers();
});
afterAll(() => {
  microsoft.close();
  spy.close();
});

/** The ways to lead a careless reader to the spy; `PORT` is its own. */
const WAYS: readonly string[] = [
  'http://127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'HTTP://127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http:127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http:/127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http:\\\\127.0.0.1:PORT\\v1.0\\users\\u1\\things?$skiptoken=a',
  'http://localhost:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://LOCALHOST:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://localhost.:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://2130706433:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://0x7f000001:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://0x7f.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://0177.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://127.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://127.0.0.1.:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://[::ffff:127.0.0.1]:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://①②⑦.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://127。0。0。1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://%31%32%37.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://graph.microsoft.com@127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://graph.microsoft.com:443@127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://graph.microsoft.com%2f@127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://reports.office.com@127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://127.0.0.1:PORT\\@graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'http://127.0.0.1:PORT#@graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'http://127.0.0.1:PORT?@graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'http://127.0.0.1:PORT/https://graph.microsoft.com/v1.0/users/u1/things?$skiptoken=a',
  'ht\ttp://127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'http://127.0.\n0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  '\u0000http://127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  ' http://127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  '//127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
  'https://127.0.0.1:PORT/v1.0/users/u1/things?$skiptoken=a',
];
/** Those that a header can carry. */
const LOCATIONS = WAYS.filter((way) => /^[\x21-\x7e]+$/.test(way));
const filledIn = (way: string): string => way.replace('PORT', String(port));
const asIs = (text: string): string => text;

test('the spy sees whoever comes: most of these ways lead to it', async () => {
  for (const way of WAYS) await fetch(filledIn(way), { headers: { authorization: 'Bearer x' } }).catch(() => undefined);
  expect(reached.length).toBeGreaterThan(WAYS.length / 2);
  expect(new Set(reached.map(({ token }) => token))).toEqual(new Set(['Bearer x']));
});

describe('a next link that leads to a spy', () => {
  test.each(WAYS)('%j: nobody comes', async (way) => {
    const link = filledIn(way);
    microsoft.use(
      http.get('https://graph.microsoft.com/*', () => HttpResponse.json({ value: [{}], '@odata.nextLink': link })),
    );
    const { code, sentence } = await failure(allOf(itemsOf(playedGet().get, QUESTION)));
    expect(code).toBe('unsafe-link');
    expect(sentence).not.toContain(String(port));
    expect(reached).toEqual([]);
  });
});

describe('a redirect that leads to a spy', () => {
  const away = (status: number, way: string) => () =>
    new HttpResponse(null, { status, headers: { location: filledIn(way) } });

  test.each(LOCATIONS)('from a report, %j: nobody comes', async (way) => {
    microsoft.use(http.get('https://graph.microsoft.com/*', away(302, way)));
    expect((await failure(playedGet().get.text(QUESTION, asIs))).code).toBe('unsafe-link');
    expect(reached).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])('from anything else, with %d: nobody comes', async (status) => {
    microsoft.use(http.get('https://graph.microsoft.com/*', away(status, WAYS[0]!)));
    expect((await failure(playedGet().get.json(QUESTION, String))).code).toBe('shape-changed');
    expect(reached).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])(
    'from an error with a Location, and a chain over office.com (%d)',
    async (hop) => {
      const tokens: (string | null)[] = [];
      microsoft.use(
        http.get('https://graph.microsoft.com/*', away(302, 'https://reports.office.com/x')),
        http.get('https://reports.office.com/*', ({ request }) => {
          tokens.push(request.headers.get('authorization'));
          return away(hop, WAYS[0]!)();
        }),
      );
      expect((await failure(playedGet().get.text(QUESTION, asIs))).code).toBe('unreachable');
      expect(tokens).toEqual(Array(6).fill(null));
      microsoft.use(
        http.get('https://graph.microsoft.com/*', () => graphError(400, 'x', { location: filledIn(WAYS[0]!) })),
      );
      await failure(playedGet().get.text(QUESTION, asIs));
      expect(reached).toEqual([]);
    },
  );

  test.each([301, 302, 307, 308])(
    'from one page of Graph to another, with %d, is not followed either',
    async (status) => {
      let asked = 0;
      microsoft.use(
        http.get('https://graph.microsoft.com/*', () => {
          asked += 1;
          return away(status, 'https://graph.microsoft.com/v1.0/users/u2/things')();
        }),
      );
      expect((await failure(playedGet().get.json(QUESTION, String))).code).toBe('shape-changed');
      expect(asked).toBe(1);
    },
  );
});
