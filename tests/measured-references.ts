import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from '../connector/measure.ts';
import { eiIndex } from '../connector/network/ei-index.ts';
import {
  asNetwork,
  columnOf,
  hasValues,
  numbersOf,
  referenceNames,
  referenceSet,
  unitNamesOf,
  unitsOf,
  valuesOf,
  type ReferenceSet,
} from './network/reference-sets.ts';

/** What the command wrote, or a function gave, beside the same column of the reference. */
export interface Comparison {
  readonly set: string;
  /** Which attribute was taken for the unit; empty where none matters. */
  readonly by: string;
  readonly convention: string;
  readonly measure: string;
  readonly tool: 'igraph' | 'sna' | 'networkx' | 'ties counted in R';
  readonly found: readonly number[];
  readonly expected: readonly number[];
  /** To how many digits the reference is rounded, where that is fewer than a double has. */
  readonly rounded?: number;
}

/** How far apart, over all places where both have a value. */
interface Difference {
  /** Places with a value, and places that both leave undefined. */
  readonly values: number;
  readonly undefinedInBoth: number;
  /** Places that one of the two leaves undefined. */
  readonly undefinedInOne: number;
  readonly absolute: number;
  /** Of the reference's value, or of 1e-6 where that is nearer to 0: its files have 15 digits. */
  readonly relative: number;
}

export function differenceOf({ found, expected }: Pick<Comparison, 'found' | 'expected'>): Difference {
  if (found.length !== expected.length) throw new Error('A column of the reference has another length than ours.');
  const difference = { values: 0, undefinedInBoth: 0, undefinedInOne: 0, absolute: 0, relative: 0 };
  for (const [at, ours] of found.entries()) {
    const theirs = expected[at] ?? NaN;
    const undefinedOnes = Number(Number.isNaN(ours)) + Number(Number.isNaN(theirs));
    if (undefinedOnes === 2) difference.undefinedInBoth += 1;
    if (undefinedOnes === 1) difference.undefinedInOne += 1;
    if (undefinedOnes > 0) continue;
    const apart = Math.abs(ours - theirs);
    difference.values += 1;
    difference.absolute = Math.max(difference.absolute, apart);
    difference.relative = Math.max(difference.relative, apart / Math.max(Math.abs(theirs), 1e-6));
  }
  return difference;
}

interface Convention {
  readonly directed: boolean;
  readonly weighted: boolean;
}

/** As the reference names its columns. */
const namedAs = ({ directed, weighted }: Convention): string =>
  `${directed ? 'directed' : 'undirected'}_${weighted ? 'weighted' : 'binary'}`;

type Row = Readonly<Record<string, string>>;

interface Measured {
  readonly set: ReferenceSet;
  readonly by: string;
  readonly convention: Convention;
  readonly people: readonly Row[];
  readonly units: readonly Row[];
  readonly unitPairs: readonly Row[];
  readonly summary: Awaited<ReturnType<typeof measure>>;
}

/**
 * What `samspill measure` writes of every network with reference values, in every convention and by every attribute that
 * the reference knows, beside the reference.
 *
 * @param folder where the files may be written
 */
export async function measuredReferences(folder: string): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const name of referenceNames) {
    const set = referenceSet(name);
    for (const [place, by] of (unitNamesOf(name).length === 0 ? [''] : unitNamesOf(name)).entries())
      for (const directed of set.directed ? [false, true] : [false])
        for (const weighted of [false, true]) {
          const measured = await measuredThroughTheDoor(set, by, { directed, weighted }, folder);
          if (place === 0) found.push(...ofPeople(measured), ...ofTheWhole(measured));
          if (by !== '') found.push(...ofBrokers(measured), ...ofUnits(measured), ...ofTheWholeByUnit(measured));
        }
  }
  return [...found, ...personalEI(), ...externalFraction()];
}

async function measuredThroughTheDoor(
  set: ReferenceSet,
  by: string,
  convention: Convention,
  folder: string,
): Promise<Measured> {
  const [ties, people, out] = [join(folder, 'ties.csv'), join(folder, 'people.csv'), join(folder, 'out')];
  const id = (person: number | undefined): string => set.ids[person ?? -1] ?? '';
  const rows = Array.from(set.from, (from, at) => `${id(from)},${id(set.to[at])},${String(set.weights[at])}`);
  writeFileSync(ties, `from,to,weight\n${rows.join('\n')}\n`);
  const unitsOfPeople = by === '' ? [] : columnOf(`${set.name}__nodes.csv`, by);
  writeFileSync(people, `person,unit\n${set.ids.map((it, at) => `${it},${unitsOfPeople[at] ?? ''}`).join('\n')}\n`);
  const summary = await measure({
    ...{ ties, people, out, ...convention, exact: true, seed: 1, engine: { threads: 1 } },
    ...{ tell: () => undefined, now: () => 0, peakMegabytes: () => 0 },
  });
  const table = (name: string): Row[] => rowsOf(readFileSync(join(out, name), 'utf8'));
  return {
    ...{ set, by, convention, summary },
    ...{ people: table('people.csv'), units: table('units.csv'), unitPairs: table('unit-pairs.csv') },
  };
}

