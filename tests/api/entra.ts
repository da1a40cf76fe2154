import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';

export const TENANT = '11111111-2222-4333-8444-555555555555';
export const CLIENT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const TEAMS_DESKTOP = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const SOMEBODY = '0f0f0f0f-1234-4567-89ab-0123456789ab';
/** 2 October 2026, 08:00 UTC: the clock of every test here. */
export const NOW = Date.UTC(2026, 9, 2, 8);

/** A pair of keys as Entra has them, and its public half as Entra publishes it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly published: JWK;
}

export async function signingKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, published: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

/** The claims of a good token of somebody with these roles; overriding with undefined takes a claim away. */
export function goodClaims(overrides: JWTPayload = {}): JWTPayload {
  const seconds = NOW / 1000;
  return {
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    aud: CLIENT,
    iat: seconds - 60,
    nbf: seconds - 60,
    exp: seconds + 3600,
    tid: TENANT,
    ver: '2.0',
    azp: TEAMS_DESKTOP,
    scp: 'access_as_user',
    oid: SOMEBODY,
    sub: 'pairwise-and-never-used',
    name: 'Kari Canary',
    preferred_username: 'kari.canary@example.no',
    ...overrides,
  };
}

export function signed(
  key: SigningKey,
  claims: JWTPayload,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })
    .sign(key.privateKey);
}

/** A token put together by hand, for what no signer would sign. */
export function handMade(header: unknown, claims: unknown, signature = ''): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}
