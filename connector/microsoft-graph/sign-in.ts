import { ConfidentialClientApplication, type Configuration } from '@azure/msal-node';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { signInFailure } from './sign-in-failure.ts';

export interface AccessTokens {
  /**
   * A token for Microsoft Graph that is good for at least five minutes more by the clock handed in.
   *
   * @param options `fresh`: a new one even when the held one is good, for when Graph has refused it
   * @throws Failure 'credential-refused' or 'unreachable'
   */
  token(options?: { readonly fresh?: boolean }): Promise<string>;
}

export type SignInCredential =
  | { readonly secret: string }
  | { readonly certificate: { readonly thumbprintSha256: string; readonly privateKey: string } };

const RENEW_BEFORE_MS = 5 * 60_000;
const SCOPES = ['https://graph.microsoft.com/.default'];

/**
 * Signs the application in with client credentials (OAuth 2.0, RFC 6749 §4.4), through Microsoft's own library.
 *
 * Requests never run side by side: whoever asks while one is on its way gets its answer. MSAL's cache is passed over,
 * because it judges age by the machine's clock; here the token's own `exp` is held against `now`.
 *
 * @param options.credential the secret's value, or a certificate's SHA-256 thumbprint (hex) and its private key (PEM)
 * @param options.now milliseconds since 1970
 * @param options.authority the cloud's sign-in host; the global cloud when absent
 */
export function signIn(options: {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: SignInCredential;
  readonly now: () => number;
  readonly authority?: string;
}): AccessTokens {
  const authority = `${options.authority ?? 'https://login.microsoftonline.com'}/${options.tenantId}`;
  const application = new ConfidentialClientApplication({
    auth: { clientId: options.clientId, authority, ...credentialOf(options.credential) },
  });
  let held: { readonly token: string; readonly endsAt: number } | undefined;
  let onItsWay: Promise<string> | undefined;

  const renew = async (): Promise<string> => {
    const token = await acquire(application);
    held = { token, endsAt: endOf(token) };
    return token;
  };
  return {
    async token({ fresh = false } = {}) {
      if (onItsWay === undefined && !fresh && held !== undefined && options.now() < held.endsAt - RENEW_BEFORE_MS) {
        return held.token;
      }
      onItsWay ??= renew().finally(() => {
        onItsWay = undefined;
      });
      return onItsWay;
    },
  };
}

function credentialOf(credential: SignInCredential): Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'> {
  return 'secret' in credential ? { clientSecret: credential.secret } : { clientCertificate: credential.certificate };
}

async function acquire(application: ConfidentialClientApplication): Promise<string> {
  let result;
  try {
    result = await application.acquireTokenByClientCredential({ scopes: SCOPES, skipCache: true });
  } catch (error) {
    throw signInFailure(error);
  }
  if (result === null) throw new Failure('credential-refused', 'Entra gave no token: check the app registration.');
  return result.accessToken;
}

const claims = z.object({ exp: z.number() });

/** When a token ends, in milliseconds. Its signature is Graph's business: nothing is trusted here but its age. */
function endOf(token: string): number {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return claims.parse(payload).exp * 1000;
  } catch {
    throw new Failure('shape-changed', 'Entra gave a token whose end cannot be read: update Samspill.');
  }
}
