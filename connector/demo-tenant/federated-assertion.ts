import { createPublicKey } from 'node:crypto';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { AssertionFault } from './client-assertion.ts';

/** Somebody whose word the application's registration trusts (workload identity federation). */
export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  /** `api://AzureADTokenExchange` unless the registration says otherwise. */
  readonly audience: string;
  /** The issuer's public key, PEM; Entra itself reads it from the issuer's own configuration. */
  readonly publicKey: string;
}

/**
 * Judges a token of another issuer as Entra does: issuer, subject and audience as registered, letter for letter, its
 * signature, and that it lives now.
 *
 * @param now milliseconds since 1970, by the clock that dated the token
 * @returns what is wrong, or undefined when it is good
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export async function faultOfFederated(
  assertion: string,
  registered: FederatedCredential,
  now: number,
): Promise<AssertionFault | undefined> {
  try {
    const { iss, sub, aud } = decodeJwt(assertion);
    if (iss !== registered.issuer) return noMatch(700211, 'issuer');
    if (aud !== registered.audience) return noMatch(700212, 'audience');
    if (sub !== registered.subject) return noMatch(700213, 'subject');
    const currentDate = new Date(now);
    await jwtVerify(assertion, createPublicKey(registered.publicKey), {
      algorithms: ['RS256'],
      clockTolerance: 300,
      currentDate,
      requiredClaims: ['exp'],
    });
    return undefined;
  } catch (error) {
    const isLate = error instanceof errors.JWTExpired;
    if (isLate) return { number: 700024, sentence: 'Client assertion is not within its valid time range.' };
    return { number: 50027, sentence: 'JWT token is invalid or malformed.' };
  }
}

function noMatch(number: number, part: string): AssertionFault {
  return { number, sentence: `No matching federated identity record found for presented assertion ${part}.` };
}
