import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degrees, strengths } from '../../connector/network/degree.ts';
import { density, unitDensities, unitPairs } from '../../connector/network/density.ts';
import { reciprocity } from '../../connector/network/reciprocity.ts';
import {
  asNetwork,
  columnOf,
  directedReferenceNames,
  hasReferences,
  largestDifference,
  numbersOf,
  referenceNames,
  referenceSet,
  summaryOf,
  unitNamesOf,
  unitsOf,
} from './reference-sets.ts';
import { drawn, mirrored, someTies, someUnits, withoutWeights } from './some-network.ts';

const undirected = { directed: false };

describe('degree, strength and reciprocity on paper', () => {
  const ties = [
    [0, 1],
    [0, 2],
    [1, 0],
  ] as const;

  test('the examples of their docstrings', () => {
    const directed = degrees(drawn(3, ties, true));
    expect([[...directed.out], [...directed.in]]).toEqual([
      [2, 1, 0],
      [1, 1, 1],
    ]);
    expect([...degrees(drawn(3, ties)).out]).toEqual([2, 1, 1]);
    const weighted = strengths(
      drawn(3, [
        [0, 1, 3],
        [0, 2, 1],
      ]),
    );
    expect([[...weighted.out], [...weighted.in]]).toEqual([
      [4, 3, 1],
      [4, 3, 1],
    ]);
    expect(reciprocity(drawn(3, ties, true))).toBeCloseTo(2 / 3, 15);
  });

  test('nobody and the lonely', () => {
    expect(degrees(drawn(0, [])).out).toHaveLength(0);
    expect([...strengths(drawn(2, [[1, 1, 4]])).out]).toEqual([0, 0]);
    expect(reciprocity(drawn(3, [], true))).toBeNull();
  });

  test('mirrored: out and in change places, and what is returned stays returned', () => {
    fc.assert(
      fc.property(someTies(), ({ people, ties: seen }) => {
        const there = drawn(people, seen, true);
        const back = drawn(people, mirrored(seen), true);
        expect([...strengths(back).out]).toEqual([...strengths(there).in]);
        expect([...degrees(back).in]).toEqual([...degrees(there).out]);
        expect(reciprocity(back)).toBe(reciprocity(there));
        if (there.targets.length > 0) expect(reciprocity(drawn(people, seen))).toBe(1);
      }),
    );
  });
});

describe('density on paper', () => {
  test('the examples of its docstrings', () => {
    expect(density(drawn(3, [[0, 1]]))).toBeCloseTo(1 / 3, 15);
    expect(density(drawn(3, [[0, 1]], true))).toBeCloseTo(1 / 6, 15);
    const network = drawn(3, [
      [0, 1],
      [0, 2],
    ]);
    const pairs = unitPairs(network, Int32Array.of(0, 0, 1), undirected);
    expect([...pairs.ties]).toEqual([1, 1, 1, 0]);
    expect([...pairs.densities]).toEqual([1, 0.5, 0.5, NaN]);
    const { within, beyond } = unitDensities(pairs, undirected);
    expect([...within, ...beyond]).toEqual([1, NaN, 0.5, 0.5]);
  });

  test('nobody, one person, no units', () => {
    expect(density(drawn(0, []))).toBeNull();
    expect(density(drawn(1, [[0, 0]]))).toBeNull();
    expect(unitPairs(drawn(2, [[0, 1]]), Int32Array.of(-1, -1), undirected).ties).toHaveLength(0);
    const one = unitPairs(drawn(2, [[0, 1]]), Int32Array.of(0, 0), undirected);
    expect([...unitDensities(one, undirected).beyond]).toEqual([NaN]);
    expect(() => unitPairs(drawn(2, []), Int32Array.of(0), undirected)).toThrow(RangeError);
  });

  test('for any ties: cells are counts, undirected ones mirror, and directed ones turn with the direction', () => {
    fc.assert(
      fc.property(someTies(), someUnits, ({ people, ties: seen }, units) => {
        const unitOf = Int32Array.from(units.slice(0, people));
        const both = unitPairs(drawn(people, seen), unitOf, undirected);
        const there = unitPairs(drawn(people, seen, true), unitOf, { directed: true });
        const back = unitPairs(drawn(people, mirrored(seen), true), unitOf, { directed: true });
        for (let u = 0; u < both.units; u += 1)
          for (let v = 0; v < both.units; v += 1) {
            const [cell, turned] = [u * both.units + v, v * both.units + u];
            expect(both.ties[cell]).toBe(both.ties[turned]);
            expect(both.weights[cell]).toBeCloseTo(
              u === v ? there.weights[cell]! : there.weights[cell]! + there.weights[turned]!,
              9,
            );
            expect(back.weights[turned]).toBeCloseTo(there.weights[cell]!, 9);
            expect(Number.isNaN(both.densities[cell]!) || both.densities[cell]! <= 1).toBe(true);
          }
        const plain = drawn(people, withoutWeights(seen));
        if (!units.slice(0, people).includes(-1))
          expect(both.ties.reduce((sum, value, cell) => sum + (cell % (both.units + 1) === 0 ? 2 : 1) * value, 0)).toBe(
            plain.targets.length,
          );
      }),
    );
  });
});

