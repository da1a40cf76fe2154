import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** What stands before the seed of an Ed25519 private key in PKCS #8 (RFC 8410 §7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/**
 * Signs with Ed25519, which any common tool can check without us.
 *
 * @param seed 32 random bytes that custody keeps wrapped
 * @returns 64 bytes
 * @throws RangeError when the seed is not 256 bits
 */
export function signArchive(seed: Uint8Array, bytes: Uint8Array): Uint8Array {
  return sign(null, bytes, privateKey(seed));
}

/** The public key of a seed in PEM (SubjectPublicKeyInfo): to be kept by whoever checks. */
export function publicKeyOf(seed: Uint8Array): string {
  return createPublicKey(privateKey(seed)).export({ type: 'spki', format: 'pem' }).toString();
}

function privateKey(seed: Uint8Array): KeyObject {
  if (seed.byteLength !== SEED_BYTES) throw new RangeError('A signing key is made of exactly 256 bits.');
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}
