import type { Account, SentMessage } from '../world.ts';
import { activityOn, DAY_MS, weekNumber, type Rhythm } from './calendar.ts';
import { at, Chance, fractionOf, mix } from './chance.ts';
import type { Circle } from './circles.ts';
import { KINDS, type Correspondent, type Kind, type Manner } from './correspondents.ts';
import { divisionListName } from './lists.ts';
import { DOMAIN, NameBook } from './names.ts';
import type { Roster } from './roster.ts';
import { areaListName, STORY } from './story.ts';
import { COUNCIL, divisionOf } from './units.ts';

const SEED_DAYS = 51;
const SEED_AWAY = 52;
const SEED_OUTSIDE = 53;

/** Share of weeks somebody is away. */
const AWAY = 0.05;
const OUTSIDERS = 400;
const RHYTHMS: readonly Rhythm[] = ['office', 'school', 'care', 'council'];
const WORKDAY_START_MS = 6 * 3_600_000;
const WORKDAY_MS = 9.5 * 3_600_000;

const SUBJECTS = [
  'Møte på tirsdag', 'Oppdatert plan', 'Vedrørende timeplan', 'Referat', 'Spørsmål om vikar', 'Til orientering',
  'Budsjett neste år', 'Svar på henvendelse', 'Kan du se på denne?', 'Samtykke', 'Ansvarsgruppe', 'Ferieliste',
  'Ny rutine', 'Avvik', 'Bestilling', 'Innkalling', 'Takk for sist', 'Frist fredag', 'Opplæring', 'Nøkler og adgang',
] as const; // prettier-ignore

interface Recipients {
  readonly to: string[];
  readonly cc: string[];
  readonly bcc: string[];
}

/**
 * Writes the mail of one tenant. What is written on a day depends on (seed, account, day) alone, so every span gives the
 * same messages and nothing is kept between two askings.
 */
export class MailWriter {
  readonly #accounts: readonly Account[];
  readonly #roster: Roster;
  readonly #seed: number;
  readonly #launchDay: number;
  readonly #firstDay: number;
  readonly #activity: Readonly<Record<Rhythm, Float64Array>>;
  readonly #aliases: readonly (readonly string[])[];
  readonly #outsiders: readonly string[];

