import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const KEY_BYTES = 32;
const VECTOR_BYTES = 16;
const TAG_BYTES = 32;

/** Seals short texts of one kind, all to one length, and opens them again. */
export interface SealedBox {
  /** In base64url; two of one text look unrelated. @param random asked for 16 bytes */
  readonly seal: (text: string, random: (size: number) => Uint8Array) => string;
  /** The text; undefined when it was sealed by another box or was changed since: the tag is checked before anything is decrypted. */
  readonly open: (sealed: string) => string | undefined;
}

/**
 * AES-256-CBC under a fresh random vector, then HMAC-SHA-512 over label, vector and ciphertext, cut to 256 bits (the
 * construction of A256CBC-HS512, RFC 7518 §5.2). Both keys come from the standing key by HKDF under label and tenant, so
 * nothing sealed here helps to make a mark or to open another kind, nor the reverse.
 *
 * @param kind.label of this kind alone
 * @param kind.textBytes what a text is filled up to with zeroes: one less than whole blocks, and the cipher adds that one
 * @param standingKey 32 random bytes that belong to this tenant alone
 * @throws RangeError when the key is not 256 bits
 */
export function sealedBox(
  { label, textBytes }: { readonly label: string; readonly textBytes: number },
  tenantId: string,
  standingKey: Uint8Array,
): SealedBox {
  if (standingKey.byteLength !== KEY_BYTES) throw new RangeError('A standing key is exactly 256 bits.');
  const info = [label, tenantId].join('\u001f');
  const keys = Buffer.from(hkdfSync('sha512', standingKey, Buffer.alloc(0), info, 2 * KEY_BYTES));
  const [authentication, encryption] = [keys.subarray(0, KEY_BYTES), keys.subarray(KEY_BYTES)];
  const tagOf = (sealed: Buffer): Buffer =>
    createHmac('sha512', authentication).update(label).update('\u001f').update(sealed).digest().subarray(0, TAG_BYTES);
  return {
    seal: (text, random) => {
      const filled = Buffer.alloc(textBytes);
      filled.write(text);
      const vector = random(VECTOR_BYTES);
      const cipher = createCipheriv('aes-256-cbc', encryption, vector);
      const sealed = Buffer.concat([vector, cipher.update(filled), cipher.final()]);
      return Buffer.concat([sealed, tagOf(sealed)]).toString('base64url');
    },
    open: (text) => {
      const bytes = Buffer.from(text, 'base64url');
      const sealed = bytes.subarray(0, -TAG_BYTES);
      if (!timingSafeEqual(tagOf(sealed), bytes.subarray(-TAG_BYTES))) return undefined;
      const decipher = createDecipheriv('aes-256-cbc', encryption, sealed.subarray(0, VECTOR_BYTES));
      const filled = Buffer.concat([decipher.update(sealed.subarray(VECTOR_BYTES)), decipher.final()]);
      return filled.toString().replace(/\0+$/, '');
    },
  };
}
