import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

declare const brand: unique symbol;

/**
 * An address that an employees' representative typed, encrypted until the next run has made a mark of it: `a1_` and 384
 * bytes in base64url, however long the address is.
 */
export type SealedAddress = string & { readonly [brand]: 'sealed address' };

const LABEL = 'samspill sealed address v1';
const PREFIX = 'a1_';
const SHAPE = /^a1_[A-Za-z0-9_-]{512}$/;
const KEY_BYTES = 32;
const VECTOR_BYTES = 16;
/** Filled up to whole blocks, the cipher adds one more: 16 + 336 + 32 bytes in all. */
const TEXT_BYTES = 335;
const TAG_BYTES = 32;
/** One address, and nothing that could be read as two; the longest that mail allows. */
const ADDRESS = /^(?=.{3,254}$)[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;

/** Whether a text can be an address of mail. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim());
}

/**
 * Seals an address: AES-256-CBC under a fresh random vector, then HMAC-SHA-512 cut to 256 bits, under keys of its own made
 * from the standing key, as signatures are.
 *
 * @param random asked for 16 bytes
 * @throws RangeError, without quoting it, when the text is no address or the key is not 256 bits
 */
export function sealAddress(
  tenantId: string,
  standingKey: Uint8Array,
  random: (size: number) => Uint8Array,
  address: string,
): SealedAddress {
  if (!isAddress(address)) throw new RangeError('Something that is not an address stood where one belongs.');
  const keys = keysOf(tenantId, standingKey);
  const text = Buffer.alloc(TEXT_BYTES);
  text.write(address.trim().toLowerCase());
  const vector = random(VECTOR_BYTES);
  const cipher = createCipheriv('aes-256-cbc', keys.encryption, vector);
  const sealed = Buffer.concat([vector, cipher.update(text), cipher.final()]);
  return readSealedAddress(PREFIX + Buffer.concat([sealed, tagOf(keys.authentication, sealed)]).toString('base64url'));
}

/**
 * The address in lower case. The tag is checked before anything is decrypted.
 *
 * @throws TypeError when it was sealed under another key or for another tenant, or was changed since
 */
export function openSealedAddress(tenantId: string, standingKey: Uint8Array, address: SealedAddress): string {
  const keys = keysOf(tenantId, standingKey);
  const bytes = Buffer.from(address.slice(PREFIX.length), 'base64url');
  const sealed = bytes.subarray(0, -TAG_BYTES);
  if (!timingSafeEqual(tagOf(keys.authentication, sealed), bytes.subarray(-TAG_BYTES))) {
    throw new TypeError('A sealed address was made under another key, or was changed.');
  }
  const decipher = createDecipheriv('aes-256-cbc', keys.encryption, sealed.subarray(0, VECTOR_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(VECTOR_BYTES)), decipher.final()]);
  return text.toString().replace(/\0+$/, '');
}

/** The one door by which a stored one comes back. @throws TypeError, without quoting the text, when it is none */
export function readSealedAddress(text: string): SealedAddress {
  if (!isSealed(text)) throw new TypeError('Something that is not a sealed address stood where one belongs.');
  return text;
}

function isSealed(text: string): text is SealedAddress {
  return SHAPE.test(text);
}

function keysOf(tenantId: string, standingKey: Uint8Array): { encryption: Buffer; authentication: Buffer } {
  if (standingKey.byteLength !== KEY_BYTES) throw new RangeError('A standing key is exactly 256 bits.');
  const label = [LABEL, tenantId].join('\u001f');
  const bytes = Buffer.from(hkdfSync('sha512', standingKey, Buffer.alloc(0), label, 2 * KEY_BYTES));
  return { authentication: bytes.subarray(0, KEY_BYTES), encryption: bytes.subarray(KEY_BYTES) };
}

function tagOf(key: Buffer, sealed: Buffer): Buffer {
  return createHmac('sha512', key).update(LABEL).update('\u001f').update(sealed).digest().subarray(0, TAG_BYTES);
}
