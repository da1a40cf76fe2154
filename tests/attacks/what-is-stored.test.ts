import { describe, expect, it } from 'vitest';
import { exportedReleases } from '../../connector/exported-releases.ts';
import type { InteractionColumns } from '../../connector/store/interactions.ts';
import { periodOf } from '../../connector/privacy/period.ts';
import { pseudonymMaker, type Pseudonym } from '../../connector/privacy/pseudonym.ts';
import { publish } from '../../connector/publish.ts';
import { demoScope } from '../../connector/privacy/scope.ts';
import { readInteractions, replaceSpans } from '../../connector/store/interactions.ts';
import type { Store } from '../../connector/store/open.ts';
import { notePinned } from '../../connector/store/pinned.ts';
import { replaceDirectory } from '../../connector/store/people.ts';
import { releaseDocument } from '../../connector/release-document.ts';
import { attackReport } from '../../connector/attacked-releases.ts';
import { attackLines } from '../../connector/attack-words.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { everyFile, temporaryStore } from '../store/temporary-store.ts';

const PEOPLE = 400;
const SPRING = periodOf('2026-04-01', '2026-07-01');
const SUMMER = periodOf('2026-07-01', '2026-10-01');
const TENANT = '11111111-2222-4333-8444-555555555555';

const identityOf = (person: number): RealIdentity =>
  new RealIdentity(`ca9a41ca-0000-4000-8000-${String(person).padStart(12, '0')}`);

/** Whom everybody writes to, the same in both quarters: what a linker lives on. */
const PARTNERS = Array.from({ length: PEOPLE }, (_, person) => {
  const bytes = byteStream(`partners ${person}`)(40);
  return [
    ...new Set([...bytes].slice(0, 6 + (bytes[39]! % 30)).map((byte, at) => (byte * 7 + at * 53) % PEOPLE)),
  ].filter((it) => it !== person);
});

/** A quarter lived and not yet released. */
function live(store: Store, period: typeof SPRING): Pseudonym[] {
  const pseudonymOf = pseudonymMaker(TENANT, period.id, byteStream(period.id)(32));
  const people = Array.from({ length: PEOPLE }, (_, person) => pseudonymOf(identityOf(person)));
  const file = store.period(period);
  const day = period.from;
  replaceDirectory(
    file,
    day,
    people.map((person, at) => ({
      person,
      unit: at % 2 === 0 ? 'North' : 'South',
      standing: 'desk' as const,
      placedBy: null,
    })),
    ['North', 'South'].map((unit) => ({ unit, standing: 'desk', heads: PEOPLE / 2, covered: PEOPLE / 2 })),
  );
  const spans = people.map((owner, at) => ({
    ...{ owner, from: period.from, to: period.to },
    interactions: PARTNERS[at]!.map((other) => ({
      ...{ owner, other: people[other]!, day, kind: 'mail' as const, acts: 2, minutes: 1 },
    })),
  }));
  replaceSpans(file, 'sent-items', spans);
  return people;
}

function publishIt(store: Store, period: typeof SPRING): ReturnType<typeof publish> {
  const scope = demoScope({
    ...{ organisation: 'An organisation', positiveGroupId: '00000000-0000-4000-8000-000000000001' },
    ...{ unitAttribute: 'department', sources: ['sent-items'], titles: { leader: [], elected: [] } },
    ...{ from: period.from, endsOn: '2030-01-01' },
  });
  const releasedAt = `${period.to}T04:00:00.000Z`;
  const random = byteStream(`noise ${period.id}`);
  return publish({ store, period, once: false, scope, appsMeasured: [], releasedAt, random, report: () => undefined });
}

/** Links people of two quarters by how many they write to, and how many their partners do: no key is needed. */
function linked(then: InteractionColumns, now: InteractionColumns): Map<string, string> {
  const fingerprints = ({ people, owner, other }: InteractionColumns): Map<string, string[]> => {
    const out = people.map((): number[] => []);
    for (const [place, from] of owner.entries()) out[from]?.push(other[place] ?? -1);
    const print = people.map((_, at) =>
      (out[at] ?? [])
        .map((whom) => out[whom]?.length ?? 0)
        .toSorted((a, b) => a - b)
        .join(' '),
    );
    return Map.groupBy(people, (_, at) => print[at] ?? '');
  };
  const [a, b] = [fingerprints(then), fingerprints(now)];
  return new Map(
    [...a].flatMap(([print, [one, another]]) => {
      const [match, second] = b.get(print) ?? [];
      return one === undefined || another !== undefined || match === undefined || second !== undefined
        ? []
        : [[one, match] as const];
    }),
  );
}