/** No name in the reference networks has a comma or a quote. */
function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

/** An empty cell is undefined; a column that is not there is a mistake. */
function numbersIn(rows: readonly Row[], column: string): number[] {
  return rows.map((row) => {
    const cell = row[column];
    if (cell === undefined) throw new Error(`There is no column ${column}.`);
    return cell === '' ? NaN : Number(cell);
  });
}

function ofPeople({ set, convention, people }: Measured): Comparison[] {
  const { directed, weighted } = convention;
  const [whole, way] = [namedAs(convention), directed ? 'directed' : 'undirected'];
  const nodes = `${set.name}__nodes.csv`;
  const holes = `${set.name}__networkx_holes.csv`;
  const wanted: [measure: string, file: string, column: string, tool: Comparison['tool'], when: boolean][] = [
    ['degree', nodes, 'degree_undirected', 'igraph', true],
    ['strength', nodes, 'strength_undirected', 'igraph', weighted],
    ['in_degree', nodes, 'in_degree', 'igraph', directed],
    ['out_degree', nodes, 'out_degree', 'igraph', directed],
    ['in_strength', nodes, 'in_strength', 'igraph', directed && weighted],
    ['out_strength', nodes, 'out_strength', 'igraph', directed && weighted],
    ['betweenness', nodes, `betweenness_${way}`, 'igraph', !weighted],
    ['constraint', nodes, `constraint_${whole}`, 'igraph', true],
    ['pagerank', nodes, `pagerank_${whole}`, 'igraph', directed === set.directed],
    ['degree', holes, 'degree', 'networkx', true],
    ['betweenness', holes, `betweenness_${way}`, 'networkx', !weighted],
    ['constraint', holes, `constraint_${whole.replace('undirected_', '')}`, 'networkx', true],
    ['effective_size', holes, `effective_size_${whole.replace('undirected_', '')}`, 'networkx', !directed],
    ['efficiency', holes, 'efficiency_binary', 'networkx', !directed && !weighted],
  ];
  return wanted
    .filter(([, file, , , when]) => when && hasValues(file))
    .map(([measured, file, column, tool]) => ({
      ...{ set: set.name, by: '', convention: whole, measure: measured, tool },
      ...{ found: numbersIn(people, measured), expected: numbersOf(file, column) },
    }));
}

const SNA_COLUMNS = {
  coordinator: 'w_I',
  itinerant: 'w_O',
  representative: 'b_IO',
  gatekeeper: 'b_OI',
  liaison: 'b_O',
} as const;

/** Brokerage looks at no weights, so it is compared with and without. */
function ofBrokers({ set, by, convention, people }: Measured): Comparison[] {
  const file = `${set.name}__brokerage_${by}${convention.directed ? '' : '_symmetric'}.csv`;
  if (!hasValues(file)) return [];
  const told = { set: set.name, by, convention: namedAs(convention), tool: 'sna' as const };
  return Object.entries(SNA_COLUMNS).flatMap(([role, column]) => [
    { ...told, measure: role, found: numbersIn(people, role), expected: numbersOf(file, column) },
    {
      ...{ ...told, measure: `${role}_z` },
      ...{ found: numbersIn(people, `${role}_z`), expected: numbersOf(file, `z.${column}`) },
    },
  ]);
}

function ofUnits({ set, by, convention, units, unitPairs }: Measured): Comparison[] {
  if (convention.directed || convention.weighted) return [];
  const told = { set: set.name, by, convention: namedAs(convention) };
  const file = `${set.name}__units_${by}.csv`;
  const matrix = valuesOf(`${set.name}__unit_matrix_${by}.csv`);
  const place = new Map(columnOf(file, 'unit').map((name, at) => [name, at]));
  const ordered = units.map(({ unit = '' }) => place.get(unit) ?? -1);
  const columns = [
    ...['size', 'internal_ties', 'external_ties', 'ei_ties', 'ei_tie_ends'],
    ...['internal_density', 'external_density'],
  ];
  const of = columns.map((column): Comparison => {
    const values = numbersOf(file, column);
    const tool = column.startsWith('ei') ? 'ties counted in R' : 'igraph';
    const expected = ordered.map((at) => values[at] ?? NaN);
    return { ...told, measure: `units: ${column}`, tool, found: numbersIn(units, column), expected };
  });
  const expected = unitPairs.map(({ unit = '', other_unit = '' }) =>
    Number(matrix[place.get(unit) ?? -1]?.[other_unit]),
  );
  const pairs = { measure: 'unit pairs: ties', tool: 'igraph' as const, found: numbersIn(unitPairs, 'ties'), expected };
  return [...of, { ...told, ...pairs }];
}

