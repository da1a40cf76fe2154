import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, quarterStarts } from '../../connector/demo-tenant/municipality/calendar.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { areaListName, STORY } from '../../connector/demo-tenant/municipality/story.ts';
import { LEADER_TITLES } from '../../connector/demo-tenant/municipality/titles.ts';
import type { Account, SentMessage, World } from '../../connector/demo-tenant/world.ts';

// The truth, computed here from the messages alone by a script of its own: it shares no code with network/ or the
// connector, so that each can be held against it.

interface Truth {
  /** `row|partner` → people of the row with a contact there outside their own unit; rows are units and divisions. */
  readonly reach: ReadonlyMap<string, number>;
  /** Other units with a contact, of each desk person with a mailbox. */
  readonly unitsOfDesk: readonly number[];
  /** Contacts between the two divisions of the bridge, and those of them that end in it. */
  readonly bridged: { readonly all: number; readonly through: number };
  /** Mails to each address. */
  readonly mailsTo: ReadonlyMap<string, number>;
}

const isPerson = ({ kind, enabled }: Account): boolean => enabled && (kind === 'employee' || kind === 'elected');
const divisionOf = (unit: string): string => unit.split('/')[0]!;
const unitOf = ({ department }: Account): string => department!;

function findTruth(world: World, from: number, to: number): Truth {
  const people = world.accounts.filter(isPerson);
  const byAddress = new Map(
    people.flatMap((person) => person.proxyAddresses.map((text) => [text.slice(5).toLowerCase(), person])),
  );
  const [reach, mailsTo] = [new Map<string, number>(), new Map<string, number>()];
  const [unitsOfDesk, bridged] = [[] as number[], { all: 0, through: 0 }];
  for (const person of people.filter(({ hasMailbox }) => hasMailbox)) {
    const weeks = new Map<Account, { acts: number; weeks: Set<number> }>();
    for (const message of world.sentMessages(person.id, from, to)) {
      for (const address of message.to) mailsTo.set(address, (mailsTo.get(address) ?? 0) + 1);
      const others = peopleIn(message, byAddress, person);
      if (message.draft || message.meeting || message.senderAddress !== undefined || others.size > 8) continue;
      for (const other of others) {
        const held = weeks.get(other) ?? { acts: 0, weeks: new Set() };
        weeks.set(other, { acts: held.acts + 1, weeks: held.weeks.add(Math.floor((message.sentAt / DAY_MS + 3) / 7)) });
      }
    }
    const contacts = [...weeks].filter(([, held]) => held.acts >= 2 && held.weeks.size >= 2).map(([other]) => other);
    const units = new Set(contacts.map(unitOf).filter((unit) => unit !== unitOf(person)));
    for (const partner of new Set([...units].map(divisionOf))) {
      for (const row of [unitOf(person), divisionOf(unitOf(person))]) add(reach, `${row}|${partner}`);
    }
    if (person.licence !== 'F3' && person.kind === 'employee') unitsOfDesk.push(units.size);
    for (const other of contacts) countBridge(bridged, unitOf(person), unitOf(other));
  }
  return { reach, unitsOfDesk, bridged, mailsTo };
}

