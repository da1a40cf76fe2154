import { KeyClient, type CryptographyClient, type KeyClientOptions, type KeyVaultKey } from '@azure/keyvault-keys';
import { Failure } from '../failure.ts';
import type { VaultAddress, VaultKind } from './vault-address.ts';
import { statusOf, vaultFailure } from './vault-failure.ts';

/** One vault, or one Managed HSM, as far as we use it. Every refusal is a `Failure`. */
export interface Vault {
  readonly kind: VaultKind;
  readonly origin: string;
  /** Undefined where there is none by this name, or it was deleted. */
  readonly find: (name: string) => Promise<KeyVaultKey | undefined>;
  readonly ask: <Answer>(key: string, act: (client: KeyClient) => Promise<Answer>) => Promise<Answer>;
  /** What wraps and unwraps with one version of a key. */
  readonly cryptography: (name: string, version: string) => CryptographyClient;
}

export interface VaultOptions {
  readonly kind: VaultKind;
  readonly address: VaultAddress;
  /** A token for the vault's resource, good for five minutes more. */
  readonly token: () => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How patiently Azure's client tries again. */
  readonly retryOptions?: KeyClientOptions['retryOptions'];
}

const GOOD_FOR_MS = 5 * 60_000;

/**
 * A vault through Microsoft's own client. The vault's first answer says for which resource it wants a token; the client
 * holds that against the vault's host, and here it must be the one resource our tokens are made for.
 */
export function openVault({ kind, address, token, now, retryOptions }: VaultOptions): Vault {
  const credential = {
    getToken: async (scopes: string | string[]) => {
      const [scope, ...others] = Array.isArray(scopes) ? scopes : [scopes];
      if (others.length > 0 || scope !== `${address.resource}/.default`) {
        throw new Failure('credential-refused', 'The key vault asks for a token for something else: none was given.');
      }
      return { token: await token(), expiresOnTimestamp: now() + GOOD_FOR_MS };
    },
  };
  const client = new KeyClient(address.origin, credential, { retryOptions: retryOptions ?? { maxRetries: 4 } });
  const ask: Vault['ask'] = async (key, act) => {
    try {
      return await act(client);
    } catch (error) {
      throw vaultFailure(error, key);
    }
  };
  return {
    kind,
    origin: address.origin,
    ask,
    find: (name) =>
      ask(name, (client) =>
        client.getKey(name).catch((error: unknown) => {
          if (statusOf(error) === 404) return undefined;
          throw error;
        }),
      ),
    cryptography: (name, keyVersion) => client.getCryptographyClient(name, { keyVersion }),
  };
}
