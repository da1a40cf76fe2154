import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenness } from '../../connector/network/betweenness.ts';
import { carriedBetweenUnits, concentration } from '../../connector/network/bridge-concentration.ts';
import { brokerage } from '../../connector/network/brokerage.ts';
import { weakComponents, strongComponents } from '../../connector/network/components.ts';
import { structuralHoles } from '../../connector/network/constraint.ts';
import { degrees, strengths } from '../../connector/network/degree.ts';
import { density, unitDensities, unitPairs } from '../../connector/network/density.ts';
import { diameter } from '../../connector/network/diameter.ts';
import { pathLengths } from '../../connector/network/distances.ts';
import { eiIndex } from '../../connector/network/ei-index.ts';
import { coreNumbers } from '../../connector/network/k-core.ts';
import { modularity } from '../../connector/network/modularity.ts';
import type { Network } from '../../connector/network/network.ts';
import { pageRank } from '../../connector/network/pagerank.ts';
import { participation } from '../../connector/network/participation.ts';
import { reciprocity } from '../../connector/network/reciprocity.ts';
import { silhouette } from '../../connector/network/silhouette.ts';
import { steps } from '../../connector/network/steps.ts';
import { unitDistances } from '../../connector/network/unit-distances.ts';
import { drawn, mirrored, relabelled, renumbering, someTies, someUnits, type Tie } from './some-network.ts';

/** What a measure says of each person, by name, and of units or the whole, whose order has nothing to do with people's. */
interface Found {
  readonly people?: Readonly<Record<string, ArrayLike<number>>>;
  readonly whole?: Readonly<Record<string, ArrayLike<number>>>;
}
interface Asked {
  readonly network: Network;
  readonly unitOf: Int32Array;
  readonly directed: boolean;
}
interface Measure {
  readonly of: (asked: Asked) => Found | Promise<Found>;
  /** Looks at ties whatever their direction: is asked about symmetric networks only. */
  readonly blindToDirection?: true;
  /** What grows as weights do. */
  readonly scaled?: readonly string[];
  /** What is said in the other's place when every tie is turned; false: what is said depends on direction. */
  readonly turned?: false | Readonly<Record<string, string>>;
  /** What an isolated person changes of others. */
  readonly lonelyChanges?: readonly string[];
  /** By what it is larger of a symmetric network when direction is asked about. */
  readonly bothWays?: Readonly<Record<string, number>>;
}

const one = (value: number | null): number[] => [value ?? NaN];

