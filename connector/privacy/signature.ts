import { RealIdentity } from './real-identity.ts';
import { sealedBox } from './sealed-box.ts';

declare const brand: unique symbol;

/**
 * The encrypted object id of someone acting in office: proposer, approver, data protection officer, launch owner,
 * administrator. The one form in which an identity may be stored: `s1_` and 96 bytes in base64url. Only this file makes
 * one.
 */
export type Signature = string & { readonly [brand]: 'signature' };

export type SignatureMaker = (person: RealIdentity) => Signature;

const PREFIX = 's1_';
const SHAPE = /^s1_[A-Za-z0-9_-]{128}$/;
const BOX = { label: 'samspill signature v1', textBytes: 47 };

/**
 * Makes the signatures of one tenant, each in a sealed box: no signature helps to make a mark, nor the reverse. The id is
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
  const box = sealedBox(BOX, tenantId, standingKey);
  return (person) => {
    const id = person.reveal();
    if (Buffer.byteLength(id) > BOX.textBytes) throw new RangeError('An object id has at most 47 bytes.');
    return readSignature(PREFIX + box.seal(id, random));
  };
}

/**
 * Who signed. The tag is checked before anything is decrypted.
 *
 * @throws TypeError when the signature was made under another key or for another tenant, or was changed since
 */
export function openSignature(tenantId: string, standingKey: Uint8Array, signature: Signature): RealIdentity {
  const id = sealedBox(BOX, tenantId, standingKey).open(signature.slice(PREFIX.length));
  if (id === undefined) throw new TypeError('A signature was made under another key, or was changed.');
  return new RealIdentity(id);
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
