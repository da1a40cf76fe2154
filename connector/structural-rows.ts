import type { Observations } from './network/network.ts';
import { openPairs } from './network/open-pairs.ts';
import { steps } from './network/steps.ts';
import { ties } from './network/ties.ts';
import { brokerageOf, DISTANCES, type CompetenceDistance, type PersonRow } from './privacy/person-row.ts';
import type { Pseudonym } from './privacy/pseudonym.ts';

/** A competence the scope declares, and who has it. */
export interface CompetenceHeld {
  readonly name: string;
  readonly holders: ReadonlySet<Pseudonym>;
}

/** What the structural part of person rows is made of. */
export interface StructuralData {
  readonly interactions: Omit<Observations, 'people'> & { readonly people: readonly Pseudonym[] };
  /** The unit of each of them, numbered from 0; −1 for none. */
  readonly unitOf: Int32Array;
  readonly isElected: (index: number) => boolean;
  readonly competences: readonly CompetenceHeld[];
}

/**
 * What a person's row holds of the two structural tables, by their number: it rests on others' ties as well as on theirs,
 * so it is made only where the scope turns these tables on.
 *
 * Nothing of an elected member is in it: their ties are left out before anything is measured, so nobody bridges to them
 * or gets anywhere through them, and a competence they have is nobody's nearest.
 *
 * Cost: O(rows + ties^1.5), and a search a competence.
 */
export function structuralRows(data: StructuralData): (index: number) => Pick<PersonRow, 'brokerage' | 'nearest'> {
  const { interactions, unitOf, isElected, competences } = data;
  const network = tiesWithoutElected(interactions, isElected);
  const pairs = openPairs(network, unitOf);
  const distances = competences.map(({ name, holders }) => {
    const numbers = interactions.people.flatMap((person, index) =>
      holders.has(person) && !isElected(index) ? [index] : [],
    );
    return { name, found: steps(network, { holders: numbers, directed: false }) };
  });
  return (index) => {
    const brokerage = brokerageOf(pairs[index] ?? NaN);
    const nearest = distances.flatMap(({ name, found }): CompetenceDistance[] => {
      const steps = DISTANCES.find((distance) => distance === found[index]);
      return steps === undefined ? [] : [{ competence: name, steps }];
    });
    return { ...(brokerage && { brokerage }), nearest };
  };
}

function tiesWithoutElected(
  { people, ...rows }: StructuralData['interactions'],
  isElected: StructuralData['isElected'],
): ReturnType<typeof ties> {
  const elected = Uint8Array.from(people, (_, index) => (isElected(index) ? 1 : 0));
  const other = rows.other.map((whom, place) =>
    elected[whom] === 1 || elected[rows.owner[place] ?? -1] === 1 ? -1 : whom,
  );
  // How long anything took is no part of these tables.
  return ties({ ...rows, people: people.length, other, minutes: new Float64Array(other.length) });
}
