import { at, Chance, mix } from './chance.ts';
import { pullOn, shareInContact } from './affinity.ts';
import type { Staff } from './roster.ts';
import { STORY } from './story.ts';
import { COUNCIL, DIVISIONS, divisionOf, UNITS, type Unit } from './units.ts';

/** The people somebody writes to again and again. */
export interface Circle {
  /** Places of accounts: the first `own` are in the same unit. */
  readonly partners: readonly number[];
  readonly own: number;
  /** Running sums of the mails a quarter to each of them; the last is the sum of all. */
  readonly upTo: readonly number[];
}

/** A person's circle until the launch of shared rooms and from that day on; one object where nothing changes. */
export interface Circles {
  readonly before: Circle;
  readonly after: Circle;
}

const SEED_CIRCLES = 21;
const TEAM = 8;
/** Mails a quarter to a partner in another unit: enough that the two-weeks rule of a contact is met nearly always. */
const ACROSS_LEAST = 7;
const ACROSS_MOST = 10;
/** Mails a quarter to the whole of a circle, at most, so that nobody passes 250 mails a quarter. */
const CIRCLE_MOST = 130;
const OWN_MEAN = { leader: 62, desk: 56, frontline: 24, elected: 14 } as const;

type Division = (typeof DIVISIONS)[number];

interface Want {
  readonly person: Staff;
  readonly division: Division;
  /** In how many of its units they have a partner. */
  readonly slots: number;
}

interface Link {
  readonly to: Staff;
  readonly rate: number;
}

/**
 * Draws the circles of everybody with a mailbox: a team and some others in their own unit, and partners across units by
 * the shares in `affinity.ts`, matched so that most contact goes both ways.
 *
 * @returns circles by place of account; nobody without a mailbox has one or is in one
 */
export function drawCircles(staff: readonly Staff[], seed: number): ReadonlyMap<number, Circles> {
  return new CircleMaker(staff, new Chance(mix(seed, SEED_CIRCLES, 0))).make();
}

class CircleMaker {
  readonly #chance: Chance;
  readonly #byUnit: ReadonlyMap<string, readonly Staff[]>;
  /** Who turns outward first: leaders before others, frontline last, and chance. */
  readonly #outgoing = new Map<Staff, number>();
  /** `unit|division` → those of the unit who are in contact with the division. */
  readonly #holders = new Map<string, readonly Staff[]>();
  readonly #wants = new Map<string, Want>();
  readonly #across = new Map<Staff, Link[]>();
  readonly #sinceLaunch = new Map<Staff, Link[]>();

