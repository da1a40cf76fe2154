import { at, Chance, mix } from './chance.ts';
import type { Circle } from './circles.ts';
import type { Kind } from './correspondents.ts';
import { divisionListName, FORUM, LEADERS_LIST } from './lists.ts';
import { DOMAIN, NameBook } from './names.ts';
import type { Roster } from './roster.ts';
import { areaListName, STORY } from './story.ts';
import { COUNCIL, divisionOf } from './units.ts';

const SEED_OUTSIDE = 53;
const OUTSIDERS = 400;
const HOMES = ['leverandor.example', 'fylket.example', 'nabokommunen.example', 'innbygger.example'];

export interface Recipients {
  readonly to: string[];
  readonly cc: string[];
  readonly bcc: string[];
}

/** Addresses mails: whom a mail of each kind goes to, and how their addresses are written that day. */
export class Addresser {
  readonly #roster: Roster;
  readonly #aliases: readonly (readonly string[])[];
  readonly #outsiders: readonly string[];
  /** Everybody at work who has a mailbox. */
  readonly #reachable: readonly number[];

  constructor(roster: Roster, seed: number) {
    this.#roster = roster;
    this.#aliases = roster.accounts.map(({ proxyAddresses }) =>
      proxyAddresses.slice(1).map((address) => address.slice(5)),
    );
    this.#reachable = roster.staff.filter((person) => person.hasMailbox).map((person) => person.index);
    const names = new NameBook(new Chance(mix(seed, SEED_OUTSIDE, 0)));
    this.#outsiders = Array.from(
      { length: OUTSIDERS },
      (_, place) => `${names.next().address}@${at(HOMES, place % HOMES.length)}`,
    );
  }

  /** @param unit the writer's, which decides on the lists they write to */
  recipients(chance: Chance, unit: string, circle: Circle, kind: Kind): Recipients {
    switch (kind) {
      case 'partner':
        return this.#toPartners(chance, circle);
      case 'meeting':
        return this.#toMeeting(chance, circle);
      case 'many':
        return this.#toMany(chance);
      case 'outside':
        return this.#toOutside(chance, circle);
      default:
        return { to: [this.#single(chance, unit, kind)], cc: [], bcc: [] };
    }
  }

  #single(chance: Chance, unit: string, kind: 'list' | 'shared' | 'pupil' | 'stray' | 'unknown' | 'guest'): string {
    switch (kind) {
      case 'list':
        return `${listOf(chance, unit)}@${DOMAIN}`;
      case 'shared':
        return this.address(chance, chance.oneOf(this.#roster.shared));
      case 'pupil':
        return this.address(chance, chance.oneOf(this.#roster.pupils));
      case 'stray':
        return this.#stray(chance);
      case 'unknown':
        return chance.happens(0.5)
          ? `slettet.konto${chance.below(80)}@${DOMAIN}`
          : this.address(chance, chance.oneOf(this.#roster.leavers));
      case 'guest':
        return this.address(chance, chance.oneOf(this.#roster.guests));
    }
  }

  // Whoever is copied in is next door: only the first one may be in another unit.
  #toPartners(chance: Chance, circle: Circle): Recipients {
    const chosen = [pickPartner(chance, circle)];
    const more = moreRecipients(chance);
    for (let tries = 0; tries < more; tries += 1) {
      const other = circle.partners[chance.below(circle.own)];
      if (other !== undefined && !chosen.includes(other)) chosen.push(other);
    }
    const addresses = chosen.map((index) => this.address(chance, index));
    const inTo = chance.happens(0.5) ? 1 : addresses.length;
    const copied = addresses.splice(inTo);
    return chance.happens(0.03) ? { to: addresses, cc: [], bcc: copied } : { to: addresses, cc: copied, bcc: [] };
  }

  #toMeeting(chance: Chance, circle: Circle): Recipients {
    const room = chance.happens(0.3) ? [this.address(chance, chance.oneOf(this.#roster.rooms))] : [];
    return { to: [this.address(chance, pickPartner(chance, circle)), ...room], cc: [], bcc: [] };
  }

  // More than the eight people with whom a mail still is contact.
  #toMany(chance: Chance): Recipients {
    const addresses = Array.from({ length: 12 + chance.below(14) }, () => this.#stray(chance));
    return chance.happens(0.3) ? { to: [], cc: [], bcc: addresses } : { to: addresses, cc: [], bcc: [] };
  }

  #toOutside(chance: Chance, circle: Circle): Recipients {
    const cc = chance.happens(0.2) && circle.own > 0 ? [at(circle.partners, chance.below(circle.own))] : [];
    return { to: [chance.oneOf(this.#outsiders)], cc: cc.map((index) => this.address(chance, index)), bcc: [] };
  }

  #stray(chance: Chance): string {
    return this.address(chance, chance.oneOf(this.#reachable));
  }

  /** Somebody's address: now and then an alias, a plus-address or other letter case, and still the same person. */
  address(chance: Chance, index: number): string {
    const primary = this.primary(index);
    const draw = chance.fraction();
    if (draw < 0.03) return at(this.#aliases, index)[chance.below(2)] ?? primary;
    if (draw > 0.997) return primary.replace('@', '+sak@');
    if (draw < 0.045) return primary.toUpperCase();
    return draw < 0.07 ? capitalised(primary) : primary;
  }

  primary(index: number): string {
    const { mail, userPrincipalName } = at(this.#roster.accounts, index);
    return mail ?? userPrincipalName;
  }
}

function pickPartner(chance: Chance, circle: Circle): number {
  const draw = chance.fraction() * (circle.upTo.at(-1) ?? 0);
  const place = circle.upTo.findIndex((upTo) => draw < upTo);
  return at(circle.partners, Math.max(0, place));
}

function moreRecipients(chance: Chance): number {
  const draw = chance.fraction();
  if (draw < 0.62) return 0;
  if (draw < 0.84) return 1;
  return draw < 0.94 ? 2 : 3 + chance.below(4);
}

const AREAS: readonly string[] = [...STORY.sharedRooms.areas, ...STORY.sharedRooms.waiting];

function listOf(chance: Chance, unit: string): string {
  if (AREAS.includes(unit) && chance.happens(0.8)) return areaListName(unit);
  if (chance.happens(0.1)) return FORUM;
  return divisionOf(unit) === COUNCIL ? LEADERS_LIST : divisionListName(divisionOf(unit));
}

function capitalised(address: string): string {
  return address.replaceAll(/(^|\.)[a-z](?=[^@]*@)/g, (letter) => letter.toUpperCase());
}
