import { createHmac, createSecretKey } from 'node:crypto';
import type { RealIdentity } from './real-identity.ts';

declare const brand: unique symbol;

/**
 * A keyed stand-in under the standing key: `m1_` and 128 bits in base64url. It outlives the periods, so it is used for
 * one thing alone: to recognise those who must never be read. Only this file makes one.
 */
export type Mark = string & { readonly [brand]: 'mark' };

export type MarkMaker = (person: RealIdentity) => Mark;

const VERSION = 'v1';
const PREFIX = 'm1_';
const SHAPE = /^m1_[A-Za-z0-9_-]{21}[AQgw]$/;
const KEY_BYTES = 32;
const MARK_BYTES = 16;

/**
 * Makes the marks of one tenant: HMAC-SHA-256 over version, tenant, kind and object id, cut to 128 bits. The fields are
 * joined with a unit separator, which none of them can contain, so no two lists of fields give the same bytes.
 *
 * The same person keeps the same mark for as long as the standing key lives: an objection holds in every period. A mark
 * is unrelated to the person's pseudonyms, which are made under other keys.
 *
 * @param standingKey 32 random bytes that belong to this tenant alone
 * @throws RangeError when the key is not 256 bits
 */
export function markMaker(tenantId: string, standingKey: Uint8Array): MarkMaker {
  if (standingKey.byteLength !== KEY_BYTES) throw new RangeError('A standing key is exactly 256 bits.');
  // Made once: a key handed in as bytes costs more than the digest it is for.
  const secret = createSecretKey(standingKey);
  return (person) => {
    const digest = createHmac('sha256', secret)
      .update([VERSION, tenantId, 'mark', person.reveal()].join('\u001f'))
      .digest();
    return readMark(PREFIX + digest.subarray(0, MARK_BYTES).toString('base64url'));
  };
}

/**
 * A mark that belongs to nobody: random bits, which no object id leads to except with probability 2⁻¹²⁸ each. The demo
 * brings one as its protected contact, so that it never runs without.
 */
export function markOfNobody(random: (size: number) => Uint8Array): Mark {
  return readMark(PREFIX + Buffer.from(random(MARK_BYTES)).toString('base64url'));
}

/** Whether a text has the shape of a mark. */
export function isMark(text: string): text is Mark {
  return SHAPE.test(text);
}

/**
 * The one door by which a stored mark comes back; it checks the shape.
 *
 * @throws TypeError, without quoting the text, when it is not shaped like a mark
 */
export function readMark(text: string): Mark {
  if (!isMark(text)) throw new TypeError('Something that is not a mark stood where one belongs.');
  return text;
}
