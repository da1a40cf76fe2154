import type { Standing } from '../privacy/membership.ts';
import { brokerageOf, DISTANCES, type CompetenceDistance, type PersonRow } from '../privacy/person-row.ts';
import { contacts } from '../network/contacts.ts';
import type { Network, Observations } from '../network/network.ts';
import { openPairs } from '../network/open-pairs.ts';
import { reach } from '../network/reach.ts';
import { steps } from '../network/steps.ts';
import { ties } from '../network/ties.ts';

/** Who did what toward whom, and where they work: the truth of an invented tenant. */
export interface InventedActs extends Observations {
  /** A place for each person. */
  readonly works: readonly { readonly unit: string; readonly standing: Standing }[];
}

/** Which structural tables the rows are made for. */
export interface StructuralPart {
  /** Name of the unit whose people have the one competence there is; absent: no `nearest`. */
  readonly competence?: string;
  readonly brokerage?: boolean;
}

/**
 * Everybody's row as the product makes it, in the order of people; of the structural tables what is asked for, by the
 * product's own measures and bands. Ties of elected members are left out of both, as there.
 *
 * @param options.without somebody who is gone: their acts, and all acts toward them; their own row is then empty
 */
export function rowsOfActs(
  acts: InventedActs,
  options: StructuralPart & { readonly without?: number } = {},
): PersonRow[] {
  const { without, competence, brokerage = false } = options;
  const seen = without === undefined ? acts : withoutPerson(acts, without);
  const units = [...new Set(acts.works.map(({ unit }) => unit))].filter((unit) => unit !== '').sort();
  const numberOf = new Map(units.map((unit, number) => [unit, number]));
  const unitOf = Int32Array.from(acts.works, ({ unit, standing }) =>
    standing === 'elected' ? -1 : (numberOf.get(unit) ?? -1),
  );
  const reached = reach(contacts(seen), unitOf);
  const found = competence === undefined ? undefined : stepsTo(seen, competence);
  const pairs = brokerage ? openPairs(tiesOf(seen), unitOf) : undefined;
  return acts.works.map(({ unit, standing }, person) => {
    const band = brokerageOf(pairs?.[person] ?? 0);
    return {
      unit,
      standing,
      unitsReached: (reached[person] ?? []).map((number) => units[number] ?? ''),
      apps: [],
      ...(competence === undefined ? {} : { nearest: nearestOf(competence, found?.[person]) }),
      ...(band && { brokerage: band }),
    };
  });
}

function withoutPerson(acts: InventedActs, gone: number): InventedActs {
  const other = acts.other.map((whom, place) => (whom === gone || acts.owner[place] === gone ? -1 : whom));
  return { ...acts, other };
}

function stepsTo(acts: InventedActs, competence: string): Float64Array {
  const holders = acts.works.flatMap(({ unit, standing }, person) =>
    unit === competence && standing !== 'elected' ? [person] : [],
  );
  return steps(tiesOf(acts), { holders, directed: false });
}

function nearestOf(competence: string, found: number | undefined): CompetenceDistance[] {
  const distance = DISTANCES.find((it) => it === found);
  return distance === undefined ? [] : [{ competence, steps: distance }];
}

function tiesOf(acts: InventedActs): Network {
  const isElected = (person: number): boolean => acts.works[person]?.standing === 'elected';
  const other = acts.other.map((whom, place) => (isElected(whom) || isElected(acts.owner[place] ?? -1) ? -1 : whom));
  return ties({ ...acts, other, minutes: new Float64Array(acts.owner.length) });
}
