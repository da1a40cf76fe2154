import type { EntraKeys } from './entra-keys.ts';
import type { Answer } from './exchange.ts';
import { refusal } from './refusal.ts';

const GRAPH = new Set<unknown>(['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000']);

/** Graph's 401. */
export function unauthorised(message: string): Answer {
  return refusal(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  });
}

/**
 * Judges the token of a request to Graph: signed by this tenant, for Graph, of this tenant, and alive by its clock.
 *
 * @returns the application roles in it, or Graph's 401
 */
export function rolesOfRequest(
  headers: Headers,
  keys: EntraKeys,
  expected: { tenantId: string; now: number },
): ReadonlySet<string> | Answer {
  const [, token] = /^bearer (.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (token === undefined) return unauthorised('Access token is empty.');
  const claims = keys.recognise(token);
  if (!claims) return unauthorised('Access token validation failure. Signature is invalid.');
  if (!GRAPH.has(claims.aud)) return unauthorised('Access token validation failure. Invalid audience.');
  if (claims['tid'] !== expected.tenantId) return unauthorised('Access token validation failure. Invalid tenant.');
  const second = expected.now / 1000;
  if ((claims.exp ?? 0) <= second) return unauthorised('Lifetime validation failed, the token is expired.');
  if ((claims.nbf ?? 0) > second) return unauthorised('Lifetime validation failed, the token is not yet valid.');
  const roles: unknown = claims['roles'];
  return new Set(Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : []);
}
