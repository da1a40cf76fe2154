import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { discreteGaussian, inBlocks } from '../../connector/privacy/noise.ts';
import { rational } from '../../connector/privacy/rational.ts';
import { byteStream } from '../privacy/byte-stream.ts';

const DRAWS = 1_000_000;
const VARIANCE = 15;

describe('A10, the sampler', () => {
  const seen = new Map<number, number>();
  const random = inBlocks(byteStream('a million'));
  const variance = rational(BigInt(VARIANCE));
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const x = Number(discreteGaussian(variance, random));
    seen.set(x, (seen.get(x) ?? 0) + 1);
  }

  /** χ² of a million draws against a variance, and the value it passes once in a million. */
  function chiSquared(supposed: number): { statistic: number; limit: number } {
    const all = Array.from({ length: 201 }, (_, index) => index - 100);
    const weight = (x: number): number => Math.exp((-x * x) / (2 * supposed));
    const total = all.reduce((sum, x) => sum + weight(x), 0);
    const bins = all.map((x) => ({ expected: (weight(x) / total) * DRAWS, observed: seen.get(x) ?? 0 }));
    const wide = bins.filter(({ expected }) => expected >= 10);
    const statistic = wide.reduce((sum, bin) => sum + (bin.observed - bin.expected) ** 2 / bin.expected, 0);
    const freedom = wide.length - 1;
    return { statistic, limit: freedom * (1 - 2 / (9 * freedom) + 4.7534 * Math.sqrt(2 / (9 * freedom))) ** 3 };
  }

  it('has the distribution it claims over a million draws, at α = 10⁻⁶', () => {
    const { statistic, limit } = chiSquared(VARIANCE);
    expect(statistic).toBeLessThan(limit);
  });

  it('bites: a variance two per cent off is told', () => {
    const { statistic, limit } = chiSquared(VARIANCE * 1.02);
    expect(statistic).toBeGreaterThan(limit);
  });

  it('keeps neighbours apart by no more than the price: one count more changes each outcome by the odds of its place', () => {
    // P(x) / P(x − 1) = exp(−(2x − 1) / 2σ²), from the definition; seen within four standard errors.
    for (const x of [-5, -2, 0, 1, 3, 6]) {
      const [here, there] = [seen.get(x) ?? 0, seen.get(x - 1) ?? 0];
      const error = 4 * Math.sqrt(1 / here + 1 / there);
      expect(Math.abs(Math.log(here / there) + (2 * x - 1) / (2 * VARIANCE))).toBeLessThan(error);
    }
  });
});

/** What is not whole-number arithmetic, by the line it stands on. */
function floatsIn(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const note = (node: ts.Node): void => {
    const holder = ts.findAncestor(node, (it) => ts.isFunctionDeclaration(it) || ts.isConstructorDeclaration(it));
    const where =
      holder === undefined ? 'top' : ts.isFunctionDeclaration(holder) ? (holder.name?.text ?? '') : 'constructor';
    found.push(`${where}: ${node.getText(file)}`);
  };
  const isBig = (node: ts.Node): boolean => {
    const under = (it: ts.Node): boolean => ts.isBigIntLiteral(it) || (ts.forEachChild(it, under) ?? false);
    return under(node);
  };
  const look = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && /[.e]/i.test(node.text)) note(node);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(file) === 'Math') note(node);
    if (ts.isCallExpression(node) && /^(Number|parseFloat|asNumber)$/.test(node.expression.getText(file))) note(node);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.SlashToken && !isBig(node)) note(node);
    if (ts.isIdentifier(node) && /^Float(32|64)Array$/.test(node.text)) note(node);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** What may stand there, function by function, and why: no true count passes through it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // Divisions of bigint by bigint, which are whole by the language; the compiler refuses to mix them with numbers.
  'noise.ts': ['discreteGaussian: p / q', 'isHeadsWithExp: numerator / denominator'],
  // The same; and `asNumber`, where an exact ratio, public by itself, becomes a figure to be shown.
  'rational.ts': [
    'rational: numerator / divisor',
    'rational: denominator / divisor',
    'asNumber: Number(value.numerator) / Number(value.denominator)',
    'asNumber: Number(value.numerator)',
    'asNumber: Number(value.denominator)',
    'integerRoot: n / root',
    'integerRoot: n / root',
  ],
  // Odds in words, of public ρ.
  'budget.ts': [
    'isDueWith: QUARTERS_A_YEAR / releasesAYear(name, mostReleasesAYear)',
    'releasesAYear: Math.min',
    'rowFloor: Number(floor > LEAST_FLOOR ? floor : LEAST_FLOOR)',
    'rhoOfLastYear: Math.max',
    'rightGuessesInHundred: Math.sqrt(2 * asNumber(rho)) / 2',
    'rightGuessesInHundred: Math.sqrt',
    'rightGuessesInHundred: asNumber(rho)',
    'quarterNumber: Number(id.slice(0, 4))',
    'quarterNumber: Number(id.slice(-1))',
  ],
  'contribution.ts': [],
  // σ and ρ as shown beside a table; and the noise, drawn whole, which joins a whole count.
  'release.ts': [
    'constructor: Math.sqrt',
    'constructor: asNumber(readRational(content.sigmaSquared))',
    'constructor: asNumber(readRational(content.rho))',
    'layoutsOf: Math.min',
    'tableOf: Number(discreteGaussian(layout.sigmaSquared, random))',
  ],
};

describe('A11, low bits', () => {
  it('finds no arithmetic but of whole numbers where noise is drawn, and where people are counted', () => {
    for (const [name, allowed] of Object.entries(ALLOWED)) {
      const path = new URL(`../../connector/privacy/${name}`, import.meta.url);
      expect([name, floatsIn(name, readFileSync(path, 'utf8'))]).toEqual([name, allowed]);
    }
  });

  it.each([
    ['a uniform float', 'function draw() { return Math.random(); }'],
    ['a division of numbers', 'function draw(a: number, b: number) { return a / b; }'],
    ['a decimal', 'const sigma = 3.87;'],
    ['an array of floats', 'const counts = new Float64Array(6);'],
    ['a conversion', 'function draw(x: bigint) { return Number(x); }'],
  ])('bites: %s is found', (_, text) => {
    expect(floatsIn('bent.ts', text).length).toBeGreaterThan(0);
  });

  it('bites: the textbook Gaussian in place of ours has eight findings and more', () => {
    const text =
      'function gaussian(u: number, v: number) { return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v) / 1.5; }';
    expect(floatsIn('textbook.ts', text).length).toBeGreaterThan(4);
  });
});
