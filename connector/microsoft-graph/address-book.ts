import type { Stranger } from '../privacy/interaction.ts';
import type { PartnerWord } from '../privacy/partner-organisations.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import type { Reached } from './company.ts';

/** The addresses one person answers to. */
export interface Addresses {
  readonly identity: RealIdentity;
  readonly userPrincipalName: string | null;
  readonly mail: string | null;
  /** As Graph writes them: `SMTP:` before the primary one, `smtp:` before aliases, `x500:` before old Exchange names. */
  readonly proxyAddresses: readonly string[];
}

export type Resolve = (address: string) => Reached;

/** What an address is when it is nobody's in the directory; everything in lower case. */
export interface Surroundings {
  /** Our own domains. */
  readonly domains: ReadonlySet<string>;
  /** Addresses of lists and Microsoft 365 groups. */
  readonly lists: ReadonlySet<string>;
  /** Domains of partner organisations, each by itself. */
  readonly partners: ReadonlyMap<string, PartnerWord>;
}

const MAILED_TO = /^(?:smtp|x500):/i;
/** How Exchange writes somebody inside when it has no address at hand. */
const EXCHANGE_NAME = /^\/o=/i;
/** How a tenant signs in a guest: `anna_partner.example#EXT#@tenant.onmicrosoft.com`; no domain has a low line. */
const GUEST = /^([^@]+)_([^_@]+)#ext#@[^@]+$/;

/**
 * Makes the way from an address to whom it reaches. Letter case does not matter, and `anna+list@…` reaches `anna@…`
 * where nobody has the long form. What mail is delivered to goes before the sign-in name; an address that two people
 * claim with equal right reaches neither. A guest's form, as sign-in name and as address, reaches whom the address
 * folded into it reaches, in whichever tenant they are a guest.
 *
 * An address of a list is 'list'. One that reaches nobody is 'inside-unknown' on one of our own domains, the partner's
 * word on a domain of theirs (not on a subdomain of it) and 'outside' otherwise.
 */
export function addressBook(people: Iterable<Addresses>, { domains, lists, partners }: Surroundings): Resolve {
  const delivered = new Map<string, RealIdentity | null>();
  const signIn = new Map<string, RealIdentity | null>();
  for (const { identity, userPrincipalName, mail, proxyAddresses } of people) {
    for (const proxy of proxyAddresses) if (MAILED_TO.test(proxy)) enter(delivered, proxy.slice(5), identity);
    if (mail !== null) enter(delivered, mail, identity);
    if (userPrincipalName !== null) enter(signIn, homeOf(userPrincipalName.trim().toLowerCase()), identity);
  }
  const find = (address: string): RealIdentity | 'list' | null | undefined => {
    const holder = delivered.get(address);
    if (holder !== undefined) return holder;
    return lists.has(address) ? 'list' : signIn.get(address);
  };
  const strangerAt = (address: string): Stranger => {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    if (EXCHANGE_NAME.test(address) || domains.has(domain)) return 'inside-unknown';
    return partners.get(domain) ?? 'outside';
  };
  return (written) => {
    // Most are written as the directory has them, and most of the others have one form only: each is looked up once.
    const asWritten = delivered.get(written);
    if (asWritten instanceof RealIdentity) return asWritten;
    const address = written.trim().toLowerCase();
    const home = homeOf(address);
    const plain = withoutTag(home);
    return find(address) ?? (plain === address ? undefined : (find(home) ?? find(plain))) ?? strangerAt(home);
  };
}

function enter(book: Map<string, RealIdentity | null>, written: string, identity: RealIdentity): void {
  const address = written.trim().toLowerCase();
  const holder = book.get(address);
  if (address !== '') book.set(address, holder === undefined || holder?.equals(identity) === true ? identity : null);
}

function withoutTag(address: string): string {
  return address.includes('+') ? address.replace(/^([^+@]+)\+[^@]*@/, '$1@') : address;
}

/** The address folded into a guest's; any other as it is. */
function homeOf(address: string): string {
  return address.includes('#ext#@') ? address.replace(GUEST, '$1@$2') : address;
}
