import { createHmac } from 'node:crypto';
import { Failure } from '../failure.ts';

export const KEY_BYTES = 32;
/** What the key-encryption key of a demo begins with, so that it can never be taken for a real one. */
export const DEMO_MARK = Buffer.from('demo key', 'latin1');
/** 32 random bytes have about 30 different values; fewer than 16 come once in 10¹⁶ draws. */
const LEAST_DIFFERENT = 16;

/**
 * Refuses a key-encryption key that is not 256 bits, was made for a demo, or does not look drawn at random: all zeroes,
 * one byte or half repeated, an even series, text somebody typed. A random key is refused less than once in 10¹³ times.
 *
 * @param called how the refusal names it; never its bytes
 * @throws Failure 'bad-setting'
 */
export function refuseGuessable(key: Uint8Array, called: string, { mayBeDemo }: { readonly mayBeDemo: boolean }): void {
  if (key.byteLength !== KEY_BYTES) {
    throw new Failure(
      'bad-setting',
      `${called} is not 256 bits: put the right one back, or make one with \`head -c 32 /dev/urandom\`.`,
    );
  }
  if (DEMO_MARK.equals(key.subarray(0, DEMO_MARK.byteLength))) {
    if (mayBeDemo) return;
    throw new Failure('bad-setting', `${called} was made for a demo: real data need a key of their own.`);
  }
  if (!isGuessable(key)) return;
  throw new Failure(
    'bad-setting',
    `${called} can be guessed: make one that is drawn at random, with \`head -c 32 /dev/urandom\`.`,
  );
}

function isGuessable(key: Uint8Array): boolean {
  const half = KEY_BYTES / 2;
  const step = (at: number): number => ((key[at + 1] ?? 0) - (key[at] ?? 0) + 256) % 256;
  const steps = new Set(Array.from({ length: KEY_BYTES - 1 }, (_, at) => step(at)));
  const isTyped = key.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a);
  const isRepeated = Buffer.from(key.subarray(0, half)).equals(key.subarray(half));
  return new Set(key).size < LEAST_DIFFERENT || steps.size === 1 || isTyped || isRepeated;
}

/** Names a key without telling anything of it: 128 bits, base64url. The same key has the same id everywhere. */
export function keyIdOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('samspill key id, version 1').digest().subarray(0, 16).toString('base64url');
}
