import type { Interaction } from '../connector/privacy/interaction.ts';
import { daysOf, quarterOf } from '../connector/privacy/period.ts';
import { readPseudonym, type Pseudonym } from '../connector/privacy/pseudonym.ts';
import type { OwnerSpan } from '../connector/store/interactions.ts';
import { lehmer } from './lehmer.ts';

export const QUARTER = quarterOf('2027-01-01');

/** Pseudonym number n: of the right shape, made from no key. */
export function inventedPseudonym(n: number): Pseudonym {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(Math.imul(n, 2654435761) >>> 0, 0);
  bytes.writeUInt32BE(n, 8);
  return readPseudonym(`p1_${bytes.toString('base64url')}`);
}

/**
 * A quarter of invented mail, one span a person: on each day up to `mostADay` − 1 others, three in four of them from a
 * circle of forty neighbours. The same arguments give the same mail.
 */
export function inventedMail(people: number, mostADay: number): OwnerSpan[] {
  const random = lehmer(42);
  const everybody = Array.from({ length: people }, (_, n) => inventedPseudonym(n));
  const days = daysOf(QUARTER);
  return everybody.map((owner, self) => {
    const interactions = days.flatMap((day): Interaction[] => {
      const others = new Set(
        Array.from({ length: random(mostADay) }, () =>
          random(4) > 0 ? (self + 1 + random(40)) % people : random(people),
        ),
      );
      others.delete(self);
      return [...others].map((n) => ({
        owner,
        other: everybody[n] ?? owner,
        day,
        kind: 'mail',
        acts: 1 + random(3),
        minutes: 1.45,
      }));
    });
    return { owner, from: QUARTER.from, to: QUARTER.to, interactions };
  });
}