/** The rows of a quarter as somebody with the data folder reads them; nothing where there are none. */
function held(store: Store, period: typeof SPRING): InteractionColumns | undefined {
  return store.heldPeriods().some(({ id }) => id === period.id) ? readInteractions(store.period(period)) : undefined;
}

describe('A15, linking one quarter to the next', () => {
  it('has nothing to link once the first is released; before that it finds most people again', () => {
    const store = temporaryStore();
    const spring = live(store, SPRING);
    const summer = live(store, SUMMER);
    const before = linked(held(store, SPRING)!, held(store, SUMMER)!);
    const right = spring.filter((person, at) => before.get(person) === summer[at]).length;
    // The bite: new pseudonyms alone protect nobody.
    expect(right).toBeGreaterThan(0.9 * PEOPLE);
    expect(spring.filter((person) => summer.includes(person))).toEqual([]);
    publishIt(store, SPRING);
    // At chance: not one row is left to begin from.
    expect(held(store, SPRING)).toBeUndefined();
  });
});

describe('A17, somebody with the files', () => {
  it('finds no byte of the closed quarter in any of them, though all of it stood there before', () => {
    const store = temporaryStore();
    const people = live(store, SPRING);
    const texts = people.slice(0, 40).flatMap((person) => {
      const raw = Buffer.from(person.slice(3), 'base64url');
      return [Buffer.from(person), raw];
    });
    const foundIn = (): string[] =>
      everyFile(store.folder)
        .filter(({ bytes }) => texts.some((text) => bytes.includes(text)))
        .map(({ name }) => name);
    expect(foundIn().length).toBeGreaterThan(0);
    publishIt(store, SPRING);
    expect(foundIn()).toEqual([]);
    const names = everyFile(store.folder).map(({ name }) => name);
    expect(names.filter((name) => name.includes('periods'))).toEqual([]);
    store.close();
    expect(foundIn()).toEqual([]);
  });
});

/** Ids and pseudonyms of anybody, in whatever is handed out; and pairs of numbers long enough to be people's. */
function personLevel(text: string): string[] {
  return [...text.matchAll(/\b[pms]1_[\w-]{22}|canary\d+|[\w.]+@[\w.]+|ca9a41ca-[\w-]+/gi)].map(([found]) => found);
}

describe('A12 and A13, a network of people', () => {
  it('is in nothing that is handed out', () => {
    const store = temporaryStore();
    live(store, SPRING);
    const release = publishIt(store, SPRING);
    notePinned(store, release.entry.number);
    const report = attackReport(store);
    const handedOut = [
      releaseDocument(release, undefined),
      exportedReleases(store),
      report,
      attackLines(report),
      release.text,
    ].map((it) => JSON.stringify(it));
    for (const text of handedOut) expect(personLevel(text)).toEqual([]);
    // No list is as long as there are people: one entry each is what a network, or a layout of it, would need.
    const lengths = handedOut.flatMap((text) => {
      const found: number[] = [];
      JSON.parse(text, (_, value: unknown) => {
        if (Array.isArray(value)) found.push(value.length);
        return value;
      });
      return found;
    });
    expect(Math.max(...lengths)).toBeLessThan(PEOPLE / 4);
  });

  it('bites: an export of pairs is noticed, pseudonymous or not', () => {
    const store = temporaryStore();
    const people = live(store, SPRING);
    const pairs = JSON.stringify(people.map((person, at) => [person, people[PARTNERS[at]![0] ?? 0]]));
    expect(personLevel(pairs).length).toBe(2 * PEOPLE);
  });

  it('planted among five accounts is searched for in vain in whatever is handed out', () => {
    const store = temporaryStore();
    live(store, SPRING);
    plantIn(store);
    const release = publishIt(store, SPRING);
    const handedOut = [releaseDocument(release, undefined), exportedReleases(store), attackReport(store), release.text];
    for (const it of handedOut) expect(embeddings(pairsIn(JSON.stringify(it)), PLANTED)).toEqual([]);
  });

  it('bites: in a list of pairs, pseudonymous as it may be, the plant is found once, and names the victim', () => {
    const store = temporaryStore();
    const people = live(store, SPRING);
    plantIn(store);
    const { people: met, owner, other, acts } = readInteractions(store.period(SPRING));
    // An export as somebody might think it harmless: new numbers, no pseudonyms, only who writes often to whom.
    const numberOf = (at: number): string => `n${String((at * 149) % 401)}`;
    const pairs = [...owner].flatMap((from, at) =>
      acts[at]! >= 50 && other[at]! >= 0 ? [[numberOf(from), numberOf(other[at]!)]] : [],
    );
    const noise = [...owner].flatMap((from, at) =>
      other[at]! >= 0 && acts[at]! < 50 ? [[numberOf(from), numberOf(other[at]!)]] : [],
    );
    const exported = JSON.stringify({ pairs: [...noise, ...pairs] });
    const found = embeddings(pairsIn(exported), PLANTED);
    const nameOf = (person: number): string => numberOf(met.indexOf(people[person]!));
    expect(found).toEqual([[0, 1, 2, 3, 4, 99].map(nameOf)]);
  });

  it('planted among five accounts leaves no trace but in those five rows, each within its bounds', () => {
    const planted = (isPlanted: boolean): number[][] => {
      const store = temporaryStore();
      live(store, SPRING);
      if (isPlanted) plantIn(store);
      const { tables } = publishIt(store, SPRING);
      return tables.map(({ values }) => values.flat().map((value) => value ?? 0));
    };
    const [without, withPattern] = [planted(false), planted(true)];
    // The same noise: what differs is what the pattern did. Five accounts move a cell by five at the very most.
    for (const [t, cells] of without.entries()) {
      for (const [c, cell] of cells.entries()) expect(Math.abs(cell - withPattern[t]![c]!)).toBeLessThanOrEqual(5);
    }
  });
});

