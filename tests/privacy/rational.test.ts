import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asNumber,
  integerRoot,
  isGreater,
  product,
  quotient,
  rational,
  rationalText,
  readRational,
  sumOf,
} from '../../connector/privacy/rational.ts';

const anyRational = fc
  .tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('a rational', () => {
  it('is kept in lowest terms', () => {
    expect(rational(6n, 4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(rational(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it('adds up exactly where floats do not', () => {
    expect(sumOf([rational(1n, 10n), rational(2n, 10n)])).toEqual(rational(3n, 10n));
    expect(sumOf([])).toEqual(rational(0n));
    expect(product(rational(2n, 3n), rational(3n, 4n))).toEqual(rational(1n, 2n));
    expect(quotient(rational(6n), rational(2n, 5n))).toEqual(rational(15n));
    expect(asNumber(rational(5n, 2n))).toBe(2.5);
  });

  it('is written p/q and read back; other forms are refused', () => {
    fc.assert(
      fc.property(anyRational, (value) => {
        expect(readRational(rationalText(value))).toEqual(value);
      }),
    );
    for (const text of ['', '0.5', '1', '1/0', '-1/2', '01/2', '1/2 '])
      expect(() => readRational(text)).toThrow(RangeError);
  });

  it('is ordered', () => {
    expect(isGreater(rational(1n, 3n), rational(33n, 100n))).toBe(true);
    expect(isGreater(rational(1n, 3n), rational(1n, 3n))).toBe(false);
  });

  it('is at least 0, over at least 1', () => {
    expect(() => rational(-1n)).toThrow(RangeError);
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => quotient(rational(1n), rational(0n))).toThrow(RangeError);
  });
});

describe('the integer root', () => {
  it('is the largest whole number whose square fits', () => {
    expect([0n, 1n, 2n, 3n, 4n, 8n, 9n, 15n, 16n].map(integerRoot)).toEqual([0n, 1n, 1n, 1n, 2n, 2n, 3n, 3n, 4n]);
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), (n) => {
        const root = integerRoot(n);
        expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true);
      }),
    );
    expect(() => integerRoot(-1n)).toThrow(RangeError);
  });
});
