import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { askToken, CLIENT_ID, jsonOf, opened } from './opened.ts';
import { DAY, id, START } from './small-world.ts';

const NOW = START + 30 * DAY;
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strange = generateKeyPairSync('rsa', { modulusLength: 2048 });
const THUMBPRINT = 'ab'.repeat(32);
const certificate = {
  publicKey: own.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  thumbprintSha256: THUMBPRINT,
};

/** What Entra said: status, error word, AADSTS number. */
async function said(response: Response): Promise<[number, string, number]> {
  const { error, error_codes: codes } = z
    .object({
      error: z.string(),
      error_codes: z.tuple([z.number()]),
      error_description: z.string(),
      trace_id: z.string(),
    })
    .parse(await response.json());
  return [response.status, error, codes[0]];
}

test('the configuration names the issuer, the keys and the token endpoint of this tenant', async () => {
  using it = await opened();
  const base = `https://login.microsoftonline.com/${it.tenant.tenantId}`;
  const configuration = await jsonOf(await fetch(`${base}/v2.0/.well-known/openid-configuration`));
  expect(configuration).toMatchObject({
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
  });
});

test('the right secret gets a token with the granted roles, signed by the published key, one hour by the tenant’s clock', async () => {
  using it = await opened({ roles: ['Mail.ReadBasic.All', 'Reports.Read.All'] });
  const keys = createRemoteJWKSet(
    new URL(`https://login.microsoftonline.com/${it.tenant.tenantId}/discovery/v2.0/keys`),
  );
  const { payload, protectedHeader } = await jwtVerify(await it.token(), keys, {
    currentDate: new Date(NOW),
    audience: 'https://graph.microsoft.com',
  });
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload).toMatchObject({
    iss: `https://sts.windows.net/${it.tenant.tenantId}/`,
    tid: it.tenant.tenantId,
    appid: CLIENT_ID,
    idtyp: 'app',
    roles: ['Mail.ReadBasic.All', 'Reports.Read.All'],
    iat: NOW / 1000 - 300,
    nbf: NOW / 1000 - 300,
    exp: NOW / 1000 + 3600,
  });
});

test('the tenant answers to its domains too', async () => {
  using it = await opened();
  expect((await askToken('fjord.example')).status).toBe(200);
  expect(it.tenant.publishedKeys.keys).toHaveLength(1);
});

test('without consent there is a token, and it has no roles at all', async () => {
  using it = await opened({ roles: [] });
  expect(decodeJwt(await it.token())).not.toHaveProperty('roles');
});

test.for([
  ['wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
  ['no credential', { client_secret: undefined }, 401, 'invalid_client', 7000218],
  ['unknown application', { client_id: id(99) }, 400, 'unauthorized_client', 700016],
  [
    'a scope that is not Graph’s default',
    { scope: 'https://graph.microsoft.com/Mail.Read' },
    400,
    'invalid_scope',
    70011,
  ],
  ['no scope', { scope: undefined }, 400, 'invalid_scope', 70011],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ['an assertion where no certificate is registered', { client_assertion: 'x.y.z' }, 401, 'invalid_client', 700027],
] as const)('%s is refused in Entra’s words', async ([, different, status, error, number]) => {
  using it = await opened();
  expect(await said(await askToken(it.tenant.tenantId, different))).toEqual([status, error, number]);
});

test('an unknown tenant is refused', async () => {
  using it = await opened();
  expect(it.tenant.tenantId).not.toBe(id(98));
  expect(await said(await askToken(id(98)))).toEqual([400, 'invalid_request', 90002]);
});

interface Assertion {
  readonly alg?: string;
  readonly key?: KeyObject;
  readonly thumbprint?: string;
  readonly claims?: JWTPayload;
}

function assertion(tenantId: string, { alg = 'PS256', key = own.privateKey, thumbprint, claims }: Assertion) {
  const payload = {
    aud: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
    iss: CLIENT_ID,
    sub: CLIENT_ID,
    jti: 'one',
    nbf: NOW / 1000,
    exp: NOW / 1000 + 600,
    ...claims,
  };
  const name = Buffer.from(thumbprint ?? THUMBPRINT, 'hex').toString('base64url');
  return new SignJWT(payload).setProtectedHeader({ alg, 'x5t#S256': name }).sign(key);
}

async function withAssertion(different: Assertion): Promise<Response> {
  using it = await opened({ application: { clientId: CLIENT_ID, certificate } });
  return await askToken(it.tenant.tenantId, {
    client_secret: undefined,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion(it.tenant.tenantId, different),
  });
}

test.for(['PS256', 'RS256'])('a good %s assertion gets a token', async (alg) => {
  const response = await withAssertion({ alg });
  expect(response.status).toBe(200);
});

test.for<[string, Assertion, number]>([
  ['signed by a strange key', { key: strange.privateKey }, 700027],
  ['naming another certificate', { thumbprint: 'cd'.repeat(32) }, 700027],
  ['signed with RS512', { alg: 'RS512' }, 700027],
  ['for another audience', { claims: { aud: 'https://login.microsoftonline.com/other/oauth2/v2.0/token' } }, 700023],
  ['expired', { claims: { exp: NOW / 1000 - 301 } }, 700024],
  ['of the future', { claims: { nbf: NOW / 1000 + 301 } }, 700024],
  ['by another issuer', { claims: { iss: id(97) } }, 700021],
  ['about another subject', { claims: { sub: id(97) } }, 700021],
])('an assertion %s is refused', async ([, different, number]) => {
  expect(await said(await withAssertion(different))).toEqual([401, 'invalid_client', number]);
});

test('a text that is no assertion is refused', async () => {
  using it = await opened({ application: { clientId: CLIENT_ID, certificate } });
  const answer = await askToken(it.tenant.tenantId, { client_secret: undefined, client_assertion: 'no assertion' });
  expect(await said(answer)).toEqual([401, 'invalid_client', 700027]);
});

test('a user token is what Teams hands the tab', async () => {
  using it = await opened();
  const text = await it.tenant.userToken({ oid: id(1), roles: ['Leader'], now: NOW });
  const { payload } = await jwtVerify(text, createLocalJWKSet(it.tenant.publishedKeys), {
    currentDate: new Date(NOW),
    audience: CLIENT_ID,
    issuer: `https://login.microsoftonline.com/${it.tenant.tenantId}/v2.0`,
  });
  expect(payload).toMatchObject({
    oid: id(1),
    roles: ['Leader'],
    scp: 'access_as_user',
    ver: '2.0',
    tid: it.tenant.tenantId,
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    exp: NOW / 1000 + 3600,
  });
});

test('a user token can be made wrong: a claim changed, a claim gone, a header changed, a strange signer', async () => {
  using it = await opened();
  const keys = createLocalJWKSet(it.tenant.publishedKeys);
  const who = { oid: id(1), roles: ['Leader'], now: NOW };
  const changed = decodeJwt(await it.tenant.userToken({ ...who, claims: { aud: 'another', scp: undefined } }));
  expect(changed.aud).toBe('another');
  expect(changed).not.toHaveProperty('scp');
  const otherKey = await it.tenant.userToken({ ...who, header: { kid: 'another' } });
  await expect(jwtVerify(otherKey, keys)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  const forged = await it.tenant.userToken({ ...who, signedBy: 'stranger' });
  await expect(jwtVerify(forged, keys)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
});
