import { approximateBetweenness } from '../connector/network/approximate-betweenness.ts';
import { agreement } from '../connector/network/agreement.ts';
import { backbone } from '../connector/network/backbone.ts';
import { betweenness } from '../connector/network/betweenness.ts';
import { carriedBetweenUnits, concentration } from '../connector/network/bridge-concentration.ts';
import { communities } from '../connector/network/communities.ts';
import { weakComponents } from '../connector/network/components.ts';
import { structuralHoles } from '../connector/network/constraint.ts';
import { degrees } from '../connector/network/degree.ts';
import { unitPairs } from '../connector/network/density.ts';
import { eiIndex } from '../connector/network/ei-index.ts';
import { coreNumbers } from '../connector/network/k-core.ts';
import { modularity } from '../connector/network/modularity.ts';
import { targetsOf, type Network } from '../connector/network/network.ts';
import { pageRank } from '../connector/network/pagerank.ts';
import { participation } from '../connector/network/participation.ts';
import { robustness } from '../connector/network/robustness.ts';
import { seededRandom } from '../connector/network/seeded-random.ts';
import { silhouette } from '../connector/network/silhouette.ts';
import { steps } from '../connector/network/steps.ts';
import { bar, group, person, picture, text, tie, type Place } from './drawing.ts';
import { drawnNetwork, OFFICE, officeNetwork } from './office.ts';

const PLACES: readonly Place[] = [
  [75, 82],
  [75, 165],
  [170, 120],
  [300, 120],
  [390, 82],
  [390, 165],
  [540, 165],
  [540, 70],
];
const UNIT_BOXES = [
  [30, 20, 190, 205],
  [250, 20, 190, 205],
  [490, 20, 100, 205],
] as const;
/** Ann and Eva have a tie going down. */
const VALUE_ABOVE = [0, 4];
const HEIGHT = 245;

interface Look {
  readonly values?: readonly string[];
  readonly strong?: (person: number) => boolean;
  readonly gone?: number;
  readonly thick?: (from: number, to: number) => boolean;
  readonly groups?: readonly string[];
  readonly under?: string;
}

/** The office with something of everybody written below them. */
function office(title: string, { values, strong, gone, thick, groups, under }: Look): string {
  const boxes = groups ?? OFFICE.units.map((name, unit) => group(UNIT_BOXES[unit] ?? UNIT_BOXES[0], name));
  const ties = OFFICE.ties.map(([from, to]) => {
    const broken = gone !== undefined && (from === gone || to === gone);
    const look = broken ? { look: 'dashed' as const } : thick?.(from, to) ? { look: 'thick' as const } : {};
    return tie({ from: PLACES[from] ?? [0, 0], to: PLACES[to] ?? [0, 0], ...look });
  });
  const people = OFFICE.people.map((name, at) =>
    person({
      ...{ place: PLACES[at] ?? [0, 0], letter: name.slice(0, 1), gone: at === gone, strong: strong?.(at) ?? false },
      ...(values === undefined ? {} : { value: values[at] ?? '', above: VALUE_ABOVE.includes(at) }),
    }),
  );
  const said = under === undefined ? [] : [text([320, 248], under, 'small')];
  return picture(title, under === undefined ? HEIGHT : HEIGHT + 20, [...boxes, ...ties, ...people, ...said]);
}

const plain = (value: number): string =>
  Number.isNaN(value) ? '–' : String(Math.round(value * 100) / 100).replace('-', '−');
const percent = (value: number): string => `${String(Math.round(value * 100))} %`;
const written = (values: ArrayLike<number>, as = plain): string[] => Array.from(values, as);
const highest = (values: ArrayLike<number>) => {
  const most = Array.from(values).reduce((a, b) => (b > a ? b : a), -Infinity);
  return (at: number): boolean => (values[at] ?? NaN) >= most;
};
const isBetween = (from: number, to: number): boolean => OFFICE.unitOf[from] !== OFFICE.unitOf[to];

