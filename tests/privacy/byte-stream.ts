import { createCipheriv, createHash } from 'node:crypto';

/**
 * Bytes that look random and are the same each time: AES-256-CTR over zeros, keyed by the name. A test that counts
 * chances can then never fail by chance.
 */
export function byteStream(name: string): (size: number) => Uint8Array {
  const key = createHash('sha256').update(name).digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  return (size) => cipher.update(Buffer.alloc(size));
}
