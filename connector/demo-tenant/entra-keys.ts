import { createHash, generateKeyPair, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { exportJWK, SignJWT, type JWK, type JWTHeaderParameters, type JWTPayload } from 'jose';

/** Signs tokens and recognises them again. */
export interface EntraKeys {
  /** What the JWKS endpoint publishes. */
  readonly published: { keys: JWK[] };
  sign(payload: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** As `sign`, but with a key of somebody else under the published name: a forgery. */
  forge(payload: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The payload of a token that one of our keys signed; undefined for anything else. Judges no claim. */
  recognise(token: string): JWTPayload | undefined;
}

const makePair = promisify(generateKeyPair);
const REMEMBERED = 16;

/**
 * Makes a signing key: RS256, as Entra signs. Some 100 ms, more on a busy machine.
 *
 * Checking a signature costs about 40 µs, so the last few recognised tokens are remembered: a run uses one token for
 * thousands of requests.
 */
export async function makeEntraKeys(): Promise<EntraKeys> {
  const own = await rsaPair();
  let strange: ReturnType<typeof rsaPair> | undefined;
  const jwk = await exportJWK(own.publicKey);
  const kid = createHash('sha256')
    .update(jwk.n ?? '')
    .digest('base64url')
    .slice(0, 27);
  const signWith =
    (key: KeyObject) =>
    (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
      new SignJWT(payload).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid, ...header }).sign(key);
  const remembered = new Map<string, JWTPayload>();
  return {
    published: { keys: [{ ...jwk, kid, use: 'sig', x5t: kid }] },
    sign: signWith(own.privateKey),
    forge: async (payload, header) => signWith((await (strange ??= rsaPair())).privateKey)(payload, header),
    recognise(token) {
      const known = remembered.get(token) ?? verified(token, own.publicKey);
      if (known === undefined) return undefined;
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(token, known);
      return known;
    },
  };
}

function rsaPair(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return makePair('rsa', { modulusLength: 2048 });
}

function verified(token: string, key: KeyObject): JWTPayload | undefined {
  const [head = '', payload = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || objectOf(head)?.['alg'] !== 'RS256') return undefined;
  const good = verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'));
  return good ? objectOf(payload) : undefined;
}

function objectOf(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
