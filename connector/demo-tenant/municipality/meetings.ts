import type { Attendee, Meeting } from '../world.ts';
import { DAY_MS } from './calendar.ts';
import { at, Chance, fractionOf, mix } from './chance.ts';
import { divisionListName } from './lists.ts';
import { DOMAIN } from './names.ts';
import type { Gathering } from './gatherings.ts';
import type { Occurrence, Occurrences } from './occurrences.ts';
import type { Roster } from './roster.ts';
import { divisionOf } from './units.ts';

const SEED_INVITATIONS = 65;
const SEED_PERSONAL = 66;
const HOUR = 3_600_000;

// prettier-ignore
const SUBJECTS = [
  'Avdelingsmøte', 'Teammøte', 'Ansvarsgruppe', 'Statusmøte', 'Planlegging', 'Samtale', 'Oppfølging', 'Prosjektmøte',
  'Møte med leverandør', 'Drøfting', 'Vaktliste', 'Evaluering',
] as const;

/** What all occurrences of a gathering share: made once, or a calendar of many would be slow. */
interface Invitation {
  readonly organizer: string;
  /** As everybody but the organizer sees them: nobody's answer is known. */
  readonly attendees: readonly Attendee[];
  /** Whose answer each attendee's is; −1 for rooms, lists and outsiders. */
  readonly members: readonly number[];
  readonly subject: string;
  readonly hidden: boolean;
}

/** Writes the calendars of the municipality, a day at a time. */
export class CalendarWriter {
  readonly #roster: Roster;
  readonly #seed: number;
  readonly #gatherings: ReadonlyMap<number, readonly Gathering[]>;
  readonly #occurrences: Occurrences;
  readonly #invitations = new Map<number, Invitation>();

  constructor(
    roster: Roster,
    seed: number,
    gatherings: ReadonlyMap<number, readonly Gathering[]>,
    occurrences: Occurrences,
  ) {
    this.#roster = roster;
    this.#seed = seed;
    this.#gatherings = gatherings;
    this.#occurrences = occurrences;
  }

  /** One person's calendar of one day, by start. */
  meetingsOn(owner: number, day: number): Meeting[] {
    const gatherings = this.#gatherings.get(owner);
    if (gatherings === undefined) return [];
    const meetings: Meeting[] = this.#personal(owner, day);
    for (const gathering of gatherings) {
      const occurrence = this.#occurrences.on(gathering, day);
      if (occurrence !== undefined) meetings.push(this.#write(owner, occurrence));
    }
    return meetings.sort((one, other) => one.start - other.start);
  }

  #write(owner: number, { gathering, day, start, end, cancelled, exception }: Occurrence): Meeting {
    const invitation = this.#invitationOf(gathering);
    const mine = gathering.organizer === owner;
    const response = mine ? 'organizer' : this.#occurrences.answer(gathering, day, owner);
    const recurs = gathering.series !== undefined;
    return {
      uid: uidOf(gathering.index, day),
      start,
      end,
      kind: recurs ? (exception ? 'exception' : 'occurrence') : 'singleInstance',
      seriesId: recurs ? uidOf(gathering.index, 0) : null,
      organizer: invitation.organizer,
      attendees: mine ? this.#answered(invitation, gathering, day) : invitation.attendees,
      response,
      sensitivity: gathering.kind === 'pair' && gathering.index % 25 === 0 ? 'private' : 'normal',
      showAs: cancelled ? 'free' : response === 'tentativelyAccepted' || response === 'none' ? 'tentative' : 'busy',
      cancelled,
      allDay: false,
      attendeesHidden: invitation.hidden,
      joinUrl: joinUrlOf(gathering, day),
      subject: cancelled ? `Avlyst: ${invitation.subject}` : invitation.subject,
    };
  }

  #answered(invitation: Invitation, gathering: Gathering, day: number): Attendee[] {
    return invitation.attendees.map((attendee, place) => {
      const member = at(invitation.members, place);
      return member < 0 ? attendee : { ...attendee, response: this.#occurrences.answer(gathering, day, member) };
    });
  }

  #invitationOf(gathering: Gathering): Invitation {
    const held = this.#invitations.get(gathering.index);
    if (held !== undefined) return held;
    const made = this.#invite(gathering);
    this.#invitations.set(gathering.index, made);
    return made;
  }

  // Some units invite their division's list instead of people, and some leaders hide who else is invited.
  #invite(gathering: Gathering): Invitation {
    const chance = new Chance(mix(this.#seed, SEED_INVITATIONS, gathering.index));
    const byList = gathering.kind === 'unit' && chance.happens(0.15);
    const list = `${divisionListName(divisionOf(this.#unitOf(gathering.organizer)))}@${DOMAIN}`;
    const people = gathering.others.map((other) => this.#attendee(chance, other));
    const attendees: Attendee[] = byList ? [{ address: list, type: 'required', response: 'none' }] : people;
    const members = byList ? [-1] : [...gathering.others];
    const add = (address: string, type: Attendee['type'], response: Attendee['response']): void => {
      attendees.push({ address, type, response });
      members.push(-1);
    };
    if (gathering.kind === 'outside') add(`kontakt${chance.below(90)}@leverandor.example`, 'required', 'accepted');
    if (gathering.room !== undefined) add(this.#addressOf(gathering.room), 'resource', 'accepted');
    return {
      organizer: this.#addressOf(gathering.organizer),
      attendees,
      members,
      subject: chance.oneOf(SUBJECTS),
      hidden: gathering.kind === 'unit' && chance.happens(0.1),
    };
  }

  #attendee(chance: Chance, member: number): Attendee {
    const address = this.#addressOf(member);
    const optional = chance.happens(0.1);
    return {
      address: chance.happens(0.03) ? address.toUpperCase() : address,
      type: optional ? 'optional' : 'required',
      response: 'none',
    };
  }

  /** Days off, private errands, time kept for oneself: nobody else is in them. */
  #personal(owner: number, day: number): Meeting[] {
    const draw = fractionOf(mix(this.#seed, SEED_PERSONAL, 0), owner, day);
    if (draw > 0.09 || (day + 3) % 7 > 4) return [];
    const allDay = draw < 0.03;
    const isPrivate = !allDay && draw < 0.05;
    const start = day * DAY_MS + (allDay ? 0 : 12 * HOUR);
    return [
      {
        uid: `${uidOf(owner, day).slice(0, 24)}0000ffff`,
        start,
        end: start + (allDay ? DAY_MS : HOUR),
        kind: 'singleInstance',
        seriesId: null,
        organizer: this.#addressOf(owner),
        attendees: [],
        response: 'organizer',
        sensitivity: isPrivate ? 'private' : 'normal',
        showAs: allDay ? 'oof' : 'busy',
        cancelled: false,
        allDay,
        attendeesHidden: false,
        joinUrl: null,
        subject: allDay ? 'Fri' : isPrivate ? 'Privat avtale' : 'Fokustid',
      },
    ];
  }

  #addressOf(member: number): string {
    const { mail, userPrincipalName } = at(this.#roster.accounts, member);
    return mail ?? userPrincipalName;
  }

  #unitOf(member: number): string {
    return at(this.#roster.accounts, member).department ?? '';
  }
}

/** Where an online gathering meets on a day; the call that it is bears the same. */
export function joinUrlOf({ online, index }: Gathering, day: number): string | null {
  return online ? `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${uidOf(index, day)}%40thread.v2/0` : null;
}

function uidOf(index: number, day: number): string {
  const word = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
  return word(index) + word(day) + word(mix(index, day, 0)) + word(mix(day, index, 1));
}
