import { sortedByKey, weekOf, type Network, type Observations } from './network.ts';
import { PairTally } from './pair-tally.ts';

/**
 * Contact: whom a person turns to of their own accord, again and again.
 *
 * p → q is a contact iff Σ acts(p, q) ≥ 2 and the days of these acts lie in at least two different weeks, where
 * acts(p, q) are p's own acts that include q, and week = ⌊(day + 3) / 7⌋ is the ISO week, UTC.
 *
 * Directed: p's mail to q makes no contact of q with p. Unweighted: twice or a hundred times is one contact. A week cut
 * by the period's edge counts as a week. Self-mail and others below 0 (no person) are ignored.
 *
 * Range: 0 to people − 1 contacts a person. Nobody and no rows give empty rows; a lonely person has none.
 *
 * Cost: O(rows + people + Σ c log c) for c contacts of one person; memory O(rows + people).
 *
 * Misread as friendship, as importance, or as work done: it says that somebody wrote, not that it mattered, and nothing
 * of those who meet, telephone or have no mailbox.
 *
 * @returns targets without weights
 * @throws RangeError when a person is numbered at or above `people`
 * @see design §2, "contact"
 * @example on paper: of three people 0 writes 1 on a Monday and the Monday after: contact. 0 writes 2 five times on one
 *   Tuesday: none. 1 answers 0 once: none. So 0 → {1}, 1 → {}, 2 → {}.
 */
export function contacts({ people, owner, other, day, acts }: Observations): Network {
  const { offsets: rowsOf, places } = sortedByKey(owner, people);
  const tally = new PairTally(people);
  const offsets = new Int32Array(people + 1);
  const targets: number[] = [];
  for (let person = 0; person < people; person += 1) {
    for (const place of places.subarray(rowsOf[person], rowsOf[person + 1])) {
      const partner = other[place] ?? -1;
      if (partner < 0 || partner === person) continue;
      if (partner >= people) throw new RangeError('A person is numbered below the number of people.');
      tally.add(partner, acts[place] ?? 0, weekOf(day[place] ?? 0));
    }
    const kept = tally.met.filter((partner) => tally.isRepeated(partner)).sort((a, b) => a - b);
    for (const partner of kept) targets.push(partner);
    offsets[person + 1] = targets.length;
    tally.clear();
  }
  return { people, offsets, targets: Int32Array.from(targets) };
}
