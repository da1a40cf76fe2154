import { createHmac, createSecretKey } from 'node:crypto';
import type { RealIdentity } from './real-identity.ts';

declare const brand: unique symbol;

/** A keyed stand-in for one person in one period: `p1_` and 128 bits in base64url. Only this file makes one. */
export type Pseudonym = string & { readonly [brand]: 'pseudonym' };

export type PseudonymMaker = (person: RealIdentity) => Pseudonym;

const VERSION = 'v1';
const PREFIX = 'p1_';
const SHAPE = /^p1_[A-Za-z0-9_-]{21}[AQgw]$/;
const KEY_BYTES = 32;

/**
 * Makes the pseudonyms of one tenant and period: HMAC-SHA-256 over version, tenant, period, kind and object id, cut to
 * 128 bits (design D5). The fields are joined with a unit separator, which none of them can contain, so that no two
 * different lists of fields give the same bytes.
 *
 * The same person has unrelated pseudonyms in two periods or two tenants, and no table leads back: without the key a
 * pseudonym says nothing, with the key a directory of 2,000 people is recomputed in milliseconds. So the key is all.
 *
 * Cost: one HMAC the first time an identity object is asked about, then a look-up for as long as that object lives.
 *
 * @param key 32 random bytes that belong to this tenant and period alone
 * @throws RangeError when the key is not 256 bits
 * @see RFC 2104; EDPB Guidelines 01/2025 on pseudonymisation
 */
export function pseudonymMaker(tenantId: string, periodId: string, key: Uint8Array): PseudonymMaker {
  if (key.byteLength !== KEY_BYTES) throw new RangeError('A period key is exactly 256 bits.');
  // Made once: a key handed in as bytes costs more than the digest it is for.
  const secret = createSecretKey(key);
  const made = new WeakMap<RealIdentity, Pseudonym>();
  const make = (person: RealIdentity): Pseudonym => {
    const digest = createHmac('sha256', secret)
      .update([VERSION, tenantId, periodId, 'person', person.reveal()].join('\u001f'))
      .digest();
    return readPseudonym(PREFIX + digest.subarray(0, 16).toString('base64url'));
  };
  return (person) => {
    const pseudonym = made.get(person) ?? make(person);
    made.set(person, pseudonym);
    return pseudonym;
  };
}

/** Whether a text has the shape of a pseudonym. */
export function isPseudonym(text: string): text is Pseudonym {
  return SHAPE.test(text);
}

/**
 * The one door by which a stored pseudonym comes back; it checks the shape.
 *
 * @throws TypeError, without quoting the text, when it is not shaped like a pseudonym
 */
export function readPseudonym(text: string): Pseudonym {
  if (!isPseudonym(text)) throw new TypeError('Something that is not a pseudonym stood where one belongs.');
  return text;
}
