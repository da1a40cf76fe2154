import type { Stranger } from '../privacy/interaction.ts';
import type { MayInclude } from '../privacy/protected-contacts.ts';
import { RealIdentity } from '../privacy/real-identity.ts';

/** Somebody an act points at, while real identities may still be seen. */
export type Other = RealIdentity | Stranger;

/** Whom an address reaches: somebody, or a list of whoever is on it. */
export type Reached = Other | 'list';

/** Those an act includes, each once. */
export interface Company {
  readonly others: ReadonlySet<Other>;
  /** How many of them are people; strangers neither count nor divide. */
  readonly people: number;
}

/**
 * Those an act includes beside its owner, after everybody's own choice: an objector is passed over as if they had not
 * been there, and so is a list: whoever is on it, it is nobody.
 *
 * @param met whoever was met, in any order and as often as you like; the same person always as the same object
 * @param most the most people beside the owner that still make a contact
 * @returns undefined where the act counts in nothing: a protected contact takes part, or too many people do
 */
export function companyOf(
  met: Iterable<Reached>,
  {
    owner,
    most,
    mayInclude,
  }: { readonly owner?: RealIdentity; readonly most: number; readonly mayInclude: MayInclude },
): Company | undefined {
  const others = new Set<Other>();
  for (const each of met) if (each !== 'list') others.add(each);
  if (owner !== undefined) others.delete(owner);
  let people = 0;
  for (const other of others) {
    if (!(other instanceof RealIdentity)) continue;
    const inclusion = mayInclude(other);
    if (inclusion === 'drop-act') return undefined;
    if (inclusion === 'not-a-person') others.delete(other);
    else people += 1;
  }
  return people > most ? undefined : { others, people };
}
