import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkKernels } from '../../.ci/network-kernels.ts';
import { betweenness } from '../../connector/network/betweenness.ts';
import { diameter } from '../../connector/network/diameter.ts';
import { pathLengths } from '../../connector/network/distances.ts';
import { networkOf } from '../../connector/network/network-of.ts';
import { pageRank } from '../../connector/network/pagerank.ts';
import { unitDistances } from '../../connector/network/unit-distances.ts';

const bytes = readFileSync('connector/network/wasm/kernels.wasm');

test('the WebAssembly in the repository is what its source compiles to', () => {
  expect(Buffer.from(networkKernels()).equals(bytes)).toBe(true);
});

/** Rings with chords and weights, made by a rule. */
function invented(people: number, perPerson: number, directed: boolean, weightOf: (at: number) => number) {
  const ties = Array.from({ length: people * perPerson }, (_, at) => at);
  return networkOf({
    people,
    from: Int32Array.from(ties, (at) => at % people),
    to: Int32Array.from(ties, (at) => ((at % people) + 1 + ((at * 7919 + (at % people) ** 2) % 611)) % people),
    weights: Float64Array.from(ties, weightOf),
    directed,
  });
}

test.each([
  ['dense', 300, 9, (at: number) => 1 + ((at * 31) % 17)],
  ['sparse, in several components', 700, 1, (at: number) => 1 + ((at * 31) % 17)],
  ['lengths too far apart for narrow buckets', 300, 4, (at: number) => 10 ** ((at * 31) % 9)],
])('TypeScript and WebAssembly give the same bytes, on any number of threads: %s', async (_, people, per, weightOf) => {
  const kernels = new WebAssembly.Module(bytes);
  for (const directed of [true, false])
    for (const weighted of [true, false]) {
      const network = invented(people, per, directed, weightOf);
      const typed = await betweenness(network, { directed, weighted });
      for (const threads of [1, 2])
        expect(await betweenness(network, { directed, weighted, engine: { threads, kernels } })).toEqual(typed);
    }
});

test('however few people there are, whatever their components: the same bytes, and nothing beyond their places', async () => {
  const engine = { threads: 1, kernels: new WebAssembly.Module(bytes) };
  const small = fc.integer({ min: 1, max: 12 }).chain((people) => {
    const end = fc.nat(people - 1);
    return fc.record({ people: fc.constant(people), ties: fc.array(fc.tuple(end, end), { maxLength: 40 }) });
  });
  const property = fc.asyncProperty(small, fc.boolean(), async ({ people, ties }, directed) => {
    const [from, to] = [Int32Array.from(ties, ([p]) => p), Int32Array.from(ties, ([, q]) => q)];
    const network = networkOf({ people, from, to, directed });
    const asked = { directed, weighted: false };
    expect(await betweenness(network, { ...asked, engine })).toEqual(await betweenness(network, asked));
  });
  await fc.assert(property, { numRuns: 300 });
});

test.each([
  ['dense', 300, 9],
  ['sparse, in several components', 700, 1],
])('PageRank has the same bytes in both: %s', (_, people, per) => {
  const kernels = new WebAssembly.Module(bytes);
  const weighted = invented(people, per, false, (at) => (at * 31) % 17);
  const { offsets, targets } = weighted;
  for (const network of [weighted, { people, offsets, targets }])
    expect(pageRank(network, { directed: false, kernels })).toEqual(pageRank(network, { directed: false }));
});

test.each([
  ['dense', 300, 9],
  ['sparse, in several components', 700, 1],
])('steps in vectors reach whom steps in words reach: %s', async (_, people, per) => {
  const engine = { threads: 1, kernels: new WebAssembly.Module(bytes) };
  // More units than lanes, people without a unit, and a unit of nobody.
  const unitOf = Int32Array.from({ length: people }, (_, person) => ((person * 7) % 151) - 1);
  for (const directed of [true, false]) {
    const network = invented(people, per, directed, () => 1);
    const all = { directed, sources: people, seed: 1 };
    expect(await pathLengths(network, { ...all, engine })).toEqual(await pathLengths(network, all));
    const units = { directed, units: 152 };
    const found = await unitDistances(network, unitOf, { ...units, engine });
    expect(found).toEqual(await unitDistances(network, unitOf, units));
    if (!directed) expect(await diameter(network, { engine })).toBe(await diameter(network));
  }
});

test('a module that is not the kernels is refused', async () => {
  // The eight bytes every module begins with, and nothing more.
  const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  const network = invented(10, 2, false, () => 1);
  const engine = { threads: 1, kernels: empty };
  await expect(betweenness(network, { directed: false, weighted: false, engine })).rejects.toThrow(TypeError);
  expect(() => pageRank(network, { directed: false, kernels: empty })).toThrow(TypeError);
  await expect(diameter(network, { engine })).rejects.toThrow(TypeError);
});
