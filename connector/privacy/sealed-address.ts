import { sealedBox } from './sealed-box.ts';

declare const brand: unique symbol;

/**
 * An address that an employees' representative typed, encrypted until the next run has made a mark of it: `a1_` and 384
 * bytes in base64url, however long the address is.
 */
export type SealedAddress = string & { readonly [brand]: 'sealed address' };

const PREFIX = 'a1_';
const SHAPE = /^a1_[A-Za-z0-9_-]{512}$/;
const BOX = { label: 'samspill sealed address v1', textBytes: 335 };
/** One address, and nothing that could be read as two; the longest that mail allows. */
const ADDRESS = /^(?=.{3,254}$)[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;

/** Whether a text can be an address of mail. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim());
}

/**
 * Seals an address in a box of its own kind, as signatures are.
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
  const box = sealedBox(BOX, tenantId, standingKey);
  return readSealedAddress(PREFIX + box.seal(address.trim().toLowerCase(), random));
}

/**
 * The address in lower case. The tag is checked before anything is decrypted.
 *
 * @throws TypeError when it was sealed under another key or for another tenant, or was changed since
 */
export function openSealedAddress(tenantId: string, standingKey: Uint8Array, address: SealedAddress): string {
  const text = sealedBox(BOX, tenantId, standingKey).open(address.slice(PREFIX.length));
  if (text === undefined) throw new TypeError('A sealed address was made under another key, or was changed.');
  return text;
}

/** The one door by which a stored one comes back. @throws TypeError, without quoting the text, when it is none */
export function readSealedAddress(text: string): SealedAddress {
  if (!isSealed(text)) throw new TypeError('Something that is not a sealed address stood where one belongs.');
  return text;
}

function isSealed(text: string): text is SealedAddress {
  return SHAPE.test(text);
}
