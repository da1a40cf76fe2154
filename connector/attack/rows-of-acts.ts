import type { Standing } from '../privacy/membership.ts';
import type { Brokerage, CompetenceDistance, PersonRow } from '../privacy/person-row.ts';
import { contacts } from '../network/contacts.ts';
import { targetsOf, type Network, type Observations } from '../network/network.ts';
import { reach } from '../network/reach.ts';
import { ties } from '../network/ties.ts';

/** Who did what toward whom, and where they work: the truth of an invented tenant. */
export interface InventedActs extends Observations {
  /** A place for each person. */
  readonly works: readonly { readonly unit: string; readonly standing: Standing }[];
}

/** From how many pairs on somebody is in each column of `brokerage`. */
export type BrokerageBands = Readonly<Record<Brokerage, number>>;

/**
 * Everybody's row as the product makes it, in the order of people; `nearest` and `brokerage` beside it as the structural
 * tables would have them: `nearest` for one competence that everybody in a unit has, `brokerage` by the pairs of people
 * of two units who are tied to this person and not to each other.
 *
 * @param options.without somebody who is gone: their acts, and all acts toward them; their own row is then empty
 * @param options.competence name of the unit whose people have it; absent: no `nearest`
 * @param options.bands absent: no `brokerage`
 */
export function rowsOfActs(
  acts: InventedActs,
  options: { readonly without?: number; readonly competence?: string; readonly bands?: BrokerageBands } = {},
): PersonRow[] {
  const { without, competence, bands } = options;
  const seen = without === undefined ? acts : withoutPerson(acts, without);
  const units = [...new Set(acts.works.map(({ unit }) => unit))].filter((unit) => unit !== '').sort();
  const numberOf = new Map(units.map((unit, number) => [unit, number]));
  const unitOf = Int32Array.from(acts.works, ({ unit, standing }) =>
    standing === 'elected' ? -1 : (numberOf.get(unit) ?? -1),
  );
  const reached = reach(contacts(seen), unitOf);
  const steps = competence === undefined ? undefined : stepsTo(seen, competence);
  const brokered = bands === undefined ? undefined : pairsBrokered(tiesOf(seen), unitOf);
  return acts.works.map(({ unit, standing }, person) => ({
    unit,
    standing,
    unitsReached: (reached[person] ?? []).map((number) => units[number] ?? ''),
    apps: [],
    ...(steps === undefined ? {} : { nearest: steps[person] ?? [] }),
    ...(bands === undefined ? {} : bandOf(brokered?.[person] ?? 0, bands)),
  }));
}

function withoutPerson(acts: InventedActs, gone: number): InventedActs {
  const other = acts.other.map((whom, place) => (whom === gone || acts.owner[place] === gone ? -1 : whom));
  return { ...acts, other };
}

/** One or two ties to the nearest person of a unit, breadth first; nothing beyond. */
function stepsTo(acts: InventedActs, competence: string): CompetenceDistance[][] {
  const network = tiesOf(acts);
  const holds = (person: number): boolean => acts.works[person]?.unit === competence;
  return acts.works.map((_, person) => {
    const near = [...targetsOf(network, person)];
    if (holds(person)) return [];
    if (near.some(holds)) return [{ competence, steps: 1 }];
    return near.some((middle) => targetsOf(network, middle).some(holds)) ? [{ competence, steps: 2 }] : [];
  });
}

function tiesOf(acts: InventedActs): Network {
  return ties({ ...acts, minutes: new Float64Array(acts.owner.length).fill(1) });
}

/**
 * For each person the pairs of others who are tied to them and not to each other, and work in two units: what passes
 * between two units by one tie each way through this person and no shorter way.
 *
 * Cost: O(Σ t²) for t ties of one person.
 */
function pairsBrokered(network: Network, unitOf: Int32Array): number[] {
  const tied = Array.from({ length: network.people }, (_, person) => new Set(targetsOf(network, person)));
  return tied.map((partners) => {
    const met = [...partners];
    return met.reduce((pairs, one, place) => {
      const apart = met.slice(place + 1).filter((other) => isApart(unitOf[one] ?? -1, unitOf[other] ?? -1));
      return pairs + apart.filter((other) => tied[one]?.has(other) !== true).length;
    }, 0);
  });
}

function isApart(a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a !== b;
}

function bandOf(pairs: number, { some, much }: BrokerageBands): Pick<PersonRow, 'brokerage'> {
  if (pairs < some) return {};
  return { brokerage: pairs < much ? 'some' : 'much' };
}
