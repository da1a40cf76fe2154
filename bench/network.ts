import { contacts } from '../connector/network/contacts.ts';
import { reach } from '../connector/network/reach.ts';
import { ties, type WeightedObservations } from '../connector/network/ties.ts';
import { weekOf } from '../connector/network/network.ts';
import { dayNumber } from '../connector/privacy/period.ts';
import { inventedMail } from './invented-mail.ts';
import { benchBetweenness } from './network-betweenness.ts';
import { benchNetworkMeasures } from './network-measures.ts';
import { compare } from './timing.ts';

const PEOPLE = 2_000;
const UNITS = 30;

/** Contacts, ties and reach of a quarter, against the same contacts kept in a Map of pairs; then exact betweenness and all other measures. */
export async function benchNetwork(): Promise<void> {
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
  await benchBetweenness();
  await benchNetworkMeasures();
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