/** Every picture of the page by the name of its file, its figures measured here. */
export async function officePictures(): Promise<Readonly<Record<string, string>>> {
  const network = officeNetwork();
  const { unitOf } = OFFICE;
  const degree = degrees(network).out;
  const between = await betweenness(network, { directed: false, weighted: false });
  const { constraint } = structuralHoles(network, { directed: false });
  const spreadOver = participation(network, unitOf);
  const core = coreNumbers(network);
  const rank = pageRank(network, { directed: false });
  const away = steps(network, { holders: [0], directed: false });
  const alike = silhouette(network, unitOf).ofPeople;
  return {
    'office.svg': office('Eight people in three units, and who is tied to whom', { values: OFFICE.people }),
    'degree.svg': office('How many partners everybody has', { values: written(degree), strong: highest(degree) }),
    'reciprocity.svg': reciprocityPicture(),
    'density.svg': densityPicture(network),
    'ei-index.svg': eiPicture(network),
    'betweenness.svg': office('How many pairs everybody stands between', {
      ...{ values: written(between), strong: highest(between) },
    }),
    'approximate-betweenness.svg': await samplePicture(network, between),
    'constraint.svg': office('Constraint: high where the circle is closed', {
      ...{ values: written(constraint), strong: (at) => (constraint[at] ?? 1) < 0.7 },
    }),
    'participation.svg': office('How evenly ties are spread over units', {
      ...{ values: written(spreadOver), strong: highest(spreadOver), thick: isBetween },
    }),
    'k-core.svg': office('In how dense a core everybody is', { values: written(core), strong: highest(core) }),
    'components.svg': componentsPicture(network),
    'pagerank.svg': office('PageRank, in hundredths of the whole', {
      ...{ values: written(rank, percent), strong: highest(rank) },
    }),
    'communities.svg': communitiesPicture(network),
    'brokerage-roles.svg': rolesPicture(),
    'silhouette.svg': office('Whether everybody shares a circle with their own unit', {
      ...{ values: written(alike), strong: (at) => (alike[at] ?? 0) < 0 },
    }),
    'backbone.svg': backbonePicture(),
    'distances.svg': office('How many steps it is from Ann', { values: written(away), strong: (at) => at === 0 }),
    'bridge-concentration.svg': concentrationPicture(network),
    'robustness.svg': robustnessPicture(network),
    'spread.svg': office('How likely everybody is to have a habit that Dag begins', {
      ...{
        values: written(
          chancesFrom([3], () => 0.5),
          percent,
        ),
        strong: (at) => at === 3,
      },
    }),
    'launch-seeds.svg': launchPicture(degree),
  };
}

/** Whose units the three of a two-path are in, as `brokerage.ts` names them: Water, Roads or Plans. */
export const ROLES = [
  { role: 'coordinator', units: [0, 0, 0] },
  { role: 'itinerant', units: [1, 0, 1] },
  { role: 'gatekeeper', units: [1, 0, 0] },
  { role: 'representative', units: [0, 0, 1] },
  { role: 'liaison', units: [1, 0, 2] },
] as const;

function rolesPicture(): string {
  const rows = ROLES.flatMap(({ role, units }, row) => {
    const y = 40 + row * 48;
    const places: readonly Place[] = [
      [270, y],
      [400, y],
      [530, y],
    ];
    const [from = [0, 0], by = [0, 0], to = [0, 0]] = places;
    return [
      text([120, y + 5], role, 'value'),
      tie({ from, to: by, arrow: true }),
      tie({ from: by, to, arrow: true }),
      ...places.map((place, at) =>
        person({ place, letter: OFFICE.units[units[at] ?? 0].slice(0, 1), strong: at === 1 }),
      ),
    ];
  });
  const said = 'W, R and P are the units: Water, Roads and Plans';
  return picture('Five ways to stand between two people', 290, [...rows, text([320, 275], said, 'small')]);
}

function reciprocityPicture(): string {
  const [ann, bo, cia]: Place[] = [
    [150, 90],
    [320, 90],
    [490, 90],
  ];
  if (ann === undefined || bo === undefined || cia === undefined) return '';
  return picture('Ann writes to Bo and Bo to Ann; Bo writes to Cia, who does not write back', 150, [
    tie({ from: [150, 82], to: [320, 82], arrow: true, look: 'thick' }),
    tie({ from: [320, 98], to: [150, 98], arrow: true, look: 'thick' }),
    tie({ from: bo, to: cia, arrow: true }),
    ...[ann, bo, cia].map((place, at) => person({ place, letter: 'ABC'[at] ?? '' })),
    text([235, 140], 'returned', 'small'),
    text([405, 140], 'not returned', 'small'),
  ]);
}