function peopleIn(message: SentMessage, byAddress: ReadonlyMap<string, Account>, sender: Account): Set<Account> {
  const found = new Set<Account>();
  for (const text of [...message.to, ...message.cc, ...message.bcc]) {
    const person = byAddress.get(text.toLowerCase().replace(/\+[^@]*@/, '@'));
    if (person !== undefined && person !== sender) found.add(person);
  }
  return found;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countBridge(bridged: { all: number; through: number }, from: string, to: string): void {
  const ends = [divisionOf(from), divisionOf(to)];
  if (!STORY.bridge.between.every((division) => ends.includes(division))) return;
  bridged.all += 1;
  if ([from, to].includes(STORY.bridge.unit)) bridged.through += 1;
}

const HABIT = 4 / 28;

/** People by the services they have in habit, each with the share of days in use. */
function findHabits(
  world: World,
  from: number,
  to: number,
): (person: Account, app: 'exchange' | 'teams' | 'files') => boolean {
  const days = new Map<string, number>();
  for (let day = from; day < to; day += DAY_MS) {
    for (const { accountId, services } of world.usageOn(day)) {
      for (const app of new Set(
        services.map((name) => (name === 'onedrive' || name === 'sharepoint' ? 'files' : name)),
      )) {
        add(days, `${accountId}|${app}`);
      }
    }
  }
  return (person, app) => (days.get(`${person.id}|${app}`) ?? 0) / ((to - from) / DAY_MS) >= HABIT;
}

const TODAY = Date.parse('2026-11-21');

describe.each([
  ['elvestrand', TODAY],
  ['another', TODAY],
  ['third', Date.parse('2027-05-01')],
])('the story of seed %s', (seed, today) => {
  const world = municipality({ today, seed });
  const quarters = quarterStarts(today);
  let truths: Truth[] = [];
  beforeAll(() => {
    truths = quarters.slice(0, 5).map((from, place) => findTruth(world, from, quarters[place + 1]!));
  });
  const people = world.accounts.filter(isPerson);
  const rowOf = (row: string): Account[] =>
    people.filter((person) => unitOf(person) === row || divisionOf(unitOf(person)) === row);
  const coverage = (row: string): number =>
    rowOf(row).filter(({ hasMailbox }) => hasMailbox).length / rowOf(row).length;
  const percent = (quarter: number, row: string, partner: string): number =>
    (100 * (truths[quarter]!.reach.get(`${row}|${partner}`) ?? 0)) / rowOf(row).length;
  const divisions = [...new Set(people.map((person) => divisionOf(unitOf(person))))].filter(
    (name) => name !== 'Kommunestyret',
  );
  const units = [...new Set(people.map(unitOf))];
  const bestPartner = (quarter: number, row: string): number =>
    Math.max(...divisions.filter((name) => name !== divisionOf(row)).map((name) => percent(quarter, row, name)));
  const all = [0, 1, 2, 3, 4];

  it('makes desk staff reach two and a half to four other units', () => {
    for (const { unitsOfDesk } of truths) {
      const mean = unitsOfDesk.reduce((sum, count) => sum + count, 0) / unitsOfDesk.length;
      expect(mean).toBeGreaterThan(2.5);
      expect(mean).toBeLessThan(4);
    }
  });

  it('hides hjemmetjenesten: few in reach because few are covered', () => {
    const { unit } = STORY.hidden;
    expect(coverage(unit)).toBeLessThan(0.4);
    for (const quarter of all) expect(bestPartner(quarter, unit)).toBeLessThan(10);
    const ofCovered = (100 * (truths[1]!.reach.get(`${unit}|Stab`) ?? 0)) / (rowOf(unit).length * coverage(unit));
    expect(ofCovered).toBeGreaterThan(25);
  });

  it('closes Teknisk, fully covered, by a margin the noise of a release cannot hide', () => {
    const { division } = STORY.silo;
    expect(coverage(division)).toBeGreaterThanOrEqual(0.95);
    for (const unit of units.filter((name) => divisionOf(name) === division)) {
      expect(coverage(unit), unit).toBeGreaterThanOrEqual(0.95);
    }
    for (const quarter of all) {
      expect(bestPartner(quarter, division)).toBeLessThanOrEqual(15);
      const covered = divisions.filter((name) => name !== division && coverage(name) >= 0.55);
      expect(covered).toEqual(['Oppvekst', 'Stab', 'Kultur og samfunn', 'NAV og inkludering']);
      for (const other of covered) expect(bestPartner(quarter, other), other).toBeGreaterThanOrEqual(30);
    }
  });

  it('has a launch that worked: reach to Helse up in its two areas, and flat in the two that wait', () => {
    const { areas, waiting, partner, quarter: launch } = STORY.sharedRooms;
    for (const area of [...areas, ...waiting]) {
      expect(rowOf(area).length).toBeGreaterThanOrEqual(110);
      expect(rowOf(area).length).toBeLessThanOrEqual(150);
    }
    const before = all.filter((quarter) => quarter < launch);
    const after = all.filter((quarter) => quarter >= launch);
    const values = (area: string, of: number[]): number[] => of.map((quarter) => percent(quarter, area, partner));
    for (const area of areas) {
      expect(Math.min(...values(area, after)) - Math.max(...values(area, before)), area).toBeGreaterThanOrEqual(15);
    }
    for (const area of waiting) {
      expect(Math.max(...values(area, all)) - Math.min(...values(area, all)), area).toBeLessThanOrEqual(5);
    }
  });

  it('lets the mail list go out where the launch worked', () => {
    const mails = (quarter: number, area: string): number =>
      truths[quarter]!.mailsTo.get(`${areaListName(area)}@${world.domains[0]!}`) ?? 0;
    const left = (area: string): number => (mails(3, area) + mails(4, area)) / (mails(0, area) + mails(1, area));
    for (const area of STORY.sharedRooms.areas) expect(left(area)).toBeLessThan(0.4);
    for (const area of STORY.sharedRooms.waiting) expect(left(area)).toBeGreaterThan(0.6);
  });

  it('lets Familiens hus carry the bridge: the highest reach to both, and nearly half of all contact', () => {
    const { unit, between } = STORY.bridge;
    expect(rowOf(unit)).toHaveLength(48);
    for (const quarter of all) {
      for (const division of between) {
        for (const other of units.filter((name) => name !== unit)) {
          expect(percent(quarter, other, division), other).toBeLessThan(percent(quarter, unit, division));
        }
      }
    }
    for (const { bridged } of truths.slice(0, 2)) expect(bridged.through / bridged.all).toBeGreaterThan(0.4);
  });

  describe('in the usage reports', () => {
    let habits: ReturnType<typeof findHabits>[] = [];
    beforeAll(() => {
      habits = quarters.slice(0, 5).map((from, place) => findHabits(world, from, quarters[place + 1]!));
    });
    const share = (quarter: number, group: Account[], app: 'exchange' | 'teams' | 'files'): number =>
      (100 * group.filter((person) => habits[quarter]!(person, app)).length) / group.length;

    it('Teams rises in the launched areas and not in the waiting ones', () => {
      const change = (area: string): number => share(3, rowOf(area), 'teams') - share(1, rowOf(area), 'teams');
      for (const area of STORY.sharedRooms.areas) expect(change(area), area).toBeGreaterThan(15);
      for (const area of STORY.sharedRooms.waiting) expect(Math.abs(change(area)), area).toBeLessThan(5);
    });

    it('the planner is tried in hjemmetjenesten and given up', () => {
      const { unit, quarter } = STORY.planner;
      const [before, during, after] = [-1, 0, 1].map((step) => share(quarter + step, rowOf(unit), 'teams'));
      expect(during! - before!).toBeGreaterThan(25);
      expect(Math.abs(after! - before!)).toBeLessThan(5);
    });

    it('leaders lag behind desk staff with Teams and files, and nowhere else', () => {
      const isLeader = ({ jobTitle }: Account): boolean => LEADER_TITLES.includes(jobTitle ?? '');
      const isFrontline = ({ licence }: Account): boolean => licence === 'F1' || licence === 'F3';
      const staff = people.filter(({ kind }) => kind === 'employee');
      const leaders = staff.filter(isLeader);
      const desk = staff.filter((person) => !isLeader(person) && !isFrontline(person));
      for (const quarter of all) {
        for (const app of ['teams', 'files'] as const) {
          expect(share(quarter, desk, app) - share(quarter, leaders, app), app).toBeGreaterThan(15);
          expect(share(quarter, leaders, app)).toBeGreaterThan(share(quarter, staff.filter(isFrontline), app) + 10);
        }
        expect(Math.abs(share(quarter, desk, 'exchange') - share(quarter, leaders, 'exchange'))).toBeLessThan(5);
      }
    });

    it('July dips, weekends are quiet, and pupils are in the reports too', () => {
      const usersIn = (days: number[]): number =>
        days.reduce(
          (sum, day) => sum + [...world.usageOn(day)].filter(({ accountId }) => staffIds.has(accountId)).length,
          0,
        ) / days.length;
      const staffIds = new Set(people.map(({ id }) => id));
      const wednesdays = (month: number): number[] =>
        daysOf(world, month).filter((day) => new Date(day).getUTCDay() === 3);
      const sundays = daysOf(world, 8).filter((day) => new Date(day).getUTCDay() === 0);
      expect(usersIn(wednesdays(6))).toBeLessThan(0.6 * usersIn(wednesdays(8)));
      expect(usersIn(sundays)).toBeLessThan(0.35 * usersIn(wednesdays(8)));
      const pupils = new Set(world.accounts.filter(({ kind }) => kind === 'pupil').map(({ id }) => id));
      expect([...world.usageOn(wednesdays(8)[0]!)].some(({ accountId }) => pupils.has(accountId))).toBe(true);
      expect([...world.usageOn(world.from - DAY_MS), ...world.usageOn(world.to)]).toEqual([]);
    });
  });
});

function daysOf(world: World, month: number): number[] {
  const days = Array.from({ length: (world.to - world.from) / DAY_MS }, (_, place) => world.from + place * DAY_MS);
  return days.filter((day) => new Date(day).getUTCMonth() === month);
}
