import { targetsOf, type Network } from './network.ts';

/**
 * Reach: the units other than their own in which a person has somebody to turn to.
 *
 * reach(p) = { unit(q) : p → q is a contact, unit(q) ≠ unit(p) }.
 *
 * Directed (p's own contacts only) and unweighted: one contact or fifty in a unit is that unit once.
 *
 * Range: 0 to (number of units − 1) units a person, as a list, smallest first, each once. A person without contacts, or
 * with contacts in their own unit only, has an empty list. A person without a unit reaches none and is reached by none:
 * they have no "other" units, and being counted as outside would make every contact with them look like a bridge.
 *
 * Breadth is its length, |reach(p)|: in how many other units a person has somebody to turn to. In which bands breadth is
 * counted is a matter of what may be known, so it is decided where contributions are bounded and not here.
 *
 * Cost: O(people + contacts + Σ u log u) for u units reached by one person.
 *
 * Misread as how open a person is: a person whose work lies in one unit needs no other. It is made for counting people
 * of a unit, with noise, and for no statement about one of them.
 *
 * @param contacts from `contacts`
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @see design D6, tables `reach` and `breadth`
 * @example on paper: 0 and 1 work in unit 0, 2 in unit 1, 3 nowhere. 0 → {1, 2, 3} reaches [1]; 1 → {0} reaches [];
 *   3 → {0, 2} reaches [].
 */
export function reach(contacts: Network, unitOf: Int32Array): number[][] {
  if (unitOf.length !== contacts.people) throw new RangeError('Every person has one place in the list of units.');
  return Array.from(unitOf, (own, person) => {
    if (own < 0) return [];
    const units = new Set<number>();
    for (const target of targetsOf(contacts, person)) {
      const unit = unitOf[target] ?? -1;
      if (unit >= 0 && unit !== own) units.add(unit);
    }
    return [...units].sort((a, b) => a - b);
  });
}
