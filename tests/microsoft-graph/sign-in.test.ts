import { generateKeyPairSync } from 'node:crypto';
import { HttpResponse } from 'msw';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import { failure, MONDAY, playNetwork, standingClock } from './played-graph.ts';

const TENANT = '11111111-0000-4000-8000-000000000001';
const CLIENT = '22222222-0000-4000-8000-000000000002';
const HOUR = 3_600_000;

const jwt = (claims: object): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

function granted(nth: number, endsAt: number): Response {
  const token = jwt({ exp: endsAt / 1000, nth });
  return HttpResponse.json({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
}

function refused(status: number, error: string, number: number): Response {
  const error_description = `AADSTS${number}: SECRET words. Trace ID: SECRET Correlation ID: SECRET`;
  return HttpResponse.json({ error, error_description, error_codes: [number], trace_id: 'SECRET' }, { status });
}

const asClient = (now: () => number) =>
  signIn({ tenantId: TENANT, clientId: CLIENT, credential: { secret: 'the secret value' }, now });

describe('a token', () => {
  test('is asked for at the tenant’s own endpoint with client credentials for Graph', async () => {
    const asked = playNetwork(() => granted(1, MONDAY + HOUR));
    await asClient(() => MONDAY).token();
    const form = new URLSearchParams(asked[0]!.body);
    expect([form.get('grant_type'), form.get('client_id')]).toEqual(['client_credentials', CLIENT]);
    expect(form.get('scope')).toContain('https://graph.microsoft.com/.default');
    const { host, pathname } = new URL(asked[0]!.url);
    expect([asked.length, host, pathname]).toEqual([1, 'login.microsoftonline.com', `/${TENANT}/oauth2/v2.0/token`]);
  });

  test('is kept until five minutes before its own end, by the clock handed in', async () => {
    const clock = standingClock();
    const asked = playNetwork((_, nth) => granted(nth, clock.now() + HOUR));
    const tokens = asClient(clock.now);
    const first = await tokens.token();
    clock.pass(55 * 60_000 - 1);
    expect(await tokens.token()).toBe(first);
    clock.pass(1);
    expect(await tokens.token()).not.toBe(first);
    expect(asked).toHaveLength(2);
  });

  test('five who ask at once get the one that is on its way', async () => {
    const asked = playNetwork((_, nth) => granted(nth, MONDAY + HOUR));
    const tokens = asClient(() => MONDAY);
    const all = await Promise.all(Array.from({ length: 5 }, () => tokens.token({ fresh: true })));
    expect(new Set(all).size).toBe(1);
    expect(asked).toHaveLength(1);
  });

  test('a fresh one is a new one although the held one is good', async () => {
    const asked = playNetwork((_, nth) => granted(nth, MONDAY + HOUR));
    const tokens = asClient(() => MONDAY);
    const first = await tokens.token();
    expect(await tokens.token({ fresh: true })).not.toBe(first);
    expect(asked).toHaveLength(2);
  });

  test('after a failure the next who asks tries anew', async () => {
    playNetwork((_, nth) => (nth === 1 ? refused(401, 'invalid_client', 7000215) : granted(nth, MONDAY + HOUR)));
    const tokens = asClient(() => MONDAY);
    expect((await failure(tokens.token())).code).toBe('credential-refused');
    expect(await tokens.token()).toMatch(/\./);
  });

  test('whose end cannot be read is refused', async () => {
    playNetwork(() => HttpResponse.json({ token_type: 'Bearer', expires_in: 3599, access_token: 'opaque' }));
    expect((await failure(asClient(() => MONDAY).token())).code).toBe('shape-changed');
  });

  test('a certificate signs an assertion with PS256 and its SHA-256 thumbprint', async () => {
    const asked = playNetwork(() => granted(1, MONDAY + HOUR));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const certificate = { thumbprintSha256: 'ab'.repeat(32), privateKey: pem };
    await signIn({ tenantId: TENANT, clientId: CLIENT, credential: { certificate }, now: () => MONDAY }).token();
    const header = decodeProtectedHeader(new URLSearchParams(asked[0]!.body).get('client_assertion') ?? '');
    expect(header.alg).toBe('PS256');
    expect(Buffer.from(String(header['x5t#S256']), 'base64url').toString('hex')).toBe('ab'.repeat(32));
  });
});

describe('a refused sign-in says what to check and quotes nothing', () => {
  test.each([
    [401, 'invalid_client', 7000215, 'credential-refused', /secret value.*not the secret id/],
    [401, 'invalid_client', 7000222, 'credential-refused', /expired/],
    [400, 'unauthorized_client', 700016, 'credential-refused', /client id and the tenant id/],
    [400, 'invalid_request', 90002, 'credential-refused', /tenant id/],
    [400, 'invalid_request', 900023, 'credential-refused', /tenant id/],
    [401, 'unauthorized_client', 7000112, 'credential-refused', /disabled/],
    [401, 'invalid_client', 700027, 'credential-refused', /certificate/],
    [400, 'access_denied', 53003, 'credential-refused', /Conditional Access/],
    [400, 'invalid_grant', 1234567, 'credential-refused', /AADSTS1234567/],
    [503, 'temporarily_unavailable', 90033, 'unreachable', /login\.microsoftonline\.com/],
  ])('%d %s %d', async (status, error, number, code, says) => {
    playNetwork(() => refused(status, error, number));
    const told = await failure(asClient(() => MONDAY).token());
    expect(told.code).toBe(code);
    expect(told.sentence).toMatch(says);
    expect(told.sentence).not.toMatch(/SECRET|the secret value\b.*=|Trace|1111|2222/);
  });

  test('a second try while MSAL holds back still says unreachable', async () => {
    playNetwork(() => refused(503, 'temporarily_unavailable', 90033));
    const tokens = asClient(() => MONDAY);
    await failure(tokens.token());
    expect((await failure(tokens.token())).code).toBe('unreachable');
  });

  test.each([
    ['no network', () => HttpResponse.error()],
    ['a web page', () => HttpResponse.html('<html>SECRET</html>', { status: 502 })],
  ])('%s is unreachable', async (_, answer) => {
    playNetwork(answer);
    const told = await failure(asClient(() => MONDAY).token());
    expect(told.code).toBe('unreachable');
    expect(told.sentence).not.toContain('SECRET');
  });
});
