import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diameter } from '../../connector/network/diameter.ts';
import { pathLengths } from '../../connector/network/distances.ts';
import { weakComponents } from '../../connector/network/components.ts';
import { reversed } from '../../connector/network/network-of.ts';
import type { Network } from '../../connector/network/network.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import { unitDistances } from '../../connector/network/unit-distances.ts';
import { allPaths, anyPairs, renamed, tied, type Pair } from './naive-paths.ts';

const ALL = 1_000_000;
const path: Pair[] = [[0, 1], [1, 2]]; // prettier-ignore

const lengthsOf = (network: Network, directed = false, sources = ALL) =>
  pathLengths(network, { directed, sources, seed: 1 });

/** A ring of cliques, larger than the 128 lanes, so that there are several batches and steps of both kinds. */
function large(people: number): Pair[] {
  const random = seededRandom(3);
  const near = Array.from({ length: people * 3 }, (): Pair => {
    const person = random.below(people);
    return [person, (person + 1 + random.below(8)) % people];
  });
  return near.filter(([from, to]) => Math.max(from, to) < people - 3);
}

describe('path lengths on paper', () => {
  test('the example of its docstring', async () => {
    const found = await lengthsOf(tied(4, path));
    expect(found).toEqual({ counts: Float64Array.of(0, 4, 2), mean: 8 / 6, longest: 2, apart: 6, sources: 4 });
  });

  test('directed: three pairs of six', async () => {
    const found = await lengthsOf(tied(3, path, true), true);
    expect(found).toEqual({ counts: Float64Array.of(0, 2, 1), mean: 4 / 3, longest: 2, apart: 3, sources: 3 });
  });

  test('nobody, one person, nobody tied: undefined, not 0', async () => {
    const none = { counts: Float64Array.of(0), mean: NaN, longest: 0 };
    expect(await lengthsOf(tied(0, []))).toEqual({ ...none, apart: 0, sources: 0 });
    expect(await lengthsOf(tied(1, [[0, 0]]))).toEqual({ ...none, apart: 0, sources: 1 });
    expect(await lengthsOf(tied(2, []))).toEqual({ ...none, apart: 2, sources: 2 });
  });

  test('a sample says that it is one, is the same for a seed, and on a ring is exact', async () => {
    const ring = tied(
      9,
      Array.from({ length: 9 }, (_, at): Pair => [at, (at + 1) % 9]),
    );
    const found = await lengthsOf(ring, false, 2);
    expect(found).toEqual({ counts: Float64Array.of(0, 4, 4, 4, 4), mean: 2.5, longest: 4, apart: 0, sources: 2 });
    const drawn = tied(200, large(200));
    expect(await lengthsOf(drawn, false, 50)).toEqual(await lengthsOf(drawn, false, 50));
  });

  test('a number of sources that is none is refused', async () => {
    for (const sources of [0, -1, 1.5, NaN]) await expect(lengthsOf(tied(4, path), false, sources)).rejects.toThrow();
  });
});

