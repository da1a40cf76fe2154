import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  aboutAnswer,
  healthAnswer,
  lastRunAnswer,
  meAnswer,
  overviewAnswer,
  overviewOrNone,
  refusal,
  ROLES,
  unitAnswer,
  unitsAnswer,
} from '../../connector/api/answers.ts';
import { showRelease } from './shown-release.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const READERS = [
  'Leader',
  'PrivacyOfficer',
  'Approver',
  'DataProtectionOfficer',
  'EmployeeRepresentative',
  'LaunchOwner',
] as const;

let server: TestServer;
let slug = '';
beforeAll(async () => {
  server = await startServer();
  showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
  const { units } = unitsAnswer.parse(await (await server.ask('/api/units', ['Leader'])).json());
  slug = units[0]?.slug ?? '';
});
afterAll(() => server.close());

const RELEASED: readonly (readonly [string, z.ZodType])[] = [
  ['/api/overview', overviewAnswer],
  ['/api/overview?period=2026-Q3', overviewAnswer],
  ['/api/units', unitsAnswer],
  ['/api/units/SLUG', unitAnswer],
];
const FOR_EVERYBODY: readonly (readonly [string, z.ZodType])[] = [
  ['/api/me', meAnswer],
  ['/api/about', aboutAnswer],
  ['/api/last-run', lastRunAnswer],
];

async function statusOf(path: string, roles: readonly string[]): Promise<number> {
  return (await server.ask(path.replace('SLUG', slug), roles)).status;
}

