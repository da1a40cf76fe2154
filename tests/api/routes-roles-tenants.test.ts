import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, ROLES, unitsAnswer } from '../../connector/api/answers.ts';
import { TENANT } from './entra.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { routesOf } from './routes-of.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const OFFICES = ['PrivacyOfficer', 'Approver', 'DataProtectionOfficer', 'EmployeeRepresentative'] as const;
const READERS = ['Leader', ...OFFICES, 'LaunchOwner'] as const;
const MEMBERS = [...ROLES, 'Employee'] as const;
type Reader = (typeof MEMBERS)[number];

/** Every route there is, and who may ask it; `anybody` needs no token. A route that is missing here fails the first test. */
const MAY: Readonly<Record<string, readonly Reader[] | 'anybody'>> = {
  'GET /health': 'anybody',
  'GET /me': MEMBERS,
  'GET /about': MEMBERS,
  'GET /last-run': MEMBERS,
  'GET /documents': MEMBERS,
  'GET /documents/:name': OFFICES,
  'GET /documents/:name/docx': OFFICES,
  'GET /council-paper': READERS,
  'GET /council-paper/docx': READERS,
  'GET /council-paper/pdf': READERS,
  'GET /overview': READERS,
  'GET /adoption': READERS,
  'GET /compared': READERS,
  'GET /units': READERS,
  'GET /units/:slug': READERS,
  'GET /scope': OFFICES,
  'POST /scope/proposals': ['PrivacyOfficer'],
  'POST /scope/check': ['PrivacyOfficer'],
  'POST /scope/proposals/:number/sign': ['PrivacyOfficer'],
  'POST /scope/proposals/:number/comment': OFFICES,
  'POST /scope/proposals/:number/protest': ['DataProtectionOfficer'],
  'POST /scope/proposals/:number/answer': ['PrivacyOfficer'],
  'POST /scope/proposals/:number/approve': ['Approver'],
  'POST /scope/proposals/:number/reject': ['Approver'],
  'POST /scope/proposals/:number/withdraw': ['PrivacyOfficer'],
  // Nobody's page but the asker's own: nothing in these addresses names a person.
  'GET /about-me': MEMBERS,
  'GET /about-me/export': MEMBERS,
  'POST /objection': MEMBERS,
  'POST /bridge-builder': MEMBERS,
  // Names of those who chose it: for whom their page told them before.
  'GET /bridge-builders': [
    'Leader',
    'LaunchOwner',
    'PrivacyOfficer',
    'DataProtectionOfficer',
    'EmployeeRepresentative',
  ],
  'GET /office': OFFICES,
  'GET /office/pairs/:source': OFFICES,
  'GET /office/archive': OFFICES,
  'POST /pause/paused': ['PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'],
  'POST /pause/resume-asked': ['PrivacyOfficer'],
  'POST /pause/resumed': ['Approver'],
  'POST /uses': ['Leader', 'LaunchOwner'],
  'GET /journey': READERS,
  'POST /launches': ['LaunchOwner'],
  'POST /launches/retrospectives': ['LaunchOwner'],
  'GET /meanwhile': READERS,
  'GET /calendar': READERS,
  'GET /ledger': READERS,
  'POST /ledger': ['LaunchOwner'],
  'POST /ledger/remove': ['LaunchOwner'],
  'GET /benefits': READERS,
  'POST /benefits': ['LaunchOwner'],
  'POST /benefits/remove': ['LaunchOwner'],
  'GET /fitness-gates': READERS,
  'POST /fitness-gates': ['LaunchOwner'],
  'POST /fitness-gates/remove': ['LaunchOwner'],
  'GET /peers': READERS,
  'POST /peers': ['LaunchOwner'],
  'POST /peers/own': ['LaunchOwner'],
  'POST /peers/remove': ['LaunchOwner'],
  'GET /install': ['Administrator'],
  'GET /gates': OFFICES,
  'POST /gates': ['PrivacyOfficer', 'EmployeeRepresentative'],
  'GET /protected-contacts': ['EmployeeRepresentative'],
  'POST /protected-contacts': ['EmployeeRepresentative'],
  'POST /protected-contacts/remove': ['EmployeeRepresentative'],
};

const OTHER_TENANT = '99999999-2222-4333-8444-555555555555';

let server: TestServer;
let slug = '';
let routes: string[] = [];
beforeAll(async () => {
  server = await startServer();
  const first = inventedRelease('2026-04-15', MUNICIPALITY);
  showRelease(server.store, first);
  showRelease(server.store, inventedRelease('2026-07-15', MUNICIPALITY, { ledger: [first.entry] }));
  slug = unitsAnswer.parse(await (await server.ask('/api/units', ['Leader'])).json()).units[0]?.slug ?? '';
  // What the application lists by itself are the tab's files, which hold no figure.
  routes = routesOf(server.app.router).filter((route) => !/^GET \/( |\{\*path\}$)/.test(route));
});
afterAll(() => server.close());

