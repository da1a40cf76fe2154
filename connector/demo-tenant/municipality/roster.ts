import type { Account } from '../world.ts';
import { at, Chance, mix } from './chance.ts';
import {
  DOMAIN,
  guid,
  inAscii,
  NameBook,
  OLD_DOMAIN,
  ORGANISATION,
  PUPIL_DOMAIN,
  START_DOMAIN,
  type Name,
} from './names.ts';
import { ELECTED_TITLES, FRONTLINE_TITLES, TITLES, type Work } from './titles.ts';
import { COUNCIL, COUNCIL_SEATS, headsOf, UNITS, type Unit } from './units.ts';

export type Standing = 'leader' | 'desk' | 'frontline' | 'elected';

/** One employee at work or elected member, by the place of the account in `Roster.accounts`. */
export interface Staff {
  readonly index: number;
  readonly unit: string;
  readonly work: Work | 'council';
  readonly standing: Standing;
  readonly hasMailbox: boolean;
}

/** Every account of the tenant; each list below holds places in `accounts`. */
export interface Roster {
  readonly accounts: readonly Account[];
  /** Employees at work and elected members: who the product is about. */
  readonly staff: readonly Staff[];
  readonly pupils: readonly number[];
  readonly shared: readonly number[];
  readonly rooms: readonly number[];
  readonly guests: readonly number[];
  readonly leavers: readonly number[];
}

const PUPILS = 2500;
const GUESTS = 60;
const ROOMS = 30;
const LEAVERS = 45;
const SERVICES = ['sikkerhetskopi', 'skanner', 'fagsystem-helse', 'fagsystem-skole', 'lonnskjoring', 'overvaking'];

/** Sections of the seed, so that more rooms do not change a single name. */
const SEED_NAMES = 11;
const SEED_DETAILS = 12;

/** The tenant's accounts, the same for the same seed. Cost: about 5,000 accounts, some 50 ms. */
export function makeRoster(seed: string, seedNumber: number): Roster {
  return new RosterMaker(seed, seedNumber).make();
}

class RosterMaker {
  readonly #seed: string;
  readonly #chance: Chance;
  readonly #names: NameBook;
  readonly #accounts: Account[] = [];
  readonly #staff: Staff[] = [];

  constructor(seed: string, seedNumber: number) {
    this.#seed = seed;
    this.#chance = new Chance(mix(seedNumber, SEED_DETAILS, 0));
    this.#names = new NameBook(new Chance(mix(seedNumber, SEED_NAMES, 0)));
  }