/** Who of the five writes to whom; the sixth is the victim. Its shape has no second reading: turned round it is another. */
const PLANTED: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 2],
  [2, 4],
  [3, 0],
  [4, 5],
  [0, 5],
];

/** Everything in a text that reads as pairs of people: lists of two, and objects that name two. */
function pairsIn(text: string): [string, string][] {
  const found: [string, string][] = [];
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const held = Object.values(value).filter((it): it is string => typeof it === 'string');
    const [from, to, more] = held;
    if (from !== undefined && to !== undefined && more === undefined) found.push([from, to]);
    return value;
  });
  return found;
}

/**
 * The search of Backstrom, Dwork and Kleinberg: every way to lay the pattern into the pairs so that the planted five turn
 * to each other, and to the victim, exactly as planted and to nobody else.
 */
function embeddings(pairs: readonly (readonly [string, string])[], pattern: typeof PLANTED): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of pairs) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const size = Math.max(...pattern.flat()) + 1;
  const outOf = (place: number): number => pattern.filter(([from]) => from === place).length;
  const fits = (chosen: readonly string[]): boolean => {
    const last = chosen.length - 1;
    if (last < size - 1 && targets.get(chosen[last]!)?.size !== outOf(last)) return false;
    return pattern
      .filter(([from, to]) => Math.max(from, to) === last)
      .every(([from, to]) => targets.get(chosen[from]!)?.has(chosen[to]!) === true);
  };
  const nodes = [...new Set(pairs.flat())];
  const grow = (chosen: readonly string[]): string[][] => {
    if (chosen.length === size) return [[...chosen]];
    return nodes
      .filter((it) => !chosen.includes(it))
      .map((it) => [...chosen, it])
      .filter(fits)
      .flatMap(grow);
  };
  return pairs.length === 0 ? [] : grow([]);
}

/** Five accounts write to each other in a pattern of their own, and to one victim, a hundred times a day. */
function plantIn(store: Store): void {
  const pseudonymOf = pseudonymMaker(TENANT, SPRING.id, byteStream(SPRING.id)(32));
  const planters = [0, 1, 2, 3, 4, 99].map((person) => pseudonymOf(identityOf(person)));
  const pattern = PLANTED.map(([from, to]) => [planters[from]!, planters[to]!] as const);
  for (const owner of planters.slice(0, 5)) {
    const interactions = pattern.flatMap(([from, to]) =>
      from !== owner
        ? []
        : (['2026-04-01', '2026-04-08', '2026-05-04'] as const).map((day) => ({
            ...{ owner, other: to, day, kind: 'mail' as const, acts: 100, minutes: 145 },
          })),
    );
    replaceSpans(store.period(SPRING), 'sent-items', [{ owner, from: SPRING.from, to: SPRING.to, interactions }]);
  }
}
