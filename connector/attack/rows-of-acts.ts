import type { Standing } from '../privacy/membership.ts';
import type { CompetenceDistance, PersonRow } from '../privacy/person-row.ts';
import { contacts } from '../network/contacts.ts';
import { targetsOf, type Network, type Observations } from '../network/network.ts';
import { reach } from '../network/reach.ts';
import { ties } from '../network/ties.ts';

/** Who did what toward whom, and where they work: the truth of an invented tenant. */
export interface InventedActs extends Observations {
  /** A place for each person. */
  readonly works: readonly { readonly unit: string; readonly standing: Standing }[];
}

/**
 * Everybody's row as the product makes it, in the order of people; `nearest` beside it as the structural table `steps`
 * would have it, for one competence that everybody in a unit has.
 *
 * @param options.without somebody who is gone: their acts, and all acts toward them; their own row is then empty
 * @param options.competence name of the unit whose people have it; absent: no `nearest`
 */
export function rowsOfActs(
  acts: InventedActs,
  { without, competence }: { readonly without?: number; readonly competence?: string } = {},
): PersonRow[] {
  const seen = without === undefined ? acts : withoutPerson(acts, without);
  const units = [...new Set(acts.works.map(({ unit }) => unit))].filter((unit) => unit !== '').sort();
  const numberOf = new Map(units.map((unit, number) => [unit, number]));
  const unitOf = Int32Array.from(acts.works, ({ unit, standing }) =>
    standing === 'elected' ? -1 : (numberOf.get(unit) ?? -1),
  );
  const reached = reach(contacts(seen), unitOf);
  const steps = competence === undefined ? undefined : stepsTo(seen, competence);
  return acts.works.map(({ unit, standing }, person) => ({
    unit,
    standing,
    unitsReached: (reached[person] ?? []).map((number) => units[number] ?? ''),
    apps: [],
    ...(steps === undefined ? {} : { nearest: steps[person] ?? [] }),
  }));
}

function withoutPerson(acts: InventedActs, gone: number): InventedActs {
  const other = acts.other.map((whom, place) => (whom === gone || acts.owner[place] === gone ? -1 : whom));
  return { ...acts, other };
}

/** One or two ties to the nearest person of a unit, breadth first; nothing beyond. */
function stepsTo(acts: InventedActs, competence: string): CompetenceDistance[][] {
  const network: Network = ties({ ...acts, minutes: new Float64Array(acts.owner.length).fill(1) });
  const holds = (person: number): boolean => acts.works[person]?.unit === competence;
  return acts.works.map((_, person) => {
    const near = [...targetsOf(network, person)];
    if (holds(person)) return [];
    if (near.some(holds)) return [{ competence, steps: 1 }];
    return near.some((middle) => targetsOf(network, middle).some(holds)) ? [{ competence, steps: 2 }] : [];
  });
}
