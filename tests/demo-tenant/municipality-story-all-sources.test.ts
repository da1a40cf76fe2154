import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, quarterStarts } from '../../connector/demo-tenant/municipality/calendar.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { STORY } from '../../connector/demo-tenant/municipality/story.ts';
import type { Account, Meeting, World } from '../../connector/demo-tenant/world.ts';

// The story once more, with everything that the demo reads: mail, meetings around a table, calls, and chats shared on the
// days the demo asks. Counted here from the world by a script of its own, as in municipality-story.test.ts.

const HOUR = 3_600_000;
/** Of a cell of `reach` in six columns, in people: the square root of 15. */
const NOISE = Math.sqrt(15);
/** Of which days the demo's first and last run of a quarter ask who shares a chat, and when. */
const [FIRST_RUN_ENDS, LAG] = [23, 2];

const isPerson = ({ kind, enabled }: Account): boolean => enabled && (kind === 'employee' || kind === 'elected');
const unitOf = ({ department }: Account): string => department!;
const divisionOf = (unit: string): string => unit.split('/')[0]!;

/** In which weeks people did something toward one another; a contact is acts in two of them. */
class Acts {
  readonly #weeks = new Map<Account, Map<Account, { first: number; again: boolean }>>();

  add(owner: Account, others: Iterable<Account>, at: number): void {
    const of = this.#weeks.get(owner) ?? new Map<Account, { first: number; again: boolean }>();
    this.#weeks.set(owner, of);
    const week = Math.floor((at / DAY_MS + 3) / 7);
    for (const other of others) {
      const held = of.get(other);
      if (held === undefined) of.set(other, { first: week, again: false });
      else if (held.first !== week) held.again = true;
    }
  }

  contactsOf(owner: Account): Account[] {
    return [...(this.#weeks.get(owner) ?? [])].filter(([, { again }]) => again).map(([other]) => other);
  }
}

/** Everybody's acts of one quarter, from all sources. */
class Quarter {
  readonly #world: World;
  readonly #people: ReadonlySet<Account>;
  readonly #byId: ReadonlyMap<string, Account>;
  readonly #byAddress: ReadonlyMap<string, Account>;
  readonly acts = new Acts();

  constructor(world: World, from: number, to: number) {
    this.#world = world;
    this.#people = new Set(world.accounts.filter(isPerson));
    this.#byId = new Map([...this.#people].map((person) => [person.id, person]));
    this.#byAddress = new Map(
      [...this.#people].flatMap((person) => person.proxyAddresses.map((text) => [text.slice(5).toLowerCase(), person])),
    );
    for (const person of this.#people) {
      if (!person.hasMailbox || person.kind === 'elected') continue;
      this.#mail(person, from, to);
      this.#meetings(person, from, to);
      this.#chats(person, from + (FIRST_RUN_ENDS - 1) * DAY_MS);
      this.#chats(person, to - DAY_MS);
    }
    this.#calls(from, to);
  }

  #mail(person: Account, from: number, to: number): void {
    for (const message of this.#world.sentMessages(person.id, from, to)) {
      if (message.draft || message.meeting || message.senderAddress !== undefined) continue;
      const others = this.#named([...message.to, ...message.cc, ...message.bcc], person);
      if (others.size <= 8) this.acts.add(person, others, message.sentAt);
    }
  }

  // Of those in Teams the calls tell.
  #meetings(person: Account, from: number, to: number): void {
    for (const meeting of this.#world.meetings!(person.id, from, to)) {
      if (meeting.start < from || meeting.joinUrl !== null || !isHeld(meeting)) continue;
      const invited = meeting.attendees.filter(({ type }) => type !== 'resource').map(({ address }) => address);
      const others = this.#named([meeting.organizer, ...invited], person);
      if (others.size <= 17) this.acts.add(person, others, meeting.start);
    }
  }

  #chats(person: Account, day: number): void {
    for (const { createdAt, memberIds } of this.#world.chats!(person.id)) {
      const others = this.#known(memberIds).filter((other) => other !== person);
      if (createdAt <= day + LAG * DAY_MS && others.length <= 7) this.acts.add(person, others, day);
    }
  }

  #calls(from: number, to: number): void {
    for (const { start, end, participants } of this.#world.calls!(from, to)) {
      const met = this.#known(participants.map(({ id }) => id));
      if (end - start > 4 * HOUR || met.length > 18) continue;
      for (const person of met.filter(({ kind }) => kind !== 'elected')) {
        this.acts.add(
          person,
          met.filter((other) => other !== person),
          start,
        );
      }
    }
  }

  #known(ids: readonly string[]): Account[] {
    return [...new Set(ids)].map((id) => this.#byId.get(id)).filter((person) => person !== undefined);
  }

  #named(addresses: readonly string[], owner: Account): Set<Account> {
    const found = addresses.map((text) => this.#byAddress.get(text.toLowerCase().replace(/\+[^@]*@/, '@')));
    return new Set(found.filter((person) => person !== undefined).filter((person) => person !== owner));
  }
}

