import { generateKeyPairSync } from 'node:crypto';
import { HttpResponse } from 'msw';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDemoTenant } from '../../connector/demo-tenant/demo-tenant.ts';
import { makeEntraKeys } from '../../connector/demo-tenant/entra-keys.ts';
import { CLOUDS } from '../../connector/microsoft-graph/clouds.ts';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import { smallWorld } from '../demo-tenant/small-world.ts';
import { failure, MONDAY, playNetwork, standingClock, type Asked } from './played-graph.ts';

const TENANT = '11111111-0000-4000-8000-000000000001';
const OTHER_TENANT = '11111111-0000-4000-8000-000000000002';
const CLIENT = '22222222-0000-4000-8000-000000000002';
const IDENTITY = '33333333-0000-4000-8000-000000000003';
const HOUR = 3_600_000;

let written: { readonly mock: { readonly calls: readonly unknown[] } }[] = [];

beforeEach(() => {
  for (const name of ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'MSI_ENDPOINT', 'AZURE_POD_IDENTITY_AUTHORITY_HOST']) {
    vi.stubEnv(name, undefined);
  }
  written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) written.push(vi.spyOn(console, level));
});

afterEach(() => {
  const said = JSON.stringify(written.flatMap(({ mock }) => mock.calls));
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(said).not.toMatch(/SECRET|eyJ/);
});

const jwt = (claims: object): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'SECRET']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/** What Azure's identity services answer (Microsoft Learn, "How to use managed identities to acquire a token"). */
function granted(nth: number, endsAt: number, tenant = TENANT): Response {
  return HttpResponse.json({
    access_token: jwt({ exp: endsAt / 1000, tid: tenant, nth }),
    client_id: IDENTITY,
    expires_in: '86399',
    expires_on: String(endsAt / 1000),
    ext_expires_in: '86399',
    not_before: '1',
    resource: 'https://graph.microsoft.com/',
    token_type: 'Bearer',
  });
}

const asked = ({ url, headers }: Asked) => {
  const { origin, pathname, searchParams } = new URL(url);
  return { place: `${origin}${pathname}`, query: Object.fromEntries(searchParams), headers };
};

describe('a managed identity, through the real library', () => {
  test('the machine’s own, asked of the instance metadata service', async () => {
    const network = playNetwork((_, nth) => granted(nth, MONDAY + HOUR));
    const credential = { managedIdentity: 'system' } as const;
    const tokens = signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: () => MONDAY });
    await tokens.token();
    const { place, query, headers } = asked(network[0]!);
    expect(place).toBe('http://169.254.169.254/metadata/identity/oauth2/token');
    expect(query).toEqual({ 'api-version': '2018-02-01', resource: 'https://graph.microsoft.com' });
    expect(headers.get('metadata')).toBe('true');
  });

  test('one assigned to it, by its client id; of another cloud, for that cloud’s Graph', async () => {
    const network = playNetwork((_, nth) => granted(nth, MONDAY + HOUR));
    const credential = { managedIdentity: { clientId: IDENTITY } };
    const cloud = CLOUDS['us-government'];
    await signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: () => MONDAY, cloud }).token();
    expect(asked(network[0]!).query).toMatchObject({ client_id: IDENTITY, resource: 'https://graph.microsoft.us' });
  });

  test('its token is kept until five minutes before its own end; five who ask at once share one request', async () => {
    const clock = standingClock();
    const network = playNetwork((_, nth) => granted(nth, clock.now() + HOUR));
    const credential = { managedIdentity: 'system' } as const;
    const tokens = signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: clock.now });
    const all = await Promise.all(Array.from({ length: 5 }, () => tokens.token()));
    expect([new Set(all).size, network.length]).toEqual([1, 1]);
    clock.pass(55 * 60_000 - 1);
    expect(await tokens.token()).toBe(all[0]);
    clock.pass(1);
    expect(await tokens.token()).not.toBe(all[0]);
    expect(await tokens.token({ fresh: true })).not.toBe(all[0]);
    expect(network).toHaveLength(3);
  });

  test('one of another tenant is refused: its token never leaves the sign-in', async () => {
    playNetwork((_, nth) => granted(nth, MONDAY + HOUR, OTHER_TENANT));
    const credential = { managedIdentity: 'system' } as const;
    const told = await failure(signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: () => MONDAY }).token());
    expect(told.code).toBe('credential-refused');
    expect(told.sentence).toContain('another tenant');
  });

  test.each([
    [400, { error: 'invalid_request', error_description: 'Identity not found SECRET' }, 'credential-refused'],
    [404, { error: 'not_found', error_description: 'SECRET' }, 'unreachable'],
    [429, { error: 'too_many_requests', error_description: 'SECRET' }, 'unreachable'],
    [500, { error: 'unknown', error_description: 'SECRET' }, 'unreachable'],
  ])('a refusal %d is %s, asked once and quoting nothing', async (status, body, code) => {
    const network = playNetwork(() => HttpResponse.json(body, { status }));
    const credential = { managedIdentity: 'system' } as const;
    const told = await failure(signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: () => MONDAY }).token());
    expect(told.code).toBe(code);
    expect(told.sentence).not.toContain('SECRET');
    expect(network).toHaveLength(1);
  });

  test('a machine outside Azure is told so', async () => {
    playNetwork(() => HttpResponse.error());
    const credential = { managedIdentity: 'system' } as const;
    const told = await failure(signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: () => MONDAY }).token());
    expect(told.code).toBe('unreachable');
    expect(told.sentence).toContain('must run in Azure');
  });
});

