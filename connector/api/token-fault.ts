import { errors } from 'jose';
import { KeysUnreachable } from './signing-keys.ts';

/** Where Entra issues version 2 tokens; a tenant's id and `/v2.0` follow. */
export const LOGIN = 'https://login.microsoftonline.com/';
/** Where it issues version 1 tokens; a tenant's id and `/` follow. */
export const OLD_LOGIN = 'https://sts.windows.net/';
export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MICROSOFT_GRAPH = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

/** Everything that can be wrong with a token, for the administrator's log; the asker only learns that it is bad. */
export type TokenFault =
  | 'two-tokens'
  | 'not-bearer'
  | 'empty'
  | 'trailing-text'
  | 'oversize'
  | 'malformed'
  | 'algorithm'
  | 'unknown-key'
  | 'keys-unreachable'
  | 'signature'
  | 'no-end'
  | 'expired'
  | 'no-beginning'
  | 'not-yet'
  | 'issuer-v1'
  | 'issuer-common'
  | 'issuer-other-tenant'
  | 'issuer'
  | 'audience-microsoft-graph'
  | 'audience-list'
  | 'audience'
  | 'tenant'
  | 'version'
  | 'app-only'
  | 'no-client'
  | 'client-not-allowed'
  | 'no-scope'
  | 'scope-shape'
  | 'scope'
  | 'no-object-id'
  | 'object-id-shape';

/**
 * What was wrong with a token that jose did not take.
 *
 * @throws whatever is not the token's fault, unchanged
 */
export function faultOf(error: unknown): TokenFault {
  if (error instanceof KeysUnreachable) return 'keys-unreachable';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return faultOfClaim(error);
  if (error instanceof errors.JOSEError) return 'malformed';
  throw error;
}

function faultOfClaim({ claim, reason, payload }: errors.JWTClaimValidationFailed): TokenFault {
  switch (claim) {
    case 'exp':
      return reason === 'missing' ? 'no-end' : 'malformed';
    case 'nbf':
      return reason === 'missing' ? 'no-beginning' : reason === 'check_failed' ? 'not-yet' : 'malformed';
    case 'iss':
      return faultOfIssuer(payload.iss);
    case 'aud':
      return typeof payload.aud === 'string' && MICROSOFT_GRAPH.includes(payload.aud)
        ? 'audience-microsoft-graph'
        : 'audience';
    default:
      return 'malformed';
  }
}

/** A version 1 issuer is the commonest mistake of a registration, so it has its own word in the log. */
function faultOfIssuer(issuer: unknown): TokenFault {
  if (typeof issuer !== 'string') return 'issuer';
  if (issuer.startsWith(OLD_LOGIN)) return 'issuer-v1';
  if (!issuer.startsWith(LOGIN)) return 'issuer';
  const [tenant, version, ...rest] = issuer.slice(LOGIN.length).split('/');
  if (tenant === 'common' || tenant === 'organizations' || tenant === 'consumers') return 'issuer-common';
  return GUID.test(tenant ?? '') && version === 'v2.0' && rest.length === 0 ? 'issuer-other-tenant' : 'issuer';
}
