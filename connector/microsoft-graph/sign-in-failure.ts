import { z } from 'zod';
import { Failure } from '../failure.ts';

const msalError = z.object({
  errorCode: z.string(),
  errorNo: z.union([z.string(), z.number()]).optional(),
});

const UNREACHABLE = new Set([
  'network_error',
  'no_network_connectivity',
  'endpoints_resolution_error',
  'openid_config_error',
  'token_parsing_error',
  'temporarily_unavailable',
  'server_error',
]);

/** What to check, by Entra's number. The numbers may change (Microsoft says so), hence the sentence for the rest. */
const WHAT_TO_CHECK: Readonly<Record<string, string>> = {
  '7000215':
    'Entra refuses the client secret: check that the secret value was copied, not the secret id, and that it belongs to this application.',
  '7000222': 'The client secret has expired: make a new one in the app registration, or better, use a certificate.',
  '700016':
    'The application is not in this tenant: check the client id and the tenant id, and that an administrator has consented.',
  '7000229': 'The application is not in this tenant yet: an administrator of the tenant must consent to it first.',
  '7000112':
    'The application is disabled in this tenant: an administrator can enable it under Enterprise applications.',
  '90002': 'Entra does not know this tenant: check the tenant id.',
  '900023': 'Entra does not know this tenant: check the tenant id.',
  '700027':
    'Entra refuses the certificate: check that its public part is uploaded and that the key and thumbprint belong to it.',
  '53003': 'A Conditional Access policy blocks the application: an administrator must except it.',
  '530032': 'A security policy blocks the application: an administrator must except it.',
};

const TROUBLE_AT_ENTRA = /^(?:90033|5\d\d|429)$/;

/**
 * Turns what MSAL threw into the one sentence that helps. MSAL's own texts are never passed on: they bear trace ids,
 * host names and parts of the request.
 *
 * @returns Failure 'unreachable' where waiting may help, otherwise 'credential-refused'
 */
export function signInFailure(error: unknown): Failure {
  const parsed = msalError.safeParse(error);
  if (!parsed.success) return unreachable();
  const { errorCode, errorNo } = parsed.data;
  // After 429 and 5xx MSAL holds requests back for a while and then says only the numbers, joined by spaces.
  const numbers = [...(errorNo === undefined ? [] : [String(errorNo)]), ...errorCode.split(' ')];
  const known = numbers.map((number) => WHAT_TO_CHECK[number]).find((sentence) => sentence !== undefined);
  if (known !== undefined) return new Failure('credential-refused', known);
  if (UNREACHABLE.has(errorCode) || numbers.some((number) => TROUBLE_AT_ENTRA.test(number))) return unreachable();
  const number = numbers.find((text) => /^\d{4,8}$/.test(text));
  const named = number === undefined ? '' : ` (AADSTS${number})`;
  return new Failure(
    'credential-refused',
    `Entra refuses the sign-in${named}: check the tenant id, the client id and the secret or certificate.`,
  );
}

function unreachable(): Failure {
  return new Failure(
    'unreachable',
    'The sign-in service (login.microsoftonline.com) cannot be reached: check network, proxy and firewall, then try again.',
  );
}
