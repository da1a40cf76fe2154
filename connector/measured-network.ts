import type { NetworkFile, Units } from './measured-files/network-file.ts';
import { approximateBetweenness } from './network/approximate-betweenness.ts';
import { betweenness } from './network/betweenness.ts';
import { agreement, type Agreement } from './network/agreement.ts';
import { carriedBetweenUnits, concentration, type Concentration } from './network/bridge-concentration.ts';
import { brokerage, expectedBrokerage, standardBrokerage, type BrokerageRoles } from './network/brokerage.ts';
import { communities } from './network/communities.ts';
import { strongComponents, weakComponents, type Components } from './network/components.ts';
import { structuralHoles, type StructuralHoles } from './network/constraint.ts';
import { degrees, strengths, type OutAndIn } from './network/degree.ts';
import { density, unitDensities, unitPairs, type UnitDensities, type UnitPairs } from './network/density.ts';
import { eiIndex, permutedEI, type EIIndex, type PermutedEI } from './network/ei-index.ts';
import { diameter } from './network/diameter.ts';
import { pathLengths, type PathLengths } from './network/distances.ts';
import type { Engine } from './network/engine.ts';
import { coreNumbers } from './network/k-core.ts';
import { launchSeeds, type LaunchChoice } from './network/launch-seeds.ts';
import { modularity } from './network/modularity.ts';
import { networkOf } from './network/network-of.ts';
import type { Network } from './network/network.ts';
import { pageRank } from './network/pagerank.ts';
import { participation } from './network/participation.ts';
import type { Progress } from './network/progress.ts';
import { reciprocity } from './network/reciprocity.ts';
import { robustness, type Robustness } from './network/robustness.ts';
import { seededRandom } from './network/seeded-random.ts';
import { spread, type Passing, type Spread } from './network/spread.ts';
import { silhouette, type Silhouette } from './network/silhouette.ts';
import { unitDistances, type UnitDistances } from './network/unit-distances.ts';

export interface MeasuringWish {
  /** Whether direction counts; otherwise a pair counts once if either direction exists, and weights add up. */
  readonly directed: boolean;
  /** Whether weights count; otherwise every tie weighs 1. */
  readonly weighted: boolean;
  /** Exact betweenness however long it takes. */
  readonly exact: boolean;
  /** How many units, or volunteers where the file of people has some, to begin a launch with. */
  readonly launch?: number;
  readonly seed: number;
  readonly engine: Engine;
  /** Told what is being measured. */
  readonly tell: (what: string) => void;
}

/** Every measure of one network. NaN: undefined. */
export interface MeasuredNetwork {
  readonly network: Network;
  /** The same without direction. */
  readonly undirected: Network;
  readonly degree: Float64Array;
  readonly strength: Float64Array;
  /** Only where direction counts. */
  readonly ways: { readonly degree: OutAndIn; readonly strength: OutAndIn } | undefined;
  readonly betweenness: MeasuredBetweenness;
  readonly holes: StructuralHoles;
  readonly pageRank: Float64Array;
  readonly core: Int32Array;
  readonly communities: { readonly of: Int32Array; readonly count: number; readonly modularity: number | null };
  readonly components: Components;
  /** Only where direction counts. */
  readonly strong: Components | undefined;
  /** Whatever the direction. */
  readonly pathLengths: PathLengths & { readonly diameter: number };
  readonly density: number | null;
  readonly reciprocity: number | null;
  /** Only where people have units. */
  readonly units: MeasuredUnits | undefined;
  /** Only where it was asked for and there are units or volunteers. */
  readonly launch: MeasuredLaunch | undefined;
}

export interface MeasuredBetweenness {
  readonly values: Float64Array;
  /** Absent when exact; else how far anybody's value may be from the truth, in the unit of the values. */
  readonly sampled?: { readonly epsilon: number; readonly delta: number; readonly halfWidths: Float64Array };
}

export interface MeasuredLaunch {
  readonly among: 'units' | 'volunteers';
  readonly choice: LaunchChoice;
  /** What the choice reaches when it is simulated anew. */
  readonly spread: Spread;
}