  /** @param span days since 1970: the first, the one after the last, and the day shared rooms were launched */
  constructor(
    roster: Roster,
    seed: number,
    span: { readonly from: number; readonly to: number; readonly launch: number },
  ) {
    this.#accounts = roster.accounts;
    this.#roster = roster;
    this.#seed = seed;
    this.#launchDay = span.launch;
    this.#firstDay = span.from;
    this.#activity = activityTables(span.from, span.to);
    this.#aliases = roster.accounts.map(({ proxyAddresses }) =>
      proxyAddresses.slice(1).map((address) => address.slice(5)),
    );
    const names = new NameBook(new Chance(mix(seed, SEED_OUTSIDE, 0)));
    const homes = ['leverandor.example', 'fylket.example', 'sykehus.example', 'innbygger.example'];
    this.#outsiders = Array.from(
      { length: OUTSIDERS },
      (_, place) => `${names.next().address}@${at(homes, place % 4)}`,
    );
  }

  /** How many mails somebody sent on a day. Cheap: no mail is written. */
  countOn(writer: Correspondent, day: number): number {
    return this.#count(this.#chanceOf(writer, day), writer, day);
  }

  /** The mails of one day, oldest first. */
  *mailsOn(writer: Correspondent, day: number): Generator<SentMessage> {
    const chance = this.#chanceOf(writer, day);
    const count = this.#count(chance, writer, day);
    if (count === 0) return;
    const manner = this.#mannerOn(writer, day);
    const times = Float64Array.from({ length: count }, () => Math.floor(chance.fraction() * WORKDAY_MS)).sort();
    for (const time of times) yield this.#write(chance, writer, manner, day * DAY_MS + WORKDAY_START_MS + time);
  }

  #chanceOf(writer: Correspondent, day: number): Chance {
    return new Chance(mix(mix(this.#seed, SEED_DAYS, 0), writer.index, day));
  }

  #mannerOn(writer: Correspondent, day: number): Manner {
    return day < this.#launchDay ? writer.before : writer.after;
  }

  #count(chance: Chance, writer: Correspondent, day: number): number {
    const full = this.#activity[writer.rhythm][day - this.#firstDay] ?? 0;
    const away = fractionOf(mix(this.#seed, SEED_AWAY, 0), writer.index, weekNumber(day)) < AWAY;
    return chance.count(away ? 0 : full * this.#mannerOn(writer, day).aDay);
  }

  #write(chance: Chance, writer: Correspondent, manner: Manner, sentAt: number): SentMessage {
    const place = chance.fraction();
    const kind = KINDS[manner.upTo.findIndex((upTo) => place < upTo)] ?? 'partner';
    const recipients = this.#recipients(chance, writer, manner.circle, kind);
    if (chance.happens(0.02)) recipients.cc.push(this.#address(chance, writer.index));
    const subject = chance.oneOf(SUBJECTS);
    const message = {
      sentAt,
      ...recipients,
      subject: chance.happens(0.3) ? `Sak ${chance.below(9000) + 1000}: ${subject}` : subject,
      draft: chance.happens(0.004),
      meeting: kind === 'meeting',
    };
    if (!chance.happens(writer.onBehalf) || manner.circle.own === 0) return message;
    const sender = at(manner.circle.partners, chance.below(manner.circle.own));
    return { ...message, senderAddress: primaryOf(at(this.#accounts, sender)) };
  }

  #recipients(chance: Chance, writer: Correspondent, circle: Circle, kind: Kind): Recipients {
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
        return { to: [this.#single(chance, writer, kind)], cc: [], bcc: [] };
    }
  }

  #single(
    chance: Chance,
    writer: Correspondent,
    kind: 'list' | 'shared' | 'pupil' | 'stray' | 'unknown' | 'guest',
  ): string {
    switch (kind) {
      case 'list':
        return `${listOf(chance, writer.unit)}@${DOMAIN}`;
      case 'shared':
        return this.#address(chance, chance.oneOf(this.#roster.shared));
      case 'pupil':
        return this.#address(chance, chance.oneOf(this.#roster.pupils));
      case 'stray':
        return this.#stray(chance);
      case 'unknown':
        return chance.happens(0.5)
          ? `slettet.konto${chance.below(80)}@${DOMAIN}`
          : this.#address(chance, chance.oneOf(this.#roster.leavers));
      case 'guest':
        return this.#address(chance, chance.oneOf(this.#roster.guests));
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
    const addresses = chosen.map((index) => this.#address(chance, index));
    const inTo = chance.happens(0.5) ? 1 : addresses.length;
    const copied = addresses.splice(inTo);
    return chance.happens(0.03) ? { to: addresses, cc: [], bcc: copied } : { to: addresses, cc: copied, bcc: [] };
  }

  #toMeeting(chance: Chance, circle: Circle): Recipients {
    const room = chance.happens(0.3) ? [this.#address(chance, chance.oneOf(this.#roster.rooms))] : [];
    return { to: [this.#address(chance, pickPartner(chance, circle)), ...room], cc: [], bcc: [] };
  }

  #toMany(chance: Chance): Recipients {
    const addresses = Array.from({ length: 10 + chance.below(16) }, () => this.#stray(chance));
    return chance.happens(0.3) ? { to: [], cc: [], bcc: addresses } : { to: addresses, cc: [], bcc: [] };
  }

  #toOutside(chance: Chance, circle: Circle): Recipients {
    const cc = chance.happens(0.2) && circle.own > 0 ? [at(circle.partners, chance.below(circle.own))] : [];
    return { to: [chance.oneOf(this.#outsiders)], cc: cc.map((index) => this.#address(chance, index)), bcc: [] };
  }

  #stray(chance: Chance): string {
    const person = chance.oneOf(this.#roster.staff);
    return person.hasMailbox ? this.#address(chance, person.index) : chance.oneOf(this.#outsiders);
  }

  // Now and then an alias, now and then other letter case: both are the same person.
  #address(chance: Chance, index: number): string {
    const primary = primaryOf(at(this.#accounts, index));
    const draw = chance.fraction();
    if (draw < 0.03) return at(this.#aliases, index)[0] ?? primary;
    if (draw < 0.045) return primary.toUpperCase();
    return draw < 0.07 ? capitalised(primary) : primary;
  }
}

function activityTables(from: number, to: number): Record<Rhythm, Float64Array> {
  const table = (rhythm: Rhythm): Float64Array =>
    Float64Array.from({ length: to - from }, (_, place) => activityOn(from + place, rhythm));
  const [office, school, care, council] = RHYTHMS.map(table);
  const none = new Float64Array();
  return { office: office ?? none, school: school ?? none, care: care ?? none, council: council ?? none };
}

function pickPartner(chance: Chance, circle: Circle): number {
  const place = chance.fraction() * (circle.upTo.at(-1) ?? 0);
  return at(
    circle.partners,
    Math.max(
      0,
      circle.upTo.findIndex((upTo) => place < upTo),
    ),
  );
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
  if (chance.happens(0.1)) return 'digitaliseringsforum';
  return divisionOf(unit) === COUNCIL ? 'ledere' : divisionListName(divisionOf(unit));
}

function primaryOf(account: Account): string {
  return account.mail ?? account.userPrincipalName;
}

function capitalised(address: string): string {
  return address.replaceAll(/(^|\.)[a-z](?=[^@]*@)/g, (letter) => letter.toUpperCase());
}
