import type { JWTHeaderParameters, JWTPayload } from 'jose';
import type { EntraKeys } from './entra-keys.ts';

const LIFE_SECONDS = 3600;
/** Entra backdates `nbf` and `iat` a little, for clocks that are behind. */
const BACKDATED_SECONDS = 300;
const TEAMS_WEB_CLIENT = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** Whom a user token is for, and what is to be wrong with it. */
export interface UserTokenRequest {
  /** Entra object id. */
  readonly oid: string;
  readonly roles: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly name?: string;
  /** Claims that replace the usual ones; `undefined` takes one away. For tokens that must be refused. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Header parameters that replace the usual ones; the signature stays RS256. */
  readonly header?: Omit<Partial<JWTHeaderParameters>, 'alg'>;
  /** `stranger`: a key that is not the tenant's, under the published key's name. */
  readonly signedBy?: 'tenant' | 'stranger';
}

/**
 * The application token for Graph: the claims a real one has, as far as anybody may rely on them. The `roles` claim is
 * missing, not empty, when nothing is granted.
 */
export function applicationToken(
  keys: EntraKeys,
  about: { tenantId: string; clientId: string; roles: readonly string[]; byCertificate: boolean; now: number },
): Promise<string> {
  return keys.sign({
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${about.tenantId}/`,
    ...times(about.now),
    app_displayname: 'Samspill',
    appid: about.clientId,
    appidacr: about.byCertificate ? '2' : '1',
    idp: `https://sts.windows.net/${about.tenantId}/`,
    idtyp: 'app',
    oid: about.clientId,
    sub: about.clientId,
    ...(about.roles.length > 0 ? { roles: [...about.roles] } : {}),
    tid: about.tenantId,
    ver: '1.0',
  });
}

/** The token that Teams hands the tab for our own API: version 2.0, scope `access_as_user`, one hour. */
export function userToken(
  keys: EntraKeys,
  about: { tenantId: string; clientId: string },
  who: UserTokenRequest,
): Promise<string> {
  const payload: JWTPayload = {
    aud: about.clientId,
    iss: `https://login.microsoftonline.com/${about.tenantId}/v2.0`,
    ...times(who.now),
    azp: TEAMS_WEB_CLIENT,
    azpacr: '0',
    name: who.name ?? 'Demo',
    oid: who.oid,
    ...(who.roles.length > 0 ? { roles: [...who.roles] } : {}),
    scp: 'access_as_user',
    sub: `${who.oid}.${about.clientId}`,
    tid: about.tenantId,
    ver: '2.0',
    ...who.claims,
  };
  return who.signedBy === 'stranger' ? keys.forge(payload, who.header) : keys.sign(payload, who.header);
}

/** How long an application token lives, in seconds. */
export function tokenLife(): number {
  return LIFE_SECONDS - 1;
}

function times(now: number): { iat: number; nbf: number; exp: number } {
  const second = Math.floor(now / 1000);
  return { iat: second - BACKDATED_SECONDS, nbf: second - BACKDATED_SECONDS, exp: second + LIFE_SECONDS };
}
