import { contacts } from '../connector/network/contacts.ts';
import { reach } from '../connector/network/reach.ts';
import { ties, type WeightedObservations } from '../connector/network/ties.ts';
import { weekOf } from '../connector/network/network.ts';
import { dayNumber } from '../connector/privacy/period.ts';
import { inventedMail } from './invented-mail.ts';
import { parseArgs } from 'node:util';
import { benchBetweenness, type BetweennessRace, type Contestant } from './network-betweenness.ts';
import { benchNetworkMeasures } from './network-measures.ts';
import { compare } from './timing.ts';

const PEOPLE = 2_000;
const UNITS = 30;

const EVERYBODY = ['one-thread', 'two-threads', 'no-kernels', 'graphology', 'igraph'] as const;
const OURS = ['one-thread', 'two-threads'] as const;

/** Races that take minutes or hours, by name: `-- --only large`. */
const LONG: Readonly<Record<string, BetweennessRace>> = {
  'exact-20k': {
    ...{ people: 20_000, tiesAPerson: 25, weighted: false },
    contestants: ['one-thread', 'two-threads', 'igraph'],
  },
  'weighted-20k': {
    ...{ people: 20_000, tiesAPerson: 25, weighted: true },
    contestants: ['one-thread', 'two-threads', 'igraph'],
  },
  'sparse-20k': {
    ...{ people: 20_000, tiesAPerson: 4, weighted: false },
    contestants: ['one-thread', 'two-threads', 'igraph'],
  },
  'exact-100k': { people: 100_000, tiesAPerson: 25, weighted: false, contestants: ['two-threads'] },
};

/** All measures but exact betweenness at these sizes, by name. */
const MEASURES: Readonly<Record<string, { people: number; tiesAPerson: number; withPeers: boolean; rounds: number }>> =
  {
    'measures-20k': { people: 20_000, tiesAPerson: 25, withPeers: true, rounds: 5 },
    'measures-100k': { people: 100_000, tiesAPerson: 25, withPeers: true, rounds: 1 },
    'measures-300k': { people: 300_000, tiesAPerson: 33, withPeers: false, rounds: 1 },
  };

/**
 * Contacts, ties and reach of a quarter, against the same contacts kept in a Map of pairs; then exact betweenness and all
 * other measures at 1,000 people (`--people`, `--ties` a person, `--weighted`, `--no-peers`). `--only` one of `exact-20k`,
 * `weighted-20k`, `sparse-20k`, `exact-100k`, `measures-20k`, `measures-100k`, `measures-300k` runs that and nothing else.
 */
export async function benchNetwork(): Promise<void> {
  const { values: asked } = parseArgs({
    args: process.argv.slice(3),
    options: {
      people: { type: 'string', default: '1000' },
      ties: { type: 'string', default: '25' },
      weighted: { type: 'boolean', default: false },
      'no-peers': { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const { only } = asked;
  const withPeers = !asked['no-peers'];
  if (only !== undefined) {
    const [race, measures] = [LONG[only], MEASURES[only]];
    if (race === undefined && measures === undefined)
      throw new Error(`Choose one of: ${[...Object.keys(LONG), ...Object.keys(MEASURES)].join(', ')}.`);
    if (race !== undefined)
      benchBetweenness(withPeers ? race : { ...race, contestants: race.contestants.filter(isOurs) });
    if (measures !== undefined) await benchNetworkMeasures({ ...measures, withPeers: withPeers && measures.withPeers });
    return;
  }
  await benchTies();
  const size = { people: Number(asked.people), tiesAPerson: Number(asked.ties) };
  benchBetweenness({ ...size, weighted: asked.weighted, contestants: withPeers ? EVERYBODY : OURS });
  await benchNetworkMeasures({ ...size, withPeers, rounds: 3 });
}

function isOurs(contestant: Contestant): boolean {
  return contestant !== 'igraph' && contestant !== 'graphology';
}

async function benchTies(): Promise<void> {
  const observations = invented();
  const rows = observations.owner.length;
  const found = contacts(observations);
  const unitOf = Int32Array.from({ length: PEOPLE }, (_, person) => person % UNITS);
  if (found.targets.length !== contactsInMap(observations)) throw new Error('The peers disagree.');
  await compare(`Network: ${rows.toLocaleString('en')} rows, ${found.targets.length.toLocaleString('en')} contacts`, [
    {
      name: 'contacts',
      rows,
      run: () => {
        contacts(observations);
      },
    },
    {
      name: 'ties',
      rows,
      run: () => {
        ties(observations);
      },
    },
    {
      name: 'reach, from contacts',
      rows,
      run: () => {
        reach(found, unitOf);
      },
    },
    {
      name: 'contacts in a Map keyed by pair',
      rows,
      run: () => {
        contactsInMap(observations);
      },
    },
  ]);
}

function invented(): WeightedObservations {
  const spans = inventedMail(PEOPLE, 13);
  const numbers = new Map(spans.map(({ owner }, n) => [String(owner), n]));
  const rows = spans.flatMap(({ interactions }) => interactions);
  return {
    people: PEOPLE,
    owner: Int32Array.from(rows, ({ owner }) => numbers.get(owner) ?? -1),
    other: Int32Array.from(rows, ({ other }) => numbers.get(other) ?? -1),
    day: Int32Array.from(rows, ({ day }) => dayNumber(day)),
    acts: Int32Array.from(rows, ({ acts }) => acts),
    minutes: Float64Array.from(rows, ({ minutes }) => minutes),
  };
}

/** How many contacts there are, the way one would write it first. */
function contactsInMap({ owner, other, day, acts, people }: WeightedObservations): number {
  const pairs = new Map<number, { acts: number; weeks: Set<number> }>();
  for (const [place, p] of owner.entries()) {
    const key = p * people + (other[place] ?? 0);
    const pair = pairs.get(key) ?? { acts: 0, weeks: new Set<number>() };
    pair.acts += acts[place] ?? 0;
    pair.weeks.add(weekOf(day[place] ?? 0));
    pairs.set(key, pair);
  }
  return [...pairs.values()].filter((pair) => pair.acts >= 2 && pair.weeks.size >= 2).length;
}
