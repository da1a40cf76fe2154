import { DELTA, EPSILON, type MeasuredNetwork } from '../measured-network.ts';
import type { NetworkFile } from './network-file.ts';

export interface Measuring {
  readonly directed: boolean;
  readonly weighted: boolean;
  readonly seed: number;
  readonly threads: number;
  /** By what was done, in the order in which it was done. */
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
}

/**
 * `summary.json`: by which conventions was measured, and what is said of the whole network. What is undefined is null.
 */
export function summaryOf(read: NetworkFile, measured: MeasuredNetwork, asked: Measuring) {
  const { names, from, weights, units } = read;
  const { directed, weighted, seed, threads } = asked;
  const { network, components, communities, betweenness } = measured;
  const found = measured.units;
  return {
    conventions: conventionsOf(asked, betweenness.sampled !== undefined),
    seed,
    directed,
    weighted,
    people: names.length,
    peopleWithUnit: units?.unitOf.reduce((sum, unit) => sum + (unit < 0 ? 0 : 1), 0) ?? 0,
    units: found?.pairs.units ?? 0,
    rows: { read: from.length, ofWeightZero: weights?.reduce((sum, weight) => sum + (weight === 0 ? 1 : 0), 0) ?? 0 },
    ties: network.targets.length / (directed ? 1 : 2),
    density: measured.density,
    reciprocity: measured.reciprocity,
    components: componentsOf(components),
    strongComponents: measured.strong === undefined ? null : componentsOf(measured.strong),
    pathLengths: pathsOf(measured.pathLengths),
    communities: { count: communities.count, modularity: communities.modularity },
    modularityOfUnits: found?.modularity ?? null,
    nmi: found?.agreement.nmi ?? null,
    ari: found?.agreement.ari ?? null,
    silhouetteOfUnits: found?.silhouette.ofAll ?? null,
    ei:
      found === undefined
        ? null
        : { ...found.ei.whole, expectedByUnitSizes: found.ei.expected, permuted: found.permuted },
    bridgeConcentration: found?.bridges ?? null,
    robustness: found === undefined ? null : robustnessOf(found.robustness),
    launch: launchOf(read, measured.launch),
    betweenness:
      betweenness.sampled === undefined
        ? { method: 'exact' }
        : { method: 'sampled', epsilon: EPSILON, delta: DELTA, furthestOff: betweenness.sampled.epsilon },
    threads,
    milliseconds: asked.milliseconds,
    peakMegabytes: asked.peakMegabytes,
  };
}

function componentsOf({ sizes }: MeasuredNetwork['components']) {
  const lonely = sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0);
  return { count: sizes.length, largest: sizes[0] ?? 0, lonely };
}

function launchOf({ names, units, volunteers }: NetworkFile, launch: MeasuredNetwork['launch']) {
  if (launch === undefined) return null;
  const { among, choice, spread } = launch;
  const named = (candidate: number): string | undefined =>
    among === 'units' ? units?.names[candidate] : names[volunteers?.[candidate] ?? -1];
  return {
    among,
    passing: 'each tie passes a habit on with that tie’s share of all ties of whoever receives it',
    beginWith: choice.chosen.map((candidate) => named(candidate) ?? ''),
    reach: { mean: spread.mean, from: spread.from, to: spread.to },
    guarantee: {
      atLeastOfBest: choice.atLeastOfBest,
      withProbability: choice.probability,
      bestAtMost: choice.bestAtMost,
    },
  };
}

function pathsOf({ counts, mean, apart, sources, diameter }: MeasuredNetwork['pathLengths']) {
  return {
    mean: defined(mean),
    longestInLargestComponent: diameter,
    pairsByLength: [...counts],
    pairsApart: apart,
    sources,
  };
}

function robustnessOf({ gone, top, random }: NonNullable<MeasuredNetwork['units']>['robustness']) {
  return gone.map((people, at) => ({
    gone: people,
    topBridges: { largestComponent: defined(top.giant[at]), betweenUnits: defined(top.between[at]) },
    byChance: { largestComponent: defined(random.giant[at]), betweenUnits: defined(random.between[at]) },
  }));
}

/** JSON has no NaN. */
function defined(value: number | null | undefined): number | null {
  return value === undefined || value === null || Number.isNaN(value) ? null : value;
}

function conventionsOf({ directed, weighted }: Measuring, sampled: boolean): string[] {
  return [
    'A tie of a person with themselves is dropped. A row of weight 0 says that there is no tie.',
    directed
      ? 'Directed: a tie goes from the first column to the second; an undirected edge of a GEXF or Pajek file is a tie each way. degree and strength count both ways together; k_core, community, participation, components, modularity and path lengths look at ties whatever their direction.'
      : 'Undirected: a pair counts once if either direction exists, and weights of both directions add up.',
    weighted
      ? 'Weighted: strength, constraint, effective_size, efficiency, pagerank, community, participation, E-I and modularity use the weight; betweenness takes 1 / weight as the length of a tie. degree, k_core, densities, brokerage, path lengths and mean steps do not look at it.'
      : 'Every tie weighs 1.',
    `Betweenness in raw counts of shortest paths (${directed ? 'ordered pairs' : 'each pair once'})${sampled ? ', estimated from a sample: betweenness_half_width tells how far each may be off' : ', exact'}.`,
    'Constraint, effective size and efficiency (Burt) take shares over all of a person’s ties in the whole network; with direction a mutual tie weighs both ways together.',
    `Brokerage (Gould and Fernandez) counts ${directed ? 'directed two-paths a → v → b without a tie a → b' : 'two-paths a – v – b without a tie a – b, in both orders'}: coordinator B→B→B, itinerant A→B→A, gatekeeper A→B→B (from outside in), representative B→B→A (from inside out), liaison A→B→C.`,
    'The …_z of a role is what R sna calls z; without direction its deviation is up to √2 too small, so z is too large by as much.',
    'A person without a unit has none of the measures that need one. What is undefined is an empty cell, in this file null.',
    'Communities: Leiden, from the seed; NMI is normalised by the arithmetic mean.',
  ];
}
