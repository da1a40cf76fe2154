import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isMark, markMaker, markOfNobody, readMark } from '../../connector/privacy/mark.ts';
import { pseudonymMaker } from '../../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { byteStream } from './byte-stream.ts';

const KEY = byteStream('standing key')(32);
const person = new RealIdentity('0a1b2c3d-1111-4222-8333-444455556666');

describe('a mark', () => {
  it('is an HMAC over version, tenant, kind and id, cut to 128 bits', () => {
    const bytes = 'v1\x1ftenant\x1fmark\x1f0a1b2c3d-1111-4222-8333-444455556666';
    const expected = createHmac('sha256', KEY).update(bytes).digest().subarray(0, 16).toString('base64url');
    expect(markMaker('tenant', KEY)(person)).toBe(`m1_${expected}`);
  });

  it('is the same for one person for as long as the key lives, whatever the letter case of the id', () => {
    const again = new RealIdentity('0A1B2C3D-1111-4222-8333-444455556666');
    expect(markMaker('tenant', KEY)(again)).toBe(markMaker('tenant', KEY)(person));
    expect(markMaker('tenant', KEY)(person)).toMatch(/^m1_[A-Za-z0-9_-]{22}$/);
  });

  it('differs between people, tenants and keys', () => {
    const marks = [
      markMaker('tenant', KEY)(person),
      markMaker('tenant', KEY)(new RealIdentity('0a1b2c3d-1111-4222-8333-444455556667')),
      markMaker('other tenant', KEY)(person),
      markMaker('tenant', byteStream('another')(32))(person),
    ];
    expect(new Set(marks).size).toBe(4);
  });

  it('has no bits in common with a pseudonym of the same person, even under the same key', () => {
    const pseudonym = pseudonymMaker('tenant', 'mark', KEY)(person);
    expect(markMaker('tenant', KEY)(person).slice(3)).not.toBe(pseudonym.slice(3));
  });

  it('can belong to nobody: the bytes given, and no other', () => {
    const made = markOfNobody(() => new Uint8Array(16).fill(255));
    expect(made).toBe('m1______________________w');
  });

  it('comes back by its shape alone; a key is exactly 256 bits', () => {
    const made = markMaker('tenant', KEY)(person);
    expect(readMark(made)).toBe(made);
    for (const text of [made.replace('m1_', 'p1_'), made.slice(0, -1), 'kari@example.no']) {
      expect(isMark(text)).toBe(false);
      expect(() => readMark(text)).toThrow(/^Something that is not a mark stood where one belongs\.$/);
    }
    expect(() => markMaker('tenant', new Uint8Array(31))).toThrow(RangeError);
  });
});
