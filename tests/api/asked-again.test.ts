import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, unitsAnswer } from '../../connector/api/answers.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { routesOf } from './routes-of.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const OTHER_TENANT = '22222222-0000-4000-8000-00000000000b';
const OTHER_PERSON = { oid: '33333333-0000-4000-8000-00000000000c' };

/** The asker's browser may keep these, and nothing else. */
const KEPT = [
  ...['/overview', '/adoption', '/units', '/units/:slug', '/about', '/journey', '/last-run', '/meanwhile', '/calendar'],
  ...['/ledger', '/benefits', '/fitness-gates', '/peers', '/compared'],
];
const TWO_PERIODS = '?earlier=2026-Q2&later=2026-Q3';

let server: TestServer;
let slug = '';
beforeAll(async () => {
  server = await startServer();
  const older = inventedRelease('2026-04-01', MUNICIPALITY);
  showRelease(server.store, older);
  showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY, { ledger: [older.entry] }));
  const { units } = unitsAnswer.parse(await (await server.ask('/api/units', ['Leader'])).json());
  slug = units[0]?.slug ?? '';
});
afterAll(() => server.close());

interface Again {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** As a browser comes back with what it kept; Node's own `fetch` would ask for a whole answer beside the mark. */
function askedWith(etag: string, token: string, path = '/api/overview', { url } = server): Promise<Again> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'if-none-match': etag };
    const sent = httpRequest(url + path, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject).end();
  });
}

async function markOf(path = '/api/overview', roles: readonly string[] = ['Leader']): Promise<string> {
  return (await server.ask(path, roles)).headers.get('etag') ?? '';
}

describe('asked again', () => {
  test.each(KEPT)('%s comes with a mark for this browser alone, and as 304 while it is the same', async (route) => {
    const path = `/api${route.replace(':slug', slug)}${route === '/compared' ? TWO_PERIODS : ''}`;
    const first = await server.ask(path, ['Leader', 'LaunchOwner']);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(first.headers.get('vary')).toBe('authorization');
    const again = await askedWith(first.headers.get('etag') ?? '', await server.token(['Leader', 'LaunchOwner']), path);
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test('everything else is kept nowhere, and bears no mark', async () => {
    const gets = routesOf(server.app.router).flatMap((route) => /^GET (\/[^{]+)$/.exec(route)?.[1] ?? []);
    const others = gets.filter((route) => !KEPT.includes(route) && !route.includes(' '));
    expect(others).toEqual(
      expect.arrayContaining(['/me', '/about-me', '/about-me/export', '/office', '/scope', '/install']),
    );
    const answered = await Promise.all(
      others.map(async (route) => {
        const { headers } = await server.ask(`/api${route}`, ROLES);
        return [route, headers.get('cache-control'), headers.get('etag')];
      }),
    );
    expect(answered).toEqual(others.map((route) => [route, 'no-store', null]));
  });

  test('an answer that has changed comes whole', async () => {
    const other = await startServer();
    const etag = (await other.ask('/api/overview', ['Leader'])).headers.get('etag') ?? '';
    showRelease(other.store, inventedRelease('2026-07-01', MUNICIPALITY));
    const again = await askedWith(etag, await other.token(['Leader']), '/api/overview', other);
    expect(again.status).toBe(200);
    expect(again.body).toContain('"period":');
    await other.close();
  });

  test('what a browser kept of one asker is never confirmed to another: role, person, tenant', async () => {
    const etag = await markOf();
    const whole = async (token: string): Promise<number> => (await askedWith(etag, token)).status;
    expect(await whole(await server.token(['Leader']))).toBe(304);
    expect(await whole(await server.token(['PrivacyOfficer']))).toBe(200);
    expect(await whole(await server.token(['Leader', 'LaunchOwner']))).toBe(200);
    expect(await whole(await server.token(['Leader'], OTHER_PERSON))).toBe(200);
    const { house } = server;
    const next = await startServer({
      tenantId: OTHER_TENANT,
      store: house.store,
      tokens: { ...house.tokens },
      random: () => new Uint8Array(32),
    });
    const same = await startServer({ store: house.store, random: () => new Uint8Array(32) });
    const theirs = (await same.ask('/api/overview', ['Leader'])).headers.get('etag') ?? '';
    // The same answer, person, role and key of the counter: the tenant alone tells the marks apart.
    expect((await askedWith(theirs, await same.token(['Leader']), '/api/overview', same)).status).toBe(304);
    expect((await askedWith(theirs, await next.token(['Leader']), '/api/overview', next)).status).toBe(200);
    await Promise.all([next.close(), same.close()]);
  });

  test.each([
    ['nobody we know', 'not-a-token', 401],
    ['somebody of another tenant', { tid: OTHER_TENANT }, 401],
    ['an employee', {}, 403],
  ] as const)('%s is refused as ever, whatever mark they bring', async (_who, given, status) => {
    for (const etag of [await markOf(), '*']) {
      const token = typeof given === 'string' ? given : await server.token([], given);
      const refused = await askedWith(etag, token);
      expect([refused.status, refused.headers.etag]).toEqual([status, undefined]);
      expect(refused.headers['cache-control']).toBe('no-store');
    }
  });

  test('“*” and a list of marks fit only after the question was answered to this asker', async () => {
    const token = await server.token(['Leader']);
    expect((await askedWith(`"another", ${await markOf()}`, token)).status).toBe(304);
    expect((await askedWith('"another"', token)).status).toBe(200);
  });
});
