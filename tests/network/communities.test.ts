import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { describe, expect, test } from 'vitest';
import { agreement } from '../../connector/network/agreement.ts';
import { communities, louvain } from '../../connector/network/communities.ts';
import { modularity } from '../../connector/network/modularity.ts';
import { targetsOf, type Network } from '../../connector/network/network.ts';
import { divided } from './reference-divisions.ts';
import { hasReferences, valuesOf } from './reference-sets.ts';
import { drawn, relabelled, renumbering, someTies, type Tie } from './some-network.ts';

const of = (people: number, ties: Tie[], seed = 1, resolution = 1): number[] => [
  ...communities(drawn(people, ties), { seed, resolution }),
];
const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Everybody among these people tied with everybody. */
const clique = (people: number[]): Tie[] => people.flatMap((p) => people.filter((q) => q > p).map((q): Tie => [p, q]));

/** Whether whoever is in a community reaches all others of it within it. */
function hangTogether(network: Network, communityOf: Int32Array): boolean {
  const seen = new Uint8Array(network.people);
  const begun = new Set<number>();
  for (let first = 0; first < network.people; first += 1) {
    if (seen[first] === 1) continue;
    if (begun.has(communityOf[first]!)) return false;
    begun.add(communityOf[first]!);
    seen[first] = 1;
    const waiting = [first];
    for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
      for (const target of targetsOf(network, person)) {
        if (seen[target] === 1 || communityOf[target] !== communityOf[first]) continue;
        seen[target] = 1;
        waiting.push(target);
      }
    }
  }
  return true;
}

