import { CLOUDS } from '../../connector/microsoft-graph/clouds.ts';
import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../../connector/api/refused.ts';
import { signingKeys } from '../../connector/api/signing-keys.ts';
import type { TokenFault } from '../../connector/api/token-fault.ts';
import { whoIsAsking, type Asker } from '../../connector/api/who-is-asking.ts';
import { CLIENT, goodClaims, handMade, NOW, signed, signingKey, SOMEBODY, TEAMS_DESKTOP, TENANT } from './entra.ts';

const OTHER_TENANT = '99999999-2222-4333-8444-555555555555';
const SECONDS = NOW / 1000;

const ours = await signingKey('key-1');
const foreign = await signingKey('key-1');
const unpublished = await signingKey('key-2');
const publicPem = await exportSPKI(await rsaPublic());

async function rsaPublic(): Promise<CryptoKey> {
  const key = await importJWK(ours.published, 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('an RSA key was expected');
  return key;
}

const keys = signingKeys({
  address: 'https://login.example/keys',
  get: () => Promise.resolve(Response.json({ keys: [ours.published] })),
  now: () => NOW,
});
const recognise = whoIsAsking(
  { tenantId: TENANT, clientId: CLIENT, cloud: CLOUDS.global, keys, allowedClients: [TEAMS_DESKTOP] },
  () => NOW,
  (size) => new Uint8Array(size).fill(7),
);

function asks(token: string): Promise<Asker> {
  return recognise([`Bearer ${token}`]);
}

async function faultOf(asking: Promise<Asker>): Promise<{ reason: string; noted: string }> {
  return asking.then(
    () => ({ reason: 'let in', noted: 'let in' }),
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return { reason: error.reason, noted: error.noted };
    },
  );
}

interface Bad {
  readonly what: string;
  readonly fault: TokenFault;
  readonly authorization: () => Promise<readonly string[]>;
}

function bad(what: string, fault: TokenFault, token: () => string | Promise<string>): Bad {
  return { what, fault, authorization: async () => [`Bearer ${await token()}`] };
}

function badClaims(what: string, fault: TokenFault, overrides: Record<string, unknown>): Bad {
  return bad(what, fault, () => signed(ours, goodClaims(overrides)));
}

function badHeader(what: string, fault: TokenFault, authorization: readonly string[]): Bad {
  return { what, fault, authorization: () => Promise.resolve(authorization) };
}

function hs256WithThePublicKey(): string {
  const unsigned = handMade({ alg: 'HS256', typ: 'JWT', kid: 'key-1' }, goodClaims());
  return unsigned + createHmac('sha256', publicPem).update(unsigned.slice(0, -1)).digest('base64url');
}

async function withTamperedClaims(): Promise<string> {
  const [header = '', , signature = ''] = (await signed(ours, goodClaims())).split('.');
  const claims = Buffer.from(JSON.stringify(goodClaims({ roles: ['Leader'] }))).toString('base64url');
  return `${header}.${claims}.${signature}`;
}

async function psSigned(): Promise<string> {
  const { privateKey } = await generateKeyPair('PS256');
  return new SignJWT(goodClaims()).setProtectedHeader({ alg: 'PS256', kid: 'key-1' }).sign(privateKey);
}