describe('workload identity federation, at a tenant that verifies it', () => {
  const issuer = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const registered = {
    issuer: 'https://platform.example/cluster',
    subject: 'system:serviceaccount:samspill:samspill',
    audience: 'api://AzureADTokenExchange',
    publicKey: issuer.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };

  const vouched = (different: object = {}, key = issuer.privateKey, lives = 600): Promise<string> =>
    new SignJWT({ iss: registered.issuer, sub: registered.subject, aud: registered.audience, ...different })
      .setProtectedHeader({ alg: 'RS256', kid: 'SECRET' })
      .setExpirationTime(MONDAY / 1000 + lives)
      .sign(key);

  async function tenant() {
    const exchanges: string[] = [];
    const demo = await openDemoTenant({
      world: smallWorld(),
      now: () => MONDAY,
      application: { clientId: CLIENT, federated: registered },
      roles: ['User.Read.All'],
      keys: await makeEntraKeys(),
      onExchange: ({ requestBody }) => exchanges.push(requestBody),
    });
    demo.listen();
    return {
      ...demo,
      exchanges,
      [Symbol.dispose]: () => {
        demo.close();
      },
    };
  }

  test('the token of the moment is handed on, read anew at each sign-in, and no secret beside it', async () => {
    using demo = await tenant();
    let reads = 0;
    const federated = async (): Promise<string> => vouched({ jti: String((reads += 1)) });
    const tokens = signIn({ tenantId: demo.tenantId, clientId: CLIENT, credential: { federated }, now: () => MONDAY });
    await tokens.token();
    await tokens.token({ fresh: true });
    expect(reads).toBe(2);
    const forms = demo.exchanges.map((body) => new URLSearchParams(body));
    expect(forms.map((form) => form.get('client_assertion_type'))).toEqual([
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    ]);
    expect(new Set(forms.map((form) => form.get('client_assertion'))).size).toBe(2);
    expect(forms.some((form) => form.has('client_secret'))).toBe(false);
  });

  test.each([
    ['another issuer', () => vouched({ iss: 'https://elsewhere.example' }), /issuer/],
    ['another subject', () => vouched({ sub: 'somebody' }), /subject/],
    ['another audience', () => vouched({ aud: 'api://other' }), /audience/],
    ['a token that has ended', () => vouched({}, issuer.privateKey, -600), /renewed/],
    ['a stranger’s signature', () => vouched({}, stranger.privateKey), /signature/],
  ])('%s is refused, with a sentence that quotes nothing', async (_, federated, says) => {
    using demo = await tenant();
    const credential = { federated };
    const told = await failure(
      signIn({ tenantId: demo.tenantId, clientId: CLIENT, credential, now: () => MONDAY }).token(),
    );
    expect(told.code).toBe('credential-refused');
    expect(told.sentence).toMatch(says);
    expect(told.sentence).not.toMatch(/eyJ|SECRET|platform\.example|serviceaccount/);
  });
});
