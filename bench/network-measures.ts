import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { UndirectedGraph } from 'graphology';
import louvainPeer from 'graphology-communities-louvain';
import pageRankPeer from 'graphology-metrics/centrality/pagerank.js';
import { Clustering, LeidenAlgorithm, Network as PeerNetwork } from 'networkanalysis-ts';
import { z } from 'zod';
import { approximateBetweenness } from '../connector/network/approximate-betweenness.ts';
import { communities, louvain } from '../connector/network/communities.ts';
import { weakComponents } from '../connector/network/components.ts';
import { structuralHoles } from '../connector/network/constraint.ts';
import { pathLengths } from '../connector/network/distances.ts';
import { coreNumbers } from '../connector/network/k-core.ts';
import { modularity } from '../connector/network/modularity.ts';
import { networkOf } from '../connector/network/network-of.ts';
import type { Network } from '../connector/network/network.ts';
import { pageRank } from '../connector/network/pagerank.ts';
import { unitDistances } from '../connector/network/unit-distances.ts';
import { inventedNetwork, type InventedTies } from './invented-network.ts';

const SOURCES = 512;
const LEIDEN_ITERATIONS = 2;

interface Row {
  readonly measure: string;
  readonly ours: number;
  /** Seconds of each peer, by name. */
  readonly peers: Readonly<Record<string, number | undefined>>;
  readonly note?: string;
}

const igraphTold = z.record(z.string(), z.number());

/**
 * All measures but betweenness of one invented network, beside igraph (where python3-igraph is installed), graphology and
 * networkanalysis-ts on the same ties in the same run: processor seconds, and ours as a share of each peer's.
 */