function densityPicture(network: Network): string {
  const { units, ties, sizes, densities } = unitPairs(network, OFFICE.unitOf, { directed: false });
  const cells = OFFICE.units.flatMap((row, from) =>
    OFFICE.units.map((column, to) => {
      const [x, y] = [200 + to * 130, 50 + from * 52];
      const cell = from * units + to;
      const size = sizes[from] ?? 0;
      const possible = from === to ? (size * (size - 1)) / 2 : size * (sizes[to] ?? 0);
      const said = `${String(ties[cell])} of ${String(possible)}: ${percent(densities[cell] ?? NaN)}`;
      return [
        from === 0 ? text([x + 60, 36], column, 'small') : '',
        to === 0 ? text([150, y + 30], row, 'small') : '',
        `<rect class="${(densities[cell] ?? 0) > 0.5 ? 'group' : 'paper'}" x="${String(x)}" y="${String(y)}" width="120" height="44" rx="6"/>`,
        text([x + 60, y + 27], said, from === to ? 'value' : undefined),
      ].join('');
    }),
  );
  return picture('Ties there are, of those there could be, within and between units', 220, cells);
}

function eiPicture(network: Network): string {
  const { units } = eiIndex(network, OFFICE.unitOf, { directed: false });
  const shares = OFFICE.units.map((_, unit) => {
    const [x, , width] = UNIT_BOXES[unit] ?? UNIT_BOXES[0];
    return text([x + width / 2, 216], `out ${percent(units.bridgingShare[unit] ?? NaN)}`, 'value');
  });
  const corrected = Array.from(units.correctedShare, (share) => share.toFixed(2));
  const byChance = Array.from(units.bridgingShare, (share, unit) =>
    percent(share / (units.correctedShare[unit] ?? NaN)),
  );
  const under = `out by size alone: ${byChance.join(', ')}; corrected: ${corrected.join(', ')}`;
  const drawn = office('Which ties leave their unit', { thick: isBetween, under });
  return drawn.replace('</svg>', `${shares.join('\n')}\n</svg>`);
}

async function samplePicture(network: Network, exact: Float64Array): Promise<string> {
  const options = { directed: false, epsilon: 0.05, delta: 0.1, seed: 1 };
  const { values, halfWidths, draws } = await approximateBetweenness(network, options);
  const pairs = (network.people * (network.people - 1)) / 2;
  const scale = (share: number): number => 120 + share * 1050;
  const rows = [2, 3, 5].flatMap((at, row) => {
    const [y, value, half] = [50 + row * 45, values[at] ?? 0, halfWidths[at] ?? 0];
    const [from, to] = [scale(value - half), scale(value + half)];
    return [
      text([70, y + 13], OFFICE.people[at] ?? ''),
      `<rect class="faint" x="${from.toFixed(1)}" y="${String(y)}" width="${(to - from).toFixed(1)}" height="16" rx="3"/>`,
      `<rect class="bar" x="${(scale((exact[at] ?? 0) / pairs) - 1.5).toFixed(1)}" y="${String(y - 5)}" width="3" height="26"/>`,
      text([to + 40, y + 13], percent(value), 'value'),
    ];
  });
  const said = `pale: where the sample of ${draws.toLocaleString('en')} pairs says the value is; line: where it is`;
  return picture('Betweenness from a sample, with how far it may be off', 215, [
    ...rows,
    text([320, 200], said, 'small'),
  ]);
}

function componentsPicture(network: Network): string {
  const { sizes } = weakComponents(network);
  return office('Two components', {
    groups: [
      `<path class="group" d="M42 20h398a12 12 0 0 1 12 12v88h125a12 12 0 0 1 12 12v81a12 12 0 0 1-12 12H42a12 12 0 0 1-12-12V32a12 12 0 0 1 12-12z"/>`,
      text([235, 42], `one component of ${String(sizes[0])}`, 'small'),
      group([490, 20, 100, 90], `one of ${String(sizes[1])}`),
    ],
  });
}

function communitiesPicture(network: Network): string {
  const found = communities(network, { seed: 1 });
  const { nmi, ari } = agreement(OFFICE.unitOf, found);
  const values = OFFICE.people.map((_, at) => OFFICE.units[OFFICE.unitOf[at] ?? 0] ?? '');
  const sizes = [0, 1, 2].map((community) => found.filter((one) => one === community).length);
  const [of, by] = [modularity(network, OFFICE.unitOf) ?? NaN, modularity(network, found) ?? NaN];
  return office('The communities found, and the unit of everybody', {
    values,
    groups: [
      group([30, 20, 190, 205], `community of ${String(sizes[1])}`),
      `<path class="group" d="M262 20h178v100h138a12 12 0 0 1 12 12v81a12 12 0 0 1-12 12H262a12 12 0 0 1-12-12V32a12 12 0 0 1 12-12z"/>`,
      text([318, 38], `community of ${String(sizes[0])}`, 'small'),
      group([490, 20, 100, 92], `of ${String(sizes[2])}`),
    ],
    under: `modularity ${of.toFixed(2)} of the units, ${by.toFixed(2)} of the communities; NMI ${(nmi ?? NaN).toFixed(2)}, ARI ${(ari ?? NaN).toFixed(2)}`,
  });
}

