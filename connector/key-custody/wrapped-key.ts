import { compactDecrypt, CompactEncrypt, decodeProtectedHeader } from 'jose';
import { Failure } from '../failure.ts';
import { KEY_BYTES, keyIdOf } from './key-strength.ts';

/** What a wrapped key is bound to: it opens under no other tenant and name. */
export interface KeyName {
  readonly tenantId: string;
  /** A period's id, or `standing`. */
  readonly key: string;
}

const VERSION = 1;
const WRAP = 'A256KW';
/** Encrypt-then-MAC in CBC mode: what Microsoft 365 certification accepts, and authenticated (trust.md §1.3). */
export const ENCRYPTION = 'A256CBC-HS512';

/**
 * Wraps a key as a compact JWE (RFC 7516); tenant, name, version and the wrapping key's id stand in the protected
 * header, so that they are authenticated with it.
 */
export function wrapKey(key: Uint8Array, name: KeyName, keyEncryptionKey: Uint8Array): Promise<string> {
  const kid = keyIdOf(keyEncryptionKey);
  return new CompactEncrypt(key)
    .setProtectedHeader({ alg: WRAP, enc: ENCRYPTION, kid, tenant: name.tenantId, key: name.key, version: VERSION })
    .encrypt(keyEncryptionKey);
}

/**
 * The inverse of `wrapKey`.
 *
 * @throws Failure 'key-missing' where it was wrapped with another key, for another tenant or name, or was changed
 */
export async function unwrapKey(wrapped: string, name: KeyName, keyEncryptionKey: Uint8Array): Promise<Uint8Array> {
  const opened = await compactDecrypt(wrapped.trim(), keyEncryptionKey, {
    keyManagementAlgorithms: [WRAP],
    contentEncryptionAlgorithms: [ENCRYPTION],
  }).catch(() => {
    throw new Failure(
      'key-missing',
      'A stored key cannot be unwrapped: put back the key-encryption key it was made with, from the same backup as the folder.',
    );
  });
  const { tenant, key, version } = opened.protectedHeader;
  const fits = tenant === name.tenantId && key === name.key && version === VERSION;
  if (!fits || opened.plaintext.byteLength !== KEY_BYTES) throw notThisOne();
  return opened.plaintext;
}

/** The id of the key that wrapped it, unchecked; undefined where none is told. */
export function wrappedBy(wrapped: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(wrapped.trim());
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

export function notThisOne(): Failure {
  return new Failure(
    'key-missing',
    'A stored key belongs to another tenant or period: one key folder serves one tenant, and its files keep their names.',
  );
}
