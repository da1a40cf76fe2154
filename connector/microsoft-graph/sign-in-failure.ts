import { z } from 'zod';
import { Failure } from '../failure.ts';

const msalError = z.object({
  errorCode: z.string(),
  errorNo: z.union([z.string(), z.number()]).optional(),
  status: z.number().optional(),
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
  '700024':
    'Entra finds the proof of identity out of date: check the clock of this machine, and with workload identity federation that the token file is renewed.',
  '700211':
    'The application trusts no federated identity of this issuer: check the federated credential in the app registration.',
  '700212':
    'The federated token is made for another audience than the application expects: check the federated credential in the app registration.',
  '700213':
    'The application trusts no federated identity with this subject: check the federated credential in the app registration.',
  '50027':
    'Entra refuses the signature of the federated token: check that SAMSPILL_FEDERATED_TOKEN_FILE is the file your platform writes.',
  '53003': 'A Conditional Access policy blocks the application: an administrator must except it.',
  '530032': 'A security policy blocks the application: an administrator must except it.',
};

const TROUBLE_AT_ENTRA = /^(?:90033|5\d\d|429)$/;

/**
 * Turns what MSAL threw into the one sentence that helps. MSAL's own texts are never passed on: they bear trace ids,
 * host names and parts of the request.
 *
 * @param host of the sign-in service that was asked
 * @returns Failure 'unreachable' where waiting may help, otherwise 'credential-refused'; a Failure of our own, thrown
 *   where MSAL asked us for something, is passed on
 */
export function signInFailure(error: unknown, host: string): Failure {
  if (error instanceof Failure) return error;
  const parsed = msalError.safeParse(error);
  if (!parsed.success) return unreachable(host);
  const { errorCode, errorNo } = parsed.data;
  // After 429 and 5xx MSAL holds requests back for a while and then says only the numbers, joined by spaces.
  const numbers = [...(errorNo === undefined ? [] : [String(errorNo)]), ...errorCode.split(' ')];
  const known = numbers.map((number) => WHAT_TO_CHECK[number]).find((sentence) => sentence !== undefined);
  if (known !== undefined) return new Failure('credential-refused', known);
  if (UNREACHABLE.has(errorCode) || numbers.some((number) => TROUBLE_AT_ENTRA.test(number))) return unreachable(host);
  const number = numbers.find((text) => /^\d{4,8}$/.test(text));
  const named = number === undefined ? '' : ` (AADSTS${number})`;
  return new Failure(
    'credential-refused',
    `Entra refuses the sign-in${named}: check the tenant id, the client id and the credential.`,
  );
}

function unreachable(host: string): Failure {
  return new Failure(
    'unreachable',
    `The sign-in service (${host}) cannot be reached: check network, proxy and firewall, then try again.`,
  );
}

/** The machine's identity service says so while it starts or is asked too much (Microsoft Learn, IMDS error handling). */
const BUSY: readonly number[] = [404, 408, 410, 429];

/** As `signInFailure`, for the identity that Azure gives this machine. */
export function managedIdentityFailure(error: unknown): Failure {
  const parsed = msalError.safeParse(error);
  const { status = 0, errorCode = '' } = parsed.data ?? {};
  if (!parsed.success || UNREACHABLE.has(errorCode) || BUSY.includes(status) || status >= 500) {
    return new Failure(
      'unreachable',
      'The managed identity service of this machine cannot be reached or is busy: Samspill must run in Azure, with a managed identity turned on; then try again.',
    );
  }
  return new Failure(
    'credential-refused',
    'Azure gives this machine no token for the managed identity: check SAMSPILL_MANAGED_IDENTITY, and that this identity is assigned to the machine.',
  );
}