describe('who may ask what', () => {
  test.each(RELEASED)('%s: those who read releases, and nobody else', async (path, shape) => {
    for (const role of READERS) {
      const response = await server.ask(path.replace('SLUG', slug), [role]);
      expect([role, response.status]).toEqual([role, 200]);
      expect(shape.safeParse(await response.json()).success).toBe(true);
    }
    for (const roles of [[], ['Administrator'], ['Owner'], ['leader']]) {
      expect([roles, await statusOf(path, roles)]).toEqual([roles, 403]);
    }
    expect(await statusOf(path, ['Administrator', 'Leader'])).toBe(200);
  });

  test.each(FOR_EVERYBODY)('%s: everybody the tenant signs in', async (path, shape) => {
    for (const roles of [[], ...ROLES.map((role) => [role])]) {
      const response = await server.ask(path, roles);
      expect([roles, response.status]).toEqual([roles, 200]);
      expect(shape.safeParse(await response.json()).success).toBe(true);
    }
  });

  test.each([...RELEASED, ...FOR_EVERYBODY])('%s: nobody without a token', async (path) => {
    const response = await fetch(server.url + path.replace('SLUG', slug));
    expect(response.status).toBe(401);
    expect(refusal.parse(await response.json()).refused).toBe('no-token');
  });

  test('/api/health: anybody', async () => {
    const response = await fetch(`${server.url}/api/health`);
    expect(healthAnswer.parse(await response.json())).toEqual({ version: 1, ok: true, lastRun: 'none', releases: 1 });
  });

  test('a guest with a role reads no release', async () => {
    const token = await server.token(['Leader'], { acct: 1 });
    const response = await fetch(`${server.url}/api/overview`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(403);
    expect(refusal.parse(await response.json()).refused).toBe('not-for-you');
  });

  test('me tells roles and the screens they open', async () => {
    const screens = async (roles: string[]): Promise<unknown> =>
      meAnswer.parse(await (await server.ask('/api/me', roles)).json()).screens;
    expect(await screens(['Leader'])).toEqual(['overview', 'bridges', 'adoption', 'journey', 'unit', 'me', 'about']);
    const officers = ['overview', 'bridges', 'adoption', 'journey', 'unit', 'me', 'about', 'office'];
    expect(await screens(['PrivacyOfficer'])).toEqual(officers);
    expect(await screens(['Administrator'])).toEqual(['install', 'me', 'about']);
    expect(await screens([])).toEqual(['me', 'about']);
  });
});

describe('nothing narrows an answer to some of the people', () => {
  test.each([
    '/api/overview?unit=Teknisk',
    '/api/overview?period=2026-Q3&unit=Teknisk',
    '/api/overview?standing=leader',
    '/api/overview?$filter=heads%20lt%205',
    '/api/overview?period=2026-Q3&period=2026-Q2',
    '/api/overview?period[]=2026-Q3',
    '/api/overview?__proto__=x',
    '/api/units?division=Teknisk',
    '/api/units/SLUG?role=leader',
    '/api/about?period=2026-Q3',
    '/api/last-run?mailbox=kari',
    '/api/me?role=Leader',
  ])('%s is not found', async (path) => {
    expect(await statusOf(path, [...ROLES])).toBe(404);
  });

  test.each(['2026-Q2', '2026', '', '../2026-Q3', '2026-q3', 'x'.repeat(500), "2026-Q3' OR 1=1"])(
    'period %s is not found',
    async (period) => {
      expect(await statusOf(`/api/overview?period=${encodeURIComponent(period)}`, ['Leader'])).toBe(404);
    },
  );

  test.each(['nothing-12345678', 'Teknisk', 'Teknisk%2FDrift', '..%2F', '%00', 'x'.repeat(2000), '0'])(
    'unit %s is not found',
    async (unit) => {
      expect(await statusOf(`/api/units/${unit}`, ['Leader'])).toBe(404);
    },
  );
});

describe('before the first release', () => {
  let empty: TestServer;
  beforeAll(async () => {
    empty = await startServer();
  });
  afterAll(() => empty.close());

  test('overview says when the first picture can be expected', async () => {
    const answer: unknown = await (await empty.ask('/api/overview', ['Leader'])).json();
    expect(overviewOrNone.parse(answer)).toEqual({
      version: 1,
      concealed: false,
      organisation: 'Eksempel kommune',
      demo: false,
      noRelease: true,
      firstPictureOn: '2026-10-05',
    });
  });

  test('there are no units, and nothing is spent', async () => {
    expect(await (await empty.ask('/api/units', ['Leader'])).json()).toEqual({ version: 1, units: [] });
    const about = aboutAnswer.parse(await (await empty.ask('/api/about')).json());
    expect(about.budget).toEqual({ rhoAYear: 2.2, rhoSpentLastFourQuarters: 0, level: 'standard' });
    expect(about.ledger).toEqual({ entries: 0, head: '0'.repeat(64) });
    expect(about.releases).toEqual([]);
  });

  test('who may not see a picture may not see that there is none', async () => {
    expect((await empty.ask('/api/overview')).status).toBe(403);
  });
});

describe('the door into the demo', () => {
  let demo: TestServer;
  beforeAll(async () => {
    demo = await startServer({ demo: true, enterDemo: (role) => Promise.resolve(`a token for ${role}`) });
  });
  afterAll(() => demo.close());

  function enter(body: string, type = 'application/json'): Promise<Response> {
    return fetch(`${demo.url}/demo/enter`, { method: 'POST', headers: { 'content-type': type }, body });
  }

  test.each([
    'Leader',
    'PrivacyOfficer',
    'Approver',
    'DataProtectionOfficer',
    'EmployeeRepresentative',
    'Administrator',
    'Employee',
  ])('lets a %s in', async (role) => {
    const response = await enter(JSON.stringify({ role }));
    expect(await response.json()).toEqual({ token: `a token for ${role}` });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    '{"role":"Mayor"}',
    '{"role":"leader"}',
    '{"role":["Leader"]}',
    '{"role":"Leader","oid":"1"}',
    '{}',
    '[]',
    'null',
    '',
    '{"role":',
    JSON.stringify({ role: 'Leader', padding: 'x'.repeat(2000) }),
  ])('lets nobody else in: %s', async (body) => {
    const response = await enter(body);
    expect(response.status).toBe(404);
    expect(refusal.parse(await response.json()).refused).toBe('not-found');
  });

  test('is not opened by a form of another page', async () => {
    expect((await enter('{"role":"Leader"}', 'text/plain')).status).toBe(404);
    expect((await enter('role=Leader', 'application/x-www-form-urlencoded')).status).toBe(404);
  });

  test('is a page like any other to a GET, and the page knows that this is a demo', async () => {
    const response = await fetch(`${demo.url}/`);
    expect(await response.text()).toContain('name="samspill-demo" content="yes"');
  });
});
