/** An exact number ≥ 0 in lowest terms. Budgets and variances are rationals: a float would round a promise. */
export interface Rational {
  readonly numerator: bigint;
  /** At least 1. */
  readonly denominator: bigint;
}

const SHAPE = /^(0|[1-9]\d{0,30})\/([1-9]\d{0,30})$/;

/**
 * @example rational(6n, 4n) // { numerator: 3n, denominator: 2n }
 * @throws RangeError when it is negative or its denominator is below 1
 */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (numerator < 0n || denominator < 1n) throw new RangeError('A rational here is at least 0, its denominator 1.');
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** The sum of all; 0 of none. */
export function sumOf(terms: readonly Rational[]): Rational {
  return terms.reduce(
    (a, b) => rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
    rational(0n),
  );
}

export function product(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when the divisor is 0 */
export function quotient(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function isGreater(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}

/** The form in which a rational is stored and hashed: `4/5`, a whole number as `15/1`. */
export function rationalText(value: Rational): string {
  return `${String(value.numerator)}/${String(value.denominator)}`;
}

/**
 * The inverse of `rationalText`.
 *
 * @throws RangeError when the text has another form
 */
export function readRational(text: string): Rational {
  const [, numerator, denominator] = SHAPE.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined) throw new RangeError('A rational is written p/q.');
  return rational(BigInt(numerator), BigInt(denominator));
}

/** The nearest floating-point number: for showing, never for spending or for making noise. */
export function asNumber(value: Rational): number {
  return Number(value.numerator) / Number(value.denominator);
}

/**
 * The largest whole number whose square is at most n (Newton's method on integers).
 *
 * @throws RangeError when n is negative
 */
export function integerRoot(n: bigint): bigint {
  if (n < 0n) throw new RangeError('Only numbers from 0 on have a root here.');
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (let next = (root + n / root) >> 1n; next < root; next = (root + n / root) >> 1n) root = next;
  return root;
}
