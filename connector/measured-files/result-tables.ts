import type { MeasuredNetwork } from '../measured-network.ts';
import type { NetworkFile } from './network-file.ts';
import { tableText, type Cell } from './result-table.ts';

const BROKERAGE_ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const;

/**
 * `people.csv`: one row a person, in the order of the file; `coordinator_z` and its like tell by how many standard
 * deviations brokerage differs from what ties at random would make. With direction, `degree` and `strength` count both ways
 * together and four columns tell them apart; where betweenness was sampled, a column tells how far each may be off.
 */
export function peopleTable({ names, units }: NetworkFile, measured: MeasuredNetwork): string {
  const { degree, strength, ways, betweenness, holes, pageRank, core, communities } = measured;
  const ofUnits = measured.units;
  const columns: [string, (person: number) => Cell][] = [
    ['person', (person) => names[person]],
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
    ...BROKERAGE_ROLES.map((role): [string, (person: number) => Cell] => [
      role,
      (person) => ofUnits?.brokerage[role][person],
    ]),
  ];
  columns.push(
    ...BROKERAGE_ROLES.map((role): [string, (person: number) => Cell] => [
      `${role}_z`,
      (person) => ofUnits?.standardBrokerage[role][person],
    ]),
  );
  if (ways !== undefined)
    columns.push(
      ['out_degree', (person) => ways.degree.out[person]],
      ['in_degree', (person) => ways.degree.in[person]],
      ['out_strength', (person) => ways.strength.out[person]],
      ['in_strength', (person) => ways.strength.in[person]],
    );
  const { sampled } = betweenness;
  if (sampled !== undefined) columns.push(['betweenness_half_width', (person) => sampled.halfWidths[person]]);
  return tableText(
    columns.map(([name]) => name),
    names.map((_name, person) => columns.map(([, cell]) => cell(person))),
  );
}

/**
 * `units.csv`: one row a unit. Ties are counted, weights added up; with direction, what is external goes out. Without units:
 * the header alone.
 */
export function unitsTable({ units }: NetworkFile, measured: MeasuredNetwork): string {
  const header = [
    ...[
      'unit',
      'size',
      'internal_ties',
      'external_ties',
      'internal_weight',
      'external_weight',
      'ei_ties',
      'ei_tie_ends',
    ],
    ...['internal_density', 'external_density', 'bridging_share', 'bridging_corrected', 'silhouette'],
  ];
  const found = measured.units;
  if (found === undefined || units === undefined) return tableText(header, []);
  const { pairs, ei, densities } = found;
  const rows = Array.from({ length: pairs.units }, (_, unit): Cell[] => [
    ...[
      units.names[unit],
      pairs.sizes[unit],
      pairs.ties[unit * pairs.units + unit],
      beyond(pairs.ties, unit, pairs.units),
    ],
    ...[ei.units.internal[unit], ei.units.external[unit]],
    ...[ei.units.byTies[unit], ei.units.byEnds[unit], densities.within[unit], densities.beyond[unit]],
    ...[ei.units.bridgingShare[unit], ei.units.correctedShare[unit], found.silhouette.ofUnits[unit]],
  ]);
  return tableText(header, rows);
}

function beyond(ties: Float64Array, unit: number, units: number): number {
  const row = ties.subarray(unit * units, (unit + 1) * units);
  return row.reduce((sum, count, other) => (other === unit ? sum : sum + count), 0);
}

/**
 * `unit-pairs.csv`: ties between each two units, and within units; undirected each pair in one row. `mean_steps` is how
 * many ties people of the first are from the nearest person of the second, `mean_steps_back` the other way. Without
 * units: the header alone.
 */
export function unitPairsTable({ units }: NetworkFile, { units: found, ways }: MeasuredNetwork): string {
  const header = ['unit', 'other_unit', 'ties', 'weight', 'density', 'mean_steps', 'mean_steps_back'];
  if (found === undefined || units === undefined) return tableText(header, []);
  const { pairs, distances } = found;
  const steps = (from: number, to: number): Cell => distances.means[from * units.names.length + to];
  const places = Array.from({ length: pairs.units }, (_, unit) => unit);
  const rows = places.flatMap((unit) =>
    places
      .filter((other) => ways !== undefined || other >= unit)
      .map((other): Cell[] => {
        const cell = unit * pairs.units + other;
        const { ties, weights, densities } = pairs;
        return [
          ...[units.names[unit], units.names[other], ties[cell], weights[cell], densities[cell]],
          ...[steps(unit, other), steps(other, unit)],
        ];
      }),
  );
  return tableText(header, rows);
}
