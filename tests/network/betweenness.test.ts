import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import peer from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, test } from 'vitest';
import { betweenness } from '../../connector/network/betweenness.ts';
import { networkOf } from '../../connector/network/network-of.ts';
import type { Network } from '../../connector/network/network.ts';

type Peer = (graph: UndirectedGraph, options: object) => Record<string, number>;

/** Its types promise a default export that the module, not being an ECMAScript one, has under no name. */
function isPeer(value: unknown): value is Peer {
  return typeof value === 'function';
}

type Tie = readonly [from: number, to: number, weight: number];

function made(people: number, ties: readonly Tie[], directed: boolean): Network {
  return networkOf({
    people,
    from: Int32Array.from(ties, ([p]) => p),
    to: Int32Array.from(ties, ([, q]) => q),
    weights: Float64Array.from(ties, ([, , weight]) => weight),
    directed,
  });
}

const steps = (...pairs: [number, number][]): Tie[] => pairs.map(([p, q]) => [p, q, 1]);

async function found(people: number, ties: readonly Tie[], directed = false, weighted = false): Promise<number[]> {
  return [...(await betweenness(made(people, ties, directed), { directed, weighted }))];
}

/** The definition read aloud: shortest lengths over any middle, then the share of the paths that go through. */
function naive(network: Network, directed: boolean, weighted: boolean): number[] {
  const { people, offsets, targets, weights } = network;
  const everybody = Array.from({ length: people }, (_, person) => person);
  const length = everybody.map((p) => everybody.map((q) => (p === q ? 0 : Infinity)));
  const tie = everybody.map(() => everybody.map(() => Infinity));
  for (const p of everybody)
    for (let arc = offsets[p]!; arc < offsets[p + 1]!; arc += 1)
      length[p]![targets[arc]!] = tie[p]![targets[arc]!] = weighted ? 1 / weights![arc]! : 1;
  for (const middle of everybody)
    for (const p of everybody)
      for (const q of everybody) length[p]![q] = Math.min(length[p]![q]!, length[p]![middle]! + length[middle]![q]!);
  const isSame = (a: number, b: number) => a < Infinity && Math.abs(a - b) <= 1e-9 * b;
  const paths = everybody.map((s) => {
    const count = everybody.map((p) => (p === s ? 1 : 0));
    const nearestFirst = everybody.filter((p) => p !== s).sort((a, b) => length[s]![a]! - length[s]![b]!);
    for (const p of nearestFirst)
      for (const q of everybody)
        if (q !== p && isSame(length[s]![q]! + tie[q]![p]!, length[s]![p]!)) count[p]! += count[q]!;
    return count;
  });
  return everybody.map((v) => {
    let sum = 0;
    for (const s of everybody)
      for (const t of everybody)
        if (s !== t && s !== v && t !== v && isSame(length[s]![v]! + length[v]![t]!, length[s]![t]!))
          sum += (paths[s]![v]! * paths[v]![t]!) / paths[s]![t]!;
    return directed ? sum : sum / 2;
  });
}

function expectNear(values: ArrayLike<number>, wanted: ArrayLike<number>, share = 1e-9): void {
  expect(values.length).toBe(wanted.length);
  for (let at = 0; at < wanted.length; at += 1)
    expect(Math.abs(values[at]! - wanted[at]!)).toBeLessThanOrEqual(share * Math.max(1, Math.abs(wanted[at]!)));
}