describe.skipIf(!hasReferences)('counts against igraph (skipped without ../shared)', () => {
  test.each(referenceNames)('degrees and strengths of %s', (name) => {
    const set = referenceSet(name);
    const file = `${name}__nodes.csv`;
    const whole = asNetwork(set, { directed: false, weighted: true });
    expect([...degrees(whole).out]).toEqual(numbersOf(file, 'degree_undirected'));
    expect(largestDifference(strengths(whole).out, numbersOf(file, 'strength_undirected'))).toBeLessThan(1e-9);
    expect(density(asNetwork(set, { directed: set.directed, weighted: false }))).toBeCloseTo(
      summaryOf(name, 'density'),
      12,
    );
  });

  test.each(directedReferenceNames)('ways of %s', (name) => {
    const set = referenceSet(name);
    const file = `${name}__nodes.csv`;
    const network = asNetwork(set, { directed: true, weighted: true });
    const [degree, strength] = [degrees(network), strengths(network)];
    expect([...degree.in]).toEqual(numbersOf(file, 'in_degree'));
    expect([...degree.out]).toEqual(numbersOf(file, 'out_degree'));
    expect(largestDifference(strength.in, numbersOf(file, 'in_strength'))).toBeLessThan(1e-9);
    expect(largestDifference(strength.out, numbersOf(file, 'out_strength'))).toBeLessThan(1e-9);
    expect(reciprocity(network)).toBeCloseTo(summaryOf(name, 'reciprocity'), 12);
  });

  test.each(referenceNames.flatMap((name) => unitNamesOf(name).map((unit) => [name, unit] as const)))(
    'units of %s by %s',
    (name, unit) => {
      const { unitOf, names } = unitsOf(name, unit);
      const network = asNetwork(referenceSet(name), { directed: false, weighted: false });
      const pairs = unitPairs(network, unitOf, undirected);
      const matrix = names.map((to) => numbersOf(`${name}__unit_matrix_${unit}.csv`, to));
      const rows = columnOf(`${name}__unit_matrix_${unit}.csv`, '');
      expect(rows).toEqual(names);
      expect([...pairs.ties]).toEqual(names.flatMap((_, row) => names.map((__, column) => matrix[column]![row])));
      const file = `${name}__units_${unit}.csv`;
      expect([...pairs.sizes]).toEqual(numbersOf(file, 'size'));
      const { within, beyond } = unitDensities(pairs, undirected);
      expect(largestDifference(within, numbersOf(file, 'internal_density'))).toBeLessThan(1e-9);
      expect(largestDifference(beyond, numbersOf(file, 'external_density'))).toBeLessThan(1e-9);
    },
  );
});