const BAD: readonly Bad[] = [
  bad('alg none', 'algorithm', () => handMade({ alg: 'none', kid: 'key-1' }, goodClaims())),
  bad('alg None in other letters', 'algorithm', () => handMade({ alg: 'nOnE', kid: 'key-1' }, goodClaims())),
  bad('HS256 keyed with the public key', 'algorithm', hs256WithThePublicKey),
  bad('PS256', 'algorithm', psSigned),
  bad('no alg', 'malformed', () => handMade({ kid: 'key-1' }, goodClaims(), 'AAAA')),
  bad('a critical extension', 'malformed', () =>
    handMade({ alg: 'RS256', kid: 'key-1', crit: ['x'], x: 1 }, goodClaims(), 'AAAA'),
  ),
  bad('unencoded payload (b64 false)', 'signature', () =>
    handMade({ alg: 'RS256', kid: 'key-1', crit: ['b64'], b64: false }, goodClaims(), 'AAAA'),
  ),
  bad('a key nobody published', 'unknown-key', () => signed(unpublished, goodClaims())),
  bad('no kid', 'unknown-key', () =>
    new SignJWT(goodClaims()).setProtectedHeader({ alg: 'RS256' }).sign(ours.privateKey),
  ),
  bad('kid in other letters', 'unknown-key', () => signed(ours, goodClaims(), { kid: 'KEY-1' })),
  bad('kid as a path', 'unknown-key', () => signed(ours, goodClaims(), { kid: '../key-1' })),
  bad('a foreign key under our kid', 'signature', () => signed(foreign, goodClaims())),
  bad('a jwk header that brings its own key', 'signature', () =>
    signed(foreign, goodClaims(), { jwk: foreign.published }),
  ),
  bad('a jku header that names its own keys', 'signature', () =>
    signed(foreign, goodClaims(), { jku: 'https://evil.example/keys' }),
  ),
  bad('an x5u header', 'signature', () => signed(foreign, goodClaims(), { x5u: 'https://evil.example/cert' })),
  bad('claims changed after signing', 'signature', withTamperedClaims),
  bad('signature cut away', 'signature', async () => (await signed(ours, goodClaims())).replace(/[^.]+$/, '')),
  bad('encrypted (five parts)', 'malformed', () => 'a.b.c.d.e'),
  bad('not base64', 'malformed', () => '%%%.%%%.%%%'),
  bad('letters outside ASCII', 'malformed', async () => `${await signed(ours, goodClaims())}\u00e9`),
  badClaims('expired', 'expired', { exp: SECONDS - 31 }),
  badClaims('no end', 'no-end', { exp: undefined }),
  badClaims('end as text', 'malformed', { exp: String(SECONDS + 100) }),
  badClaims('not yet', 'not-yet', { nbf: SECONDS + 31 }),
  badClaims('no beginning', 'no-beginning', { nbf: undefined }),
  badClaims("another tenant's issuer", 'issuer-other-tenant', {
    iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
  }),
  badClaims("another tenant's issuer and tid", 'issuer-other-tenant', {
    iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
    tid: OTHER_TENANT,
  }),
  badClaims('version 1 issuer', 'issuer-v1', { iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0' }),
  badClaims('common issuer', 'issuer-common', { iss: 'https://login.microsoftonline.com/common/v2.0' }),
  badClaims('issuer template', 'issuer', { iss: 'https://login.microsoftonline.com/{tenantid}/v2.0' }),
  badClaims('issuer with a slash more', 'issuer', { iss: `https://login.microsoftonline.com/${TENANT}/v2.0/` }),
  badClaims('issuer of a look-alike host', 'issuer', { iss: `https://login.microsoftonline.com.evil/${TENANT}/v2.0` }),
  badClaims('issuer with a Cyrillic letter', 'issuer', {
    iss: `https://login.micr\u043esoftonline.com/${TENANT}/v2.0`,
  }),
  badClaims('no issuer', 'issuer', { iss: undefined }),
  badClaims('for Microsoft Graph', 'audience-microsoft-graph', { aud: 'https://graph.microsoft.com' }),
  badClaims('for Microsoft Graph by id', 'audience-microsoft-graph', { aud: '00000003-0000-0000-c000-000000000000' }),
  badClaims('for another application', 'audience', { aud: OTHER_TENANT }),
  badClaims('audience by address (version 1)', 'audience', { aud: `api://tab.example.no/${CLIENT}` }),
  badClaims('audience in upper case', 'audience', { aud: CLIENT.toUpperCase() }),
  badClaims('audience list with ours in it', 'audience-list', { aud: [CLIENT, OTHER_TENANT] }),
  badClaims('audience list of ours alone', 'audience-list', { aud: [CLIENT] }),
  badClaims('no audience', 'audience', { aud: undefined }),
  badClaims("our issuer, another tenant's tid", 'tenant', { tid: OTHER_TENANT }),
  badClaims('no tid', 'tenant', { tid: undefined }),
  badClaims('ver 1.0', 'version', { ver: '1.0' }),
  badClaims('ver as a number', 'version', { ver: 2 }),
  badClaims('app-only by idtyp', 'app-only', { idtyp: 'app', scp: undefined, roles: ['Leader'] }),
  badClaims('app-only with a scope', 'app-only', { idtyp: 'app' }),
  badClaims('app-only without idtyp', 'no-scope', { scp: undefined, roles: ['Leader'] }),
  badClaims('an id token', 'no-client', { azp: undefined, scp: undefined, nonce: 'n' }),
  badClaims('azp missing', 'no-client', { azp: undefined }),
  badClaims('azp of a host we did not allow', 'client-not-allowed', { azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }),
  badClaims('azp as a list', 'client-not-allowed', { azp: [TEAMS_DESKTOP] }),
  badClaims('azp with an invisible letter', 'client-not-allowed', { azp: `${TEAMS_DESKTOP}\u200b` }),
  badClaims('no scope', 'no-scope', { scp: undefined }),
  badClaims('scope as a list', 'scope-shape', { scp: ['access_as_user'] }),
  badClaims('another scope', 'scope', { scp: 'User.Read' }),
  badClaims('a scope that only begins like ours', 'scope', { scp: 'access_as_user.all' }),
  badClaims('a scope split by another kind of space', 'scope', { scp: 'User.Read\u00a0access_as_user' }),
  badClaims('scope spoofed as a role', 'scope', { scp: 'User.Read', roles: ['access_as_user'] }),
  badClaims('no object id', 'no-object-id', { oid: undefined }),
  badClaims('object id that is an address', 'object-id-shape', { oid: 'kari@example.no' }),
  badClaims('object id with full-width digits', 'object-id-shape', { oid: SOMEBODY.replace('0', '\uff10') }),
  badClaims('object id as a list', 'object-id-shape', { oid: [SOMEBODY] }),
  badClaims('longer than any token of ours', 'oversize', { padding: 'x'.repeat(12_000) }),
  badHeader('two headers', 'two-tokens', ['Bearer a.b.c', 'Bearer a.b.c']),
  badHeader('Basic', 'not-bearer', ['Basic dXNlcjpwYXNz']),
  badHeader('a token without a scheme', 'not-bearer', ['a.b.c']),
  badHeader('Bearer with nothing behind', 'empty', ['Bearer']),
  badHeader('Bearer with two spaces', 'empty', ['Bearer  a.b.c']),
  badHeader('something after the token', 'trailing-text', ['Bearer a.b.c d']),
  badHeader('two tokens in one header', 'trailing-text', ['Bearer a.b.c, Bearer a.b.c']),
];

describe('a bad token', () => {
  test.each(BAD)('$what → $fault', async ({ authorization, fault }) => {
    expect(await faultOf(recognise(await authorization()))).toEqual({ reason: 'bad-token', noted: `token-${fault}` });
  });

  test('every fault but one (no keys at all) is met above, and there are at least 30 bad tokens', () => {
    expect(BAD.length).toBeGreaterThanOrEqual(30);
    expect(new Set(BAD.map(({ fault }) => fault)).size).toBe(30);
  });

  test('no header is no token rather than a bad one', async () => {
    expect(await faultOf(recognise(undefined))).toEqual({ reason: 'no-token', noted: 'no-token' });
    expect(await faultOf(recognise([]))).toEqual({ reason: 'no-token', noted: 'no-token' });
  });
});

describe('a good token', () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await asks(await signed(ours, goodClaims({ roles: ['Leader', 'Owner', 'Leader', 'Administrator', 7] })));
  });

  test('brings the roles we know, each once', () => {
    expect(asker.roles).toEqual(['Leader', 'Administrator']);
  });

  test('names nobody, however it is printed', () => {
    const printed = inspect(asker, { depth: 9, showHidden: true }) + JSON.stringify(asker) + String(asker.identity);
    expect(printed.toLowerCase()).not.toContain(SOMEBODY);
    expect(printed).not.toContain('Canary');
    expect(asker.identity.reveal()).toBe(SOMEBODY);
  });

  test.each([
    ['within the skew after its end', { exp: SECONDS - 29 }],
    ['within the skew before its beginning', { nbf: SECONDS + 29 }],
    ['with our scope among others', { scp: 'User.Read access_as_user' }],
    ['of a person by idtyp', { idtyp: 'user' }],
    ['with an object id in capitals', { oid: SOMEBODY.toUpperCase() }],
  ])('%s is taken', async (_what, overrides) => {
    const { identity } = await asks(await signed(ours, goodClaims(overrides)));
    expect(identity.equals(asker.identity)).toBe(true);
  });

  test('headers that offer keys are not read when the signature is Entra’s', async () => {
    const token = await signed(ours, goodClaims(), { jku: 'https://evil.example', jwk: foreign.published });
    expect((await asks(token)).roles).toEqual([]);
  });

  test('the scheme may be written in any letters', async () => {
    expect((await recognise([`bearer ${await signed(ours, goodClaims())}`])).roles).toEqual([]);
  });

  test.each([
    ['roles as one text', 'Leader'],
    ['roles as an object', { 0: 'Leader', length: 1 }],
    ['a role in other letters', ['leader', 'LEADER']],
    ['a role with a space', ['Leader ']],
    ['prototype names', ['__proto__', 'constructor']],
    ['a role within a list', [['Leader']]],
  ])('%s gives no role', async (_what, roles) => {
    expect((await asks(await signed(ours, goodClaims({ roles })))).roles).toEqual([]);
  });

  test('roles from a name or an address give no role', async () => {
    const token = await signed(ours, goodClaims({ upn: 'Leader@example.no', groups: ['Leader'], wids: ['Leader'] }));
    expect((await asks(token)).roles).toEqual([]);
  });

  test.each([
    ['acct 1', { acct: 1 }],
    ['acct as text', { acct: '1' }],
    ['vouched for by another tenant', { idp: `https://sts.windows.net/${OTHER_TENANT}/` }],
    ['vouched for by a private account', { idp: 'live.com' }],
  ])('a guest (%s) holds no office', async (_what, overrides) => {
    expect((await asks(await signed(ours, goodClaims({ roles: ['Leader'], ...overrides })))).roles).toEqual([]);
  });

  test.each([
    ['acct 0', { acct: 0 }],
    ['vouched for by our tenant', { idp: `https://sts.windows.net/${TENANT}/` }],
  ])('a member (%s) keeps the office', async (_what, overrides) => {
    expect((await asks(await signed(ours, goodClaims({ roles: ['Leader'], ...overrides })))).roles).toEqual(['Leader']);
  });

  test('one person has one counter, two have two, and it says nothing of them', async () => {
    const again = await asks(await signed(ours, goodClaims({ oid: SOMEBODY.toUpperCase() })));
    const another = await asks(await signed(ours, goodClaims({ oid: OTHER_TENANT })));
    expect(again.counter).toBe(asker.counter);
    expect(another.counter).not.toBe(asker.counter);
    expect(asker.counter).toMatch(/^[\w-]{22}$/);
  });
});
