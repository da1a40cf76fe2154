import type { MeasuredNetwork } from '../measured-network.ts';
import type { NetworkFile } from './network-file.ts';
import type { Progress } from '../network/progress.ts';
import { personColumns } from './person-columns.ts';
import { ROWS_A_REPORT, tableText, type Cell } from './result-table.ts';

/** `people.csv`: one row a person, in the order of the file, with everything found of them (`personColumns`). */
export function peopleTable(read: NetworkFile, measured: MeasuredNetwork, progress?: Progress): string {
  const { names } = read;
  const columns = personColumns(read, measured);
  const rows = function* (): Generator<Cell[]> {
    for (const [person, name] of names.entries()) {
      if (person % ROWS_A_REPORT === 0) progress?.(person, names.length);
      yield [name, ...columns.map(([, cellOf]) => cellOf(person))];
    }
  };
  return tableText(['person', ...columns.map(([column]) => column)], rows());
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
