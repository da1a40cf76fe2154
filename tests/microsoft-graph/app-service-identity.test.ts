import { HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import { MONDAY, playNetwork } from './played-graph.ts';

const TENANT = '11111111-0000-4000-8000-000000000001';
const CLIENT = '22222222-0000-4000-8000-000000000002';
const IDENTITY = '33333333-0000-4000-8000-000000000003';

/** In a file of its own: the library decides once a process which identity service there is. */
test('in App Service a managed identity is asked for at the address and with the header it gives', async () => {
  vi.stubEnv('IDENTITY_ENDPOINT', 'http://127.0.0.1:41741/msi/token');
  vi.stubEnv('IDENTITY_HEADER', 'SECRET-header');
  const endsAt = MONDAY / 1000 + 3_600;
  const claims = Buffer.from(JSON.stringify({ exp: endsAt, tid: TENANT })).toString('base64url');
  const network = playNetwork(() =>
    HttpResponse.json({
      access_token: `e30.${claims}.x`,
      expires_on: String(endsAt),
      resource: 'https://graph.microsoft.com',
      token_type: 'Bearer',
      client_id: IDENTITY,
    }),
  );
  const credential = { managedIdentity: { clientId: IDENTITY } };
  const token = await signIn({ tenantId: TENANT, clientId: CLIENT, credential, now: () => MONDAY }).token();
  vi.unstubAllEnvs();
  expect(token).toContain(claims);
  const { origin, pathname, searchParams } = new URL(network[0]!.url);
  expect(`${origin}${pathname}`).toBe('http://127.0.0.1:41741/msi/token');
  expect(Object.fromEntries(searchParams)).toEqual({
    'api-version': '2019-08-01',
    resource: 'https://graph.microsoft.com',
    client_id: IDENTITY,
  });
  expect(network[0]!.headers.get('x-identity-header')).toBe('SECRET-header');
});
