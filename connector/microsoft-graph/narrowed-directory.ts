import type { MayInclude } from '../privacy/protected-contacts.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { isUnitOut, type Scope } from '../privacy/scope.ts';
import type { Resolve } from './address-book.ts';
import { headcountsOf } from './people.ts';
import type { PlacedDirectory, PlacedPerson } from './unit-placement.ts';

/**
 * A directory without the people of units that the scope leaves out: nobody reads them, no headcount knows them, and
 * toward others they are *inside, unknown*, as if they were not on the positive list.
 *
 * @returns also those people, so that what is held of them can be forgotten
 */
export function withoutUnitsOut(
  directory: PlacedDirectory,
  scope: Pick<Scope, 'unitsOut'>,
): { readonly directory: PlacedDirectory; readonly out: readonly PlacedPerson[] } {
  const out = directory.people.filter(({ unit }) => isUnitOut(scope, unit));
  if (out.length === 0) return { directory, out };
  const identities = new Set(out.map(({ identity }) => identity));
  const people = directory.people.filter(({ identity }) => !identities.has(identity));
  const resolve: Resolve = (address) => {
    const found = directory.resolve(address);
    return found instanceof RealIdentity && identities.has(found) ? 'inside-unknown' : found;
  };
  return { directory: { ...directory, people, resolve, headcounts: () => headcountsOf(people) }, out };
}

/**
 * A directory in which a protected address is somebody even where the directory knows nobody by it (a shared mailbox for
 * whistleblowing, the occupational health service of another firm): sources ask about whoever an address reaches, and so
 * drop the act.
 *
 * Cost: one HMAC the first time such an address is met.
 */
export function withProtectedAddresses(directory: PlacedDirectory, mayInclude: MayInclude): PlacedDirectory {
  const met = new Map<string, RealIdentity | undefined>();
  const resolve: Resolve = (address) => {
    const found = directory.resolve(address);
    if (found instanceof RealIdentity) return found;
    const plain = plainAddress(address);
    if (!met.has(plain)) {
      const stranger = new RealIdentity(plain);
      met.set(plain, mayInclude(stranger) === 'drop-act' ? stranger : undefined);
    }
    return met.get(plain) ?? found;
  };
  return { ...directory, resolve };
}

/** What the mark of an address is made from, where it belongs to nobody of the directory: letter case and a tag aside. */
export function addressIdentity(address: string): RealIdentity {
  return new RealIdentity(plainAddress(address));
}

function plainAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@');
}