function isHeld({ cancelled, allDay, sensitivity, showAs, response, start, end, attendeesHidden }: Meeting): boolean {
  if (cancelled || allDay || sensitivity !== 'normal' || end - start > 4 * HOUR) return false;
  if (attendeesHidden && response !== 'organizer') return false;
  return response !== 'declined' && !['free', 'oof', 'workingElsewhere'].includes(showAs);
}

describe.each([
  ['elvestrand', Date.parse('2026-11-21')],
  ['another', Date.parse('2026-11-21')],
  ['third', Date.parse('2027-05-01')],
])('the story of seed %s, from all sources together', (seed, today) => {
  const world = municipality({ today, seed });
  const quarters = quarterStarts(today);
  const people = world.accounts.filter(isPerson);
  const rowOf = (row: string): Account[] =>
    people.filter((person) => unitOf(person) === row || divisionOf(unitOf(person)) === row);
  const units = [...new Set(people.map(unitOf))];
  const divisions = [...new Set(units.map(divisionOf))].filter((name) => name !== 'Kommunestyret');
  const { sharedRooms, silo, hidden, bridge } = STORY;
  /** The quarter before the launch, and the one after it. */
  const [before, after] = [sharedRooms.quarter - 1, sharedRooms.quarter + 1];
  const told = new Map<number, ReadonlyMap<Account, readonly Account[]>>();
  beforeAll(() => {
    for (const quarter of [before, after]) {
      const { acts } = new Quarter(world, quarters[quarter]!, quarters[quarter + 1]!);
      told.set(quarter, new Map(people.map((person) => [person, acts.contactsOf(person)])));
    }
  });

  /** Per cent of a row with a contact in a division, outside their own unit, as `reach` counts it. */
  const percent = (quarter: number, row: string, partner: string): number => {
    const reaching = rowOf(row).filter((person) =>
      told
        .get(quarter)!
        .get(person)!
        .some((other) => unitOf(other) !== unitOf(person) && divisionOf(unitOf(other)) === partner),
    );
    return (100 * reaching.length) / rowOf(row).length;
  };
  const bestPartner = (quarter: number, row: string): number =>
    Math.max(...divisions.filter((name) => name !== divisionOf(row)).map((name) => percent(quarter, row, name)));

  const coverage = (row: string): number =>
    rowOf(row).filter(({ hasMailbox }) => hasMailbox).length / rowOf(row).length;

  it('closes Teknisk, fully covered, and opens every other division that is covered', () => {
    for (const quarter of [before, after]) {
      expect(bestPartner(quarter, silo.division)).toBeLessThanOrEqual(20);
      for (const other of divisions.filter((name) => name !== silo.division && coverage(name) >= 0.55))
        expect(bestPartner(quarter, other), other).toBeGreaterThanOrEqual(bestPartner(quarter, silo.division) + 10);
    }
  });

  it('hides hjemmetjenesten: few in reach because few are covered', () => {
    expect(coverage(hidden.unit)).toBeLessThan(0.4);
    for (const quarter of [before, after]) expect(bestPartner(quarter, hidden.unit)).toBeLessThan(12);
  });

  it('has a launch that worked: up by seven times the noise of a release, and flat where it waits', () => {
    const grownBy = (area: string): number =>
      percent(after, area, sharedRooms.partner) - percent(before, area, sharedRooms.partner);
    for (const area of sharedRooms.areas) {
      expect((grownBy(area) * rowOf(area).length) / 100, area).toBeGreaterThan(7 * NOISE);
    }
    for (const area of sharedRooms.waiting) expect(Math.abs(grownBy(area)), area).toBeLessThanOrEqual(6);
  });

  it('lets Familiens hus carry the bridge', () => {
    for (const quarter of [before, after]) {
      for (const division of bridge.between) {
        const ofOthers = units.filter((name) => name !== bridge.unit).map((name) => percent(quarter, name, division));
        expect(percent(quarter, bridge.unit, division), division).toBeGreaterThan(Math.max(...ofOthers));
      }
    }
    const bridged = people.flatMap((person) =>
      told
        .get(before)!
        .get(person)!
        .map((other) => [unitOf(person), unitOf(other)])
        .filter((ends) => bridge.between.every((division) => ends.map(divisionOf).includes(division))),
    );
    expect(bridged.filter((ends) => ends.includes(bridge.unit)).length / bridged.length).toBeGreaterThan(0.4);
  });

  it('makes desk staff reach two and a half to five other units', () => {
    const desk = people.filter(
      ({ licence, kind, hasMailbox }) => licence !== 'F3' && kind === 'employee' && hasMailbox,
    );
    for (const quarter of [before, after]) {
      const reached = desk.map((person) => {
        const met = told.get(quarter)!.get(person)!.map(unitOf);
        return new Set(met.filter((unit) => unit !== unitOf(person))).size;
      });
      const mean = reached.reduce((sum, count) => sum + count, 0) / desk.length;
      expect(mean).toBeGreaterThan(2.5);
      expect(mean).toBeLessThan(5);
    }
  });
});
