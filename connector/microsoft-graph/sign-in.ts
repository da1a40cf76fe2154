import { ConfidentialClientApplication, ManagedIdentityApplication, type Configuration } from '@azure/msal-node';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { CLOUDS, type Cloud } from './clouds.ts';
import { managedIdentityFailure, signInFailure } from './sign-in-failure.ts';

export interface AccessTokens {
  /**
   * A token for the resource (Microsoft Graph unless another was named) that is good for at least five minutes more by the clock handed in.
   *
   * @param options `fresh`: a new one even when the held one is good, for when Graph has refused it
   * @throws Failure 'credential-refused' or 'unreachable'
   */
  token(options?: { readonly fresh?: boolean }): Promise<string>;
}

/** The application's own secret or certificate, or somebody else's word for it. */
type ApplicationCredential =
  | { readonly secret: string }
  | { readonly certificate: { readonly thumbprintSha256: string; readonly privateKey: string } }
  /** Gives the token by which another party vouches for this machine; asked anew at each sign-in. */
  | { readonly federated: () => Promise<string> };

export type SignInCredential =
  | ApplicationCredential
  /** The identity Azure gives this machine: its own, or the one with this client id. */
  | { readonly managedIdentity: 'system' | { readonly clientId: string } };

const RENEW_BEFORE_MS = 5 * 60_000;

/**
 * Signs the application in with client credentials (OAuth 2.0, RFC 6749 §4.4), or asks Azure for the token of a managed
 * identity, through Microsoft's own library.
 *
 * Requests never run side by side: whoever asks while one is on its way gets its answer. MSAL's cache is passed over,
 * because it judges age by the machine's clock and is one for the whole process where identities are managed; here the
 * token's own `exp` is held against `now`. A managed identity's token must be of the tenant: Azure alone knows where
 * the machine's identity lives.
 *
 * @param options.credential the secret's value, a certificate's SHA-256 thumbprint (hex) and its private key (PEM), a
 *   federated token, or a managed identity
 * @param options.now milliseconds since 1970
 * @param options.cloud whose tokens; the global cloud when absent
 * @param options.resource what the tokens are for, as an origin; the cloud's Microsoft Graph when absent
 */
export function signIn(options: {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: SignInCredential;
  readonly now: () => number;
  readonly cloud?: Cloud;
  readonly resource?: string;
}): AccessTokens {
  const cloud = options.cloud ?? CLOUDS.global;
  const acquire = acquirer(options, cloud, options.resource ?? cloud.graph);
  let held: { readonly token: string; readonly endsAt: number } | undefined;
  let onItsWay: Promise<string> | undefined;

  const renew = async (): Promise<string> => {
    const token = await acquire();
    held = { token, endsAt: claimsOf(token).exp * 1000 };
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

function acquirer(
  {
    tenantId,
    clientId,
    credential,
  }: { readonly tenantId: string; readonly clientId: string; readonly credential: SignInCredential },
  cloud: Cloud,
  resource: string,
): () => Promise<string> {
  if ('managedIdentity' in credential) return fromMachine(credential.managedIdentity, tenantId, resource);
  const application = new ConfidentialClientApplication({
    auth: { clientId, authority: `${cloud.signIn}/${tenantId}`, ...credentialOf(credential) },
  });
  return async () => {
    const asked = application.acquireTokenByClientCredential({ scopes: [`${resource}/.default`], skipCache: true });
    const result = await asked.catch((error: unknown) => {
      throw signInFailure(error, new URL(cloud.signIn).host);
    });
    if (result === null) throw new Failure('credential-refused', 'Entra gave no token: check the app registration.');
    return result.accessToken;
  };
}

function credentialOf(
  credential: ApplicationCredential,
): Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'> {
  if ('secret' in credential) return { clientSecret: credential.secret };
  if ('federated' in credential) return { clientAssertion: credential.federated };
  return { clientCertificate: credential.certificate };
}

/** MSAL's own repeated tries are off: they wait by the machine's clock, and whoever asks us tries again anyway. */
function fromMachine(
  identity: 'system' | { readonly clientId: string },
  tenantId: string,
  resource: string,
): () => Promise<string> {
  const machine = new ManagedIdentityApplication({
    ...(identity === 'system' ? {} : { managedIdentityIdParams: { userAssignedClientId: identity.clientId } }),
    system: { disableInternalRetries: true },
  });
  return async () => {
    const asked = machine.acquireToken({ resource, forceRefresh: true });
    const { accessToken } = await asked.catch((error: unknown) => {
      throw managedIdentityFailure(error);
    });
    if (claimsOf(accessToken).tid?.toLowerCase() === tenantId.toLowerCase()) return accessToken;
    throw new Failure(
      'credential-refused',
      'The managed identity of this machine belongs to another tenant than SAMSPILL_TENANT_ID says: correct the setting, or use a certificate or workload identity federation.',
    );
  };
}

const claims = z.object({ exp: z.number(), tid: z.string().optional() });

/** When a token ends, in seconds, and of which tenant it is. Its signature is Graph's business: nothing is opened by it. */
function claimsOf(token: string): z.infer<typeof claims> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return claims.parse(payload);
  } catch {
    throw new Failure('shape-changed', 'Entra gave a token whose end cannot be read: update Samspill.');
  }
}
