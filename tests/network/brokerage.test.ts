import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokerage, expectedBrokerage, standardBrokerage } from '../../connector/network/brokerage.ts';
import type { Network } from '../../connector/network/network.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import {
  asNetwork,
  hasReferences,
  hasValues,
  largestDifference,
  numbersOf,
  referenceNames,
  referenceSet,
  unitNamesOf,
  unitsOf,
} from './reference-sets.ts';
import { drawn, mirrored, relabelled, renumbering, someTies, someUnits, type Tie } from './some-network.ts';

const ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const;
/** The columns of sna 2.7-1, by two-path: b_OI is A → B → B, b_IO is B → B → A. */
const COLUMNS = {
  coordinator: 'w_I',
  itinerant: 'w_O',
  gatekeeper: 'b_OI',
  representative: 'b_IO',
  liaison: 'b_O',
  total: 't',
} as const;

describe('brokerage on paper', () => {
  test.each([
    ['coordinator', [0, 0, 0]],
    ['itinerant', [1, 0, 1]],
    ['gatekeeper', [1, 0, 0]],
    ['representative', [0, 0, 1]],
    ['liaison', [0, 1, 2]],
  ] as const)('%s', (role, units) => {
    const found = brokerage(
      drawn(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        true,
      ),
      Int32Array.from(units),
      { directed: true },
    );
    for (const each of ROLES) expect([...found[each]], each).toEqual([0, each === role ? 1 : 0, 0]);
    expect([...found.total]).toEqual([0, 1, 0]);
  });

  test('a closed two-path is none, and neither is there and back', () => {
    const closed = drawn(
      3,
      [
        [0, 1],
        [1, 2],
        [0, 2],
        [1, 0],
      ],
      true,
    );
    expect([...brokerage(closed, Int32Array.of(0, 0, 0), { directed: true }).total]).toEqual([0, 0, 0]);
    // 2 → 0 closes nothing from 0 to 2.
    const circle = drawn(
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      true,
    );
    expect([...brokerage(circle, Int32Array.of(0, 0, 0), { directed: true }).total]).toEqual([1, 1, 1]);
  });

  test('a person without a unit has none, and is an end of nobody’s', () => {
    const star = drawn(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    const found = brokerage(star, Int32Array.of(0, 0, 0, -1), { directed: false });
    expect([...found.coordinator]).toEqual([2, 0, 0, NaN]);
    expect([...found.total]).toEqual([2, 0, 0, NaN]);
    expect(brokerage(drawn(0, []), Int32Array.of(), { directed: false }).total).toHaveLength(0);
  });
});

describe('brokerage of any network', () => {
  test('is the definition read aloud', () => {
    fc.assert(
      fc.property(someTies(), someUnits, fc.boolean(), ({ people, ties }, units, directed) => {
        const network = drawn(people, ties, directed);
        const unitOf = Int32Array.from(units.slice(0, people));
        const found = brokerage(network, unitOf, { directed });
        const naive = naiveBrokerage(network, unitOf);
        for (const role of ROLES) expect([...found[role]], role).toEqual(naive[role]);
      }),
    );
  });

  test('mirrored, gatekeepers are representatives; undirected they are the same; numbers do not matter', () => {
    fc.assert(
      fc.property(someTies(), someUnits, fc.nat(20), ({ people, ties }, units, turn) => {
        const unitOf = Int32Array.from(units.slice(0, people));
        const there = brokerage(drawn(people, ties, true), unitOf, { directed: true });
        const back = brokerage(drawn(people, mirrored(ties), true), unitOf, { directed: true });
        expect([...back.gatekeeper]).toEqual([...there.representative]);
        expect([...back.liaison]).toEqual([...there.liaison]);
        const both = brokerage(drawn(people, ties), unitOf, { directed: false });
        expect([...both.gatekeeper]).toEqual([...both.representative]);
        const to = renumbering(people, turn);
        const moved = new Int32Array(people);
        to.forEach((number, person) => (moved[number] = unitOf[person]!));
        const again = brokerage(drawn(people, relabelled(ties, to), true), moved, { directed: true });
        expect(to.map((number) => again.total[number])).toEqual([...there.total]);
      }),
    );
  });

  test('its expectation and deviation are those of networks drawn at random', () => {
    const sizes = [4, 3, 2];
    const unitOf = Int32Array.from(sizes.flatMap((size, unit) => Array<number>(size).fill(unit)));
    const random = seededRandom(5);
    const rounds = 6_000;
    const sums = ROLES.map(() => [0, 0]);
    let expected = expectedBrokerage(
      drawn(
        9,
        everyTie(9).filter(([p, q]) => (p + q) % 3 === 0),
        true,
      ),
      unitOf,
    );
    const density = everyTie(9).filter(([p, q]) => (p + q) % 3 === 0).length / 72;
    for (let round = 0; round < rounds; round += 1) {
      const ties = everyTie(9).filter(() => random.next() < density);
      const found = brokerage(drawn(9, ties, true), unitOf, { directed: true });
      ROLES.forEach((role, at) => {
        sums[at]![0]! += found[role][0]!;
        sums[at]![1]! += found[role][0]! ** 2;
      });
    }
    ROLES.forEach((role, at) => {
      const mean = sums[at]![0]! / rounds;
      const deviation = Math.sqrt(sums[at]![1]! / rounds - mean ** 2);
      // Four standard errors of a mean of 6,000, and 7 % of a deviation.
      expect(Math.abs(mean - expected.mean[role][0]!), role).toBeLessThan((4 * deviation) / Math.sqrt(rounds));
      expect(Math.abs(deviation / expected.standardDeviation[role][0]! - 1), role).toBeLessThan(0.07);
    });
    expected = expectedBrokerage(drawn(1, []), Int32Array.of(0));
    expect(expected.mean.total[0]).toBeNaN();
  });
});

describe.skipIf(!hasReferences)('brokerage against sna (skipped without ../shared)', () => {
  const cases = referenceNames.flatMap((name) => unitNamesOf(name).map((unit) => [name, unit] as const));
  test.each(cases)('%s by %s', (name, unit) => {
    const set = referenceSet(name);
    const directed = hasValues(`${name}__brokerage_${unit}.csv`);
    const file = `${name}__brokerage_${unit}${directed ? '' : '_symmetric'}.csv`;
    const { unitOf } = unitsOf(name, unit);
    const network = asNetwork(set, { directed, weighted: false });
    const found = brokerage(network, unitOf, { directed });
    const standard = standardBrokerage(found, expectedBrokerage(network, unitOf), unitOf);
    for (const key of [...ROLES, 'total'] as const) {
      const column = COLUMNS[key];
      expect([...found[key]], key).toEqual(numbersOf(file, column));
      expect(largestDifference(standard[key], numbersOf(file, `z.${column}`), 1e-6), key).toBeLessThan(1e-9);
    }
  });
});

function everyTie(people: number): Tie[] {
  const everybody = Array.from({ length: people }, (_, p) => p);
  return everybody.flatMap((p) => everybody.filter((q) => q !== p).map((q): Tie => [p, q]));
}

function naiveBrokerage({ people, offsets, targets }: Network, unitOf: Int32Array) {
  const everybody = Array.from({ length: people }, (_, p) => p);
  const isTied = (p: number, q: number): boolean => targets.subarray(offsets[p], offsets[p + 1]).includes(q);
  const roleOf = (a: number, v: number, b: number): (typeof ROLES)[number] => {
    if (a === v && b === v) return 'coordinator';
    if (b === v) return 'gatekeeper';
    if (a === v) return 'representative';
    return a === b ? 'itinerant' : 'liaison';
  };
  const counts = Object.fromEntries(ROLES.map((role) => [role, everybody.map((p) => (unitOf[p]! < 0 ? NaN : 0))]));
  for (const v of everybody)
    for (const a of everybody)
      for (const b of everybody) {
        const units = [unitOf[a]!, unitOf[v]!, unitOf[b]!] as const;
        if (a !== b && isTied(a, v) && isTied(v, b) && !isTied(a, b) && Math.min(...units) >= 0)
          counts[roleOf(...units)]![v]! += 1;
      }
  return counts;
}