export interface MeasuredUnits {
  readonly participation: Float64Array;
  readonly brokerage: BrokerageRoles;
  /** By how many standard deviations it differs from what ties at random would make. */
  readonly standardBrokerage: BrokerageRoles;
  readonly pairs: UnitPairs;
  readonly densities: UnitDensities;
  readonly distances: UnitDistances;
  readonly ei: EIIndex;
  readonly permuted: PermutedEI | null;
  readonly modularity: number | null;
  readonly silhouette: Silhouette;
  readonly agreement: Agreement;
  /** How few carry what goes between units. */
  readonly bridges: Concentration;
  /** What is left when the people of {@link GONE} leave who carry most between units, and when as many leave by chance. */
  readonly robustness: Robustness & { readonly gone: readonly number[] };
}

/** Above so many people times ties the exact measure takes minutes; see docs/performance.md. */
const EXACT_WORK = 1e11;
export const EPSILON = 0.001;
export const DELTA = 0.1;
/** Shares of everybody who leave, to see what breaks. */
const GONE = [0.01, 0.05, 0.1];
const CHANCE_ROUNDS = 20;
/** How often units are dealt out anew over the same ties. */
const DEALS = 200;
/** Everybody takes a habit from each tie with that tie's share of theirs: the usual guess where no chance is known. */
const PASSING: Passing = { by: 'shared-cascade' };
export const LAUNCH_ERROR = 0.1;
export const LAUNCH_RISK = 0.05;
const SIMULATIONS = 1_000;
/** Path lengths are exact up to so many people, beyond that of as many drawn from the seed. */
const PATH_SOURCES = 2_000;

/**
 * Every measure there is of a network read from a file, by the conventions of `summary.json`: self-ties dropped, rows of
 * weight 0 are no ties, betweenness in raw counts (undirected: each pair once; weighted: a tie is 1 / its weight long).
 *
 * Cost: that of betweenness; above {@link EXACT_WORK} people times ties it is sampled with a stated error unless `exact`
 * is asked for. Weighted it is always exact.
 *
 * @throws the signal's reason when the engine's signal aborts
 */
export async function measuredNetwork(read: NetworkFile, wish: MeasuringWish): Promise<MeasuredNetwork> {
  const { directed, engine, seed, tell } = wish;
  tell('building the network');
  const ties = withoutZeros(read, wish.weighted);
  const progress = stoppable(engine);
  const undirected = networkOf({ ...ties, directed: false, progress });
  const network = directed ? networkOf({ ...ties, directed, progress }) : undirected;
  tell('betweenness');
  const between = await betweennessOf(network, wish);
  tell('structural holes');
  const holes = structuralHoles(network, { directed, progress });
  const ways = directed ? { degree: degrees(network), strength: strengths(network) } : undefined;
  tell('cores and rank');
  const core = coreNumbers(undirected, { progress });
  const rank = pageRank(network, { directed, kernels: engine.kernels, progress });
  tell('communities');
  const communityOf = communities(undirected, { seed, onRound: progress });
  tell('path lengths');
  const paths = await pathLengths(undirected, { directed: false, sources: PATH_SOURCES, seed, engine });
  tell('the longest path');
  const lengths = { ...paths, diameter: await diameter(undirected, { engine }) };
  return {
    network,
    undirected,
    degree: degrees(undirected).out,
    strength: strengths(undirected).out,
    ways,
    betweenness: between,
    holes,
    pageRank: rank,
    core,
    communities: {
      of: communityOf,
      count: communityOf.reduce((most, community) => Math.max(most, community + 1), 0),
      modularity: modularity(undirected, communityOf),
    },
    components: weakComponents(undirected),
    strong: directed ? strongComponents(network) : undefined,
    pathLengths: lengths,
    density: density(network),
    reciprocity: directed ? reciprocity(network) : null,
    units: read.units && (await unitsOf(network, undirected, read.units, communityOf, wish)),
    launch: launchOf(network, read, wish),
  };
}