  constructor(staff: readonly Staff[], chance: Chance) {
    this.#chance = chance;
    this.#byUnit = Map.groupBy(
      staff.filter((person) => person.hasMailbox),
      (person) => person.unit,
    );
    for (const person of [...this.#byUnit.values()].flat()) this.#outgoing.set(person, this.#drawOutgoing(person));
  }

  make(): Map<number, Circles> {
    for (const unit of this.#byUnit.keys()) for (const division of DIVISIONS) this.#chooseHolders(unit, division);
    for (const want of this.#chance.shuffled([...this.#wants.values()])) this.#fill(want);
    for (const area of STORY.sharedRooms.areas) this.#launchIn(area);
    const own = new Map([...this.#byUnit.values()].flatMap((members) => this.#drawOwn(members)));
    return new Map([...own].map(([person, links]) => [person.index, this.#circlesOf(person, links)]));
  }

  #drawOutgoing(person: Staff): number {
    const lift = { leader: 1.6, desk: 0, frontline: -1.2, elected: 0 }[person.standing];
    return this.#chance.normal() + lift;
  }

  // Exactly the share, not each by chance: so the truth of the demo is the table in affinity.ts.
  #chooseHolders(unit: string, division: Division): void {
    const members = this.#byUnit.get(unit) ?? [];
    const ranked = this.#ranked(members);
    const holders = ranked.slice(0, Math.round(shareInContact(unit, division) * members.length));
    this.#holders.set(`${unit}|${division}`, holders);
    for (const person of holders) {
      const least = unit === STORY.bridge.unit ? 2 : 1;
      const slots = least + Number(this.#chance.happens(0.5)) + Number(this.#chance.happens(0.3));
      this.#wants.set(`${person.index}|${division}`, { person, division, slots });
    }
  }

  #ranked(members: readonly Staff[]): Staff[] {
    const keys = new Map(members.map((person) => [person, (this.#outgoing.get(person) ?? 0) + this.#chance.normal()]));
    return [...members].sort((one, other) => (keys.get(other) ?? 0) - (keys.get(one) ?? 0));
  }

  #fill(want: Want): void {
    const units = this.#unitsOf(want.division).filter((unit) => unit.path !== want.person.unit);
    const most = Math.min(want.slots, units.length);
    for (let tries = 0; tries < 12 && this.#unitsReached(want.person, want.division) < most; tries += 1) {
      const unit = this.#chooseUnit(want.person.unit, units);
      if (!this.#reaches(want.person, unit.path)) this.#link(want.person, unit.path);
    }
  }

  #unitsOf(division: Division): readonly Unit[] {
    if (division === COUNCIL) return [COUNCIL_AS_UNIT];
    return UNITS.filter((unit) => divisionOf(unit.path) === division);
  }

  #chooseUnit(from: string, units: readonly Unit[]): Unit {
    const pulls = units.map((unit) => pullOn(from, unit));
    let left = this.#chance.fraction() * pulls.reduce((sum, pull) => sum + pull, 0);
    const place = pulls.findIndex((pull) => (left -= pull) < 0);
    return at(units, Math.max(place, 0));
  }

  // First of all with somebody there who wants contact this way too; then the two write to each other.
  #link(person: Staff, unit: string): void {
    const division = divisionOf(person.unit);
    const willing = this.#holders.get(`${unit}|${division}`) ?? [];
    const other = this.#chance.oneOf(willing.length > 0 ? willing : (this.#byUnit.get(unit) ?? []));
    this.#add(this.#across, person, other);
    const wish = this.#wants.get(`${other.index}|${division}`);
    const open = wish !== undefined && this.#unitsReached(other, wish.division) < wish.slots;
    if (open && !this.#reaches(other, person.unit)) this.#add(this.#across, other, person);
  }

  #launchIn(area: string): void {
    const { reachBefore, reachAfter, partner } = STORY.sharedRooms;
    const members = this.#byUnit.get(area) ?? [];
    const holders = this.#holders.get(`${area}|${partner}`) ?? [];
    const others = this.#ranked(members.filter((person) => !holders.includes(person)));
    const more = others.slice(0, Math.round((reachAfter - reachBefore) * members.length));
    for (const person of [...holders.filter(() => this.#chance.happens(0.4)), ...more]) this.#linkInRoom(person);
  }

  // Those who already worked with Oppvekst are the ones in the rooms: the partner's own reach does not change.
  #linkInRoom(person: Staff): void {
    const { partnerUnits } = STORY.sharedRooms;
    const unit = at(partnerUnits, [0, 0, 1, 1, 2][this.#chance.below(5)] ?? 0);
    const other = this.#chance.oneOf(this.#holders.get(`${unit}|${divisionOf(person.unit)}`) ?? []);
    this.#add(this.#sinceLaunch, person, other);
    if ((this.#sinceLaunch.get(other)?.length ?? 0) < 3) this.#add(this.#sinceLaunch, other, person);
  }

  #add(links: Map<Staff, Link[]>, from: Staff, to: Staff): void {
    const rate = ACROSS_LEAST + this.#chance.fraction() * (ACROSS_MOST - ACROSS_LEAST);
    const held = links.get(from);
    if (held === undefined) links.set(from, [{ to, rate }]);
    else if (!held.some((link) => link.to === to)) held.push({ to, rate });
  }

  #unitsReached(person: Staff, division: string): number {
    const links = this.#across.get(person) ?? [];
    return new Set(links.map(({ to }) => to.unit).filter((unit) => divisionOf(unit) === division)).size;
  }

  #reaches(person: Staff, unit: string): boolean {
    return (this.#across.get(person) ?? []).some(({ to }) => to.unit === unit);
  }

  #drawOwn(members: readonly Staff[]): [Staff, Link[]][] {
    const mixed = this.#chance.shuffled(members);
    return mixed.map((person, place) => {
      const start = place - (place % TEAM);
      const team = mixed.slice(start, start + TEAM).filter((other) => other !== person);
      const others = [this.#chance.oneOf(members), at(members, 0)].filter((other) => other !== person);
      return [person, this.#weighOwn(person, [...new Set([...this.#chance.shuffled(team), ...others])])];
    });
  }

  // Some get many mails and others few: the share falls with the place in the list.
  #weighOwn(person: Staff, partners: readonly Staff[]): Link[] {
    const all = Math.min(90, OWN_MEAN[person.standing] * Math.exp(0.35 * this.#chance.normal()));
    const sum = partners.reduce((total, _, place) => total + 1 / (place + 2), 0);
    return partners.map((to, place) => ({ to, rate: all / (place + 2) / sum }));
  }

  #circlesOf(person: Staff, own: readonly Link[]): Circles {
    const across = this.#across.get(person) ?? [];
    const before = circleOf(own, across);
    const more = this.#sinceLaunch.get(person);
    return { before, after: more === undefined ? before : circleOf(own, [...across, ...more]) };
  }
}

const COUNCIL_AS_UNIT: Unit = {
  path: COUNCIL,
  work: 'office',
  leaders: 0,
  desk: 1,
  frontlineWithMailbox: 0,
  frontlineWithout: 0,
  pull: 1,
  office: true,
};

/** A circle out of own-unit and cross-unit links. Where it would be too many mails, colleagues next door get fewer. */
function circleOf(own: readonly Link[], across: readonly Link[]): Circle {
  const ownSum = sumOf(own);
  const acrossSum = sumOf(across);
  const acrossScale = Math.min(1, (CIRCLE_MOST - 15) / acrossSum);
  const ownScale = Math.min(1, Math.max(15, CIRCLE_MOST - acrossSum) / ownSum);
  let sum = 0;
  const links = [...own.map((link) => link.rate * ownScale), ...across.map((link) => link.rate * acrossScale)];
  return {
    partners: [...own, ...across].map(({ to }) => to.index),
    own: own.length,
    upTo: links.map((rate) => (sum += rate)),
  };
}

function sumOf(links: readonly Link[]): number {
  return links.reduce((sum, { rate }) => sum + rate, 0);
}
