import type { Account } from '../world.ts';
import { AccountBook } from './account-book.ts';
import { at, Chance, mix } from './chance.ts';
import { inAscii } from './names.ts';
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

/** Every account of the tenant; each list below but `staff` holds places in `accounts`. */
export interface Roster {
  readonly accounts: readonly Account[];
  /** Employees at work and elected members: who the product is about. */
  readonly staff: readonly Staff[];
  readonly pupils: readonly number[];
  /** One for each unit, in the order of the units. */
  readonly shared: readonly number[];
  readonly rooms: readonly number[];
  readonly guests: readonly number[];
  readonly leavers: readonly number[];
}

const PUPILS = 2500;
const GUESTS = 60;
const ROOMS = 30;
/** Rooms with a screen that signs in to Teams by itself. */
const TEAMS_ROOMS = 4;
/** Every so many shared mailboxes was a person's once, and its account was never closed. */
const OPEN_SHARED = 12;
const LEAVERS = 45;
const SERVICES = ['sikkerhetskopi', 'skanner', 'fagsystem-helse', 'fagsystem-skole', 'lonnskjoring', 'overvaking'];
const GUEST_HOMES = ['fylket.example', 'nabokommunen.example', 'radgiver.example'];
const TOP = 'Stab/Kommunedirektørens kontor';
const SEED_DETAILS = 12;

/** The tenant's accounts, the same for the same seed. Cost: about 4,700 accounts, some 50 ms. */
export function makeRoster(seed: string, seedNumber: number): Roster {
  const book = new AccountBook(seed, seedNumber);
  const chance = new Chance(mix(seedNumber, SEED_DETAILS, 0));
  const staff = [...hireEmployees(book, chance), ...electCouncil(book)];
  const leavers = times(LEAVERS, () => addLeaver(book, chance));
  const shared = UNITS.map((unit, place) => addShared(book, unit, place % OPEN_SHARED === 0));
  const rooms = times(ROOMS, (number) =>
    book.addThing('room', {
      displayName: `Møterom ${number + 1}`,
      name: `moterom${number + 1}`,
      ...(number < TEAMS_ROOMS && { enabled: true, licence: 'teams-rooms' }),
    }),
  );
  const guests = times(GUESTS, () => book.addGuest(chance.oneOf(GUEST_HOMES)));
  for (const name of SERVICES) book.addThing('service', { displayName: `Tjeneste ${name}`, name: `svc-${name}` });
  const areas = UNITS.filter((unit) => unit.work === 'school');
  const pupils = times(PUPILS, () => book.addPupil(chance.oneOf(areas).path));
  return { accounts: book.accounts, staff, pupils, shared, rooms, guests, leavers };
}

function hireEmployees(book: AccountBook, chance: Chance): Staff[] {
  const firsts = UNITS.map((_, place) => UNITS.slice(0, place).reduce((sum, unit) => sum + headsOf(unit), 0));
  const top = UNITS.findIndex((unit) => unit.path === TOP);
  const director = at(firsts, top);
  let divisionHead = director;
  return UNITS.flatMap((unit, place) => {
    if (unit.office) divisionHead = at(firsts, place);
    return hireUnit(book, chance, unit, unit.office ? director : divisionHead);
  });
}

// Staff are shared out among the unit's leaders, those answer to its first, and that one to whoever is above.
function hireUnit(book: AccountBook, chance: Chance, unit: Unit, above: number): Staff[] {
  const head = book.accounts.length;
  return times(headsOf(unit), (place) => place).map((place) => {
    const { standing, licence } = roleAt(unit, place);
    const boss = place === 0 ? above : place < unit.leaders ? head : head + (place % unit.leaders);
    const hasMailbox = licence !== 'F1';
    const index = book.addPerson('employee', {
      department: unit.path,
      jobTitle: titleOf(unit, standing, place, chance),
      managerId: boss === head + place ? null : book.idAt(boss),
      licence,
      hasMailbox,
      enabled: true,
    });
    return { index, unit: unit.path, work: unit.work, standing, hasMailbox };
  });
}

// Within a unit: leaders first, then desk staff, then frontline with and without a mailbox.
function roleAt(unit: Unit, place: number): { standing: Standing; licence: Account['licence'] } {
  const full = unit.path === 'Stab/Digitalisering og IKT' ? 'E5' : 'E3';
  const desk = unit.leaders + unit.desk;
  if (place < unit.leaders) return { standing: 'leader', licence: full };
  if (place < desk) return { standing: 'desk', licence: full };
  return { standing: 'frontline', licence: place < desk + unit.frontlineWithMailbox ? 'F3' : 'F1' };
}

function titleOf(unit: Unit, standing: Standing, place: number, chance: Chance): string {
  const titles = TITLES[unit.work];
  if (standing === 'frontline') return chance.oneOf(FRONTLINE_TITLES[unit.work]);
  if (standing === 'desk') return chance.oneOf(titles.desk);
  if (unit.path === TOP) return place === 0 ? 'kommunedirektør' : 'kommunalsjef';
  if (place > 0) return titles.leader;
  return unit.office ? 'kommunalsjef' : titles.head;
}

function electCouncil(book: AccountBook): Staff[] {
  return times(COUNCIL_SEATS, (seat) => seat).map((seat) => {
    const index = book.addPerson('elected', {
      department: COUNCIL,
      jobTitle: at(ELECTED_TITLES, Math.min(seat, ELECTED_TITLES.length - 1)),
      managerId: null,
      licence: 'E3',
      hasMailbox: true,
      enabled: true,
    });
    return { index, unit: COUNCIL, work: 'council', standing: 'elected', hasMailbox: true };
  });
}

function addLeaver(book: AccountBook, chance: Chance): number {
  const unit = chance.oneOf(UNITS);
  return book.addPerson('employee', {
    department: unit.path,
    jobTitle: chance.oneOf(TITLES[unit.work].desk),
    managerId: null,
    licence: null,
    hasMailbox: false,
    enabled: false,
  });
}

function addShared(book: AccountBook, unit: Unit, enabled: boolean): number {
  const place = unit.path.split('/').at(-1) ?? unit.path;
  return book.addThing('shared', { displayName: `Postkasse ${place}`, name: `post.${inAscii(place)}`, enabled });
}

function times(count: number, make: (number: number) => number): number[] {
  return Array.from({ length: count }, (_, number) => make(number));
}