async function unitsOf(
  network: Network,
  undirected: Network,
  { unitOf, names }: Units,
  communityOf: Int32Array,
  { directed, seed, engine, tell }: MeasuringWish,
): Promise<MeasuredUnits> {
  const progress = stoppable(engine);
  tell('brokerage and ties of units');
  const brokered = brokerage(network, unitOf, { directed, progress });
  const pairs = unitPairs(network, unitOf, { directed });
  tell('distances between units');
  const distances = await unitDistances(network, unitOf, { directed, units: names.length, engine });
  tell('units dealt out by chance');
  const permuted = permutedEI(network, unitOf, { rounds: DEALS, random: seededRandom(seed), progress });
  tell('silhouette of units');
  const alike = silhouette(undirected, unitOf, { progress });
  tell('what is left without those who carry most');
  const carried = carriedBetweenUnits(undirected, unitOf, { directed: false });
  const gone = [...new Set(GONE.map((share) => Math.round(share * network.people)))].filter((people) => people > 0);
  const leaving = { scores: carried, gone, rounds: CHANCE_ROUNDS, random: seededRandom(seed), progress };
  return {
    participation: participation(undirected, unitOf),
    brokerage: brokered,
    standardBrokerage: standardBrokerage(brokered, expectedBrokerage(network, unitOf), unitOf),
    pairs,
    densities: unitDensities(pairs, { directed }),
    distances,
    ei: eiIndex(network, unitOf, { directed }),
    permuted,
    modularity: modularity(undirected, unitOf),
    agreement: agreement(unitOf, communityOf),
    silhouette: alike,
    bridges: concentration(carried),
    robustness: { ...robustness(undirected, unitOf, leaving), gone },
  };
}

function launchOf(
  network: Network,
  { units, volunteers }: NetworkFile,
  { launch, seed, engine, tell }: MeasuringWish,
): MeasuredLaunch | undefined {
  if (launch === undefined || (units === undefined && volunteers === undefined)) return undefined;
  const progress = stoppable(engine);
  tell('where to launch');
  const candidateOf = new Int32Array(network.people).fill(-1);
  if (volunteers === undefined) candidateOf.set(units?.unitOf ?? []);
  else for (const [place, person] of volunteers.entries()) candidateOf[person] = place;
  const choice = launchSeeds(network, {
    ...{ candidateOf, choose: launch, passing: PASSING, error: LAUNCH_ERROR, risk: LAUNCH_RISK, seed },
    onSamples: progress,
  });
  const chosen = new Set(choice.chosen);
  const beginners = Array.from(candidateOf.keys()).filter((person) => chosen.has(candidateOf[person] ?? -1));
  return {
    among: volunteers === undefined ? 'units' : 'volunteers',
    choice,
    spread: spread(network, beginners, { passing: PASSING, runs: SIMULATIONS, seed: seed + 1, progress }),
  };
}

/** Of work that does not itself look at the signal. */
export function stoppable({ progress, signal }: Engine): Progress {
  return (done, of) => {
    signal?.throwIfAborted();
    progress?.(done, of);
  };
}

async function betweennessOf(
  network: Network,
  { directed, weighted, exact, seed, engine }: MeasuringWish,
): Promise<MeasuredBetweenness> {
  if (weighted || exact || network.people * network.targets.length <= EXACT_WORK)
    return { values: await betweenness(network, { directed, weighted, engine }) };
  const sample = await approximateBetweenness(network, { directed, epsilon: EPSILON, delta: DELTA, seed, engine });
  const pairs = (network.people * (network.people - 1)) / (directed ? 1 : 2);
  const raw = (shares: Float64Array): Float64Array => shares.map((share) => share * pairs);
  return {
    values: raw(sample.values),
    sampled: { epsilon: EPSILON * pairs, delta: DELTA, halfWidths: raw(sample.halfWidths) },
  };
}

/** The columns a network is built from: rows of weight 0 say that there is no tie. */
function withoutZeros({ names, from, to, weights }: NetworkFile, weighted: boolean) {
  const people = names.length;
  // Without rows there are no weights to read, and nothing to weigh.
  if (weights === undefined) return { people, from, to, ...(weighted && { weights: new Float64Array() }) };
  const zeros = weights.some((weight) => weight === 0);
  if (!zeros && !weighted) return { people, from, to };
  if (!zeros) return { people, from, to, weights };
  const kept = (_value: number, place: number): boolean => weights[place] !== 0;
  const columns = { people, from: from.filter(kept), to: to.filter(kept) };
  return weighted ? { ...columns, weights: weights.filter((weight) => weight !== 0) } : columns;
}
