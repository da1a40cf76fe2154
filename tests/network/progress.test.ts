import { describe, expect, test } from 'vitest';
import { brokerage } from '../../connector/network/brokerage.ts';
import { communities } from '../../connector/network/communities.ts';
import { structuralHoles } from '../../connector/network/constraint.ts';
import { diameter } from '../../connector/network/diameter.ts';
import { pathLengths } from '../../connector/network/distances.ts';
import { permutedEI } from '../../connector/network/ei-index.ts';
import { coreNumbers } from '../../connector/network/k-core.ts';
import { launchSeeds } from '../../connector/network/launch-seeds.ts';
import { networkOf } from '../../connector/network/network-of.ts';
import { pageRank } from '../../connector/network/pagerank.ts';
import type { Progress } from '../../connector/network/progress.ts';
import { robustness } from '../../connector/network/robustness.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import { silhouette } from '../../connector/network/silhouette.ts';
import { spread } from '../../connector/network/spread.ts';
import { unitDistances } from '../../connector/network/unit-distances.ts';

const PEOPLE = 3_000;
/** A ring in which everybody also knows the next but one: every triangle there is, and nobody without one. */
const from = Int32Array.from({ length: 2 * PEOPLE }, (_, tie) => tie % PEOPLE);
const to = from.map((person, tie) => (person + (tie < PEOPLE ? 1 : 2)) % PEOPLE);
const network = networkOf({ people: PEOPLE, from, to, directed: false });
const weighted = { ...network, weights: new Float64Array(network.targets.length).fill(2) };
const unitOf = Int32Array.from({ length: PEOPLE }, (_, person) => Math.floor(person / 50));
const passing = { by: 'shared-cascade' } as const;

/** Where all walks end with the same few, so that PageRank takes its passes. */
const lopsided = { people: PEOPLE, from, to: to.map((person) => person >> 1) };
const build = { people: PEOPLE, from, to };

const LONG: [string, (progress: Progress) => unknown][] = [
  ['structural holes', (progress) => structuralHoles(network, { directed: false, progress })],
  ['structural holes, weighted', (progress) => structuralHoles(weighted, { directed: false, progress })],
  ['building', (progress) => networkOf({ ...build, directed: false, progress })],
  ['building with direction', (progress) => networkOf({ ...build, directed: true, progress })],
  ['PageRank', (progress) => pageRank(networkOf({ ...lopsided, directed: false }), { directed: false, progress })],
  [
    'PageRank with direction',
    (progress) => pageRank(networkOf({ ...lopsided, directed: true }), { directed: true, progress }),
  ],
  ['cores', (progress) => coreNumbers(network, { progress })],
  ['brokerage', (progress) => brokerage(network, unitOf, { directed: false, progress })],
  ['communities', (progress) => communities(network, { seed: 1, onRound: progress })],
  ['E-I by chance', (progress) => permutedEI(network, unitOf, { rounds: 3, random: seededRandom(1), progress })],
  ['silhouette', (progress) => silhouette(network, unitOf, { progress })],
  [
    'robustness',
    (progress) => {
      const scores = new Float64Array(PEOPLE);
      return robustness(network, unitOf, { scores, gone: [30], rounds: 3, random: seededRandom(1), progress });
    },
  ],
  ['spread', (progress) => spread(network, [0], { passing, runs: 3, seed: 1, progress })],
  [
    'where to launch',
    (progress) =>
      launchSeeds(network, {
        candidateOf: unitOf,
        choose: 2,
        passing,
        error: 0.5,
        risk: 0.5,
        seed: 1,
        onSamples: progress,
      }),
  ],
  [
    'path lengths',
    (progress) => pathLengths(network, { directed: false, sources: 300, seed: 1, engine: { threads: 1, progress } }),
  ],
  ['diameter', (progress) => diameter(network, { engine: { threads: 1, progress } })],
  [
    'distances of units',
    (progress) => unitDistances(network, unitOf, { directed: false, units: 60, engine: { threads: 1, progress } }),
  ],
];

describe('what may take longer than a second', () => {
  test.each(LONG)('%s tells how far it is, never back and never past its end', async (_name, work) => {
    const told: (readonly [number, number])[] = [];
    await work((done, of) => told.push([done, of]));
    expect(told.length).toBeGreaterThan(0);
    for (const [at, [done, of]] of told.entries()) {
      expect(done).toBeLessThanOrEqual(of);
      if (told[at - 1]?.[1] === of) expect(done).toBeGreaterThanOrEqual(told[at - 1]![0]);
    }
  });

  test.each(LONG)('%s ends where it is told to', async (_name, work) => {
    const stopped = new Error('stopped');
    const stop = (): never => {
      throw stopped;
    };
    const ended = Promise.resolve().then(() => work(stop));
    await expect(ended).rejects.toBe(stopped);
  });
});
