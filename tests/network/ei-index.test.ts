import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eiIndex, permutedEI } from '../../connector/network/ei-index.ts';
import { participation } from '../../connector/network/participation.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import {
  asNetwork,
  hasReferences,
  largestDifference,
  numbersOf,
  referenceNames,
  referenceSet,
  summaryOf,
  unitNamesOf,
  unitsOf,
} from './reference-sets.ts';
import { drawn, relabelled, renumbering, someTies, someUnits, withoutWeights } from './some-network.ts';

const undirected = { directed: false };
const corner = drawn(3, [
  [0, 1],
  [0, 2],
]);
const cornerUnits = Int32Array.of(0, 0, 1);

describe('E-I index on paper', () => {
  test('the example of its docstring', () => {
    const { people, units, whole, expected } = eiIndex(corner, cornerUnits, undirected);
    expect([...people]).toEqual([0, -1, 1]);
    expect([units.internal[0], units.external[0], units.byTies[0]]).toEqual([1, 1, 0]);
    expect(units.byEnds[0]).toBeCloseTo(-1 / 3, 15);
    expect(units.bridgingShare[0]).toBeCloseTo(1 / 3, 15);
    expect(units.correctedShare[0]).toBeCloseTo(2 / 3, 15);
    expect(whole).toEqual({ internal: 1, external: 1, index: 0 });
    expect(expected).toBeCloseTo(1 / 3, 15);
  });

  test('weights weigh, and a directed network counts who points', () => {
    const heavy = drawn(3, [
      [0, 1, 3],
      [0, 2, 1],
    ]);
    expect(eiIndex(heavy, cornerUnits, undirected).whole.index).toBe(-0.5);
    const directed = drawn(
      3,
      [
        [0, 1],
        [1, 0],
        [0, 2],
      ],
      true,
    );
    const found = eiIndex(directed, cornerUnits, { directed: true });
    expect([...found.people]).toEqual([0, -1, NaN]);
    expect(found.whole).toEqual({ internal: 2, external: 1, index: -1 / 3 });
  });

  test('without ties or units nothing is told', () => {
    const none = eiIndex(drawn(2, []), Int32Array.of(0, 1), undirected);
    expect([...none.people, ...none.units.byTies]).toEqual([NaN, NaN, NaN, NaN]);
    expect([none.whole.index, none.expected]).toEqual([null, null]);
    expect(eiIndex(drawn(0, []), Int32Array.of(), undirected).people).toHaveLength(0);
    expect([...eiIndex(corner, Int32Array.of(-1, 0, 1), undirected).people]).toEqual([NaN, NaN, NaN]);
    expect(eiIndex(corner, Int32Array.of(0, 0, 0), undirected).units.correctedShare[0]).toBeNaN();
    expect(() => eiIndex(corner, Int32Array.of(0), undirected)).toThrow(RangeError);
  });
});

describe('E-I index of any network', () => {
  test('stays within −1 and 1, adds up, and does not depend on numbers or the scale of weights', () => {
    fc.assert(
      fc.property(someTies(), someUnits, fc.nat(20), fc.boolean(), ({ people, ties }, units, turn, directed) => {
        const unitOf = Int32Array.from(units.slice(0, people));
        const found = eiIndex(drawn(people, ties, directed), unitOf, { directed });
        for (const value of [...found.people, ...found.units.byTies, ...found.units.byEnds])
          expect(Number.isNaN(value) || Math.abs(value) <= 1).toBe(true);
        const internal = found.units.internal.reduce((sum, value) => sum + value, 0);
        expect(internal).toBeCloseTo(found.whole.internal, 9);
        const to = renumbering(people, turn);
        const moved = new Int32Array(people);
        to.forEach((number, person) => (moved[number] = unitOf[person]!));
        const heavier = relabelled(ties, to).map(([p, q, weight]) => [p, q, 8 * weight!] as const);
        const again = eiIndex(drawn(people, heavier, directed), moved, { directed });
        expect(
          largestDifference(
            to.map((number) => again.people[number]!),
            found.people,
            1,
          ),
        ).toBeLessThan(1e-12);
        expect(again.whole.index ?? 9).toBeCloseTo(found.whole.index ?? 9, 12);
      }),
    );
  });
});