function address(route: string): string {
  const [, path = ''] = route.split(' ');
  const filled = path
    .replace(':slug', slug)
    .replace(':number', '7')
    .replace(':name', 'dpia')
    .replace(':source', 'sent-items');
  const language = /documents\/|council-paper|^\/scope$/.test(path) ? '?language=nb' : '';
  const periods = path === '/compared' ? '?earlier=2026-Q2&later=2026-Q3' : '';
  return `${server.url}/api${filled}${language}${periods}`;
}

/** Asks as somebody of one role: a fresh person each time, so that nobody asks too often. */
let person = 0;
async function ask(
  route: string,
  reader: Reader | undefined,
  overrides: Readonly<Record<string, unknown>> = {},
  extra = '',
) {
  person += 1;
  const oid = `22220000-0000-4000-8000-${String(person).padStart(12, '0')}`;
  const roles = reader === undefined || reader === 'Employee' ? [] : [reader];
  const token = await server.token(roles, { oid, ...overrides });
  const isPost = route.startsWith('POST');
  const asked = address(route);
  return fetch(asked + (extra === '' ? '' : `${asked.includes('?') ? '&' : '?'}${extra}`), {
    method: isPost ? 'POST' : 'GET',
    headers: {
      ...(reader === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(isPost ? { 'content-type': 'application/json' } : {}),
    },
    ...(isPost ? { body: '{}' } : {}),
  });
}

test('no route is forgotten here, and none here is gone', () => {
  expect(routes.toSorted()).toEqual(Object.keys(MAY).toSorted());
});

describe.each(Object.entries(MAY))('%s', (route, may) => {
  test('answers who may ask it and refuses everybody else', async () => {
    for (const reader of MEMBERS) {
      const response = await ask(route, reader);
      const isAllowed = may === 'anybody' || may.includes(reader);
      // With nothing in its body an act of those who may is refused for that, and for nothing before it.
      const expected = isAllowed ? [200, 400, 404, 409] : [403];
      expect([reader, expected.includes(response.status), response.status]).toEqual([reader, true, response.status]);
      if (!isAllowed) expect(refusal.parse(await response.json()).refused).toBe('not-for-you');
    }
  });

  test('answers nobody without a token, nobody of another tenant, and no office of a guest', async () => {
    const isOpen = may === 'anybody';
    expect((await ask(route, undefined)).status).toBe(isOpen ? 200 : 401);
    for (const reader of MEMBERS) {
      const other = { tid: OTHER_TENANT, iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` };
      expect([reader, (await ask(route, reader, other)).status]).toEqual([reader, isOpen ? 200 : 401]);
      expect([reader, (await ask(route, reader, { tid: OTHER_TENANT })).status]).toEqual([reader, isOpen ? 200 : 401]);
      const guest = await ask(route, reader, { acct: 1, tid: TENANT });
      if (!isOpen && !may.includes('Employee')) expect([reader, guest.status]).toEqual([reader, 403]);
    }
  });

  test('takes nothing that would narrow its answer to some of the people', async () => {
    if (may === 'anybody') return;
    for (const filter of [
      'unit=Teknisk',
      'standing=leader',
      'person=1',
      '$filter=x',
      'title=Rektor',
      'from=2026-01-01',
    ]) {
      for (const reader of may)
        expect([filter, reader, (await ask(route, reader, {}, filter)).status]).toEqual([filter, reader, 404]);
    }
  });

  test('knows no id of another tenant', async () => {
    if (may === 'anybody' || !route.includes(':')) return;
    const path = route.split(' ')[1] ?? '';
    for (const id of ['p1_somebody-of-another-tenant', OTHER_TENANT, '999999', 'nothing-00000000']) {
      const method = route.startsWith('POST') ? 'POST' : 'GET';
      for (const reader of may) {
        person += 1;
        const token = await server.token(reader === 'Employee' ? [] : [reader], {
          oid: `33330000-0000-4000-8000-${String(person).padStart(12, '0')}`,
        });
        const text = /comment|protest|answer|reject/.test(path) ? { text: 'x' } : {};
        const response = await fetch(
          `${server.url}/api${path.replace(/:\w+/, id)}${path.startsWith('/documents') ? '?language=nb' : ''}`,
          {
            method,
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            ...(method === 'POST' ? { body: JSON.stringify(text) } : {}),
          },
        );
        expect([id, reader, response.status]).toEqual([id, reader, 404]);
      }
    }
  });
});