const MEASURES: Readonly<Record<string, Measure>> = {
  degree: {
    of: ({ network }) => ({ people: { out: degrees(network).out, in: degrees(network).in } }),
    turned: { out: 'in', in: 'out' },
  },
  strength: {
    of: ({ network }) => ({ people: { out: strengths(network).out, in: strengths(network).in } }),
    ...{ scaled: ['out', 'in'], turned: { out: 'in', in: 'out' } },
  },
  reciprocity: { of: ({ network }) => ({ whole: { share: one(reciprocity(network)) } }) },
  density: {
    of: ({ network, unitOf, directed }) => {
      const pairs = unitPairs(network, unitOf, { directed });
      const { within } = unitDensities(pairs, { directed });
      return { whole: { whole: one(density(network)), within, ties: [sum(pairs.ties)], weight: [sum(pairs.weights)] } };
    },
    ...{ scaled: ['weight'], lonelyChanges: ['whole'], bothWays: { ties: NaN, weight: NaN } },
  },
  'E-I': {
    of: ({ network, unitOf, directed }) => {
      const { people, units, whole, expected } = eiIndex(network, unitOf, { directed });
      const { byEnds, correctedShare, internal } = units;
      const ofAll = { index: one(whole.index), expected: one(expected), correctedShare, byEnds, internal };
      return { people: { people }, whole: ofAll };
    },
    ...{ scaled: ['internal'], turned: false, bothWays: { byEnds: NaN, internal: NaN, correctedShare: NaN } },
  },
  betweenness: {
    of: async ({ network, directed }) => {
      const weighted = network.weights !== undefined;
      return { people: { raw: await betweenness(network, { directed, weighted }) } };
    },
    bothWays: { raw: 2 },
  },
  'structural holes': {
    of: ({ network, directed }) => ({ people: { ...structuralHoles(network, { directed }) } }),
  },
  brokerage: {
    of: ({ network, unitOf, directed }) => ({ people: { ...brokerage(network, unitOf, { directed }) } }),
    turned: { gatekeeper: 'representative', representative: 'gatekeeper' },
  },
  participation: {
    of: ({ network, unitOf }) => ({ people: { share: participation(network, unitOf) } }),
    blindToDirection: true,
  },
  cores: { of: ({ network }) => ({ people: { core: coreNumbers(network) } }), blindToDirection: true },
  components: {
    of: ({ network }) => ({ whole: { strong: larger(strongComponents(network).sizes) } }),
  },
  'weak components': {
    of: ({ network }) => ({ whole: { weak: larger(weakComponents(network).sizes) } }),
    blindToDirection: true,
  },
  PageRank: {
    of: ({ network, directed }) => ({ people: { rank: pageRank(network, { directed, tolerance: 1e-13 }) } }),
    ...{ turned: false, lonelyChanges: ['rank'] },
  },
  modularity: {
    of: ({ network, unitOf }) => ({ whole: { ofUnits: one(modularity(network, unitOf)) } }),
    blindToDirection: true,
  },
  silhouette: {
    of: ({ network, unitOf }) => {
      const { ofPeople, ofUnits, ofAll } = silhouette(network, unitOf);
      return { people: { ofPeople }, whole: { ofUnits, ofAll: one(ofAll) } };
    },
    blindToDirection: true,
  },
  'path lengths': {
    of: async ({ network, directed }) => {
      const { counts, mean } = await pathLengths(network, { directed, sources: 20, seed: 1 });
      return { whole: { counts, mean: one(mean) } };
    },
  },
  diameter: {
    of: async ({ network }) => ({ whole: { longest: one(await diameter(network)) } }),
    blindToDirection: true,
  },
  'steps to unit 0': {
    of: ({ network, unitOf, directed }) => {
      const holders = [...unitOf.keys()].filter((person) => unitOf[person] === 0);
      return { people: { away: steps(network, { holders, directed }) } };
    },
    turned: false,
  },
  'distances of units': {
    of: async ({ network, unitOf, directed }) => ({
      whole: { means: (await unitDistances(network, unitOf, { directed, units: 4 })).means },
    }),
    turned: false,
  },
  'concentration of bridges': {
    of: ({ network, unitOf, directed }) => {
      const carried = carriedBetweenUnits(network, unitOf, { directed });
      const { carriedByFew, gini } = concentration(carried);
      return { people: { carried }, whole: { carriedByFew: one(carriedByFew), gini: one(gini) } };
    },
    ...{ scaled: ['carried'], bothWays: { carried: 2 } },
  },
};

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
/** A lonely person more is a component of one more. */
const larger = (sizes: ArrayLike<number>): number[] => Array.from(sizes).filter((size) => size > 1);

const drawing = fc.record({
  network: someTies(),
  units: someUnits,
  directed: fc.boolean(),
  weighted: fc.boolean(),
  turn: fc.nat(20),
});
type Drawing = typeof drawing extends fc.Arbitrary<infer Drawn> ? Drawn : never;
const RUNS = { numRuns: 300 };

function same(found: ArrayLike<number>, wanted: ArrayLike<number>, what: string): void {
  expect(found.length, what).toBe(wanted.length);
  for (let at = 0; at < wanted.length; at += 1) {
    const [one, other] = [found[at]!, wanted[at]!];
    const isSame = Number.isNaN(one)
      ? Number.isNaN(other)
      : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
    expect(isSame, `${what}: ${String(one)} beside ${String(other)}`).toBe(true);
  }
}

function asked(measure: Measure, { network, units, directed, weighted }: Drawing) {
  const ways = directed && measure.blindToDirection !== true;
  const ties = weighted ? network.ties : network.ties.map(([from, to]): Tie => [from, to]);
  const { people } = network;
  const unitOf = Int32Array.from(units.slice(0, people));
  const of = (told: readonly Tie[], { count = people, unitsOf = unitOf, way = ways } = {}) =>
    measure.of({ network: drawn(count, told, way), unitOf: unitsOf, directed: way });
  return { people, ties, unitOf, ways, of };
}

