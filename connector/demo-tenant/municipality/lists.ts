import type { Group } from '../world.ts';
import { at, Chance, mix } from './chance.ts';
import { DOMAIN, guid, inAscii } from './names.ts';
import type { Roster, Staff } from './roster.ts';
import { areaListName, STORY } from './story.ts';
import { COUNCIL, DIVISIONS, divisionOf } from './units.ts';

const SEED_LISTS = 31;

/** The tenant's groups; the first is the positive list. */
export function makeGroups(seed: string, seedNumber: number, roster: Roster): Group[] {
  const chance = new Chance(mix(seedNumber, SEED_LISTS, 0));
  const idsOf = (places: readonly number[]): string[] => places.map((place) => at(roster.accounts, place).id);
  const idsWhere = (test: (person: Staff) => boolean): string[] =>
    idsOf(roster.staff.filter(test).map((person) => person.index));
  const group = (kind: Group['kind'], displayName: string, memberIds: readonly string[], name?: string): Group => ({
    id: guid(seed, `group ${displayName}`),
    displayName,
    mail: name === undefined ? null : `${name}@${DOMAIN}`,
    kind,
    memberIds,
  });
  return [
    // Some who left were never taken out, as everywhere.
    group('security', 'Samspill – ansatte og folkevalgte', [
      ...idsWhere(() => true),
      ...idsOf(roster.leavers.filter(() => chance.happens(0.5))),
    ]),
    group('security', 'Elever', idsOf(roster.pupils)),
    ...DIVISIONS.filter((division) => division !== COUNCIL).map((division) => {
      const members = idsWhere((person) => person.hasMailbox && divisionOf(person.unit) === division);
      return group('distribution', `Alle i ${division}`, members, divisionListName(division));
    }),
    ...[...STORY.sharedRooms.areas, ...STORY.sharedRooms.waiting].map((area) => {
      const around: readonly string[] = STORY.sharedRooms.partnerUnits;
      const members = idsWhere(
        (person) =>
          person.hasMailbox && (around.includes(person.unit) || (person.unit === area && chance.happens(0.3))),
      );
      return group('distribution', `Samarbeid ${at(area.split('/'), 1)}`, members, areaListName(area));
    }),
    group(
      'distribution',
      'Ledere',
      idsWhere((person) => person.standing === 'leader'),
      'ledere',
    ),
    group(
      'microsoft365',
      'Digitaliseringsforum',
      idsWhere((person) => digital(person, chance)),
      'digitaliseringsforum',
    ),
    group(
      'microsoft365',
      'Beredskap',
      idsWhere((person) => person.standing === 'leader' && chance.happens(0.4)),
      'beredskap',
    ),
  ];
}

/** The address (before `@`) of the list of everybody in a division. */
export function divisionListName(division: string): string {
  return `alle-${inAscii(division)}`;
}

function digital(person: Staff, chance: Chance): boolean {
  return person.hasMailbox && (person.unit === 'Stab/Digitalisering og IKT' || chance.happens(0.03));
}
