import { errors } from 'jose';
import { KeysUnreachable } from './signing-keys.ts';

/** A cloud of Microsoft's, as far as tokens tell it; structurally part of `Cloud`, which declares them. */
export interface Issuing {
  /** Where Entra issues version 2 tokens, as an origin; a tenant's id and `/v2.0` follow. */
  readonly signIn: string;
  /** Where it issues version 1 tokens; a tenant's id and `/` follow. */
  readonly oldIssuer: string;
  /** The audience of tokens for Microsoft Graph. */
  readonly graph: string;
}

export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MICROSOFT_GRAPH = '00000003-0000-0000-c000-000000000000';

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
export function faultOf(error: unknown, cloud: Issuing): TokenFault {
  if (error instanceof KeysUnreachable) return 'keys-unreachable';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return faultOfClaim(error, cloud);
  if (error instanceof errors.JOSEError) return 'malformed';
  throw error;
}

function faultOfClaim({ claim, reason, payload }: errors.JWTClaimValidationFailed, cloud: Issuing): TokenFault {
  switch (claim) {
    case 'exp':
      return reason === 'missing' ? 'no-end' : 'malformed';
    case 'nbf':
      return reason === 'missing' ? 'no-beginning' : reason === 'check_failed' ? 'not-yet' : 'malformed';
    case 'iss':
      return faultOfIssuer(payload.iss, cloud);
    case 'aud':
      return payload.aud === cloud.graph || payload.aud === MICROSOFT_GRAPH ? 'audience-microsoft-graph' : 'audience';
    default:
      return 'malformed';
  }
}

/** A version 1 issuer is the commonest mistake of a registration, so it has its own word in the log. */
function faultOfIssuer(issuer: unknown, { signIn, oldIssuer }: Issuing): TokenFault {
  if (typeof issuer !== 'string') return 'issuer';
  if (issuer.startsWith(`${oldIssuer}/`)) return 'issuer-v1';
  if (!issuer.startsWith(`${signIn}/`)) return 'issuer';
  const [tenant, version, ...rest] = issuer.slice(signIn.length + 1).split('/');
  if (tenant === 'common' || tenant === 'organizations' || tenant === 'consumers') return 'issuer-common';
  return GUID.test(tenant ?? '') && version === 'v2.0' && rest.length === 0 ? 'issuer-other-tenant' : 'issuer';
}