describe('on paper', () => {
  test.each(SEEDS)('two triangles joined by a tie, seed %i', (seed) => {
    const ties = [...clique([0, 1, 2]), ...clique([3, 4, 5]), [2, 3] as const];
    expect(of(6, ties, seed)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test.each(SEEDS)('a ring of six cliques of five, seed %i; the largest is first', (seed) => {
    const rings = [0, 5, 10, 15, 20, 25].map((at) => [at, at + 1, at + 2, at + 3, at + 4]);
    const joins = rings.map(([first], at): Tie => [first!, rings[(at + 1) % 6]![4]!]);
    const found = of(31, [...rings.flatMap(clique), ...joins, ...[25, 26, 27, 28, 29].map((p): Tie => [30, p])], seed);
    expect(found).toEqual([
      1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0,
    ]);
  });

  test('weights decide: a square with two heavy sides', () => {
    expect(of(4, [[0, 1, 9], [1, 2, 1], [2, 3, 9], [3, 0, 1]])).toEqual([0, 0, 1, 1]); // prettier-ignore
    expect(of(4, [[0, 1, 1], [1, 2, 9], [2, 3, 1], [3, 0, 9]])).toEqual([0, 1, 1, 0]); // prettier-ignore
  });

  test('resolution: a clique at 1, everybody alone far above', () => {
    expect(of(4, clique([0, 1, 2, 3]))).toEqual([0, 0, 0, 0]);
    expect(of(4, clique([0, 1, 2, 3]), 1, 5)).toEqual([0, 1, 2, 3]);
  });

  test('nobody, one, two, self-ties, ties of weight 0', () => {
    expect(of(0, [])).toEqual([]);
    expect(of(1, [[0, 0]])).toEqual([0]);
    expect(of(2, [])).toEqual([0, 1]);
    expect(of(2, [[0, 1], [1, 0]])).toEqual([0, 0]); // prettier-ignore
    expect(of(2, [[0, 1, 0]])).toEqual([0, 1]);
    expect(of(3, [[0, 1, 0], [1, 2, 1]])).toEqual([1, 0, 0]); // prettier-ignore
  });

  test('Zachary’s karate club: the best division known, 0.419790, with most seeds', () => {
    const club = drawn(34, KARATE.map(([p, q]): Tie => [p - 1, q - 1])); // prettier-ignore
    const found = SEEDS.map((seed) => modularity(club, communities(club, { seed }))!);
    // Brandes et al. (2008), doi:10.1109/TKDE.2007.190689, prove it the optimum.
    expect(Math.max(...found)).toBeCloseTo(0.419789612, 8);
    expect(Math.min(...found)).toBeGreaterThan(0.415);
  });

  test('stops when told, and refuses what is no search', () => {
    const network = drawn(2, [[0, 1]]);
    const stop = (): never => {
      throw new Error('enough');
    };
    expect(() => communities(network, { seed: 1, onRound: stop })).toThrow('enough');
    for (const wrong of [
      { resolution: 0 },
      { resolution: NaN },
      { rounds: 0 },
      { rounds: 1.5 },
      { starts: 0 },
      { seed: -1 },
    ])
      expect(() => communities(network, { seed: 1, ...wrong })).toThrow(RangeError);
  });
});

describe('Louvain', () => {
  test.each(SEEDS)('two triangles joined by a tie, seed %i', (seed) => {
    const ties = [...clique([0, 1, 2]), ...clique([3, 4, 5]), [2, 3] as const];
    expect([...louvain(drawn(6, ties), { seed })]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test('Zachary’s karate club: published runs end from 0.41 to the optimum', () => {
    const club = drawn(34, KARATE.map(([p, q]): Tie => [p - 1, q - 1])); // prettier-ignore
    for (const seed of SEEDS) {
      const found = modularity(club, louvain(club, { seed }))!;
      expect(found).toBeGreaterThan(0.4);
      expect(found).toBeLessThan(0.41979);
    }
  });

  test('nobody, one, two alone; refuses what is no search', () => {
    expect([...louvain(drawn(0, []), { seed: 1 })]).toEqual([]);
    expect([...louvain(drawn(1, [[0, 0]]), { seed: 1 })]).toEqual([0]);
    expect([...louvain(drawn(2, []), { seed: 1 })]).toEqual([0, 1]);
    for (const wrong of [{ resolution: 0 }, { rounds: 0 }, { starts: 0 }, { seed: -1 }])
      expect(() => louvain(drawn(2, [[0, 1]]), { seed: 1, ...wrong })).toThrow(RangeError);
  });

  test('for any network: same seed, same answer; no worse than everybody alone or nobody; the largest first', () => {
    fc.assert(
      fc.property(someTies(24), fc.nat(1000), ({ people, ties }, seed) => {
        const network = drawn(people, ties);
        const found = louvain(network, { seed });
        expect(louvain(network, { seed })).toEqual(found);
        const sizes = Array.from(new Set(found), (_, group) => found.filter((other) => other === group).length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        const quality = modularity(network, found);
        if (quality === null) return;
        expect(quality).toBeGreaterThanOrEqual(modularity(network, new Int32Array(people).fill(-1))! - 1e-12);
      }),
    );
  });

  test('its modularity is no lower than graphology’s − 0.001', () => {
    const ties = invented.map(([p, q, weight]): Tie => [p, q, weight]);
    const peer: unknown = louvainModule;
    if (!isPeer(peer)) throw new Error('graphology-communities-louvain exports something else.');
    const theirs = new UndirectedGraph();
    for (let person = 0; person < 300; person += 1) theirs.addNode(person);
    for (const [p, q, weight] of invented) theirs.addEdge(p, q, { weight });
    const network = drawn(300, ties);
    const groups = peer(theirs, { getEdgeWeight: 'weight', randomWalk: false });
    const quality = modularity(
      network,
      Int32Array.from({ length: 300 }, (_, person) => groups[person]!),
    )!;
    expect(modularity(network, louvain(network, { seed: 1 }))).toBeGreaterThanOrEqual(quality - 0.001);
  });
});

/** Thirty circles of ten, well tied within and loosely to the next ones. */
const invented = Array.from({ length: 300 }, (_, p) => p).flatMap((p) => {
  const [circle, at] = [Math.floor(p / 10), p % 10];
  const inside = [1, 2, 3].map((by): [number, number, number] => [
    p,
    10 * circle + ((at + by) % 10),
    1 + ((p * by) % 5),
  ]);
  return [...inside, [p, (p + 10 + ((p * 7) % 13)) % 300, 1] as [number, number, number]];
});

type Peer = (graph: UndirectedGraph, options: object) => Record<string, number>;

/** The module is the function itself, though its types say that it has one called default. */
function isPeer(value: unknown): value is Peer {
  return typeof value === 'function';
}

describe('for any network', () => {
  test('same seed, same answer; communities hang together; nobody would gain alone or in one', () => {
    fc.assert(
      fc.property(someTies(24), fc.nat(1000), ({ people, ties }, seed) => {
        const network = drawn(people, ties);
        const found = communities(network, { seed });
        expect(communities(network, { seed })).toEqual(found);
        expect(hangTogether(network, found)).toBe(true);
        const quality = modularity(network, found);
        if (quality === null) return;
        expect(quality).toBeGreaterThanOrEqual(modularity(network, new Int32Array(people))! - 1e-12);
        expect(quality).toBeGreaterThanOrEqual(modularity(network, new Int32Array(people).fill(-1))! - 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  test('numbered from 0 without a gap, the largest first', () => {
    fc.assert(
      fc.property(someTies(24), ({ people, ties }) => {
        const found = of(people, ties);
        const sizes = Array.from(new Set(found), (_, group) => found.filter((other) => other === group).length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(sizes.every((size) => size > 0)).toBe(true);
      }),
    );
  });

  test('the unit of weights changes nothing, an isolated person only adds one', () => {
    fc.assert(
      fc.property(someTies(16), ({ people, ties }) => {
        expect(of(people, ties.map(([p, q, w]) => [p, q, 1024 * w!]))).toEqual(of(people, ties)); // prettier-ignore
        const more = of(people + 1, ties);
        expect(more.filter((group) => group === more[people])).toHaveLength(1);
      }),
    );
  });

  test('cliques far apart are found under any numbers', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(1000), (turn, seed) => {
        const to = renumbering(12, turn);
        const ties = relabelled([...clique([0, 1, 2, 3]), ...clique([4, 5, 6, 7]), ...clique([8, 9, 10, 11])], to);
        const found = of(12, ties, seed);
        for (let person = 0; person < 12; person += 1)
          expect(found[to[person]!]).toBe(found[to[4 * Math.floor(person / 4)]!]);
        expect(new Set(found).size).toBe(3);
      }),
    );
  });
});

describe.skipIf(!hasReferences)('as the reference (python-igraph and leidenalg, ten seeds; scikit-learn)', () => {
  const rows = hasReferences ? valuesOf('communities_vs_units.csv').filter((row) => row['method'] === 'leiden') : [];

  test.each(rows)('$set by $unit, $weights', (row) => {
    const { network, unitOf } = divided(row['set']!, row['unit']!, row['weights'] === 'weight');
    const labelled = unitOf.filter((unit) => unit >= 0).length;
    expect(labelled).toBe(Number(row['labelled_nodes']));
    const [units] = valuesOf('communities_vs_units.csv').filter(
      (other) =>
        other['method'] === 'units' && ['set', 'unit', 'weights'].every((column) => other[column] === row[column]),
    );
    expect(modularity(network, unitOf)).toBeCloseTo(Number(units!['modularity_mean']), 6);
    expect(agreement(unitOf, unitOf)).toEqual({ people: labelled, nmi: 1, ari: 1 });
    const runs = SEEDS.map((seed) => communities(network, { seed }));
    // A row of the reference is rounded to six places.
    for (const found of runs)
      expect(modularity(network, found)).toBeGreaterThanOrEqual(Number(row['modularity_min']) - 1e-6);
    const nmi = runs.map((found) => agreement(unitOf, found).nmi!);
    expect(Math.max(...nmi)).toBeGreaterThanOrEqual(Number(row['NMI_min']) - 1e-6);
    expect(Math.min(...nmi)).toBeLessThanOrEqual(Number(row['NMI_max']) + 1e-6);
    if (row['NMI_min'] === row['NMI_max'])
      for (const found of runs) {
        expect(agreement(unitOf, found).nmi).toBeCloseTo(Number(row['NMI_mean']), 6);
        expect(agreement(unitOf, found).ari).toBeCloseTo(Number(row['ARI_mean']), 6);
      }
  });
});

const KARATE: [number, number][] = [
  ...[2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32].map((q): [number, number] => [1, q]),
  ...[3, 4, 8, 14, 18, 20, 22, 31].map((q): [number, number] => [2, q]),
  ...[4, 8, 9, 10, 14, 28, 29, 33].map((q): [number, number] => [3, q]),
  ...[8, 13, 14].map((q): [number, number] => [4, q]),
  ...[7, 11].map((q): [number, number] => [5, q]),
  ...[7, 11, 17].map((q): [number, number] => [6, q]),
  [7, 17], [9, 31], [9, 33], [9, 34], [10, 34], [14, 34], [15, 33], [15, 34], [16, 33], [16, 34],
  [19, 33], [19, 34], [20, 34], [21, 33], [21, 34], [23, 33], [23, 34],
  [24, 26], [24, 28], [24, 30], [24, 33], [24, 34], [25, 26], [25, 28], [25, 32], [26, 32],
  [27, 30], [27, 34], [28, 34], [29, 32], [29, 34], [30, 33], [30, 34], [31, 33], [31, 34], [32, 33], [32, 34], [33, 34],
]; // prettier-ignore