describe.each(Object.entries(MEASURES))('%s', (_name, measure) => {
  const holds = (property: (drawn: Drawing) => Promise<void>) => fc.assert(fc.asyncProperty(drawing, property), RUNS);

  test('does not depend on what people are numbered', () =>
    holds(async (drawn) => {
      const { people, ties, unitOf, of } = asked(measure, drawn);
      const to = renumbering(people, drawn.turn);
      const unitsOf = new Int32Array(people);
      for (const [person, number] of to.entries()) unitsOf[number] = unitOf[person]!;
      const [found, again] = [await of(ties), await of(relabelled(ties, to), { unitsOf })];
      for (const [what, values] of Object.entries(found.people ?? {}))
        same(
          to.map((number) => again.people![what]![number]!),
          values,
          what,
        );
      for (const [what, values] of Object.entries(found.whole ?? {})) same(again.whole![what]!, values, what);
    }));

  test('an isolated person without a unit changes nobody else’s', () =>
    holds(async (drawn) => {
      const { people, ties, unitOf, of } = asked(measure, drawn);
      const [found, more] = [
        await of(ties),
        await of(ties, { count: people + 1, unitsOf: Int32Array.of(...unitOf, -1) }),
      ];
      for (const [what, values] of Object.entries(found.people ?? {}))
        if (!measure.lonelyChanges?.includes(what))
          same(Array.from(more.people![what]!).slice(0, people), values, what);
      for (const [what, values] of Object.entries(found.whole ?? {}))
        if (!measure.lonelyChanges?.includes(what)) same(more.whole![what]!, values, what);
    }));

  test('the unit of weights changes nothing but what is counted in it', () =>
    holds(async (drawn) => {
      const { ties, of } = asked(measure, { ...drawn, weighted: true });
      const heavier = ties.map(([from, to, weight]): Tie => [from, to, 8 * weight!]);
      const [found, again] = [await of(ties), await of(heavier)];
      for (const [what, values] of [...Object.entries(found.people ?? {}), ...Object.entries(found.whole ?? {})]) {
        const factor = measure.scaled?.includes(what) === true ? 8 : 1;
        same(
          { ...again.people, ...again.whole }[what]!,
          Array.from(values, (value) => factor * value),
          what,
        );
      }
    }));

  test('turned round, what goes out comes in', () =>
    holds(async (drawn) => {
      const { ties, of } = asked(measure, drawn);
      const { turned } = measure;
      const [found, again] = [await of(ties), await of(mirrored(ties))];
      if (turned === false && drawn.directed) return;
      for (const [what, values] of [...Object.entries(found.people ?? {}), ...Object.entries(found.whole ?? {})]) {
        const other = turned === undefined || turned === false ? what : (turned[what] ?? what);
        same({ ...again.people, ...again.whole }[other]!, values, what);
      }
    }));

  test('of a symmetric network it says the same with direction as without', () =>
    holds(async (drawn) => {
      if (measure.blindToDirection === true) return;
      const { ties, of } = asked(measure, { ...drawn, weighted: false });
      const both = [...ties, ...mirrored(ties)];
      const [undirected, directed] = [await of(ties, { way: false }), await of(both, { way: true })];
      const values = { ...undirected.people, ...undirected.whole };
      for (const [what, wanted] of Object.entries(values)) {
        const factor = measure.bothWays?.[what] ?? 1;
        if (Number.isNaN(factor)) continue;
        same(
          { ...directed.people, ...directed.whole }[what]!,
          Array.from(wanted, (value) => factor * value),
          what,
        );
      }
    }));

  test('ties told twice without weights, and ties of people with themselves, change nothing', () =>
    holds(async (drawn) => {
      const { people, ties, of } = asked(measure, { ...drawn, weighted: false });
      const selves = Array.from({ length: people }, (_, person): Tie => [person, person]);
      const [found, again] = [await of(ties), await of([...ties, ...selves, ...ties])];
      for (const [what, values] of Object.entries(found.people ?? {})) same(again.people![what]!, values, what);
      for (const [what, values] of Object.entries(found.whole ?? {})) same(again.whole![what]!, values, what);
    }));

  test.each([0, 1, 2])('of %i people, tied or not, with and without units, nothing is infinite', async (people) => {
    const ties: Tie[][] = people === 2 ? [[], [[0, 1]], [[0, 1], [1, 0], [1, 1]]] : [[]]; // prettier-ignore
    for (const told of ties)
      for (const unit of [-1, 0])
        for (const way of measure.blindToDirection === true ? [false] : [false, true]) {
          const unitOf = new Int32Array(people).fill(unit);
          const found = await measure.of({ network: drawn(people, told, way), unitOf, directed: way });
          for (const values of Object.values(found.people ?? {})) expect(values).toHaveLength(people);
          for (const values of [...Object.values(found.people ?? {}), ...Object.values(found.whole ?? {})])
            expect(Array.from(values).every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true);
        }
  });
});
