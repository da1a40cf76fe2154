import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { structuralHoles } from '../../connector/network/constraint.ts';
import type { Network } from '../../connector/network/network.ts';
import {
  asNetwork,
  hasReferences,
  hasValues,
  largestDifference,
  numbersOf,
  referenceNames,
  referenceSet,
  tinySet,
} from './reference-sets.ts';
import { drawn, mirrored, relabelled, renumbering, someTies, withoutWeights } from './some-network.ts';

const undirected = { directed: false };

describe('constraint on paper', () => {
  test('the example of its docstring', () => {
    const found = structuralHoles(
      drawn(4, [
        [0, 1],
        [0, 2],
        [1, 2],
        [0, 3],
      ]),
      undirected,
    );
    expect(found.constraint[0]).toBeCloseTo(1 / 4 + 1 / 4 + 1 / 9, 14);
    expect(found.effectiveSize[0]).toBeCloseTo(7 / 3, 14);
    expect(found.efficiency[0]).toBeCloseTo(7 / 9, 14);
    expect([found.constraint[3], found.effectiveSize[3], found.efficiency[3]]).toEqual([1, 1, 1]);
  });

  test('three people who are all tied: 1.125 each', () => {
    const { constraint } = structuralHoles(
      drawn(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
      undirected,
    );
    expect([...constraint]).toEqual([1.125, 1.125, 1.125]);
  });

  test('nobody, the lonely, and those to whom nothing goes have none', () => {
    expect(structuralHoles(drawn(0, []), undirected).constraint).toHaveLength(0);
    expect([...structuralHoles(drawn(1, []), undirected).constraint]).toEqual([NaN]);
    const nothing = structuralHoles(drawn(3, [[0, 1, 0]]), undirected);
    expect([...nothing.constraint, ...nothing.effectiveSize, ...nothing.efficiency]).toEqual(Array(9).fill(NaN));
  });

  test('a mutual tie weighs 2 in a directed network without weights', () => {
    const ties = [
      [0, 1],
      [1, 0],
      [0, 2],
    ] as const;
    const { constraint } = structuralHoles(drawn(3, ties, true), { directed: true });
    expect(constraint[0]).toBeCloseTo(4 / 9 + 1 / 9, 14);
    expect(structuralHoles(drawn(3, ties), undirected).constraint[0]).toBeCloseTo(1 / 2, 14);
  });
});

describe('constraint of any network', () => {
  const ways = fc.record({ directed: fc.boolean(), weighted: fc.boolean() });

  test('is the definition read aloud', () => {
    fc.assert(
      fc.property(someTies(), ways, ({ people, ties }, { directed, weighted }) => {
        const network = drawn(people, weighted ? ties : withoutWeights(ties), directed);
        const found = structuralHoles(network, { directed });
        const naive = naiveHoles(network);
        expect(largestDifference(found.constraint, naive.constraint)).toBeLessThan(1e-12);
        expect(largestDifference(found.effectiveSize, naive.effectiveSize)).toBeLessThan(1e-12);
        found.efficiency.forEach((value, person) => {
          if (!Number.isNaN(value)) expect(value > 0 && value <= 1 + 1e-12, String(person)).toBe(true);
        });
      }),
    );
  });

  test('does not depend on numbers, on the scale of weights, on direction mirrored or on an isolated person', () => {
    fc.assert(
      fc.property(someTies(), fc.nat(20), ways, ({ people, ties }, turn, { directed, weighted }) => {
        const seen = weighted ? ties : withoutWeights(ties);
        const holes = (drawing: Network): Float64Array => structuralHoles(drawing, { directed }).constraint;
        const plain = holes(drawn(people, seen, directed));
        const to = renumbering(people, turn);
        const renumbered = holes(drawn(people, relabelled(seen, to), directed));
        const back = Float64Array.from(to, (number) => renumbered[number]!);
        expect(largestDifference(back, plain)).toBeLessThan(1e-12);
        const turned = drawn(people, mirrored(seen), directed);
        expect(largestDifference(holes(turned), plain)).toBeLessThan(1e-12);
        expect(largestDifference(holes(drawn(people + 1, seen, directed)), [...plain, NaN])).toBeLessThan(1e-12);
        const heavier = ties.map(([p, q, weight]) => [p, q, 8 * weight!] as const);
        if (weighted) expect(largestDifference(holes(drawn(people, heavier, directed)), plain)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe.skipIf(!hasReferences)('constraint against igraph and networkx (skipped without ../shared)', () => {
  test.each(referenceNames)('%s', (name) => {
    const set = referenceSet(name);
    const conventions = [
      ['undirected_binary', false, false],
      ['undirected_weighted', false, true],
      ...(set.directed
        ? ([
            ['directed_binary', true, false],
            ['directed_weighted', true, true],
          ] as const)
        : []),
    ] as const;
    for (const [convention, directed, weighted] of conventions) {
      const found = structuralHoles(asNetwork(set, { directed, weighted }), { directed });
      const expected = numbersOf(`${name}__nodes.csv`, `constraint_${convention}`);
      expect(largestDifference(found.constraint, expected), convention).toBeLessThan(1e-9);
    }
  });

  test.each(referenceNames.filter((name) => hasValues(`${name}__networkx_holes.csv`)))('%s, networkx', (name) => {
    const file = `${name}__networkx_holes.csv`;
    const set = referenceSet(name);
    const binary = structuralHoles(asNetwork(set, { directed: false, weighted: false }), undirected);
    const weighted = structuralHoles(asNetwork(set, { directed: false, weighted: true }), undirected);
    const directed = structuralHoles(asNetwork(set, { directed: true, weighted: false }), { directed: true });
    const both = structuralHoles(asNetwork(set, { directed: true, weighted: true }), { directed: true });
    const pairs = [
      ['effective_size_binary', binary.effectiveSize],
      ['efficiency_binary', binary.efficiency],
      ['constraint_binary', binary.constraint],
      ['effective_size_weighted', weighted.effectiveSize],
      ['constraint_weighted', weighted.constraint],
      ['constraint_directed_binary', directed.constraint],
      ['constraint_directed_weighted', both.constraint],
    ] as const;
    for (const [column, found] of pairs) {
      const expected = numbersOf(file, column);
      // networkx leaves a person undefined who has ties in but none out; igraph, above, does not, and neither do we.
      if (column.startsWith('constraint_directed'))
        expected.forEach((value, at) => (expected[at] = Number.isNaN(value) ? found[at]! : value));
      expect(largestDifference(found, expected), column).toBeLessThan(1e-9);
    }
  });

  test('published values, within what was printed', () => {
    const holes = (name: Parameters<typeof tinySet>[0], directed: boolean, weighted: boolean) => {
      const set = tinySet(name);
      const found = structuralHoles(asNetwork(set, { directed, weighted }), { directed });
      const of = (values: Float64Array) => Object.fromEntries(set.ids.map((id, at) => [id, values[at]!]));
      return { constraint: of(found.constraint), size: of(found.effectiveSize) };
    };
    const binary = holes('borgatti_holes', false, false);
    expectNear(binary.constraint, { G: 0.4, A: 0.595, C: 1 }, 0.001);
    expectNear(binary.size, { G: 4.67, A: 2.5, C: 1 }, 0.01);
    const weighted = holes('borgatti_holes', false, true);
    expectNear(weighted.constraint, { G: 0.299, A: 0.795, C: 1 }, 0.001);
    expectNear(weighted.size, { G: 5.47, A: 2.47, C: 1 }, 0.01);
    expectNear(holes('directed3', true, false).constraint, { 0: 1.003, 1: 1.003, 2: 1.389 }, 0.001);
    expectNear(holes('directed3', true, true).constraint, { 0: 0.84, 1: 1.143, 2: 1.378 }, 0.001);
    const adolescents = holes('adolescents', false, false);
    expectNear(adolescents.size, { Sue: 3, Alice: 2.5, Jane: 1, Dale: 1.67, Pam: 2.33, Carol: 2 }, 0.01);
    expectNear(adolescents.constraint, { Betty: 1, Sue: 0.43, Alice: 0.57 }, 0.01);
    const families = holes('florentine_marriage', false, false);
    expectNear(families.size, { Medici: 5.666667 }, 0.000001);
    expectNear(families.constraint, { Medici: 0.2099 }, 0.0001);
  });
});

function expectNear(found: Record<string, number>, expected: Record<string, number>, tolerance: number): void {
  for (const [id, value] of Object.entries(expected))
    expect(Math.abs(found[id]! - value), id).toBeLessThanOrEqual(tolerance);
}

/** The definition, person by person and pair by pair. */
function naiveHoles(network: Network) {
  const { people, offsets, targets, weights } = network;
  const a = Array.from({ length: people }, () => new Float64Array(people));
  const known = Array.from({ length: people }, () => new Uint8Array(people));
  for (let p = 0; p < people; p += 1)
    for (let arc = offsets[p]!; arc < offsets[p + 1]!; arc += 1) {
      a[p]![targets[arc]!] = weights === undefined ? 1 : weights[arc]!;
      known[p]![targets[arc]!] = known[targets[arc]!]![p] = 1;
    }
  const everybody = Array.from({ length: people }, (_, p) => p);
  const s = (p: number, q: number): number => a[p]![q]! + a[q]![p]!;
  const all = everybody.map((p) => everybody.reduce((sum, q) => sum + s(p, q), 0));
  const most = everybody.map((p) => Math.max(...everybody.map((q) => s(p, q))));
  const partners = everybody.map((p) => everybody.filter((q) => known[p]![q] === 1));
  const share = (p: number, q: number): number => s(p, q) / all[p]!;
  return {
    constraint: everybody.map((i) => {
      if (all[i] === 0) return NaN;
      const toward = partners[i]!.map((j) =>
        partners[i]!.reduce((sum, q) => sum + share(i, q) * share(q, j), share(i, j)),
      );
      return toward.reduce((sum, value) => sum + value ** 2, 0);
    }),
    effectiveSize: everybody.map((i) => {
      if (all[i] === 0) return NaN;
      const redundant = partners[i]!.flatMap((j) => partners[i]!.map((q) => (share(i, q) * s(j, q)) / most[j]!));
      return redundant.reduce((sum, value) => sum - value, partners[i]!.length);
    }),
  };
}
