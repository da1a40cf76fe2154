import { createHmac } from 'node:crypto';
import { jwtVerify, type JWTPayload } from 'jose';
import { OwnName } from '../privacy/own-name.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { ROLES } from './answers.ts';
import { Refused } from './refused.ts';
import type { KeySource } from './signing-keys.ts';
import { faultOf, GUID, type Issuing, type TokenFault } from './token-fault.ts';

export type Role = (typeof ROLES)[number];

/** Who asks, as far as the answer depends on it. */
export interface Asker {
  /** The asker's own identity: unprintable, and never noted. */
  readonly identity: RealIdentity;
  /** Roles of ours, each at most once; none for guests. */
  readonly roles: readonly Role[];
  /** Of another organisation: nothing is held about them here, and no page is theirs. */
  readonly isGuest: boolean;
  /** As the sign-in tells it; unprintable, and read only where its owner stands as a bridge-builder. Absent: none is told. */
  readonly name?: OwnName | undefined;
  /** Stands in for the asker where requests are counted; keyed anew at each start, so it leads nowhere. */
  readonly counter: string;
}

export interface TokenRules {
  /** The one tenant whose people may ask: a lower-case GUID. */
  readonly tenantId: string;
  /** Our own application id: the only audience. */
  readonly clientId: string;
  /** Whose Entra issues the tokens. */
  readonly cloud: Issuing;
  readonly keys: KeySource;
  /** Application ids of the hosts that may carry a token here: Teams desktop and web at least. */
  readonly allowedClients: readonly string[];
}

const SCOPE = 'access_as_user';
const SKEW_SECONDS = 30;
/** Node takes 16 kB of headers; a token for us with every role is under 3 kB. */
const LONGEST_TOKEN = 12_288;

/**
 * Recognises the asker by the one `Authorization: Bearer` header of a request. Nothing else identifies anybody: no
 * cookie, no query parameter, no name or address in the token, only tenant and object id. The name is taken along for
 * whoever wants it shown, and recognises nobody.
 *
 * Accepts Entra's version 2 access tokens of our one tenant, made for us, for a person (`scp`), through an allowed
 * host (`azp`), now. Roles of other applications and roles we do not know are ignored; a guest's roles are too, for a
 * guest of the tenant holds no office in it.
 *
 * @param now milliseconds since 1970; the token's times are judged by it, with 30 s of skew
 * @param random makes the key of `Asker.counter`
 * @returns from a header's values to the asker; throws `Refused` ('no-token' or 'bad-token', 401)
 * @see RFC 6750, RFC 8725; Microsoft's claims validation
 */
export function whoIsAsking(
  rules: TokenRules,
  now: () => number,
  random: (size: number) => Uint8Array,
): (authorization: readonly string[] | undefined) => Promise<Asker> {
  const counterKey = random(32);
  return async (authorization) => {
    const claims = await readClaims(bearer(authorization), rules, now);
    const fault = MUST_HOLD.find(([, holds]) => !holds(claims, rules));
    if (fault !== undefined) throw badToken(fault[0]);
    const identity = new RealIdentity(String(claims['oid']));
    const counter = createHmac('sha256', counterKey).update(identity.reveal()).digest('base64url').slice(0, 22);
    const guest = isGuest(claims, rules);
    const name = OwnName.read(claims['name']);
    return { identity, counter, isGuest: guest, roles: guest ? [] : rolesIn(claims), name };
  };
}

function bearer(authorization: readonly string[] | undefined): string {
  if (authorization === undefined || authorization.length === 0) {
    throw new Refused('no-token', 'no-token', { 'www-authenticate': 'Bearer realm="samspill"' });
  }
  if (authorization.length > 1) throw badToken('two-tokens');
  const [scheme, token, ...rest] = (authorization[0] ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer') throw badToken('not-bearer');
  if (token === undefined || token === '') throw badToken('empty');
  if (rest.length > 0) throw badToken('trailing-text');
  if (token.length > LONGEST_TOKEN) throw badToken('oversize');
  return token;
}

async function readClaims(token: string, rules: TokenRules, now: () => number): Promise<JWTPayload> {
  try {
    const verified = await jwtVerify(token, rules.keys, {
      algorithms: ['RS256'],
      issuer: `${rules.cloud.signIn}/${rules.tenantId}/v2.0`,
      audience: rules.clientId,
      requiredClaims: ['exp', 'nbf'],
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now()),
    });
    return verified.payload;
  } catch (error) {
    throw badToken(faultOf(error, rules.cloud));
  }
}

/** What jose does not judge, in the order in which it is judged. */
const MUST_HOLD: readonly (readonly [TokenFault, (claims: JWTPayload, rules: TokenRules) => boolean])[] = [
  // Entra names one audience; jose would take a list that holds ours among others.
  ['audience-list', ({ aud }) => typeof aud === 'string'],
  ['tenant', (claims, { tenantId }) => claims['tid'] === tenantId],
  ['version', (claims) => claims['ver'] === '2.0'],
  ['app-only', (claims) => claims['idtyp'] !== 'app'],
  ['no-client', (claims) => claims['azp'] !== undefined],
  ['client-not-allowed', (claims, { allowedClients }) => allowedClients.some((client) => client === claims['azp'])],
  // An id token has no scope, and neither has an application that asks for itself.
  ['no-scope', (claims) => claims['scp'] !== undefined],
  ['scope-shape', (claims) => typeof claims['scp'] === 'string'],
  ['scope', (claims) => String(claims['scp']).split(' ').includes(SCOPE)],
  ['no-object-id', (claims) => claims['oid'] !== undefined],
  ['object-id-shape', (claims) => typeof claims['oid'] === 'string' && GUID.test(claims['oid'])],
];

/** `acct` 1 is a guest; `idp` stands in a token only where somebody else than our tenant vouched for the person. */
function isGuest(claims: JWTPayload, { tenantId, cloud }: TokenRules): boolean {
  if (claims['acct'] !== undefined && claims['acct'] !== 0) return true;
  const ours = [undefined, `${cloud.oldIssuer}/${tenantId}/`, `${cloud.signIn}/${tenantId}/v2.0`];
  return !ours.some((issuer) => issuer === claims['idp']);
}

function rolesIn(claims: JWTPayload): Role[] {
  const held: unknown = claims['roles'];
  return Array.isArray(held) ? ROLES.filter((role) => held.includes(role)) : [];
}

function badToken(fault: TokenFault): Refused {
  return new Refused('bad-token', `token-${fault}`, {
    'www-authenticate': 'Bearer realm="samspill", error="invalid_token"',
  });
}
