import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { approximateBetweenness } from '../../connector/network/approximate-betweenness.ts';
import type { Network } from '../../connector/network/network.ts';
import { reversed } from '../../connector/network/network-of.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import { anyPairs, naiveBetweenness, tied, type Pair } from './naive-paths.ts';

const path: Pair[] = [[0, 1], [1, 2]]; // prettier-ignore

/** How many of the runs, one a seed, have somebody further off than promised, and the furthest half-width of all. */
async function failures(
  network: Network,
  runs: number,
  options: { directed: boolean; epsilon: number; delta: number },
) {
  const exact = naiveBetweenness(network);
  let failed = 0;
  for (let seed = 0; seed < runs; seed += 1) {
    const { values, halfWidths } = await approximateBetweenness(network, { ...options, seed });
    expect(Math.max(...halfWidths)).toBeLessThanOrEqual(options.epsilon);
    if (exact.some((value, person) => Math.abs(values[person]! - value) > halfWidths[person]!)) failed += 1;
  }
  return failed;
}

function drawnPairs(people: number, count: number, seed: number): Pair[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => [random.below(people), random.below(people)]);
}

describe('on paper', () => {
  test('a path of three: a third of all ordered pairs, within epsilon; the ends exactly none', async () => {
    const options = { directed: false, epsilon: 0.05, delta: 0.01, seed: 1 };
    const { values, halfWidths, draws } = await approximateBetweenness(tied(3, path), options);
    expect([values[0], values[2]]).toEqual([0, 0]);
    expect(Math.abs(values[1]! - 1 / 3)).toBeLessThanOrEqual(halfWidths[1]!);
    expect(draws).toBeGreaterThan(0);
    const oneWay = await approximateBetweenness(tied(3, path, true), { ...options, directed: true });
    expect(Math.abs(oneWay.values[1]! - 1 / 6)).toBeLessThanOrEqual(oneWay.halfWidths[1]!);
  });

  test('nobody, one and two people, and nobody tied', async () => {
    const options = { directed: false, epsilon: 0.1, delta: 0.1, seed: 1 };
    for (const people of [0, 1, 2]) {
      const found = await approximateBetweenness(tied(people, people === 2 ? [[0, 1]] : []), options);
      expect(found).toEqual({ values: new Float64Array(people), halfWidths: new Float64Array(people), draws: 0 });
    }
    const lonely = await approximateBetweenness(tied(4, []), options);
    expect([...lonely.values]).toEqual([0, 0, 0, 0]);
  });

  test('what is no share is refused', async () => {
    for (const bad of [0, 1, -0.1, NaN]) {
      const options = { directed: false, epsilon: 0.1, delta: 0.1, seed: 1 };
      await expect(approximateBetweenness(tied(3, path), { ...options, epsilon: bad })).rejects.toThrow(RangeError);
      await expect(approximateBetweenness(tied(3, path), { ...options, delta: bad })).rejects.toThrow(RangeError);
    }
    const oneWay = approximateBetweenness(tied(3, path, true), { directed: false, epsilon: 0.1, delta: 0.1, seed: 1 });
    await expect(oneWay).rejects.toThrow(RangeError);
  });
});

describe('the promise, kept over 200 seeds', () => {
  const star = tied(20, Array.from({ length: 19 }, (_, leaf) => [0, leaf + 1])); // prettier-ignore
  const drawn = drawnPairs(40, 70, 5);
  const apart: Pair[] = [...drawnPairs(20, 40, 6), ...drawnPairs(15, 20, 7).map(([p, q]): Pair => [p + 20, q + 20])];
  const RUNS = 200;
  const delta = 0.1;

  test.each([
    ['a star', star, false],
    ['forty people, undirected', tied(40, drawn), false],
    ['forty people, directed', tied(40, drawn, true), true],
    ['two parts and the lonely', tied(38, apart), false],
  ])('%s: no more than delta of the runs has anybody further off', async (_, network, directed) => {
    expect(await failures(network, RUNS, { directed, epsilon: 0.06, delta })).toBeLessThanOrEqual(RUNS * delta);
  });
});

