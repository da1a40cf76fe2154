import { describe, expect, it } from 'vitest';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { isSignature, openSignature, readSignature, signatureMaker } from '../../connector/privacy/signature.ts';
import { byteStream } from './byte-stream.ts';

const KEY = byteStream('standing key')(32);
const ID = '0a1b2c3d-1111-4222-8333-444455556666';
const person = new RealIdentity(ID);
const sign = signatureMaker('tenant', KEY, byteStream('vectors'));

describe('a signature', () => {
  it('leads back to who signed, for who holds the key', () => {
    expect(openSignature('tenant', KEY, sign(person)).reveal()).toBe(ID);
    expect(openSignature('tenant', KEY, sign(new RealIdentity('a'.repeat(47)))).reveal()).toBe('a'.repeat(47));
  });

  it('holds the id in no readable form, is always equally long and never the same twice', () => {
    const two = [sign(person), sign(person), sign(new RealIdentity('a'))];
    expect(new Set(two).size).toBe(3);
    expect(new Set(two.map((signature) => signature.length))).toEqual(new Set([131]));
    for (const signature of two) {
      const bytes = Buffer.from(signature.slice(3), 'base64url').toString('latin1');
      expect(bytes).not.toContain(ID.slice(0, 4));
    }
  });

  it('does not open under another key, for another tenant, or with any one of its bits changed', () => {
    const signature = sign(person);
    expect(() => openSignature('tenant', byteStream('another')(32), signature)).toThrow(TypeError);
    expect(() => openSignature('other tenant', KEY, signature)).toThrow(TypeError);
    const bytes = Buffer.from(signature.slice(3), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const text = readSignature(`s1_${changed.toString('base64url')}`);
      expect(() => openSignature('tenant', KEY, text)).toThrow(TypeError);
    }
  });

  it('is refused by shape, without being quoted, and a key is exactly 256 bits', () => {
    for (const text of [ID, sign(person).slice(0, -1), sign(person).replace('s1_', 'p1_')]) {
      expect(isSignature(text)).toBe(false);
      expect(() => readSignature(text)).toThrow(/^Something that is not a signature stood where one belongs\.$/);
    }
    expect(() => signatureMaker('tenant', new Uint8Array(16), byteStream('x'))).toThrow(RangeError);
    expect(() => sign(new RealIdentity('a'.repeat(48)))).toThrow(RangeError);
  });
});