describe('E-I under permuted units', () => {
  test('the corner has six deals: two of three put the pair together in a tie', () => {
    // The lonely unit falls on 0, 1 or 2: E-I 1, 0, 0.
    const found = permutedEI(corner, cornerUnits, { rounds: 3000, random: seededRandom(1) })!;
    expect(found.measured).toBe(0);
    expect([found.least, found.greatest]).toEqual([0, 1]);
    expect(Math.abs(found.mean - 1 / 3)).toBeLessThan(0.04);
    expect(Math.abs(found.standardDeviation - Math.SQRT2 / 3)).toBeLessThan(0.04);
    expect(Math.abs(found.noHigher - 2 / 3)).toBeLessThan(0.04);
    expect(found.noLower).toBe(1);
  });

  test('is the same for the same seed, and undefined without ties between units', () => {
    const once = (seed: number) => permutedEI(corner, cornerUnits, { rounds: 20, random: seededRandom(seed) });
    expect(once(4)).toEqual(once(4));
    expect(permutedEI(drawn(2, []), Int32Array.of(0, 1), { rounds: 5, random: seededRandom(1) })).toBeNull();
    expect(() => permutedEI(corner, cornerUnits, { rounds: 0, random: seededRandom(1) })).toThrow(RangeError);
  });

  test('its mean is what eiIndex expects, whoever has no unit', () => {
    fc.assert(
      fc.property(someTies(), someUnits, fc.boolean(), ({ people, ties }, units, weighted) => {
        fc.pre(!units.slice(0, people).includes(-1));
        const unitOf = Int32Array.from(units.slice(0, people));
        const network = drawn(people, weighted ? ties : withoutWeights(ties));
        const { expected } = eiIndex(network, unitOf, undirected);
        const found = permutedEI(network, unitOf, { rounds: 400, random: seededRandom(3) });
        if (found === null) expect(expected).toBeNull();
        else expect(Math.abs(found.mean - expected!)).toBeLessThan(0.005 + (6 * found.standardDeviation) / 20);
      }),
      { numRuns: 60 },
    );
  });
});

describe('participation', () => {
  test('the example of its docstring, and who has none', () => {
    const star = drawn(5, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    const found = participation(star, Int32Array.of(0, 0, 1, 2, 0));
    expect(found[0]).toBeCloseTo(2 / 3, 15);
    expect([found[1], found[4]]).toEqual([0, NaN]);
    expect([...participation(star, Int32Array.of(-1, 0, 1, 2, 0))]).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  test('is 1 minus the squared shares, for any network', () => {
    fc.assert(
      fc.property(someTies(), someUnits, ({ people, ties }, units) => {
        const network = drawn(people, ties);
        const found = participation(network, Int32Array.from(units.slice(0, people)));
        const naive = Array.from(found, (_, p) => {
          const toward = [0, 0, 0, 0];
          for (let arc = network.offsets[p]!; arc < network.offsets[p + 1]!; arc += 1) {
            const unit = units[network.targets[arc]!]!;
            if (unit >= 0) toward[unit]! += network.weights?.[arc] ?? 1;
          }
          const all = toward.reduce((sum, value) => sum + value, 0);
          if (units[p]! < 0 || all === 0) return NaN;
          return 1 - toward.reduce((sum, value) => sum + (value / all) ** 2, 0);
        });
        expect(largestDifference(found, naive, 1)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe.skipIf(!hasReferences)('E-I against counts of igraph’s ties (skipped without ../shared)', () => {
  const cases = referenceNames.flatMap((name) => unitNamesOf(name).map((unit) => [name, unit] as const));
  test.each(cases)('%s by %s', (name, unit) => {
    const set = referenceSet(name);
    const { unitOf } = unitsOf(name, unit);
    const binary = eiIndex(asNetwork(set, { directed: false, weighted: false }), unitOf, undirected);
    const file = `${name}__units_${unit}.csv`;
    const ofPeople = numbersOf(`${name}__nodes.csv`, `${unit}_ei_node_undirected_binary`);
    expect(largestDifference(binary.people, ofPeople)).toBeLessThan(1e-9);
    expect([...binary.units.internal]).toEqual(numbersOf(file, 'internal_ties'));
    expect([...binary.units.external]).toEqual(numbersOf(file, 'external_ties'));
    expect(largestDifference(binary.units.byTies, numbersOf(file, 'ei_ties'))).toBeLessThan(1e-9);
    expect(largestDifference(binary.units.byEnds, numbersOf(file, 'ei_tie_ends'))).toBeLessThan(1e-9);
    for (const [directed, weighted] of [
      [false, false],
      [false, true],
      ...(set.directed
        ? ([
            [true, false],
            [true, true],
          ] as const)
        : []),
    ] as const) {
      const key = `${unit}:EI_${directed ? 'directed' : 'undirected'}_${weighted ? 'weighted' : 'binary'}`;
      const { whole } = eiIndex(asNetwork(set, { directed, weighted }), unitOf, { directed });
      expect(whole.index, key).toBeCloseTo(summaryOf(name, key), 12);
    }
  });

  test('the share of contacts outside the department, invs13', () => {
    const set = referenceSet('invs13');
    const { unitOf } = unitsOf('invs13', 'department');
    const { people } = eiIndex(asNetwork(set, { directed: false, weighted: false }), unitOf, undirected);
    const file = 'invs13__external_fraction.csv';
    const expected = new Map(numbersOf(file, 'id').map((id, at) => [String(id), numbersOf(file, 'f_external')[at]!]));
    // The file has four digits: f is (1 + E-I) / 2.
    for (const [person, id] of set.ids.entries())
      expect(Math.abs((1 + people[person]!) / 2 - expected.get(id)!)).toBeLessThan(5.1e-5);
  });
});
