import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { RealIdentity } from './real-identity.ts';

declare const brand: unique symbol;

/**
 * The encrypted object id of someone acting in office: proposer, approver, data protection officer, launch owner,
 * administrator. The one form in which an identity may be stored: `s1_` and 96 bytes in base64url. Only this file makes
 * one.
 */
export type Signature = string & { readonly [brand]: 'signature' };

export type SignatureMaker = (person: RealIdentity) => Signature;

const LABEL = 'samspill signature v1';
const PREFIX = 's1_';
const SHAPE = /^s1_[A-Za-z0-9_-]{128}$/;
const STANDING_KEY_BYTES = 32;
const KEY_BYTES = 32;
const VECTOR_BYTES = 16;
const TEXT_BYTES = 47;
const TAG_BYTES = 32;

/**
 * Makes the signatures of one tenant: AES-256-CBC under a fresh random vector, then HMAC-SHA-512 over label, tenant,
 * vector and ciphertext, cut to 256 bits (the construction of A256CBC-HS512, RFC 7518 §5.2). Both keys come from the
 * standing key by HKDF under a label of their own, so no signature helps to make a mark, nor the reverse. The id is
 * filled up to a fixed length: all signatures are equally long. Two signatures of one person look unrelated.
 *
 * @param standingKey 32 random bytes that belong to this tenant alone
 * @param random asked for 16 bytes a signature
 * @throws RangeError when the key is not 256 bits or, when signing, the object id has more than 47 bytes
 */
export function signatureMaker(
  tenantId: string,
  standingKey: Uint8Array,
  random: (size: number) => Uint8Array,
): SignatureMaker {
  const keys = keysOf(tenantId, standingKey);
  return (person) => {
    const text = Buffer.alloc(TEXT_BYTES);
    if (Buffer.byteLength(person.reveal()) > TEXT_BYTES) throw new RangeError('An object id has at most 47 bytes.');
    text.write(person.reveal());
    const vector = random(VECTOR_BYTES);
    const cipher = createCipheriv('aes-256-cbc', keys.encryption, vector);
    const sealed = Buffer.concat([vector, cipher.update(text), cipher.final()]);
    return readSignature(PREFIX + Buffer.concat([sealed, tagOf(keys.authentication, sealed)]).toString('base64url'));
  };
}

/**
 * Who signed. The tag is checked before anything is decrypted.
 *
 * @throws TypeError when the signature was made under another key or for another tenant, or was changed since
 */
export function openSignature(tenantId: string, standingKey: Uint8Array, signature: Signature): RealIdentity {
  const keys = keysOf(tenantId, standingKey);
  const bytes = Buffer.from(signature.slice(PREFIX.length), 'base64url');
  const sealed = bytes.subarray(0, -TAG_BYTES);
  if (!timingSafeEqual(tagOf(keys.authentication, sealed), bytes.subarray(-TAG_BYTES))) {
    throw new TypeError('A signature was made under another key, or was changed.');
  }
  const decipher = createDecipheriv('aes-256-cbc', keys.encryption, sealed.subarray(0, VECTOR_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(VECTOR_BYTES)), decipher.final()]);
  return new RealIdentity(text.toString().replace(/\0+$/, ''));
}

/**
 * Whether two signatures are one person's; that is asked wherever two people must agree.
 *
 * @throws TypeError as `openSignature`
 */
export function sameSigner(tenantId: string, standingKey: Uint8Array, one: Signature, other: Signature): boolean {
  return openSignature(tenantId, standingKey, one).equals(openSignature(tenantId, standingKey, other));
}

/** Whether a text has the shape of a signature. */
export function isSignature(text: string): text is Signature {
  return SHAPE.test(text);
}

/**
 * The one door by which a stored signature comes back; it checks the shape.
 *
 * @throws TypeError, without quoting the text, when it is not shaped like a signature
 */
export function readSignature(text: string): Signature {
  if (!isSignature(text)) throw new TypeError('Something that is not a signature stood where one belongs.');
  return text;
}

interface Keys {
  readonly encryption: Buffer;
  readonly authentication: Buffer;
}

function keysOf(tenantId: string, standingKey: Uint8Array): Keys {
  if (standingKey.byteLength !== STANDING_KEY_BYTES) throw new RangeError('A standing key is exactly 256 bits.');
  const label = [LABEL, tenantId].join('\u001f');
  const bytes = Buffer.from(hkdfSync('sha512', standingKey, Buffer.alloc(0), label, 2 * KEY_BYTES));
  return { authentication: bytes.subarray(0, KEY_BYTES), encryption: bytes.subarray(KEY_BYTES) };
}

function tagOf(key: Buffer, sealed: Buffer): Buffer {
  return createHmac('sha512', key).update(LABEL).update('\u001f').update(sealed).digest().subarray(0, TAG_BYTES);
}