export async function benchNetworkMeasures({
  people,
  tiesAPerson,
  withPeers,
  rounds,
}: {
  readonly people: number;
  readonly tiesAPerson: number;
  readonly withPeers: boolean;
  /** How often each of ours and of igraph’s is timed, after once that is not counted; with 1 that is left out. */
  readonly rounds: number;
}): Promise<void> {
  const ties = inventedNetwork(people, Math.round(people * tiesAPerson), 1);
  console.log(`\nMeasures: ${people.toLocaleString('en')} people, ${ties.from.length.toLocaleString('en')} ties`);
  const { rows, network, found } = await ours(ties, rounds);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const igraph = withPeers ? igraphOf(ties, rounds) : undefined;
  const others = withPeers ? peersOf(ties, network) : undefined;
  for (const { measure, ours: own, note } of rows) {
    const peers = { igraph: igraph?.[measure], ...others?.[measure] };
    const beside = Object.entries(peers).flatMap(([name, seconds]) =>
      seconds === undefined ? [] : [`${name} ${seconds.toFixed(3)} s (${(own / seconds).toFixed(3)} ×)`],
    );
    console.log(`  ${measure.padEnd(28)}${own.toFixed(3).padStart(8)} s  ${beside.join('  ')}  ${note ?? ''}`);
  }
  const modularities = { ours: found, igraph: igraph?.['modularity'], ...others?.['modularity'] };
  console.log(
    `  modularity: ${Object.entries(modularities)
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value.toFixed(4)}`]))
      .join(', ')}`,
  );
  console.log(
    `  peak: ours ${peak} MB${igraph === undefined ? '' : `, igraph ${Math.round(igraph['megabytes'] ?? 0)} MB`}`,
  );
}

/** One round that is not counted lets the compiler finish, then the median; one round alone is counted as it is. */
async function secondsOf<Answer>(act: () => Answer | Promise<Answer>, rounds: number): Promise<[number, Answer]> {
  if (rounds > 1) await act();
  const timed: { seconds: number; answer: Answer }[] = [];
  while (timed.length < rounds) {
    const used = process.cpuUsage();
    const answer = await act();
    const { user, system } = process.cpuUsage(used);
    timed.push({ seconds: (user + system) / 1e6, answer });
  }
  const { seconds, answer } = timed.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(rounds / 2)]!;
  return [seconds, answer];
}

async function ours(ties: InventedTies, rounds: number): Promise<{ rows: Row[]; network: Network; found: number }> {
  const timed = <Answer>(act: () => Answer | Promise<Answer>) => secondsOf(act, rounds);
  const kernels = new WebAssembly.Module(
    readFileSync(new URL('../connector/network/wasm/kernels.wasm', import.meta.url)),
  );
  const engine = { threads: 1, kernels };
  const binary = { people: ties.people, from: ties.from, to: ties.to, directed: false };
  const [build, network] = await timed(() => networkOf(binary));
  const [weightedBuild, weighted] = await timed(() => networkOf({ ...binary, weights: ties.weights }));
  const [constraint] = await timed(() => structuralHoles(network, { directed: false }));
  const [rank] = await timed(() => pageRank(network, { directed: false, kernels }));
  const [cores] = await timed(() => coreNumbers(network));
  const [components] = await timed(() => weakComponents(network));
  const [distances] = await timed(() => pathLengths(network, { directed: false, sources: SOURCES, seed: 1, engine }));
  const [typed] = await timed(() => pathLengths(network, { directed: false, sources: SOURCES, seed: 1 }));
  const units = ties.unitOf.reduce((most, unit) => Math.max(most, unit + 1), 0);
  const [between] = await timed(() => unitDistances(network, ties.unitOf, { directed: false, units, engine }));
  const [leiden, groupOf] = await timed(() => communities(weighted, { seed: 1 }));
  const [unfolded, byLouvain] = await timed(() => louvain(weighted, { seed: 1 }));
  const [sampled, { draws }] = await secondsOf(
    () => approximateBetweenness(network, { directed: false, epsilon: 0.001, delta: 0.1, seed: 1 }),
    1,
  );
  const bytes =
    (weighted.offsets.byteLength + weighted.targets.byteLength + (weighted.weights?.byteLength ?? 0)) /
    ties.from.length;
  const note = (text: string) => ({ note: text, peers: {} });
  return {
    network: weighted,
    found: modularity(weighted, groupOf) ?? NaN,
    rows: [
      {
        measure: 'build',
        ours: build,
        ...note(`with weights ${weightedBuild.toFixed(3)} s, ${bytes.toFixed(1)} bytes a tie`),
      },
      { measure: 'constraint', ours: constraint, ...note('effective size and efficiency with it') },
      { measure: 'pagerank', ours: rank, peers: {} },
      { measure: 'cores', ours: cores, peers: {} },
      { measure: 'components', ours: components, peers: {} },
      {
        measure: 'distances',
        ours: distances,
        ...note(`${String(SOURCES)} sources to everybody; in TypeScript ${typed.toFixed(3)} s`),
      },
      { measure: 'distances of units', ours: between, ...note(`${String(units)} units`) },
      { measure: 'communities', ours: leiden, peers: {} },
      {
        measure: 'Louvain',
        ours: unfolded,
        ...note(`modularity ${(modularity(weighted, byLouvain) ?? NaN).toFixed(4)}`),
      },
      {
        measure: 'sampled betweenness',
        ours: sampled,
        ...note(`ε 0.001, δ 0.1, ${String(draws)} draws; no peer has a guarantee`),
      },
    ],
  };
}

type Peers = Record<string, Record<string, number>>;

function peersOf({ people, from, to, weights }: InventedTies, network: Network): Peers {
  const seconds = <Answer>(act: () => Answer): [number, Answer] => {
    const used = process.cpuUsage();
    const answer = act();
    const { user, system } = process.cpuUsage(used);
    return [(user + system) / 1e6, answer];
  };
  const [built, graph] = seconds(() => {
    const made = new UndirectedGraph();
    for (let person = 0; person < people; person += 1) made.addNode(person);
    for (let tie = 0; tie < from.length; tie += 1) made.addEdge(from[tie], to[tie], { weight: weights[tie] });
    return made;
  });
  const rank: unknown = pageRankPeer;
  const peerLouvain: unknown = louvainPeer;
  if (!isMeasure(rank) || !isMeasure(peerLouvain)) throw new Error('graphology exports something else.');
  const [ranked] = seconds(() => rank(graph, { getEdgeWeight: null }));
  const [grouped, groups] = seconds(() => peerLouvain(graph, { getEdgeWeight: 'weight' }));
  const ofGroups = Int32Array.from({ length: people }, (_, person) => groups[person] ?? -1);
  const { clusters, leiden } = leidenOf({ people, from, to, weights }, seconds);
  return {
    build: { graphology: built },
    pagerank: { graphology: ranked },
    communities: { 'networkanalysis-ts': leiden },
    Louvain: { graphology: grouped },
    modularity: {
      'graphology Louvain': modularity(network, ofGroups) ?? NaN,
      'networkanalysis-ts': modularity(network, clusters) ?? NaN,
    },
  };
}

type Measure = (graph: UndirectedGraph, options: object) => Record<string, number>;

/** Their types promise a default export that these modules, not being ECMAScript ones, have under no name. */
function isMeasure(value: unknown): value is Measure {
  return typeof value === 'function';
}

function leidenOf(
  { people, from, to, weights }: Pick<InventedTies, 'people' | 'from' | 'to' | 'weights'>,
  seconds: <Answer>(act: () => Answer) => [number, Answer],
): { clusters: Int32Array; leiden: number } {
  const edges: [number[], number[]] = [[], []];
  const both: number[] = [];
  for (let tie = 0; tie < from.length; tie += 1) {
    edges[0].push(from[tie]!, to[tie]!);
    edges[1].push(to[tie]!, from[tie]!);
    both.push(weights[tie]!, weights[tie]!);
  }
  const network = new PeerNetwork({
    nNodes: people,
    setNodeWeightsToTotalEdgeWeights: true,
    edges,
    edgeWeights: both,
    sortedEdges: false,
    checkIntegrity: false,
  });
  const total = both.reduce((sum, weight) => sum + weight, 0);
  const [leiden, clustering] = seconds(() => {
    const algorithm = new LeidenAlgorithm();
    algorithm.setResolution(1 / total);
    algorithm.setNIterations(LEIDEN_ITERATIONS);
    const found = new Clustering({ nNodes: people });
    algorithm.improveClustering(network, found);
    return found;
  });
  return { clusters: Int32Array.from(clustering.getClusters()), leiden };
}

/** igraph in C, through whichever Python has it. */
function igraphOf({ people, from, to, weights }: InventedTies, rounds: number): Record<string, number> | undefined {
  const rows = Array.from(from, (person, tie) => `${String(person)},${String(to[tie]!)},${String(weights[tie]!)}`).join(
    '\n',
  );
  const script = new URL('./igraph-measures.py', import.meta.url).pathname;
  for (const python of ['python3', '/usr/bin/python3']) {
    if (spawnSync(python, ['-c', 'import igraph']).status !== 0) continue;
    const { stdout } = spawnSync(python, [script, String(people), String(rounds)], {
      input: rows,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    return igraphTold.parse(JSON.parse(stdout));
  }
  console.log('  igraph is left out: python3-igraph is not installed.');
  return undefined;
}
