import { UndirectedGraph } from 'graphology';
import peer from 'graphology-metrics/centrality/eigenvector.js';
import { betweenness } from '../connector/network/betweenness.ts';
import { strongComponents, weakComponents } from '../connector/network/components.ts';
import { structuralHoles } from '../connector/network/constraint.ts';
import { degrees, strengths } from '../connector/network/degree.ts';
import { diameter } from '../connector/network/diameter.ts';
import { networkOf } from '../connector/network/network-of.ts';
import { targetsOf, type Network } from '../connector/network/network.ts';
import { pageRank } from '../connector/network/pagerank.ts';
import { asNetwork, referenceSet, tinySet, valuesOf, type ReferenceSet } from './network/reference-sets.ts';

/** A value somebody printed, and ours. */
export interface PublishedValue {
  readonly dataset: string;
  readonly measure: string;
  readonly convention: string;
  readonly person: string;
  readonly value: string;
  readonly tolerance: number;
  /** What we get, or why we get nothing. */
  readonly ours: string | { readonly not: string };
}

const TINY = ['adolescents', 'borgatti_holes', 'directed3', 'florentine_marriage'] as const;

/** @returns every published value of the reference, with ours where we have the network and the measure */
export async function publishedValues(): Promise<PublishedValue[]> {
  const found: PublishedValue[] = [];
  for (const row of valuesOf('published_values.csv')) {
    const { dataset = '', measure = '', convention = '', node: person = '', value = '' } = row;
    const told = { dataset, measure, convention, person, value, tolerance: Number(row['tolerance']) };
    found.push({ ...told, ours: await oursOf(told) });
  }
  return found;
}

/** Whether ours is the published value, within what is stated of it. */
export function isReproduced({ ours, value, tolerance }: PublishedValue): boolean {
  if (typeof ours !== 'string') return false;
  return ours === value || Math.abs(Number(ours) - Number(value)) <= tolerance;
}

type Asked = Omit<PublishedValue, 'ours'>;

async function oursOf(asked: Asked): Promise<PublishedValue['ours']> {
  const tiny = TINY.find((name) => name === asked.dataset);
  if (tiny !== undefined) return ofTiny(tinySet(tiny), asked);
  if (asked.dataset === 'email-eu-core') return ofMail(asked);
  if (asked.dataset === 'asoiaf-book1') return ofThrones(asked);
  return { not: 'the network is not in the reference folder' };
}

function ofTiny(set: ReferenceSet, { measure, convention, person }: Asked): PublishedValue['ours'] {
  const directed = convention.startsWith('directed');
  const place = set.ids.indexOf(person);
  const whole = asNetwork(set, { directed, weighted: convention.endsWith(' weighted') });
  const network = convention.startsWith('EGO-NETWORK') ? cutOut(whole, place) : whole;
  const { constraint, effectiveSize } = structuralHoles(network, { directed });
  if (measure === 'constraint') return String(constraint[place]);
  if (measure === 'effective size') return String(effectiveSize[place]);
  return { not: 'not a measure of Samspill' };
}

/** Nobody but one person and their partners: what tutorials take constraint of, and we do not. */
function cutOut(network: Network, person: number): Network {
  const kept = new Set([person, ...targetsOf(network, person)]);
  const ties = [...kept].flatMap((from) =>
    [...targetsOf(network, from)].filter((to) => kept.has(to)).map((to) => [from, to] as const),
  );
  return networkOf({
    people: network.people,
    from: Int32Array.from(ties, ([from]) => from),
    to: Int32Array.from(ties, ([, to]) => to),
    directed: false,
  });
}

async function ofMail({ measure }: Asked): Promise<PublishedValue['ours']> {
  const set = referenceSet('email-eu-core');
  const directed = asNetwork(set, { directed: true, weighted: false });
  const undirected = asNetwork(set, { directed: false, weighted: false });
  if (measure === 'nodes') return String(directed.people);
  if (measure === 'edges') return String(set.from.length);
  if (measure === 'nodes in largest weak component') return String(weakComponents(directed).sizes[0]);
  if (measure === 'nodes in largest strong component') return String(strongComponents(directed).sizes[0]);
  if (measure === 'number of strong components') return String(strongComponents(directed).sizes.length);
  if (measure === 'diameter') return String(await diameter(undirected));
  return { not: 'not a measure of Samspill' };
}

/** The characters of the first book, most first, by each measure that can be asked. */
interface Ranking {
  readonly measure: string;
  readonly first: string;
  readonly runnerUp: string;
  /** The value of the first over that of the runner-up. */
  readonly ratio: number;
  readonly ours: boolean;
}

export async function rankingsOfThrones(): Promise<Ranking[]> {
  const set = referenceSet('asoiaf-book1');
  const binary = asNetwork(set, { directed: false, weighted: false });
  const weighted = asNetwork(set, { directed: false, weighted: true });
  const ranked = (measure: string, values: ArrayLike<number>, ours = true): Ranking => {
    const order = [...set.ids.keys()].toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    const [first = 0, runnerUp = 0] = order;
    const ratio = (values[first] ?? 0) / (values[runnerUp] ?? 0);
    return { measure, first: set.ids[first] ?? '', runnerUp: set.ids[runnerUp] ?? '', ratio, ours };
  };
  return [
    ranked('degree', degrees(binary).out),
    ranked('strength (weighted degree)', strengths(weighted).out),
    ranked('PageRank', pageRank(binary, { directed: false })),
    ranked('PageRank, weighted', pageRank(weighted, { directed: false })),
    ranked('betweenness', await betweenness(binary, { directed: false, weighted: false })),
    ranked('eigenvector (graphology-metrics)', eigenvectorByPeer(set), false),
  ];
}

async function ofThrones({ measure }: Asked): Promise<PublishedValue['ours']> {
  const set = referenceSet('asoiaf-book1');
  const rankings = await rankingsOfThrones();
  if (measure === 'nodes/edges/interactions') {
    const weighted = asNetwork(set, { directed: false, weighted: true });
    const interactions = Array.from(weighted.weights ?? []).reduce((sum, weight) => sum + weight, 0) / 2;
    return [weighted.people, weighted.targets.length / 2, interactions].join('/');
  }
  const ratioOf = (name: string): string =>
    String(rankings.find(({ measure: told }) => told.startsWith(name))?.ratio ?? NaN);
  if (measure.includes('betweenness ratio')) return ratioOf('betweenness');
  if (measure.includes('eigenvector ratio')) return ratioOf('eigenvector');
  return rankings.every(({ first }) => first === 'Eddard-Stark') ? 'rank 1' : 'another rank';
}

type Peer = (graph: UndirectedGraph, options: object) => Record<string, number>;

/** Its types promise a default export that the module, not being an ECMAScript one, has under no name. */
function isPeer(value: unknown): value is Peer {
  return typeof value === 'function';
}

/** No measure of ours: it shows that the network we read is the one that the author measured. */
function eigenvectorByPeer({ ids, from, to }: ReferenceSet): number[] {
  const measured: unknown = peer;
  if (!isPeer(measured)) throw new Error('graphology-metrics has another shape than expected.');
  const drawn = new UndirectedGraph();
  for (const id of ids) drawn.addNode(id);
  for (const [tie, source] of from.entries()) drawn.mergeEdge(ids[source], ids[to[tie] ?? -1]);
  const values = measured(drawn, { getEdgeWeight: null, maxIterations: 1_000, tolerance: 1e-12 });
  return ids.map((id) => values[id] ?? NaN);
}
