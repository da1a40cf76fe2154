import type { MeasuredNetwork } from '../measured-network.ts';
import type { NetworkFile } from './network-file.ts';
import type { Cell } from './result-table.ts';

/** What a column is called, and what stands in it of each person. */
export type PersonColumn = readonly [name: string, cellOf: (person: number) => Cell];

const BROKERAGE_ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const;

/**
 * Everything found of a person, by the names of `people.csv`: `coordinator_z` and its like tell by how many standard
 * deviations brokerage differs from what ties at random would make. With direction, `degree` and `strength` count both ways
 * together and four columns tell them apart; where betweenness was sampled, a column tells how far each may be off.
 */
export function personColumns({ units }: NetworkFile, measured: MeasuredNetwork): PersonColumn[] {
  const { degree, strength, ways, betweenness, holes, pageRank, core, communities } = measured;
  const ofUnits = measured.units;
  const columns: PersonColumn[] = [
    ['unit', (person) => units?.names[units.unitOf[person] ?? -1]],
    ['degree', (person) => degree[person]],
    ['strength', (person) => strength[person]],
    ['betweenness', (person) => betweenness.values[person]],
    ['constraint', (person) => holes.constraint[person]],
    ['effective_size', (person) => holes.effectiveSize[person]],
    ['efficiency', (person) => holes.efficiency[person]],
    ['pagerank', (person) => pageRank[person]],
    ['k_core', (person) => core[person]],
    ['community', (person) => communities.of[person]],
    ['participation', (person) => ofUnits?.participation[person]],
    ...BROKERAGE_ROLES.map((role): PersonColumn => [role, (person) => ofUnits?.brokerage[role][person]]),
    ...BROKERAGE_ROLES.map((role): PersonColumn => [`${role}_z`, (person) => ofUnits?.standardBrokerage[role][person]]),
  ];
  if (ways !== undefined)
    columns.push(
      ['out_degree', (person) => ways.degree.out[person]],
      ['in_degree', (person) => ways.degree.in[person]],
      ['out_strength', (person) => ways.strength.out[person]],
      ['in_strength', (person) => ways.strength.in[person]],
    );
  const { sampled } = betweenness;
  if (sampled !== undefined) columns.push(['betweenness_half_width', (person) => sampled.halfWidths[person]]);
  return columns;
}
