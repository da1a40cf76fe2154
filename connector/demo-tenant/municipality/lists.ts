import type { Group } from '../world.ts';
import { at, Chance, mix } from './chance.ts';
import { DOMAIN, guid, inAscii } from './names.ts';
import type { Roster, Staff } from './roster.ts';
import { areaListName, STORY } from './story.ts';
import { COUNCIL, DIVISIONS, divisionOf } from './units.ts';

const SEED_LISTS = 31;

/** Addresses (before `@`) of the lists that go across divisions. */
export const LEADERS_LIST = 'ledere';
export const FORUM = 'digitaliseringsforum';

/** The tenant's groups; the first is the positive list: employees and elected members, one group of each division. */
export function makeGroups(seed: string, seedNumber: number, roster: Roster): Group[] {
  return new GroupMaker(seed, roster, new Chance(mix(seedNumber, SEED_LISTS, 0))).make();
}

class GroupMaker {
  readonly #seed: string;
  readonly #roster: Roster;
  readonly #chance: Chance;

  constructor(seed: string, roster: Roster, chance: Chance) {
    this.#seed = seed;
    this.#roster = roster;
    this.#chance = chance;
  }

  make(): Group[] {
    const divisions = DIVISIONS.map((division) =>
      this.#group(
        'security',
        `Ansatte ${division}`,
        this.#where((person) => divisionOf(person.unit) === division),
      ),
    );
    return [
      this.#positiveList(divisions),
      ...divisions,
      this.#group('security', 'Elever', this.#idsOf(this.#roster.pupils)),
      ...DIVISIONS.filter((division) => division !== COUNCIL).map((division) => this.#divisionList(division)),
      ...[...STORY.sharedRooms.areas, ...STORY.sharedRooms.waiting].map((area) => this.#areaList(area)),
      this.#leaders(),
      this.#forum(),
    ];
  }

  // Nested, and some who left were never taken out, nor shared mailboxes and rooms with an open account, as everywhere.
  #positiveList(divisions: readonly Group[]): Group {
    const left = this.#roster.leavers.filter(() => this.#chance.happens(0.5));
    const members = [...divisions.map(({ id }) => id), ...this.#idsOf(left), ...this.#openThings()];
    return this.#group('security', 'Samspill – ansatte og folkevalgte', members);
  }

  #openThings(): string[] {
    const { accounts, shared, rooms } = this.#roster;
    return this.#idsOf([...shared, ...rooms].filter((place) => at(accounts, place).enabled));
  }

  #divisionList(division: string): Group {
    const members = this.#where((person) => person.hasMailbox && divisionOf(person.unit) === division);
    return this.#group('distribution', `Alle i ${division}`, members, divisionListName(division));
  }

  // Some of the area's own and all of those around its children.
  #areaList(area: string): Group {
    const around: readonly string[] = STORY.sharedRooms.partnerUnits;
    const members = this.#where(
      ({ unit, hasMailbox }) => hasMailbox && (around.includes(unit) || (unit === area && this.#chance.happens(0.3))),
    );
    return this.#group('distribution', `Samarbeid ${at(area.split('/'), 1)}`, members, areaListName(area));
  }

  #leaders(): Group {
    const members = this.#where((person) => person.standing === 'leader');
    return this.#group('distribution', 'Ledere', members, LEADERS_LIST);
  }

  #forum(): Group {
    const members = this.#where(({ hasMailbox }) => hasMailbox && this.#chance.happens(0.05));
    return this.#group('microsoft365', 'Digitaliseringsforum', members, FORUM);
  }

  #where(test: (person: Staff) => boolean): string[] {
    return this.#idsOf(this.#roster.staff.filter(test).map((person) => person.index));
  }

  #idsOf(places: readonly number[]): string[] {
    return places.map((place) => at(this.#roster.accounts, place).id);
  }

  #group(kind: Group['kind'], displayName: string, memberIds: readonly string[], name?: string): Group {
    const mail = name === undefined ? null : `${name}@${DOMAIN}`;
    return { id: guid(this.#seed, `group ${displayName}`), displayName, mail, kind, memberIds };
  }
}

/** The address (before `@`) of the list of everybody in a division. */
export function divisionListName(division: string): string {
  return `alle-${inAscii(division)}`;
}
