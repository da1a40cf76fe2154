import fc from 'fast-check';
import type { OwnerRows } from '../../connector/microsoft-graph/owner-tallies.ts';
import type { Interaction } from '../../connector/privacy/interaction.ts';
import type { Inclusion, MayInclude } from '../../connector/privacy/protected-contacts.ts';
import { directoryOf, id, member, pseudonymOf } from './invented-people.ts';

/** Twenty-four people, the last an elected member. Person n has the object id `id(n)`. */
export const directory = await directoryOf([
  ...Array.from({ length: 23 }, (_, n) => member(n + 1)),
  member(24, { jobTitle: 'Kommunestyrerepresentant' }),
]);
export const person = directory.people[0]!;
export const TENANT = '7e57ab1e-0000-4000-8000-000000000001';

const names = new Map<string, number>(directory.people.map(({ identity }, n) => [pseudonymOf(identity), n + 1]));

/** Everybody may be included but these, told by number. */
export function allBut(inclusions: Readonly<Record<number, Inclusion>> = {}): MayInclude {
  const known = new Map(Object.entries(inclusions).map(([number, inclusion]) => [id(Number(number)), inclusion]));
  return (who) => known.get(who.reveal()) ?? 'yes';
}

export type Told = [day: string, other: number | string, acts: number, minutes: number];

/** Rows with the other told by number, minutes to six places; in the order of day and number. */
export function told(rows: readonly Interaction[]): Told[] {
  return rows
    .map(({ day, other, acts, minutes }): Told => [day, names.get(other) ?? other, acts, Number(minutes.toFixed(6))])
    .sort((a, b) => a[0].localeCompare(b[0]) || String(a[1]).localeCompare(String(b[1]), 'en', { numeric: true }));
}

/** What each owner did, by number; owners who did nothing left out. */
export function toldByOwner(owners: readonly OwnerRows[]): Record<number, Told[]> {
  const busy = owners.filter(({ interactions }) => interactions.length > 0);
  return Object.fromEntries(busy.map(({ owner, interactions }) => [names.get(owner) ?? 0, told(interactions)]));
}

/** The same items twice: once in one page, and once in any order with items repeated, over pages of any size. */
export function reshuffled<Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<{ once: Item[]; again: Item[][] }> {
  return fc.array(item, { maxLength: 12 }).chain((once) =>
    fc
      .tuple(fc.shuffledSubarray(once, { minLength: once.length }), fc.subarray(once), fc.integer({ min: 1, max: 5 }))
      .map(([all, repeated, size]) => {
        const items = [...all, ...repeated];
        const again = Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
          items.slice(n * size, (n + 1) * size),
        );
        return { once, again };
      }),
  );
}