describe('on paper', () => {
  test('a path, a star, a square, two components', async () => {
    expect(await found(3, steps([0, 1], [1, 2]))).toEqual([0, 1, 0]);
    expect(await found(5, steps([0, 1], [0, 2], [0, 3], [0, 4]))).toEqual([6, 0, 0, 0, 0]);
    expect(await found(4, steps([0, 1], [1, 2], [2, 3], [3, 0]))).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(await found(6, steps([0, 1], [1, 2], [3, 4], [4, 5]))).toEqual([0, 1, 0, 0, 1, 0]);
  });

  test('nobody, one person, two, one tied to themselves, the same tie twice', async () => {
    expect(await found(0, [])).toEqual([]);
    expect(await found(1, steps([0, 0]))).toEqual([0]);
    expect(await found(2, steps([0, 1]))).toEqual([0, 0]);
    expect(await found(3, steps([0, 1], [1, 0], [0, 1], [1, 1], [1, 2]))).toEqual([0, 1, 0]);
  });

  test('directed goes along the ties only', async () => {
    expect(await found(3, steps([0, 1], [1, 2]), true)).toEqual([0, 1, 0]);
    expect(await found(3, steps([0, 1], [2, 1]), true)).toEqual([0, 0, 0]);
    expect(await found(3, steps([0, 1], [1, 2], [2, 0]), true)).toEqual([1, 1, 1]);
  });

  test('weighted: much work together is near; a tie of weight 0 carries no path', async () => {
    // 0 – 2 is 1 long, and 1/4 + 1/4 over person 1.
    expect(await found(3, [[0, 1, 4], [1, 2, 4], [0, 2, 1]], false, true)).toEqual([0, 1, 0]); // prettier-ignore
    expect(await found(3, [[0, 1, 4], [1, 2, 0]], false, true)).toEqual([0, 0, 0]); // prettier-ignore
  });

  test('paths that round differently are equally long', async () => {
    // 1/10 + 1/5 over person 1 and 1/(10/3) in one go: 0.30000000000000004 and 0.3.
    expect(1 / 10 + 1 / 5).not.toBe(0.3);
    expect(await found(3, [[0, 1, 10], [1, 2, 5], [0, 2, 1 / 0.3]], false, true)).toEqual([0, 0.5, 0]); // prettier-ignore
    expect(await found(3, [[0, 1, 1e-3], [1, 2, 1e9], [0, 2, 1]], false, true)).toEqual([0, 0, 1]); // prettier-ignore
  });

  test('refused: undirected with a tie in one row, weighted without weights', async () => {
    const oneWay = made(2, steps([0, 1]), true);
    await expect(betweenness(oneWay, { directed: false, weighted: false })).rejects.toThrow(RangeError);
    const bare = { people: oneWay.people, offsets: oneWay.offsets, targets: oneWay.targets };
    await expect(betweenness(bare, { directed: true, weighted: true })).rejects.toThrow(RangeError);
  });
});

describe('for any ties', () => {
  const PEOPLE = 9;
  const person = fc.integer({ min: 0, max: PEOPLE - 1 });
  const tiesWith = (weight: fc.Arbitrary<number>) => fc.array(fc.tuple(person, person, weight), { maxLength: 40 });
  const ways: [string, fc.Arbitrary<number>, boolean][] = [
    ['steps', fc.constant(1), false],
    ['few lengths', fc.constantFrom(1, 2, 3, 4, 6), true],
    ['any lengths', fc.double({ min: 0.01, max: 100, noNaN: true }), true],
    ['lengths a hundred million apart', fc.constantFrom(1e-4, 2e-4, 1, 2, 3, 1e4), true],
  ];

  test.each(ways)('as the definition read aloud: %s', async (_, weight, weighted) => {
    await fc.assert(
      fc.asyncProperty(tiesWith(weight), fc.boolean(), async (ties, directed) => {
        const network = made(PEOPLE, ties, directed);
        expectNear(await betweenness(network, { directed, weighted }), naive(network, directed, weighted));
      }),
    );
  });

  test.each(ways)(
    'other numbers for the same people, or somebody lonely beside them: %s',
    async (_, weight, weighted) => {
      const shuffled = fc.shuffledSubarray([...Array(PEOPLE).keys()], { minLength: PEOPLE });
      await fc.assert(
        fc.asyncProperty(tiesWith(weight), shuffled, fc.boolean(), async (ties, numbers, directed) => {
          const before = await found(PEOPLE, ties, directed, weighted);
          const renumbered = ties.map(([p, q, w]): Tie => [numbers[p]!, numbers[q]!, w]);
          const after = await found(PEOPLE + 1, renumbered, directed, weighted);
          expectNear([...numbers.map((number) => after[number]!), after[PEOPLE]!], [...before, 0]);
        }),
        { numRuns: 30 },
      );
    },
  );

  test('weights all twice as large, or every direction turned, change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tiesWith(fc.constantFrom(1, 2, 3, 5)), async (ties) => {
        const before = await found(PEOPLE, ties, true, true);
        const doubled = ties.map(([p, q, w]): Tie => [p, q, 2 * w]);
        const turned = ties.map(([p, q, w]): Tie => [q, p, w]);
        expectNear(await found(PEOPLE, doubled, true, true), before);
        expectNear(await found(PEOPLE, turned, true, true), before);
      }),
      { numRuns: 30 },
    );
  });

  test('as graphology-metrics, undirected, with lengths that add up exactly', async () => {
    const graphologys: unknown = peer;
    if (!isPeer(graphologys)) throw new Error('graphology-metrics exports something else.');
    await fc.assert(
      fc.asyncProperty(tiesWith(fc.constantFrom(1, 0.5, 0.25, 0.125)), fc.boolean(), async (ties, weighted) => {
        // Weights that do not add up, so that every length is a whole number.
        const once = [
          ...new Map(ties.map((tie) => [`${Math.min(tie[0], tie[1])} ${Math.max(tie[0], tie[1])}`, tie])).values(),
        ];
        const graph = new UndirectedGraph();
        for (let p = 0; p < PEOPLE; p += 1) graph.addNode(p);
        for (const [p, q, weight] of once) if (p !== q) graph.mergeEdge(p, q, { length: 1 / weight });
        const theirs = graphologys(graph, { normalized: false, getEdgeWeight: weighted ? 'length' : null });
        const wanted = Array.from({ length: PEOPLE }, (_, p) => theirs[p]!);
        expectNear(await found(PEOPLE, once, false, weighted), wanted);
      }),
      { numRuns: 30 },
    );
  });
});

