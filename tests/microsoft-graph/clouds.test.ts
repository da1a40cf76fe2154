import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { CLOUD_NAMES, CLOUDS, refuseLacking } from '../../connector/microsoft-graph/clouds.ts';
import { makeGet } from '../../connector/microsoft-graph/get.ts';
import { checkDownload } from '../../connector/microsoft-graph/link-check.ts';
import { neededSources } from '../../connector/microsoft-graph/needed-sources.ts';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import { SOURCE_NAMES as SOURCES } from '../../connector/privacy/scope.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { failure, MONDAY, playNetwork, QUESTION, standingClock } from './played-graph.ts';

const TENANT = '11111111-0000-4000-8000-000000000001';
const CLIENT = '22222222-0000-4000-8000-000000000002';
const credential = { secret: 'not-a-real-secret' };

const token = (cloud: string): string =>
  `e30.${Buffer.from(`{"exp":${MONDAY / 1000 + 3_600}}`).toString('base64url')}.${cloud}`;

/** Sign-in and Graph of every cloud at once; a listing whose next page leads to `next`. */
function play(next: (host: string) => string) {
  return playNetwork(({ url, headers }) => {
    const { host, pathname } = new URL(url);
    if (pathname.endsWith('/oauth2/v2.0/token')) {
      return HttpResponse.json({ token_type: 'Bearer', expires_in: 3_599, access_token: token(host) });
    }
    return headers.get('authorization') === null
      ? new HttpResponse(null, { status: 401 })
      : HttpResponse.json({ value: [], '@odata.nextLink': next(host) });
  });
}

function client(name: (typeof CLOUD_NAMES)[number]) {
  const clock = standingClock();
  const cloud = CLOUDS[name];
  const tokens = signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: clock.now, cloud });
  return makeGet({ tokens, cloud, now: clock.now, wait: clock.wait, random: recordedRandomness(name) });
}

const hosts = {
  global: 'graph.microsoft.com',
  'us-government': 'graph.microsoft.us',
  'us-government-dod': 'dod-graph.microsoft.us',
  china: 'microsoftgraph.chinacloudapi.cn',
} as const;
const signIns = {
  global: 'login.microsoftonline.com',
  'us-government': 'login.microsoftonline.us',
  'us-government-dod': 'login.microsoftonline.us',
  china: 'login.partner.microsoftonline.cn',
} as const;

describe.each(CLOUD_NAMES)('%s', (name) => {
  test('signs in at its own host in one request, for its own Graph, and asks that Graph with that token', async () => {
    const asked = play((host) => `https://${host}/next`);
    await client(name).json(QUESTION, () => undefined);
    expect(asked.map(({ url }) => new URL(url).host)).toEqual([signIns[name], hosts[name]]);
    expect(new URLSearchParams(asked[0]!.body).get('scope')).toContain(`https://${hosts[name]}/.default`);
    expect(asked[1]!.headers.get('authorization')).toBe(`Bearer ${token(signIns[name])}`);
  });

  test.each(CLOUD_NAMES.filter((other) => other !== name))('its token never goes to %s', async (other) => {
    const asked = play(() => '');
    const link = `https://${hosts[other]}/v1.0/users/u1/things?$select=size&$top=2&$skiptoken=x`;
    const told = await failure(client(name).json(QUESTION, () => undefined, { link, seen: new Set() }));
    expect(told.code).toBe('unsafe-link');
    expect(asked.filter(({ url }) => new URL(url).host === hosts[other])).toEqual([]);
  });
});

test('usage reports are fetched in the global cloud alone, from its own hosts', () => {
  const good = 'https://reports.office.com/data?token=x';
  expect(checkDownload(good, 'x', CLOUDS.global.downloads).href).toBe(good);
  for (const name of CLOUD_NAMES.slice(1))
    expect(() => checkDownload(good, 'x', CLOUDS[name].downloads)).toThrow("not Microsoft's");
  const bad = [
    'https://office.com/x',
    'https://reports.office.com.evil.example/x',
    'https://evil-office.com/x',
    'http://reports.office.com/x',
    'https://reports.office.us/x',
  ];
  for (const address of bad)
    expect(() => checkDownload(address, 'x', CLOUDS.global.downloads)).toThrow("not Microsoft's");
});

test('what a cloud lacks is refused by name, and nothing else', () => {
  const lacking = (name: (typeof CLOUD_NAMES)[number]): string[] =>
    SOURCES.filter((source) => {
      try {
        refuseLacking(CLOUDS[name], neededSources([source]));
        return false;
      } catch {
        return true;
      }
    });
  const reports = SOURCES.filter((source) => neededSources([source]).some(({ name }) => name === 'report-settings'));
  expect(lacking('global')).toEqual([]);
  expect(lacking('us-government').toSorted()).toEqual([...reports, 'message-trace'].toSorted());
  expect(lacking('us-government-dod')).toEqual(lacking('us-government'));
  expect(lacking('china').toSorted()).toEqual([...reports, 'message-trace', 'calls', 'chat-messages'].toSorted());
  expect(() => {
    refuseLacking(CLOUDS.china, neededSources(['calls']));
  }).toThrow(/calls.*privacy officer/);
});
