import type { RealIdentity } from '../privacy/real-identity.ts';
import type { Other } from './company.ts';
import type { Directory } from './people.ts';

/** An account as Teams names one; no property is sure to be there. */
export interface Account {
  readonly userId?: string | null | undefined;
  readonly tenantId?: string | null | undefined;
}

const books = new WeakMap<Directory, ReadonlyMap<string, RealIdentity>>();

/**
 * Whom an account is: a person of the directory, always the same object as an address gives, or a stranger. Somebody of
 * another tenant is outside, and so is who has no account; an unknown one of ours, or of a tenant that is not said, is
 * inside but unknown.
 *
 * Cost: one pass over the directory the first time it is asked, then a look-up for as long as the directory lives.
 *
 * @param tenantId our own, letter case aside
 */
export function whoIs(directory: Directory, tenantId: string, { userId, tenantId: theirs }: Account): Other {
  const isForeign = typeof theirs === 'string' && theirs.toLowerCase() !== tenantId.toLowerCase();
  if (isForeign || typeof userId !== 'string') return 'outside';
  return bookOf(directory).get(userId.toLowerCase()) ?? 'inside-unknown';
}

function bookOf(directory: Directory): ReadonlyMap<string, RealIdentity> {
  const known = books.get(directory);
  if (known !== undefined) return known;
  const book = new Map(directory.people.map(({ identity }) => [identity.reveal(), identity]));
  books.set(directory, book);
  return book;
}
