import { createPublicKey } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';

/** A certificate registered with the application. */
export interface RegisteredCertificate {
  /** The public key or the certificate itself, PEM. */
  readonly publicKey: string;
  /** SHA-256 of the certificate, 64 hexadecimal digits. */
  readonly thumbprintSha256: string;
}

/** AADSTS code and sentence of what is wrong with an assertion. */
export interface AssertionFault {
  readonly number: number;
  readonly sentence: string;
}

/**
 * Judges a client assertion as Entra does: signature against the registered key (PS256 or RS256), key named by
 * thumbprint, audience, issuer and subject, and that it lives now.
 *
 * @param audience the token endpoint asked
 * @param now milliseconds since 1970, by the clock that dated the assertion
 * @returns what is wrong, or undefined when it is good
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function faultOfAssertion(
  assertion: string,
  certificate: RegisteredCertificate,
  expected: { clientId: string; audience: string; now: number },
): Promise<AssertionFault | undefined> {
  if (!namesKey(assertion, certificate.thumbprintSha256)) return NO_KEY;
  try {
    const { payload } = await jwtVerify(assertion, createPublicKey(certificate.publicKey), {
      algorithms: ['PS256', 'RS256'],
      audience: expected.audience,
      clockTolerance: 300,
      currentDate: new Date(expected.now),
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti'],
    });
    return payload.iss === expected.clientId && payload.sub === expected.clientId ? undefined : WRONG_APPLICATION;
  } catch (error) {
    return faultOf(error);
  }
}

const NO_KEY = fault(
  700027,
  'The certificate with identifier used to sign the client assertion is not registered on application.',
);
const WRONG_APPLICATION = fault(
  700021,
  "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.",
);

function fault(number: number, sentence: string): AssertionFault {
  return { number, sentence };
}

function namesKey(assertion: string, thumbprintSha256: string): boolean {
  try {
    return decodeProtectedHeader(assertion)['x5t#S256'] === Buffer.from(thumbprintSha256, 'hex').toString('base64url');
  } catch {
    return false;
  }
}

function faultOf(error: unknown): AssertionFault {
  if (error instanceof errors.JWTExpired || (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf'))
    return fault(700024, 'Client assertion is not within its valid time range.');
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
    return fault(700023, 'Client assertion audience claim does not match Realm issuer.');
  return fault(700027, 'Client assertion failed signature validation.');
}
