import type { Rhythm } from './calendar.ts';
import { at, Chance, mix } from './chance.ts';
import type { Circles } from './circles.ts';
import type { Roster, Staff } from './roster.ts';
import { COUNCIL } from './units.ts';
import { rhythmOf } from './usage.ts';

/** People who come together again and again: what calendars, calls and chats of the tenant have in common. */
export interface Gathering {
  /** Its place among all. */
  readonly index: number;
  readonly kind: 'unit' | 'team' | 'pair' | 'outside';
  readonly organizer: number;
  /** The others, by place of account. */
  readonly others: readonly number[];
  readonly rhythm: Rhythm;
  /** On one weekday (Monday is 0), every so many weeks; undefined: now and then. */
  readonly series: { readonly weekday: number; readonly everyWeeks: number } | undefined;
  /** How likely it is on a full working day, for one that is now and then. */
  readonly aDay: number;
  /** First day, counted from 1970: 0, or the launch of shared rooms. */
  readonly since: number;
  /** Minutes after six in the morning, UTC. */
  readonly minute: number;
  readonly minutes: number;
  /** Met on a screen, not around a table. */
  readonly online: boolean;
  readonly room: number | undefined;
  /** Whether they have a chat of their own. */
  readonly chat: boolean;
}

const SEED_GATHERINGS = 61;
const TEAM = 8;
const SLOTS = 36;
/** Meetings against mails with somebody of another unit and of one's own: a meeting is worth several mails. */
const ACROSS_A_MAIL = 0.4;
const WITHIN_A_MAIL = 0.1;
const WORKING_DAYS = 62;
/** How many meet on a screen: pairs mostly come to one another's door. */
const ONLINE = 0.55;
const PAIRS_ONLINE = 0.15;

/**
 * Draws who gathers, from the circles of mail: the same people, units and launch. Whole units meet every other week,
 * teams each week, pairs now and then, and some with people from outside.
 *
 * @param launch the day on which shared rooms begin: whom they bring together meets from then on
 */
export function drawGatherings(
  roster: Roster,
  circles: ReadonlyMap<number, Circles>,
  seed: number,
  launch: number,
): readonly Gathering[] {
  return new GatheringMaker(roster, circles, new Chance(mix(seed, SEED_GATHERINGS, 0)), launch).make();
}

/** The gatherings that each account is of, by place of account. */
export function byMember(gatherings: readonly Gathering[]): ReadonlyMap<number, readonly Gathering[]> {
  const found = new Map<number, Gathering[]>();
  for (const gathering of gatherings) {
    for (const member of [gathering.organizer, ...gathering.others]) {
      const held = found.get(member);
      if (held === undefined) found.set(member, [gathering]);
      else held.push(gathering);
    }
  }
  return found;
}

type Draft = Pick<Gathering, 'kind' | 'organizer' | 'others' | 'series'> & Partial<Gathering>;

class GatheringMaker {
  readonly #roster: Roster;
  readonly #circles: ReadonlyMap<number, Circles>;
  readonly #chance: Chance;
  readonly #launch: number;
  readonly #rhythms: ReadonlyMap<number, Rhythm>;
  readonly #made: Gathering[] = [];

  constructor(roster: Roster, circles: ReadonlyMap<number, Circles>, chance: Chance, launch: number) {
    this.#roster = roster;
    this.#circles = circles;
    this.#chance = chance;
    this.#launch = launch;
    this.#rhythms = new Map(roster.staff.map((person) => [person.index, rhythmOf(person)]));
  }

  make(): readonly Gathering[] {
    const withMailbox = this.#roster.staff.filter((person) => person.hasMailbox);
    for (const members of Map.groupBy(withMailbox, (person) => person.unit).values()) {
      this.#unit(members);
      this.#teams(members);
    }
    this.#pairs();
    for (const person of withMailbox) if (this.#chance.happens(0.3)) this.#outside(person);
    return this.#made;
  }

  #unit(members: readonly Staff[]): void {
    const [organizer, ...others] = members.map((person) => person.index);
    const everyWeeks = members[0]?.unit === COUNCIL ? 4 : 2;
    if (organizer !== undefined)
      this.#add({
        kind: 'unit',
        organizer,
        others,
        series: { weekday: this.#chance.below(4), everyWeeks },
        minutes: 60,
      });
  }

  // Whoever writes to one another most is a team: the first of a circle's own.
  #teams(members: readonly Staff[]): void {
    const free = new Set(members.map((person) => person.index));
    for (const { index } of members) {
      if (!free.delete(index)) continue;
      const circle = this.#circles.get(index)?.before;
      const others = (circle?.partners.slice(0, circle.own) ?? [])
        .filter((other) => free.has(other))
        .slice(0, TEAM - 1);
      for (const other of others) free.delete(other);
      if (others.length > 0)
        this.#add({
          kind: 'team',
          organizer: index,
          others,
          series: { weekday: this.#chance.below(5), everyWeeks: 1 },
          chat: this.#chance.happens(0.8),
        });
    }
  }

  #pairs(): void {
    const drawn = new Set<string>();
    for (const [person, { before, after }] of this.#circles) {
      const known = new Set(before.partners);
      before.partners.forEach((other, place) => {
        this.#pair(drawn, person, other, this.#weight(before, place), 0);
      });
      after.partners.forEach((other, place) => {
        if (!known.has(other)) this.#pair(drawn, person, other, this.#weight(after, place), this.#launch);
      });
    }
  }

  /** Meetings a quarter with a partner, after the mails a quarter. */
  #weight({ upTo, own }: Circles['before'], place: number): number {
    const mails = at(upTo, place) - (upTo[place - 1] ?? 0);
    return mails * (place < own ? WITHIN_A_MAIL : ACROSS_A_MAIL);
  }

  #pair(drawn: Set<string>, one: number, other: number, aQuarter: number, since: number): void {
    const key = one < other ? `${one}|${other}` : `${other}|${one}`;
    if (drawn.has(key)) return;
    drawn.add(key);
    this.#add({
      kind: 'pair',
      organizer: one,
      others: [other],
      series: undefined,
      aDay: Math.min(0.2, aQuarter / WORKING_DAYS),
      since,
      chat: this.#chance.happens(since > 0 ? 0.9 : 0.45),
    });
  }

  #outside(person: Staff): void {
    this.#add({ kind: 'outside', organizer: person.index, others: [], series: undefined, aDay: 0.04 });
  }

  #add(draft: Draft): void {
    const online = this.#chance.happens(draft.kind === 'pair' ? PAIRS_ONLINE : ONLINE);
    const room = !online && this.#chance.happens(0.5) ? this.#chance.oneOf(this.#roster.rooms) : undefined;
    this.#made.push({
      aDay: 0,
      since: 0,
      rhythm: this.#rhythms.get(draft.organizer) ?? 'office',
      minute: this.#chance.below(SLOTS) * 15,
      minutes: this.#chance.oneOf([30, 30, 45, 60, 60, 90]),
      online,
      room,
      chat: false,
      ...draft,
      index: this.#made.length,
    });
  }
}
