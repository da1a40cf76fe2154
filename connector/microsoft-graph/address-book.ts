import type { Stranger } from '../privacy/interaction.ts';
import type { RealIdentity } from '../privacy/real-identity.ts';

/** The addresses one person answers to. */
export interface Addresses {
  readonly identity: RealIdentity;
  readonly userPrincipalName: string | null;
  readonly mail: string | null;
  /** As Graph writes them: `SMTP:` before the primary one, `smtp:` before aliases, `x500:` before old Exchange names. */
  readonly proxyAddresses: readonly string[];
}

export type Resolve = (address: string) => RealIdentity | Stranger;

const MAILED_TO = /^(?:smtp|x500):/i;
/** How Exchange writes somebody inside when it has no address at hand. */
const EXCHANGE_NAME = /^\/o=/i;

/**
 * Makes the way from an address to whom it reaches. Letter case does not matter, and `anna+list@…` reaches `anna@…`
 * where nobody has the long form. What mail is delivered to goes before the sign-in name; an address that two people
 * claim with equal right reaches neither.
 *
 * An address that reaches nobody is 'inside-unknown' on one of our own domains and 'outside' otherwise.
 *
 * @param domains our own, in lower case
 */
export function addressBook(people: Iterable<Addresses>, domains: ReadonlySet<string>): Resolve {
  const delivered = new Map<string, RealIdentity | null>();
  const signIn = new Map<string, RealIdentity | null>();
  for (const { identity, userPrincipalName, mail, proxyAddresses } of people) {
    for (const proxy of proxyAddresses) if (MAILED_TO.test(proxy)) enter(delivered, proxy.slice(5), identity);
    if (mail !== null) enter(delivered, mail, identity);
    if (userPrincipalName !== null) enter(signIn, userPrincipalName, identity);
  }
  const find = (address: string) => (delivered.has(address) ? delivered.get(address) : signIn.get(address));
  return (written) => {
    const address = written.trim().toLowerCase();
    return find(address) ?? find(withoutTag(address)) ?? strangerAt(address, domains);
  };
}

function enter(book: Map<string, RealIdentity | null>, written: string, identity: RealIdentity): void {
  const address = written.trim().toLowerCase();
  const holder = book.get(address);
  if (address !== '') book.set(address, holder === undefined || holder?.equals(identity) === true ? identity : null);
}

function withoutTag(address: string): string {
  return address.replace(/^([^+@]+)\+[^@]*@/, '$1@');
}

function strangerAt(address: string, domains: ReadonlySet<string>): Stranger {
  const ours = EXCHANGE_NAME.test(address) || domains.has(address.slice(address.lastIndexOf('@') + 1));
  return ours ? 'inside-unknown' : 'outside';
}
