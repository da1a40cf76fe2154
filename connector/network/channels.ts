import { sortedByKey, targetsOf, type Network } from './network.ts';

/** What carried an act. In person: a meeting around a table, or one whose place is not known to be Teams. */
export const CARRIERS = { inPerson: 0, mail: 1, teams: 2 } as const;
/** As `channels` tells it of a person. */
export const CHANNEL_NUMBERS = { none: 0, mailMostly: 1, mixed: 2, teamsMostly: 3 } as const;

const CARRIER_COUNT = 3;

export interface CarriedObservations {
  /** Whose act it is, whom it included and on which day, as in `Observations`. */
  readonly owner: Int32Array;
  readonly other: Int32Array;
  readonly day: Int32Array;
  /** One of `CARRIERS` for each row. */
  readonly carrier: Uint8Array;
}

/**
 * Channel: what carries most of a person's contact beyond their own unit.
 *
 * For a contact q in another unit, a day and a carrier, D(p) counts one where p has an act toward q on that day by that
 * carrier, however many such acts there are. With D mail, D Teams and D all the sums over contacts, days and carriers:
 * mail mostly iff D mail ≥ ⅔ · D all; Teams mostly iff D Teams ≥ ⅔ · D all; mixed otherwise, days in person included.
 *
 * Days and not acts, because carriers come in unequal pieces: a call is one act, and so is each line of a talk by mail. A
 * day with both a mail and a chat to the same colleague counts once for each.
 *
 * Range: 0 for none, 1 mail mostly, 2 mixed, 3 Teams mostly (`CHANNEL_NUMBERS`). None iff `reach` of the person is empty:
 * without contacts in other units, or without a unit. So whoever is in a band of breadth is in exactly one channel. Made
 * of the person's own acts alone.
 *
 * Cost: O(rows + people + Σ r log r) for r rows of one person; memory O(rows + people).
 *
 * Misread as taste, or as how modern somebody is: who must have a matter in writing writes. It says nothing of a carrier
 * that is not read, and so of no organisation where only mail or only Teams is.
 *
 * @param contacts from `contacts`, over the same rows
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @returns one number a person
 * @throws RangeError when `unitOf` has not one place a person, an owner is numbered at or above `people`, or a carrier is
 *   none of the three
 * @see design D6, table `channels`
 * @example on paper: 0 works in unit 0, 1 and 2 in unit 1. 0 mails 1 on two Mondays and shares a chat with 2 on those
 *   days: mixed, 2 of 4. With one more Monday of mail to each of 1 and 2: mail mostly, 4 of 6.
 */
export function channels(contacts: Network, unitOf: Int32Array, observed: CarriedObservations): Uint8Array {
  const { people } = contacts;
  if (unitOf.length !== people) throw new RangeError('Every person has one place in the list of units.');
  const { owner, other, day, carrier } = observed;
  const { offsets, places } = sortedByKey(owner, people);
  const told = new Uint8Array(people);
  const isBeyond = new Uint8Array(people);
  const keys = new Float64Array(longestRun(offsets));
  for (let person = 0; person < people; person += 1) {
    const beyond = contactsBeyond(contacts, unitOf, person);
    for (const contact of beyond) isBeyond[contact] = 1;
    let count = 0;
    for (const place of places.subarray(offsets[person], offsets[person + 1])) {
      const partner = other[place] ?? -1;
      if (partner < 0 || isBeyond[partner] !== 1) continue;
      const by = carrier[place] ?? CARRIER_COUNT;
      if (by >= CARRIER_COUNT) throw new RangeError('An act is carried by mail, by Teams or in person.');
      keys[count] = ((day[place] ?? 0) * people + partner) * CARRIER_COUNT + by;
      count += 1;
    }
    told[person] = channelOf(keys.subarray(0, count).sort());
    for (const contact of beyond) isBeyond[contact] = 0;
  }
  return told;
}

function contactsBeyond(contacts: Network, unitOf: Int32Array, person: number): Int32Array {
  const own = unitOf[person] ?? -1;
  if (own < 0) return new Int32Array(0);
  return targetsOf(contacts, person).filter((target) => {
    const unit = unitOf[target] ?? -1;
    return unit >= 0 && unit !== own;
  });
}

/** @param keys of contact, day and carrier, in order; a key that comes again is the same contact-day */
function channelOf(keys: Float64Array): number {
  const days = [0, 0, 0];
  for (const [at, key] of keys.entries()) {
    if (at > 0 && keys[at - 1] === key) continue;
    const by = key % CARRIER_COUNT;
    days[by] = (days[by] ?? 0) + 1;
  }
  const [inPerson = 0, mail = 0, teams = 0] = days;
  const all = inPerson + mail + teams;
  if (all === 0) return CHANNEL_NUMBERS.none;
  // Two thirds in whole numbers: no rounding decides.
  if (3 * mail >= 2 * all) return CHANNEL_NUMBERS.mailMostly;
  return 3 * teams >= 2 * all ? CHANNEL_NUMBERS.teamsMostly : CHANNEL_NUMBERS.mixed;
}

function longestRun(offsets: Int32Array): number {
  let longest = 0;
  for (let at = 1; at < offsets.length; at += 1)
    longest = Math.max(longest, (offsets[at] ?? 0) - (offsets[at - 1] ?? 0));
  return longest;
}