describe('threads', () => {
  // Made by a rule and not at random: rings with chords, enough people for several chunks a lane.
  const people = 1_100;
  const ties = Array.from({ length: people * 4 }, (_, at): Tie => {
    const p = at % people;
    return [p, (p + 1 + ((at * 7919 + p * p) % 611)) % people, 1 + ((at * 31) % 17)];
  });

  test.each([false, true])('give the same bytes on one, two and three, weighted %s', async (weighted) => {
    for (const directed of [true, false]) {
      const network = made(people, ties, directed);
      const one = await betweenness(network, { directed, weighted, engine: { threads: 1 } });
      for (const threads of [2, 3])
        expect(await betweenness(network, { directed, weighted, engine: { threads } })).toEqual(one);
    }
  });

  test.each([1, 2])('tell how far they are and stop when asked, on %i', async (threads) => {
    const told: [number, number][] = [];
    const network = made(people, ties, false);
    const progress = (done: number, of: number) => told.push([done, of]);
    await betweenness(network, { directed: false, weighted: false, engine: { threads, progress } });
    expect(told.at(-1)).toEqual([people, people]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));

    const stop = new AbortController();
    const stopping = { threads, signal: stop.signal, progress: () => { stop.abort(new Error('enough')); } }; // prettier-ignore
    await expect(betweenness(network, { directed: false, weighted: false, engine: stopping })).rejects.toThrow(
      'enough',
    );
  });
});

// These want the folder of reference values beside the repository: igraph's, computed as its README says.
describe.skipIf(!existsSync('../shared'))('as igraph on known networks', () => {
  const emails = '../shared/data/email-eu-core/email-Eu-core.txt';

  test.each([
    [true, 'betweenness_directed'],
    [false, 'betweenness_undirected'],
  ])('e-mail of a research institution, directed %s', async (directed, column) => {
    const ties = readFileSync(emails, 'utf8')
      .trim()
      .split('\n')
      .map((line): Tie => {
        const [p = 0, q = 0] = line.split(' ').map(Number);
        return [p, q, 1];
      });
    const [head = [], ...rows] = readFileSync('../shared/reference/values/email-eu-core__nodes.csv', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
    const values = await found(rows.length, ties, directed);
    expectNear(
      rows.map(([id]) => values[Number(id)]!),
      rows.map((row) => Number(row[head.indexOf(column)])),
    );
  });
});
