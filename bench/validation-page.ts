import { approximateBetweenness } from '../connector/network/approximate-betweenness.ts';
import { agreement } from '../connector/network/agreement.ts';
import { communities, louvain } from '../connector/network/communities.ts';
import { modularity } from '../connector/network/modularity.ts';
import { divided } from '../tests/network/reference-divisions.ts';
import { asNetwork, numbersOf, referenceSet, valuesOf } from '../tests/network/reference-sets.ts';
import { differenceOf, type Comparison } from '../tests/measured-references.ts';
import { isReproduced, rankingsOfThrones, type PublishedValue } from '../tests/published-values.ts';

const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const EPSILON = 0.005;
const DELTA = 0.1;

/** The page docs/validation.md, out of what was compared and the networks of the reference folder. */
export async function validationPage(
  comparisons: readonly Comparison[],
  published: readonly PublishedValue[],
): Promise<string> {
  return `<!-- Made by bench/validation.ts: \`node_modules/.bin/node bench/validation.ts\`, then Prettier. Do not edit. -->

# Our numbers beside other people's

Every measure of [MEASURES.md](../connector/network/MEASURES.md) for which somebody else's program has computed a value on
a network we have, was computed here again and set beside it. The programs are R 4.2 with sna 2.7-1 and igraph 1.3.5, and
Python with igraph 0.10.2, leidenalg 0.9.1, networkx 2.8.8 and scikit-learn. None of our code
had a part in their values.

Networks and values lie in the reference folder beside the repository and not in it: some of them may not be passed on.
The script that makes this page needs them, and so does the test that makes it again and compares
(\`tests/measure-references.test.ts\`); both say so where they are missing.

What is compared is what a user gets: the files that \`samspill measure\` writes, read back. The exceptions, which the
command does not write, are named: E-I of a person, communities of ten seeds, and betweenness from a sample.

## Largest differences, by measure

The relative difference is that to the reference's value, or to 10⁻⁶ where that is nearer to 0: its files have 15 digits.
0 means the same number to the last bit. _Undefined in both_ are values that both leave empty, such as the constraint of a
person without ties.

${byMeasure(comparisons)}

## Largest differences, by network

${byNetwork(comparisons)}

## Whole networks, side by side

${wholeNetworks(comparisons)}

## Communities and units

Ten seeds of theirs (Leiden and Louvain, by python-igraph and leidenalg) beside ten of ours, 0 to 9: the lowest and the
highest. A higher modularity is a better division of the same network. \`samspill measure\` uses Leiden; Louvain stands here
because others' figures are often made by it. NMI and ARI tell how far communities agree with the units; of ARI
the reference has only the mean. People without a tie are left out, as there.

${communityTable()}

## Values that somebody printed

From papers, textbooks, web pages and the tests of other programs, each within the tolerance that its source allows.

${publishedTable(published)}

## Game of Thrones

Andrew Beveridge's network of the first book (187 characters, 684 ties, 7,366 interactions). The author finds Eddard Stark
first in every centrality, by 25 % before the runner-up in betweenness, by 10 % in eigenvector centrality, and by more than
30 % in four others. Samspill has no eigenvector centrality; that line is graphology-metrics' on the network as we read it. Nor
has it closeness.

${await rankingTable()}

## Betweenness from a sample

Of large networks betweenness is estimated. On e-mail EU core, where igraph's exact values are known, with ε = ${String(EPSILON)} of all
pairs, δ = ${String(DELTA)} and seeds 0 to 9:

${await sampleTable()}

## What could not be compared, and why

${notCompared(comparisons, published)}
`;
}

