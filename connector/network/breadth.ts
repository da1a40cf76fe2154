/** How many units other than their own a person reaches, in four bands. */
export type Breadth = 'none' | 'one-or-two' | 'three-to-five' | 'six-or-more';

/**
 * Breadth: in how many units other than their own a person has somebody to turn to, coarsely.
 *
 * breadth(p) = none if |reach(p)| = 0, one-or-two if 1–2, three-to-five if 3–5, six-or-more from 6 on. The bands are
 * those of the released table; they are fixed so that quarters and organisations can be compared.
 *
 * Cost: constant.
 *
 * Misread as the more the better: who reaches six units may be a bridge, or may be asked too much.
 *
 * @param unitsReached how many units `reach` lists for the person: a whole number, 0 or more
 * @throws RangeError when it is not
 * @see design D6, table `breadth`
 * @example on paper: 0 → none, 2 → one-or-two, 3 → three-to-five, 6 → six-or-more
 */
export function breadth(unitsReached: number): Breadth {
  if (!Number.isInteger(unitsReached) || unitsReached < 0) throw new RangeError('Units are counted: 0, 1, 2 …');
  if (unitsReached === 0) return 'none';
  if (unitsReached <= 2) return 'one-or-two';
  return unitsReached <= 5 ? 'three-to-five' : 'six-or-more';
}
