import type { Account } from '../world.ts';
import { Chance, mix } from './chance.ts';
import { DOMAIN, guid, NameBook, OLD_DOMAIN, ORGANISATION, PUPIL_DOMAIN, START_DOMAIN, type Name } from './names.ts';

const SEED_NAMES = 11;
const SEED_ALIASES = 13;

type PersonFacts = Pick<Account, 'department' | 'jobTitle' | 'managerId' | 'licence' | 'hasMailbox' | 'enabled'>;
type NamedFacts = Pick<Account, 'userPrincipalName' | 'proxyAddresses' | 'displayName'>;

/** Opens accounts with invented names; each method answers with the account's place in `accounts`. */
export class AccountBook {
  readonly accounts: Account[] = [];
  readonly #seed: string;
  readonly #chance: Chance;
  readonly #names: NameBook;

  constructor(seed: string, seedNumber: number) {
    this.#seed = seed;
    this.#chance = new Chance(mix(seedNumber, SEED_ALIASES, 0));
    this.#names = new NameBook(new Chance(mix(seedNumber, SEED_NAMES, 0)));
  }

  /** The object id of the account at a place, whether opened yet or not. */
  idAt(index: number): string {
    return guid(this.#seed, `account ${index}`);
  }

  /** Someone who works or sits here, or did: who left keeps the address and loses the mailbox. */
  addPerson(kind: 'employee' | 'elected', facts: PersonFacts): number {
    const name = this.#names.next();
    const address = `${name.address}@${DOMAIN}`;
    const reachable = facts.hasMailbox || !facts.enabled;
    return this.#push(kind, {
      ...facts,
      userPrincipalName: address,
      mail: reachable ? address : null,
      proxyAddresses: reachable ? this.#addressesOf(name) : [],
      displayName: name.display,
    });
  }

  /** A pupil; the department is the school area's, as in many real directories: only the positive list keeps them out. */
  addPupil(department: string): number {
    const name = this.#names.next();
    const address = `${name.address}@${PUPIL_DOMAIN}`;
    return this.#push('pupil', {
      userPrincipalName: address,
      mail: address,
      proxyAddresses: [`SMTP:${address}`],
      displayName: name.display,
      department,
      jobTitle: 'elev',
      hasMailbox: true,
      licence: 'A1-student',
    });
  }

  addGuest(home: string): number {
    const name = this.#names.next();
    return this.#push('guest', {
      userPrincipalName: `${name.address}_${home}#EXT#@${START_DOMAIN}`,
      mail: `${name.address}@${home}`,
      proxyAddresses: [`SMTP:${name.address}@${home}`],
      displayName: name.display,
      userType: 'Guest',
    });
  }

  /** A mailbox or account that is nobody; shared mailboxes and rooms cannot sign in, unless facts say otherwise. */
  addThing(
    kind: 'shared' | 'room' | 'service',
    facts: { readonly displayName: string; readonly name: string } & Partial<Pick<Account, 'enabled' | 'licence'>>,
  ): number {
    const address = `${facts.name}@${DOMAIN}`;
    const hasMailbox = kind !== 'service';
    return this.#push(kind, {
      userPrincipalName: address,
      mail: hasMailbox ? address : null,
      proxyAddresses: hasMailbox ? [`SMTP:${address}`] : [],
      displayName: facts.displayName,
      department: kind === 'room' ? ORGANISATION : null,
      hasMailbox,
      enabled: facts.enabled ?? kind === 'service',
      licence: facts.licence ?? null,
    });
  }

  // About a third kept the address of the municipality they came from; some have a short one too.
  #addressesOf(name: Name): string[] {
    const [first = '', last = ''] = name.address.split('.');
    const addresses = [`SMTP:${name.address}@${DOMAIN}`];
    const short = `${first.slice(0, 2)}.${last}.${this.accounts.length}`;
    if (this.#chance.happens(0.35)) addresses.push(`smtp:${name.address}@${OLD_DOMAIN}`);
    if (this.#chance.happens(0.08)) addresses.push(`smtp:${short}@${DOMAIN}`);
    if (this.#chance.happens(0.5)) addresses.push(`smtp:${name.address}@${START_DOMAIN}`);
    return addresses;
  }

  #push(kind: Account['kind'], facts: Partial<Account> & NamedFacts): number {
    const index = this.accounts.length;
    this.accounts.push({
      id: this.idAt(index),
      kind,
      mail: null,
      enabled: true,
      userType: 'Member',
      department: null,
      jobTitle: null,
      managerId: null,
      hasMailbox: false,
      licence: null,
      ...facts,
    });
    return index;
  }
}
