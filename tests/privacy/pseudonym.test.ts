import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPseudonym, pseudonymMaker, readPseudonym } from '../../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { byteStream } from './byte-stream.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const KEY = byteStream('period key')(32);
const OTHER_KEY = byteStream('other period key')(32);
const PEOPLE = Array.from({ length: 10_000 }, (_, index) => {
  const end = index.toString(16).padStart(12, '0');
  return new RealIdentity(`00000000-0000-4000-8000-${end}`);
});

function bitsOf(pseudonym: string): boolean[] {
  const bytes = Buffer.from(pseudonym.slice(3), 'base64url');
  return [...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, bit) => ((byte >> bit) & 1) === 1));
}

describe('a pseudonym', () => {
  it('is the HMAC written down in design D5, cut to 128 bits', () => {
    const person = new RealIdentity('AAAAAAAA-0000-4000-8000-000000000001');
    const bytes = `v1\x1f${TENANT}\x1f2026-Q3\x1fperson\x1faaaaaaaa-0000-4000-8000-000000000001`;
    const expected = createHmac('sha256', KEY).update(bytes).digest('hex').slice(0, 32);
    const made = pseudonymMaker(TENANT, '2026-Q3', KEY)(person);
    expect(Buffer.from(made.slice(3), 'base64url').toString('hex')).toBe(expected);
    expect(made).toMatch(/^p1_[A-Za-z0-9_-]{22}$/);
  });

  it('is different for each of 10,000 people whose ids differ in their last digits only', () => {
    expect(new Set(PEOPLE.map(pseudonymMaker(TENANT, '2026-Q3', KEY))).size).toBe(PEOPLE.length);
  });

  it('says nothing of the same person in another period, tenant or under another key', () => {
    const here = PEOPLE.map(pseudonymMaker(TENANT, '2026-Q3', KEY)).map(bitsOf);
    const elsewhere = [
      pseudonymMaker(TENANT, '2026-Q3', OTHER_KEY),
      pseudonymMaker(TENANT, '2026-Q4', KEY),
      pseudonymMaker('99999999-2222-4333-8444-555555555555', '2026-Q3', KEY),
    ];
    for (const maker of elsewhere) {
      const there = PEOPLE.map(maker).map(bitsOf);
      const agreeing = Array.from(
        { length: 128 },
        (_, bit) => here.filter((bits, i) => bits[bit] === there[i]?.[bit]).length,
      );
      // Unrelated bits agree in half of 10,000 cases; standard deviation 50. All 128 within 4.5 of them.
      for (const count of agreeing) expect(Math.abs(count - 5_000)).toBeLessThan(4.5 * 50);
    }
  });

  it('is made of fields that cannot be pushed into each other', () => {
    const person = new RealIdentity('b');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.nat(8), (tenant, period, cut) => {
        fc.pre(!`${tenant}${period}`.includes('\x1f'));
        const moved = `${tenant}${period}`;
        const [t, p] = [moved.slice(0, cut), moved.slice(cut)];
        fc.pre(t !== tenant);
        expect(pseudonymMaker(t, p, KEY)(person)).not.toBe(pseudonymMaker(tenant, period, KEY)(person));
      }),
    );
  });

  it('needs a key of exactly 256 bits', () => {
    for (const size of [0, 16, 31, 33]) {
      expect(() => pseudonymMaker(TENANT, '2026-Q3', new Uint8Array(size))).toThrow(RangeError);
    }
  });

  it('comes back by its shape alone, and a refusal does not quote what stood there', () => {
    const made = pseudonymMaker(TENANT, '2026-Q3', KEY)(new RealIdentity('a'));
    expect(readPseudonym(made)).toBe(made);
    const wrong = [
      'kari@example.no',
      made.slice(1),
      `${made}A`,
      made.replace('p1_', 'm1_'),
      `${made.slice(0, -1)}B`,
      `${made}\n`,
    ];
    for (const text of wrong) {
      expect(isPseudonym(text)).toBe(false);
      expect(() => readPseudonym(text)).toThrow(/^Something that is not a pseudonym stood where one belongs\.$/);
    }
  });
});