  make(): Roster {
    this.#addEmployees();
    this.#addCouncil();
    const leavers = times(LEAVERS, () => this.#addLeaver());
    const shared = UNITS.map((unit) => this.#addShared(unit));
    const rooms = times(ROOMS, (number) => this.#addRoom(number));
    const guests = times(GUESTS, () => this.#addGuest());
    for (const name of SERVICES) this.#addService(name);
    const pupils = times(PUPILS, () => this.#addPupil());
    return { accounts: this.#accounts, staff: this.#staff, pupils, shared, rooms, guests, leavers };
  }

  #addEmployees(): void {
    const top = UNITS.findIndex((unit) => unit.path === 'Stab/Kommunedirektørens kontor');
    const director = this.#idAt(UNITS.slice(0, top).reduce((sum, unit) => sum + headsOf(unit), 0));
    let divisionHead = director;
    for (const unit of UNITS) {
      const head = this.#idAt(this.#accounts.length);
      if (unit.office) divisionHead = head;
      this.#addUnit(unit, { head, above: unit.office ? director : divisionHead });
    }
  }

  #addUnit(unit: Unit, chain: { readonly head: string; readonly above: string }): void {
    const leaders = Array.from({ length: unit.leaders }, (_, place) => this.#idAt(this.#accounts.length + place));
    for (let place = 0; place < headsOf(unit); place += 1) {
      const role = roleAt(unit, place);
      const own = this.#idAt(this.#accounts.length);
      const boss = place === 0 ? chain.above : place < unit.leaders ? chain.head : at(leaders, place % leaders.length);
      this.#addEmployee(unit, role, {
        jobTitle: this.#titleOf(unit, role, place),
        managerId: boss === own ? null : boss,
      });
    }
  }

  #addEmployee(unit: Unit, role: Role, rest: Pick<Account, 'jobTitle' | 'managerId'>): void {
    const licence = unit.path === 'Stab/Digitalisering og IKT' && role.licence === 'E3' ? 'E5' : role.licence;
    this.#staff.push({
      index: this.#accounts.length,
      unit: unit.path,
      work: unit.work,
      standing: role.standing,
      hasMailbox: role.hasMailbox,
    });
    this.#addPerson('employee', {
      ...rest,
      department: unit.path,
      licence,
      hasMailbox: role.hasMailbox,
      enabled: true,
    });
  }

  #titleOf(unit: Unit, role: Role, place: number): string {
    const titles = TITLES[unit.work];
    if (role.standing === 'frontline') return this.#chance.oneOf(FRONTLINE_TITLES[unit.work]);
    if (role.standing === 'desk') return this.#chance.oneOf(titles.desk);
    if (unit.path === 'Stab/Kommunedirektørens kontor') return place === 0 ? 'kommunedirektør' : 'kommunalsjef';
    if (place === 0) return unit.office ? 'kommunalsjef' : titles.head;
    return titles.leader;
  }

  #addCouncil(): void {
    for (let seat = 0; seat < COUNCIL_SEATS; seat += 1) {
      this.#staff.push({
        index: this.#accounts.length,
        unit: COUNCIL,
        work: 'council',
        standing: 'elected',
        hasMailbox: true,
      });
      this.#addPerson('elected', {
        department: COUNCIL,
        jobTitle: at(ELECTED_TITLES, Math.min(seat, 2)),
        managerId: null,
        licence: 'E3',
        hasMailbox: true,
        enabled: true,
      });
    }
  }

  #addLeaver(): number {
    const unit = this.#chance.oneOf(UNITS);
    return this.#addPerson('employee', {
      department: unit.path,
      jobTitle: this.#chance.oneOf(TITLES[unit.work].desk),
      managerId: null,
      licence: null,
      hasMailbox: false,
      enabled: false,
    });
  }

  #addShared(unit: Unit): number {
    const place = unit.path.split('/').at(-1) ?? unit.path;
    return this.#addThing('shared', {
      displayName: `Postkasse ${place}`,
      name: `post.${inAscii(place)}`,
      hasMailbox: true,
    });
  }

  #addRoom(number: number): number {
    return this.#addThing('room', {
      displayName: `Møterom ${number + 1}`,
      name: `moterom${number + 1}`,
      hasMailbox: true,
    });
  }

  #addService(name: string): number {
    return this.#addThing('service', { displayName: `Tjeneste ${name}`, name: `svc-${name}`, hasMailbox: false });
  }

  #addGuest(): number {
    const name = this.#names.next();
    const home = this.#chance.oneOf(['fylket.example', 'sykehus.example', 'radgiver.example']);
    return this.#push('guest', {
      userPrincipalName: `${name.address}_${home}#EXT#@${START_DOMAIN}`,
      mail: `${name.address}@${home}`,
      proxyAddresses: [`SMTP:${name.address}@${home}`],
      displayName: name.display,
      userType: 'Guest',
    });
  }

  // A pupil's department is the school area's, as in many real directories: only the positive list keeps them out.
  #addPupil(): number {
    const name = this.#names.next();
    const areas = UNITS.filter((unit) => unit.work === 'school');
    return this.#push('pupil', {
      userPrincipalName: `${name.address}@${PUPIL_DOMAIN}`,
      mail: `${name.address}@${PUPIL_DOMAIN}`,
      proxyAddresses: [`SMTP:${name.address}@${PUPIL_DOMAIN}`],
      displayName: name.display,
      department: this.#chance.oneOf(areas).path,
      jobTitle: 'elev',
      hasMailbox: true,
      licence: 'A1-student',
    });
  }

  #addPerson(kind: 'employee' | 'elected', facts: PersonFacts): number {
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

  // About a third kept the address of the municipality they came from; some have a short one too.
  #addressesOf(name: Name): string[] {
    const [first = '', last = ''] = name.address.split('.');
    const addresses = [`SMTP:${name.address}@${DOMAIN}`];
    if (this.#chance.happens(0.35)) addresses.push(`smtp:${name.address}@${OLD_DOMAIN}`);
    if (this.#chance.happens(0.08))
      addresses.push(`smtp:${first.slice(0, 2)}.${last}.${this.#accounts.length}@${DOMAIN}`);
    if (this.#chance.happens(0.5)) addresses.push(`smtp:${name.address}@${START_DOMAIN}`);
    return addresses;
  }

  #addThing(
    kind: 'shared' | 'room' | 'service',
    facts: { displayName: string; name: string; hasMailbox: boolean },
  ): number {
    const address = `${facts.name}@${DOMAIN}`;
    return this.#push(kind, {
      userPrincipalName: address,
      mail: facts.hasMailbox ? address : null,
      proxyAddresses: facts.hasMailbox ? [`SMTP:${address}`] : [],
      displayName: facts.displayName,
      department: kind === 'room' ? ORGANISATION : null,
      hasMailbox: facts.hasMailbox,
      enabled: kind === 'service',
    });
  }

  #push(kind: Account['kind'], facts: Partial<Account> & NamedFacts): number {
    const index = this.#accounts.length;
    this.#accounts.push({
      kind,
      id: this.#idAt(index),
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

  #idAt(index: number): string {
    return guid(this.#seed, `account ${index}`);
  }
}

type NamedFacts = Pick<Account, 'userPrincipalName' | 'proxyAddresses' | 'displayName'>;
type PersonFacts = Pick<Account, 'department' | 'jobTitle' | 'managerId' | 'licence' | 'hasMailbox' | 'enabled'>;

interface Role {
  readonly standing: Standing;
  readonly licence: Account['licence'];
  readonly hasMailbox: boolean;
}

// Within a unit: leaders first, then desk staff, then frontline with and without a mailbox.
function roleAt(unit: Unit, place: number): Role {
  if (place < unit.leaders) return { standing: 'leader', licence: 'E3', hasMailbox: true };
  if (place < unit.leaders + unit.desk) return { standing: 'desk', licence: 'E3', hasMailbox: true };
  const withMailbox = place < unit.leaders + unit.desk + unit.frontlineWithMailbox;
  return { standing: 'frontline', licence: withMailbox ? 'F3' : 'F1', hasMailbox: withMailbox };
}

function times(count: number, add: (number: number) => number): number[] {
  return Array.from({ length: count }, (_, number) => add(number));
}
