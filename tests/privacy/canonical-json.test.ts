import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256, type Json } from '../../connector/privacy/canonical-json.ts';

/** The same value with the keys of every object in reverse order. */
function backwards(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(backwards);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, backwards(part)]),
  );
}

describe('canonical JSON', () => {
  it('orders keys, leaves out white space, keeps lists as they are', () => {
    expect(canonicalJson({ b: [2, null, 'x'], a: { d: true, c: -0.5 } })).toBe(
      '{"a":{"c":-0.5,"d":true},"b":[2,null,"x"]}',
    );
    expect(canonicalJson({ é: 1, z: 2, A: 3 })).toBe('{"A":3,"z":2,"é":1}');
  });

  it('says the same value, in the same text whatever the order of keys', () => {
    const value = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string(),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('json'),
          { maxKeys: 4 },
        ),
      ),
    })).json;
    fc.assert(
      fc.property(value, (json) => {
        const text = canonicalJson(json);
        const reversed = backwards(json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
        expect(canonicalJson(reversed)).toBe(text);
      }),
    );
  });

  it('has no words for numbers that are none', () => {
    expect(() => canonicalJson([Number.NaN])).toThrow(RangeError);
    expect(() => canonicalJson({ a: Infinity })).toThrow(RangeError);
  });

  it('is hashed as UTF-8 with SHA-256', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('ø')).toBe(sha256('\u00f8'));
  });
});