function ofTheWhole({ set, convention, people, summary }: Measured): Comparison[] {
  const { directed, weighted } = convention;
  const strength = numbersIn(people, 'strength').reduce((sum, value) => sum + value, 0);
  const figures: [key: string, found: number | null | undefined, when: boolean][] = [
    ['nodes', summary.people, true],
    ['edges_no_loops', summary.ties, directed === set.directed],
    ['edges_undirected_collapsed', summary.ties, !directed],
    ['total_weight', strength / 2, weighted],
    ['density', summary.density, directed === set.directed],
    ['reciprocity', summary.reciprocity, directed],
    ['weak_components', summary.components.count, true],
    ['largest_weak', summary.components.largest, true],
    ['strong_components', summary.strongComponents?.count, directed],
    ['largest_strong', summary.strongComponents?.largest, directed],
    ['diameter_undirected', summary.pathLengths.longestInLargestComponent, true],
  ];
  return figuresBeside(set.name, '', convention, figures, 'igraph');
}

function ofTheWholeByUnit({ set, by, convention, people, summary }: Measured): Comparison[] {
  const { directed, weighted } = convention;
  const binary = !directed && !weighted;
  const ei: [string, number | null | undefined, boolean][] = [
    [`${by}:EI_${namedAs(convention)}`, summary.ei?.index, true],
    [`${by}:internal_undirected_binary`, summary.ei?.internal, binary],
    [`${by}:external_undirected_binary`, summary.ei?.external, binary],
  ];
  const weight = weighted ? 'weighted' : 'binary';
  const key = `${by}:modularity_of_units_undirected_${weight}`;
  const sums = Object.entries(SNA_COLUMNS).map(([role, column]): [string, number, boolean] => {
    const total = numbersIn(people, role).reduce((sum, value) => sum + value, 0);
    return [`${by}:brokerage_total_${column}`, total, directed === set.directed && !weighted];
  });
  return [
    ...figuresBeside(set.name, by, convention, ei, 'ties counted in R'),
    ...figuresBeside(set.name, by, convention, [[key, summary.modularityOfUnits, !directed]], 'igraph'),
    ...figuresBeside(set.name, by, convention, sums, 'sna'),
  ];
}

function figuresBeside(
  set: string,
  by: string,
  convention: Convention,
  figures: readonly [string, number | null | undefined, boolean][],
  tool: Comparison['tool'],
): Comparison[] {
  const values = new Map(valuesOf(`${set}__summary.csv`).map((row) => [row['key'], Number(row['value'])]));
  return figures.flatMap(([key, found, when]): Comparison[] => {
    const expected = values.get(key);
    if (!when || expected === undefined) return [];
    const measured = `whole: ${key.replace(`${by}:`, '')}`;
    return [
      {
        set,
        by,
        convention: namedAs(convention),
        measure: measured,
        tool,
        found: [found ?? NaN],
        expected: [expected],
      },
    ];
  });
}

/** `samspill measure` writes no E-I of a person: this is the function's. */
function personalEI(): Comparison[] {
  return referenceNames.flatMap((set) =>
    unitNamesOf(set).map((by): Comparison => ({
      ...{ set, by, convention: 'undirected_binary', measure: 'E-I of a person', tool: 'ties counted in R' },
      found: eiOfPeople(set, by),
      expected: numbersOf(`${set}__nodes.csv`, `${by}_ei_node_undirected_binary`),
    })),
  );
}

/** The share f of a person's contacts outside the department, f = (1 + E-I) / 2; the file has four digits. */
function externalFraction(): Comparison[] {
  const file = 'invs13__external_fraction.csv';
  const ids = columnOf(file, 'id');
  const values = numbersOf(file, 'f_external');
  const found = eiOfPeople('invs13', 'department').map((ei) => (1 + ei) / 2);
  const expected = referenceSet('invs13').ids.map((id) => values[ids.indexOf(id)] ?? NaN);
  const told = { set: 'invs13', by: 'department', convention: 'undirected_binary', tool: 'ties counted in R' as const };
  return [{ ...told, measure: 'share of contacts outside the department', found, expected, rounded: 4 }];
}

function eiOfPeople(set: string, by: string): number[] {
  const network = asNetwork(referenceSet(set), { directed: false, weighted: false });
  return [...eiIndex(network, unitsOf(set, by).unitOf, { directed: false }).people];
}
