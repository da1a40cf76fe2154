import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from '../../connector/network/agreement.ts';

const of = (one: number[], other: number[]) => agreement(Int32Array.from(one), Int32Array.from(other));

describe('on paper', () => {
  test('two groups of two against three and one', () => {
    const { people, nmi, ari } = of([0, 0, 1, 1], [0, 0, 0, 1]);
    const entropies = Math.log(2) + 0.75 * Math.log(4 / 3) + 0.25 * Math.log(4);
    expect(people).toBe(4);
    expect(nmi).toBeCloseTo((2 * 0.75 * Math.log(4 / 3)) / entropies, 14);
    expect(ari).toBe(0);
  });

  test('the examples of scikit-learn’s documentation', () => {
    // adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) and ([0, 0, 1, 1], [0, 0, 1, 2]) are 0.57; ([0,0,1,1],[0,1,0,1]) −0.5.
    expect(of([0, 0, 1, 2], [0, 0, 1, 1]).ari).toBeCloseTo(4 / 7, 14);
    expect(of([0, 0, 1, 1], [0, 0, 1, 2]).ari).toBeCloseTo(4 / 7, 14);
    expect(of([0, 0, 1, 1], [0, 1, 0, 1]).ari).toBeCloseTo(-0.5, 14);
    expect(of([0, 0, 1, 1], [0, 1, 0, 1]).nmi).toBe(0);
    expect(of([0, 0, 0, 0], [0, 1, 2, 3])).toEqual({ people: 4, nmi: 0, ari: 0 });
  });

  test('the same by other names is 1, one group each and everybody alone included', () => {
    expect(of([0, 0, 1, 1], [7, 7, 3, 3])).toEqual({ people: 4, nmi: 1, ari: 1 });
    expect(of([0, 0], [5, 5])).toEqual({ people: 2, nmi: 1, ari: 1 });
    expect(of([0, 1, 2], [2, 1, 0])).toEqual({ people: 3, nmi: 1, ari: 1 });
    expect(of([4], [2])).toEqual({ people: 1, nmi: 1, ari: 1 });
  });

  test('nobody, and nobody in both, is undefined', () => {
    expect(of([], [])).toEqual({ people: 0, nmi: null, ari: null });
    expect(of([-1, 0], [0, -1])).toEqual({ people: 0, nmi: null, ari: null });
  });

  test('lists of different people are refused', () => {
    expect(() => of([0], [0, 1])).toThrow(RangeError);
  });
});

describe('for any two divisions', () => {
  const group = fc.integer({ min: -1, max: 4 });
  const divisions = fc.array(fc.tuple(group, group), { maxLength: 30 });
  const columns = (rows: [number, number][]) => of(rows.map((row) => row[0]), rows.map((row) => row[1])); // prettier-ignore

  test('neither is first, names mean nothing, order means nothing, whoever is in none is as if absent', () => {
    fc.assert(
      fc.property(divisions, (rows) => {
        const found = columns(rows);
        expect(columns(rows.map(([one, other]) => [other, one]))).toEqual(found);
        expect(columns(rows.map(([one, other]) => [one < 0 ? -1 : 9 - one, other]))).toEqual(found);
        expect(columns([...rows].reverse())).toEqual(found);
        expect(columns(rows.filter(([one, other]) => one >= 0 && other >= 0))).toEqual(found);
      }),
    );
  });

  test('the definitions read aloud give the same', () => {
    fc.assert(
      fc.property(divisions, (rows) => {
        const inBoth = rows.filter(([one, other]) => one >= 0 && other >= 0);
        const { nmi, ari } = columns(rows);
        if (inBoth.length === 0) return;
        expect(nmi).toBeGreaterThanOrEqual(0);
        expect(nmi).toBeLessThanOrEqual(1 + 1e-12);
        expect(nmi).toBeCloseTo(naiveNmi(inBoth), 9);
        expect(ari).toBeCloseTo(naiveAri(inBoth), 9);
      }),
    );
  });
});

function naiveNmi(rows: [number, number][]): number {
  const share = (test: (row: [number, number]) => boolean) => rows.filter(test).length / rows.length;
  let [shared, one, other] = [0, 0, 0];
  for (let u = 0; u <= 4; u += 1) {
    const p = share((row) => row[0] === u);
    const q = share((row) => row[1] === u);
    if (p > 0) one -= p * Math.log(p);
    if (q > 0) other -= q * Math.log(q);
    for (let v = 0; v <= 4; v += 1) {
      const joint = share((row) => row[0] === u && row[1] === v);
      if (joint > 0) shared += joint * Math.log(joint / (p * share((row) => row[1] === v)));
    }
  }
  return one + other === 0 ? 1 : (2 * shared) / (one + other);
}

function naiveAri(rows: [number, number][]): number {
  let [both, one, other, all] = [0, 0, 0, 0];
  for (let p = 0; p < rows.length; p += 1) {
    for (let q = 0; q < p; q += 1) {
      const inOne = rows[p]![0] === rows[q]![0];
      const inOther = rows[p]![1] === rows[q]![1];
      [both, one, other, all] = [both + +(inOne && inOther), one + +inOne, other + +inOther, all + 1];
    }
  }
  const expected = all === 0 ? 0 : (one * other) / all;
  const most = (one + other) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