/** The example of `backbone.ts`. */
function backbonePicture(): string {
  const weighed = [
    [0, 1, 8],
    [0, 2, 1],
    [0, 3, 1],
    [2, 3, 9],
  ] as const;
  const kept = backbone(drawnNetwork(4, weighed), 0.05);
  const places: readonly Place[] = [
    [260, 115],
    [110, 115],
    [420, 60],
    [420, 170],
  ];
  const ties = weighed.map(([from, to, weight]) =>
    tie({
      ...{ from: places[from] ?? [0, 0], to: places[to] ?? [0, 0], label: String(weight) },
      look: targetsOf(kept, from).includes(to) ? 'thick' : 'dashed',
    }),
  );
  const people = places.map((place, at) => person({ place, letter: 'ABCD'[at] ?? '' }));
  return picture('Of four ties the backbone keeps one', 225, [...ties, ...people]);
}

function concentrationPicture(network: Network): string {
  const carried = carriedBetweenUnits(network, OFFICE.unitOf, { directed: false });
  const { few, carriedByFew, gini } = concentration(carried);
  const order = [...carried.keys()].toSorted((a, b) => (carried[b] ?? 0) - (carried[a] ?? 0));
  const bars = order.map((at, row) => {
    const [y, value] = [22 + row * 22, carried[at] ?? 0];
    const look = row < few ? 'bar' : 'faint';
    return `${text([70, y + 13], OFFICE.people[at] ?? '')}${bar([120, y], 300, value, look)}${text([450, y + 13], plain(value), 'value')}`;
  });
  const said = `the ${String(few)} who carry most carry ${percent(carriedByFew ?? NaN)}; Gini ${(gini ?? NaN).toFixed(2)}`;
  return picture('Who carries ties between units', 230, [...bars, text([320, 218], said, 'small')]);
}

function robustnessPicture(network: Network): string {
  const scores = carriedBetweenUnits(network, OFFICE.unitOf, { directed: false });
  const { top } = robustness(network, OFFICE.unitOf, { scores, gone: [1], rounds: 1, random: seededRandom(1) });
  const said = `${percent(top.giant[0] ?? NaN)} of those left still hang together; ${percent(top.between[0] ?? NaN)} of the ties between units are left`;
  return office('The office without Cia', { gone: 2, under: said });
}

/**
 * The chance of everybody in the office to have a habit in the end, exactly: over all 2¹⁶ ways in which its eight ties do
 * or do not pass it on, each way they go, how likely those are in which it gets to them.
 *
 * @param passing the chance that somebody takes it from one who has it and is tied to them
 */
export function chancesFrom(beginners: readonly number[], passing: (to: number) => number): number[] {
  const arcs = OFFICE.ties.flatMap(([p, q]) => [
    { from: p, to: q },
    { from: q, to: p },
  ]);
  const chances = OFFICE.people.map(() => 0);
  for (let way = 0; way < 2 ** arcs.length; way += 1) {
    const isOpen = (at: number): boolean => ((way >> at) & 1) === 1;
    const likely = arcs.reduce((all, { to }, at) => all * (isOpen(at) ? passing(to) : 1 - passing(to)), 1);
    if (likely === 0) continue;
    const open = arcs.filter((_, at) => isOpen(at));
    const having = new Set(beginners);
    for (let before = 0; before < having.size;) {
      before = having.size;
      for (const { from, to } of open) if (having.has(from)) having.add(to);
    }
    for (const person of having) chances[person] = (chances[person] ?? 0) + likely;
  }
  return chances;
}

function launchPicture(degree: Float64Array): string {
  const bars = OFFICE.units.map((name, unit) => {
    const members = [...OFFICE.unitOf.keys()].filter((at) => OFFICE.unitOf[at] === unit);
    const mean = chancesFrom(members, (to) => 1 / (degree[to] ?? 1)).reduce((sum, chance) => sum + chance, 0);
    const y = 30 + unit * 40;
    return `${text([80, y + 13], name)}${bar([130, y], 400, mean / 8)}${text([570, y + 13], mean.toFixed(2), 'value')}`;
  });
  const said = 'how many of eight have the habit in the end, by the unit that begins';
  return picture('How far a habit spreads from each unit', 180, [...bars, text([320, 165], said, 'small')]);
}