function byMeasure(comparisons: readonly Comparison[]): string {
  const ordered = comparisons.filter(isExact).toSorted((a, b) => placeOf(a) - placeOf(b));
  const groups = Map.groupBy(ordered, ({ measure, tool }) =>
    measure.startsWith('whole: brokerage_total')
      ? 'whole network: sums of brokerage | sna'
      : `${measure.replace(/^whole: /, 'whole network: ').replace(/_/g, ' ')} | ${tool}`,
  );
  const rows = [...groups].map(([key, group]) => {
    const sets = new Set(group.map(({ set }) => set)).size;
    const { values, undefinedInBoth, absolute, relative } = together(group);
    return `| ${key} | ${String(sets)} | ${counted(values)} | ${counted(undefinedInBoth)} | ${shown(absolute)} | ${shown(relative)} |`;
  });
  return [
    '| Measure | Beside | Networks | Values | Undefined in both | Largest difference | Largest relative difference |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** People first, then units, then the whole; in the order measured within each. */
function placeOf({ measure }: Comparison): number {
  return measure.startsWith('whole: ') ? 2 : measure.startsWith('unit') ? 1 : 0;
}

function byNetwork(comparisons: readonly Comparison[]): string {
  const rows = [...Map.groupBy(comparisons.filter(isExact), ({ set }) => set)].map(([set, group]) => {
    const conventions = [...new Set(group.map(({ convention }) => convention.replace('_', ' ')))].join(', ');
    const units = [...new Set(group.map(({ by }) => by).filter((by) => by !== ''))].join(', ');
    const { values, absolute, relative } = together(group);
    return `| ${set} | ${conventions} | ${units === '' ? 'none' : units} | ${counted(values)} | ${shown(absolute)} | ${shown(relative)} |`;
  });
  return [
    '| Network | Conventions | Units by | Values | Largest difference | Largest relative difference |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function wholeNetworks(comparisons: readonly Comparison[]): string {
  const told = new Set<string>();
  const whole = comparisons.filter(({ measure }) => measure.startsWith('whole: '));
  const rows = [...Map.groupBy(whole, ({ set, by }) => `${set} by ${by}`).values()]
    .flat()
    .flatMap(({ set, by, measure, tool, found, expected }) => {
      const key = `${set}${by === '' ? '' : ` by ${by}`} | ${measure.slice('whole: '.length).replaceAll('_', ' ')}`;
      if (told.has(key)) return [];
      told.add(key);
      return [`| ${key} | ${tool} | ${short(expected[0])} | ${short(found[0])} |`];
    });
  return ['| Network | Figure | By | Theirs | Ours |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

const BY_METHOD = {
  leiden: { find: communities, name: 'Leiden' },
  louvain: { find: louvain, name: 'Louvain' },
} as const;

function communityTable(): string {
  const rows = valuesOf('communities_vs_units.csv').filter(({ method = '' }) => method in BY_METHOD);
  const lines = rows.map((row) => {
    const { set = '', unit = '', weights = '', method = '' } = row;
    const { network, unitOf } = divided(set, unit, weights === 'weight');
    const { find, name } = method === 'louvain' ? BY_METHOD.louvain : BY_METHOD.leiden;
    const runs = SEEDS.map((seed) => find(network, { seed }));
    const modularities = runs.map((found) => modularity(network, found) ?? NaN);
    const agreements = runs.map((found) => agreement(unitOf, found));
    const theirs = (name: string): string => range([Number(row[`${name}_min`]), Number(row[`${name}_max`])]);
    const ofUnits = valuesOf('communities_vs_units.csv').find(
      (other) =>
        other['set'] === set && other['unit'] === unit && other['weights'] === weights && other['method'] === 'units',
    );
    return [
      ...['', name, set, unit, weights === 'weight' ? 'weighted' : 'binary', theirs('modularity'), range(modularities)],
      ...[theirs('NMI'), range(agreements.map(({ nmi }) => nmi ?? NaN)), Number(row['ARI_mean']).toFixed(4)],
      ...[range(agreements.map(({ ari }) => ari ?? NaN)), Number(ofUnits?.['modularity_mean']).toFixed(6)],
      ...[(modularity(network, unitOf) ?? NaN).toFixed(6), ''],
    ].join(' | ');
  });
  return [
    '| Method | Network | Units by | Ties | Modularity, theirs | ours | NMI, theirs | ours | ARI, theirs (mean) | ours | Modularity of the units, theirs | ours |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines.map((line) => line.trim()),
  ].join('\n');
}

function publishedTable(published: readonly PublishedValue[]): string {
  const rows = published.flatMap((row) => {
    if (typeof row.ours !== 'string') return [];
    const within = isReproduced(row) ? 'yes' : '**no**';
    const convention = row.convention.startsWith('EGO') ? 'of the ego network alone' : row.convention;
    return [
      `| ${row.dataset} | ${row.measure} | ${convention} | ${row.person} | ${row.value} | ${String(row.tolerance)} | ${short(row.ours)} | ${within} |`,
    ];
  });
  return [
    '| Network | Measure | Convention | Who | Printed | Tolerance | Ours | Within |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

async function rankingTable(): Promise<string> {
  const rows = (await rankingsOfThrones()).map(
    ({ measure, first, runnerUp, ratio }) =>
      `| ${measure} | ${named(first)} | ${named(runnerUp)} | ${((ratio - 1) * 100).toFixed(1)} % |`,
  );
  return ['| Measure | First | Runner-up | Ahead by |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

async function sampleTable(): Promise<string> {
  const lines: string[] = [];
  const set = referenceSet('email-eu-core');
  for (const directed of [false, true]) {
    const network = asNetwork(set, { directed, weighted: false });
    const pairs = (network.people * (network.people - 1)) / (directed ? 1 : 2);
    const exact = numbersOf(
      'email-eu-core__nodes.csv',
      directed ? 'betweenness_directed' : 'betweenness_undirected',
    ).map((count) => count / pairs);
    let [worst, outside, drawn] = [0, 0, 0];
    for (const seed of SEEDS) {
      const found = await approximateBetweenness(network, { directed, epsilon: EPSILON, delta: DELTA, seed });
      const apart = exact.map((value, person) => Math.abs(value - (found.values[person] ?? NaN)));
      worst = Math.max(worst, ...apart);
      outside += apart.some((one, person) => !(one <= (found.halfWidths[person] ?? 0))) ? 1 : 0;
      drawn += found.draws / SEEDS.length;
    }
    lines.push(
      `| ${directed ? 'directed' : 'undirected'} | ${counted(Math.round(drawn))} | ${worst.toFixed(5)} | ${String(EPSILON)} | ${String(outside)} of ${String(SEEDS.length)} |`,
    );
  }
  return [
    '| Ties | Pairs drawn (mean) | Furthest off, of all people and seeds | Allowed | Runs with anybody outside their own interval |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function notCompared(comparisons: readonly Comparison[], published: readonly PublishedValue[]): string {
  const alone = together(comparisons).undefinedInOne;
  const missing = Map.groupBy(
    published.filter(({ ours }) => typeof ours !== 'string'),
    ({ dataset, ours }) => `${dataset}: ${typeof ours === 'string' ? '' : ours.not}`,
  );
  const rounded = comparisons.filter((it) => !isExact(it));
  const lines = [
    `networkx leaves the constraint of ${String(alone)} people undefined who are pointed at and point at nobody; igraph, beside the same people, does not, and neither do we.`,
    'Eigenvector centrality, local and global clustering, triangles, assortativity, bridges and articulation points: columns of the reference that are no measures of Samspill.',
    'Participation, cores, silhouette, backbone, mean path length, concentration, robustness, spread and launches: no column of the reference. They are held to examples on paper, to properties and, most of them, to a naive program in `tests/network`.',
    'Betweenness with weights as lengths: no program of the reference computed it. It is held to a naive program in `tests/network/betweenness.test.ts`.',
    'PageRank of a directed network without its directions: the reference has the directed one alone.',
    'Undirected networks (invs13, asoiaf-book1) as if directed: there is no direction to measure.',
    ...rounded.map(
      (it) =>
        `${it.measure}, ${it.set}: the reference has ${String(it.rounded)} digits; ours is within ${together([it]).absolute.toFixed(5)}, half a unit of the last one.`,
    ),
    ...[...missing].map(
      ([reason, rows]) => `${reason} (${String(rows.length)} printed ${rows.length === 1 ? 'value' : 'values'}).`,
    ),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function isExact({ rounded }: Comparison): boolean {
  return rounded === undefined;
}

function together(group: readonly Comparison[]) {
  const all = group.map(differenceOf);
  const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  const most = (of: (one: (typeof all)[number]) => number): number => all.reduce((m, one) => Math.max(m, of(one)), 0);
  return {
    values: sum(({ values }) => values),
    undefinedInBoth: sum(({ undefinedInBoth }) => undefinedInBoth),
    undefinedInOne: sum(({ undefinedInOne }) => undefinedInOne),
    absolute: most(({ absolute }) => absolute),
    relative: most(({ relative }) => relative),
  };
}

function shown(difference: number): string {
  return difference === 0 ? '0' : difference.toExponential(0).replace('e-', ' · 10⁻').replace(/\d+$/, superscript);
}

function superscript(digits: string): string {
  return digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '');
}

function range(values: readonly number[]): string {
  const [least, most] = [Math.min(...values).toFixed(4), Math.max(...values).toFixed(4)];
  return least === most ? least : `${least} – ${most}`;
}

function short(value: string | number | undefined): string {
  const number = Number(value);
  return Number.isNaN(number) || Number.isInteger(number) ? String(value) : String(Number(number.toPrecision(10)));
}

const counted = (count: number): string => count.toLocaleString('en');
const named = (id: string): string => id.replaceAll('-', ' ');
