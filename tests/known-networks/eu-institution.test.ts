import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contacts } from '../../connector/network/contacts.ts';
import { reach } from '../../connector/network/reach.ts';
import { ties } from '../../connector/network/ties.ts';
import { listsOf, observed, type Seen } from '../network/naive.ts';

const FOLDER = '../shared/data/tenants/eu-institution';
const [FROM, TO] = [Date.parse('2024-01-01'), Date.parse('2024-04-01')];

function linesOf(file: string): string[][] {
  const [, ...rest] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n');
  return rest.map((line) => line.trim().split(','));
}

/** Year and week as ISO 8601 defines them: the week belongs to the year of its Thursday. */
function isoWeek(moment: number): string {
  const day = new Date(moment);
  const thursday = new Date(
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 4 - (day.getUTCDay() || 7)),
  );
  const days = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000;
  return `${thursday.getUTCFullYear()}-W${1 + Math.floor(days / 7)}`;
}

/** Everything of the quarter; read only when the data are there. */
function quarter() {
  const people = linesOf('people.csv').map(([person = '', unit = '']) => ({ person, unit }));
  const numberOf = new Map(people.map(({ person }, number) => [person, number]));
  const units = [...new Set(people.map(({ unit }) => unit))].filter((unit) => unit !== '');
  // One person to one person: whose mails these are is not the question here, only whether sums and sets agree.
  const sent = linesOf('mail.csv')
    .map(([sentAt = '', from = '', to = '', cc = '']) => ({
      moment: Date.parse(sentAt),
      from,
      to: `${to};${cc}`.split(';'),
    }))
    .filter(({ moment, from }) => moment >= FROM && moment < TO && numberOf.has(from))
    .flatMap(({ moment, from, to }) =>
      [...new Set(to)].filter((other) => numberOf.has(other)).map((other) => ({ moment, from, other })),
    );
  const rows: Seen[] = sent.map(({ moment, from, other }) => ({
    owner: numberOf.get(from)!,
    other: numberOf.get(other)!,
    day: Math.floor(moment / 86_400_000),
    acts: 1,
    minutes: 1.45,
  }));
  const observations = observed(people.length, rows);
  const pairs = Map.groupBy(sent, ({ from, other }) => `${from} ${other}`);
  return { people, numberOf, units, pairs, observations };
}

const isRepeated = (mails: readonly { moment: number }[]): boolean =>
  mails.length >= 2 && new Set(mails.map(({ moment }) => isoWeek(moment))).size >= 2;

describe.skipIf(!existsSync(FOLDER))(
  'a real institution, first quarter of 2024 (skipped where its data are not)',
  () => {
    test('has the contacts a naive count finds', () => {
      const { people, pairs, observations } = quarter();
      const naive = [...pairs]
        .filter(([, mails]) => isRepeated(mails))
        .map(([pair]) => pair)
        .filter((pair) => new Set(pair.split(' ')).size === 2);
      const found = listsOf(contacts(observations)).flatMap((targets, p) =>
        targets.map((q) => `${people[p]!.person} ${people[q]!.person}`),
      );
      expect(found.length).toBeGreaterThan(1000);
      expect(new Set(found)).toEqual(new Set(naive));
      expect(found).toHaveLength(naive.length);
    });

    test('has the ties and minutes a naive count finds', () => {
      const { people, pairs, observations } = quarter();
      const network = ties(observations);
      const found = new Map(
        listsOf(network).flatMap((targets, p) =>
          targets.map((q, place) => [
            `${people[p]!.person} ${people[q]!.person}`,
            network.weights![network.offsets[p]! + place]!,
          ]),
        ),
      );
      const naive = new Map<string, number>();
      for (const [pair, mails] of pairs) {
        const [from = '', other = ''] = pair.split(' ');
        const back = pairs.get(`${other} ${from}`);
        if (from === other || back === undefined || !isRepeated([...mails, ...back])) continue;
        naive.set(pair, (mails.length + back.length) * 1.45);
      }
      expect(found.size).toBeGreaterThan(1000);
      expect([...found.keys()].sort()).toEqual([...naive.keys()].sort());
      for (const [pair, minutes] of naive) expect(found.get(pair)).toBeCloseTo(minutes, 6);
    });

    test('reaches the units a naive count finds', () => {
      const { people, numberOf, units, pairs, observations } = quarter();
      const unitOf = Int32Array.from(people, ({ unit }) => units.indexOf(unit));
      const reached = reach(contacts(observations), unitOf);
      const naive = people.map(() => new Set<string>());
      for (const [pair, mails] of pairs) {
        const [from = '', other = ''] = pair.split(' ').map((it) => people[numberOf.get(it)!]!.unit);
        if (from !== '' && other !== '' && from !== other && isRepeated(mails)) {
          naive[numberOf.get(pair.split(' ')[0]!)!]!.add(other);
        }
      }
      expect(reached.map((list) => list.map((unit) => units[unit]!).sort())).toEqual(
        naive.map((set) => [...set].sort()),
      );
      expect(reached.filter((list) => list.length > 0).length).toBeGreaterThan(100);
    });
  },
);