describe('for any network', () => {
  test('a seed gives the same again; another direction, mirrored, the same within the half-widths', async () => {
    await fc.assert(
      fc.asyncProperty(anyPairs, fc.nat(1000), async ({ people, pairs }, seed) => {
        const options = { directed: true, epsilon: 0.2, delta: 1e-9, seed };
        const network = tied(people, pairs, true);
        const once = await approximateBetweenness(network, options);
        expect(await approximateBetweenness(network, options)).toEqual(once);
        const mirrored = await approximateBetweenness(reversed(network), { ...options, seed: seed + 1 });
        for (const [person, value] of once.values.entries()) {
          const apart = once.halfWidths[person]! + mirrored.halfWidths[person]!;
          expect(Math.abs(value - mirrored.values[person]!)).toBeLessThanOrEqual(apart);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('threads', () => {
  test('any number gives the same bytes, directed and undirected', async () => {
    for (const directed of [false, true]) {
      const network = tied(40, drawnPairs(40, 70, 5), directed);
      const options = { directed, epsilon: 0.03, delta: 0.1, seed: 9 };
      const alone = await approximateBetweenness(network, options);
      for (const threads of [2, 3])
        expect(await approximateBetweenness(network, { ...options, engine: { threads } })).toEqual(alone);
    }
  });

  test('all end when told to stop', async () => {
    const stop = new AbortController();
    const progress = (): void => {
      stop.abort(new Error('enough'));
    };
    const engine = { threads: 2, signal: stop.signal, progress };
    const options = { directed: false, epsilon: 0.02, delta: 0.1, seed: 1 };
    await expect(approximateBetweenness(tied(3, path), { ...options, engine })).rejects.toThrow('enough');
  });
});

describe('long work', () => {
  test('tells how far it is, and stops when told', async () => {
    const network = tied(40, drawnPairs(40, 70, 5));
    const told: [number, number][] = [];
    const options = { directed: false, epsilon: 0.02, delta: 0.1, seed: 1 };
    const progress = (done: number, of: number): unknown => told.push([done, of]);
    const { draws } = await approximateBetweenness(network, { ...options, engine: { threads: 1, progress } });
    expect(told.length).toBeGreaterThan(2);
    for (const [at, [done, of]] of told.entries()) {
      expect(done).toBeGreaterThan(told[at - 1]?.[0] ?? 0);
      expect(of).toBeGreaterThanOrEqual(done);
    }
    expect(told.at(-1)![0]).toBeLessThanOrEqual(draws);
    const stop = new AbortController();
    const stopped = approximateBetweenness(network, {
      ...options,
      engine: { threads: 1, signal: stop.signal, progress: () => { stop.abort(new Error('enough')); } }, // prettier-ignore
    });
    await expect(stopped).rejects.toThrow('enough');
  });
});

const shared = '../shared';
describe.skipIf(!existsSync(shared))('a network with known values (skipped where ../shared is not there)', () => {
  const people = 1005;
  const linesOf = (file: string): string[] => readFileSync(`${shared}/${file}`, 'utf8').trim().split('\n');

  test.each([
    ['betweenness_undirected', false, 2],
    ['betweenness_directed', true, 1],
  ] as const)('e-mail EU core: nobody is further from igraph (%s) than promised', async (column, directed, ways) => {
    const pairs = linesOf('data/email-eu-core/email-Eu-core.txt').map((line): Pair => {
      const [from, to] = line.split(' ').map(Number);
      return [from!, to!];
    });
    const [heading, ...rows] = linesOf('reference/values/email-eu-core__nodes.csv').map((line) =>
      line.replaceAll('"', '').split(','),
    );
    const options = { directed, epsilon: 0.005, delta: 0.1, seed: 1 };
    const { values, halfWidths } = await approximateBetweenness(tied(people, pairs, directed), options);
    expect(rows).toHaveLength(people);
    for (const row of rows) {
      const person = Number(row[0]);
      const exact = (Number(row[heading!.indexOf(column)]) * ways) / (people * (people - 1));
      expect(Math.abs(values[person]! - exact)).toBeLessThanOrEqual(halfWidths[person]!);
      expect(halfWidths[person]).toBeLessThanOrEqual(0.005);
    }
  });
});
