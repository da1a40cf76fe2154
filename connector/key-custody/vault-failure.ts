import { Failure } from '../failure.ts';

/** The status a vault answered with; undefined where it did not answer, or the fault is no answer of its. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/**
 * What a vault's refusal means for us, in a sentence that says whose move it is. Azure's own words may name the vault
 * and the application, so they are not repeated.
 *
 * @param key the name of the key that was asked for; it tells nothing of people
 */
export function vaultFailure(error: unknown, key: string): unknown {
  if (error instanceof Failure) return error;
  const status = statusOf(error);
  const options = { cause: error };
  if (status === 401) {
    return new Failure(
      'credential-refused',
      'The key vault does not take the application’s token: check that vault and application belong to the same tenant.',
      options,
    );
  }
  if (status === 403) {
    return new Failure(
      'consent-missing',
      'The key vault refuses the application: give it the role Key Vault Crypto Officer (in a Managed HSM: Managed HSM Crypto User) on this vault alone, and let this machine through its firewall; see docs/administrator.md.',
      options,
    );
  }
  if (status === 404) {
    return new Failure('key-missing', `There is no key ${key} in the key vault; see docs/administrator.md.`, options);
  }
  if (status === 409) {
    return new Failure(
      'key-missing',
      `The key ${key} was deleted from the key vault: what it wrapped is gone, unless the vault's owner recovers it.`,
      options,
    );
  }
  if (status === 429)
    return new Failure('throttled', 'The key vault asks for fewer requests: try again later.', options);
  if (status === 400) {
    return new Failure(
      'key-missing',
      `The key vault cannot use the key ${key} for this: it is disabled, of another kind, or not what wrapped our keys. No other key is tried.`,
      options,
    );
  }
  return new Failure(
    'unreachable',
    'The key vault cannot be reached: try again later, and check the way to it.',
    options,
  );
}