describe('path lengths of any network', () => {
  const any = fc.tuple(anyPairs, fc.boolean());

  async function isAsDefined(network: Network, directed: boolean): Promise<void> {
    const { lengths } = allPaths(network);
    const pairs = lengths.flatMap((row, from) => row.filter((_, to) => to !== from));
    const joined = pairs.filter((length) => length < Infinity);
    const found = await lengthsOf(network, directed);
    expect([...found.counts]).toEqual(
      Array.from({ length: found.longest + 1 }, (_, length) => joined.filter((it) => it === length).length),
    );
    expect(found.longest).toBe(Math.max(0, ...joined));
    expect(found.apart).toBe(pairs.length - joined.length);
    if (joined.length === 0) expect(found.mean).toBeNaN();
    else expect(found.mean).toBeCloseTo(joined.reduce((sum, length) => sum + length, 0) / joined.length, 12);
  }

  test('it is the definition read aloud', async () => {
    const property = fc.asyncProperty(any, async ([{ people, pairs }, directed]) => {
      await isAsDefined(tied(people, pairs, directed), directed);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test.each([false, true])('also over several batches, by pushes and pulls (directed: %s)', async (directed) => {
    await isAsDefined(tied(200, large(200), directed), directed);
  });

  test('mirrored and under other names it is the same; a lonely person more is only apart', async () => {
    const property = fc.asyncProperty(any, async ([{ people, pairs }, directed]) => {
      const network = tied(people, pairs, directed);
      const found = await lengthsOf(network, directed);
      expect(await lengthsOf(reversed(network), directed)).toEqual(found);
      const nameOf = Array.from({ length: people }, (_, person) => (person + 3) % people);
      expect(await lengthsOf(tied(people, renamed(pairs, nameOf), directed), directed)).toEqual(found);
      const more = await lengthsOf(tied(people + 1, pairs, directed), directed);
      expect(more).toEqual({ ...found, apart: found.apart + 2 * people, sources: people + 1 });
    });
    await fc.assert(property);
  });
});

describe('diameter', () => {
  test('on paper: the largest component counts, whatever is beside it', async () => {
    expect(await diameter(tied(6, [[0, 1], [1, 2], [2, 3], [4, 5]]))).toBe(3); // prettier-ignore
    expect(await diameter(tied(5, [[0, 1], [0, 2], [0, 3], [0, 4]]))).toBe(2); // prettier-ignore
    expect(
      await diameter(
        tied(
          9,
          Array.from({ length: 9 }, (_, at): Pair => [at, (at + 1) % 9]),
        ),
      ),
    ).toBe(4);
    for (const people of [0, 1, 2]) expect(await diameter(tied(people, []))).toBe(0);
  });

  test('of two components equally large, the longer one counts, whichever comes first', async () => {
    const pathOfFour: Pair[] = [[0, 1], [1, 2], [2, 3]]; // prettier-ignore
    const starOfFour: Pair[] = [[4, 5], [4, 6], [4, 7]]; // prettier-ignore
    const both = [...pathOfFour, ...starOfFour];
    expect(await diameter(tied(8, both))).toBe(3);
    expect(await diameter(tied(8, renamed(both, [4, 5, 6, 7, 0, 1, 2, 3])))).toBe(3);
  });

  test('it is the longest of all shortest paths in the largest component', async () => {
    const property = fc.asyncProperty(anyPairs, async ({ people, pairs }) => {
      const network = tied(people, pairs);
      const { of, sizes } = weakComponents(network);
      const { lengths } = allPaths(network);
      const within = lengths.filter((_, from) => sizes[of[from]!] === sizes[0]).flat();
      expect(await diameter(network)).toBe(Math.max(0, ...within.filter((length) => length < Infinity)));
    });
    await fc.assert(property, { numRuns: 300 });
    const network = tied(200, large(200));
    expect(await diameter(network)).toBe((await lengthsOf(network)).longest);
  });
});

describe('distances between units', () => {
  const between = async (network: Network, unitOf: readonly number[], units: number, directed = false) =>
    unitDistances(network, Int32Array.from(unitOf), { directed, units });
  const chain: Pair[] = [...path, [2, 3]];

  test('the examples of its docstring', async () => {
    const two = await between(tied(4, chain), [0, 0, 1, 1], 2);
    expect([...two.means]).toEqual([0, 1.5, 1.5, 0]);
    expect([...two.reaching]).toEqual([2, 2, 2, 2]);
    const own = await between(tied(4, chain), [-1, 0, 1, 1], 2);
    expect([...own.means]).toEqual([0, 1, 1.5, 0]);
  });

  test('directed: the way the ties point; a unit of nobody and one out of reach are undefined', async () => {
    const { means, reaching } = await between(tied(4, chain, true), [0, 0, 1, 1], 3, true);
    expect([...means]).toEqual([0, 1.5, NaN, NaN, 0, NaN, NaN, NaN, NaN]);
    expect([...reaching]).toEqual([2, 2, 0, 0, 2, 0, 0, 0, 0]);
  });

  test('nobody; no units; a unit that there is not', async () => {
    expect(await between(tied(0, []), [], 0)).toEqual({ means: new Float64Array(0), reaching: new Float64Array(0) });
    expect([...(await between(tied(2, [[0, 1]]), [-1, -1], 1)).means]).toEqual([NaN]);
    await expect(between(tied(2, []), [0, 1], 1)).rejects.toThrow(RangeError);
    await expect(between(tied(2, []), [0], 1)).rejects.toThrow(RangeError);
  });

  async function isAsDefined(network: Network, unitOf: readonly number[], units: number, directed: boolean) {
    const { lengths } = allPaths(network);
    const found = await between(network, unitOf, units, directed);
    for (let a = 0; a < units; a += 1)
      for (let b = 0; b < units; b += 1) {
        const nearest = lengths
          .filter((_, from) => unitOf[from] === a)
          .map((row) => Math.min(...row.filter((_, to) => unitOf[to] === b)))
          .filter((length) => length < Infinity);
        const mean = nearest.reduce((sum, length) => sum + length, 0) / nearest.length;
        expect(found.reaching[a * units + b]).toBe(nearest.length);
        if (nearest.length === 0) expect(found.means[a * units + b]).toBeNaN();
        else expect(found.means[a * units + b]).toBeCloseTo(mean, 12);
      }
  }

  test('it is the definition read aloud, also with more units than lanes', async () => {
    const units = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 10, maxLength: 10 });
    const property = fc.asyncProperty(anyPairs, units, fc.boolean(), async ({ people, pairs }, unitOf, directed) => {
      await isAsDefined(tied(people, pairs, directed), unitOf.slice(0, people), 4, directed);
    });
    await fc.assert(property);
    const unitOf = Array.from({ length: 200 }, (_, person) => (person * 7) % 150);
    await isAsDefined(tied(200, large(200), true), unitOf, 150, true);
  });
});

test('what is called undirected and is not is refused', async () => {
  const oneWay = tied(3, path, true);
  await expect(lengthsOf(oneWay)).rejects.toThrow(RangeError);
  await expect(diameter(oneWay)).rejects.toThrow(RangeError);
  const units = unitDistances(oneWay, Int32Array.of(0, 0, 1), { directed: false, units: 2 });
  await expect(units).rejects.toThrow(RangeError);
});

describe('long work', () => {
  test('tells after each batch, and stops when told', async () => {
    const network = tied(300, large(300));
    const told: [number, number][] = [];
    const progress = (done: number, of: number): unknown => told.push([done, of]);
    await pathLengths(network, { directed: false, sources: ALL, seed: 1, engine: { threads: 1, progress } });
    expect(told).toEqual([[128, 300], [256, 300], [300, 300]]); // prettier-ignore
    const signal = AbortSignal.abort(new Error('enough'));
    const stopped = pathLengths(network, { directed: false, sources: ALL, seed: 1, engine: { threads: 1, signal } });
    await expect(stopped).rejects.toThrow('enough');
    await expect(diameter(network, { engine: { threads: 1, signal } })).rejects.toThrow('enough');
  });

  test('the diameter tells how many are done with, up to all', async () => {
    const ring = tied(
      300,
      Array.from({ length: 300 }, (_, at): Pair => [at, (at + 1) % 300]),
    );
    const told: [number, number][] = [];
    const progress = (done: number, of: number): unknown => told.push([done, of]);
    expect(await diameter(ring, { engine: { threads: 1, progress } })).toBe(150);
    expect(told.at(-1)).toEqual([300, 300]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
  });
});

const data = '../shared';
describe.skipIf(!existsSync(data))('networks with known values (skipped where ../shared is not there)', () => {
  /** The ties of a file, and the diameter that igraph found. */
  function read(
    name: string,
    [file, separator, headings]: readonly [string, RegExp, number],
  ): { network: Network; known: number } {
    const text = readFileSync(`${data}/data/${file}`, 'utf8').trim();
    const names = new Map<string, number>();
    const number = (person: string): number => {
      const known = names.get(person) ?? names.size;
      names.set(person, known);
      return known;
    };
    const rows = text.split(/[\r\n]+/).slice(headings);
    const pairs = rows.map((row): Pair => {
      const [from = '', to = ''] = row.split(separator);
      return [number(from), number(to)];
    });
    const summary = readFileSync(`${data}/reference/values/${name}__summary.csv`, 'utf8');
    return { network: tied(names.size, pairs), known: Number(/"diameter_undirected",(\d+)/.exec(summary)?.[1]) };
  }

  test.each([
    ['email-eu-core', ['email-eu-core/email-Eu-core.txt', /\s+/, 0]],
    ['asoiaf-book1', ['asoiaf/asoiaf-book1-edges.csv', /,/, 1]],
    ['krackhardt-advice', ['krackhardt-hightech/advice_edges.csv', /,/, 1]],
    ['krackhardt-friends', ['krackhardt-hightech/friends_edges.csv', /,/, 1]],
    ['cross-parker-consulting-info', ['cross-parker-consulting/consulting_info_edges.csv', /,/, 1]],
  ] as const)('%s has the diameter that igraph finds', async (name, file) => {
    const { network, known } = read(name, file);
    expect(await diameter(network)).toBe(known);
    expect((await lengthsOf(network)).longest).toBe(known);
  });
});
