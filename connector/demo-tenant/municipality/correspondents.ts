import type { Rhythm } from './calendar.ts';
import { at } from './chance.ts';
import type { Circle, Circles } from './circles.ts';
import type { Roster, Staff } from './roster.ts';
import { STORY } from './story.ts';
import { UNITS } from './units.ts';
import { rhythmOf } from './usage.ts';

/** What a mail can be, by whom it goes to. `partner` is what is left when the shares of the others are taken. */
export const KINDS = [
  'partner',
  'outside',
  'list',
  'shared',
  'pupil',
  'stray',
  'many',
  'meeting',
  'unknown',
  'guest',
] as const;
export type Kind = (typeof KINDS)[number];
type Shares = Readonly<Partial<Record<Exclude<Kind, 'partner'>, number>>>;

/** How one mailbox writes while nothing changes. */
export interface Manner {
  readonly circle: Circle;
  /** Mails on a full working day. */
  readonly aDay: number;
  /** Running sums of the shares of `KINDS`. */
  readonly upTo: readonly number[];
}

export interface Correspondent {
  readonly index: number;
  readonly rhythm: Rhythm;
  readonly before: Manner;
  readonly after: Manner;
  /** Of a school area: its own list comes before the division's. */
  readonly unit: string;
  /** Share of the mails in this mailbox that somebody of the circle sent on its behalf. */
  readonly onBehalf: number;
}

/** Full working days in a quarter, about: 13 weeks of five, less what holidays take. */
const WORKING_DAYS = 62;

const OFFICE: Shares = {
  outside: 0.09,
  list: 0.03,
  shared: 0.02,
  stray: 0.03,
  many: 0.02,
  meeting: 0.05,
  unknown: 0.005,
  guest: 0.01,
};
const SCHOOL: Shares = { ...OFFICE, outside: 0.07, list: STORY.sharedRooms.listBefore, pupil: 0.05 };
const SCHOOL_IN_ROOMS: Shares = { ...SCHOOL, list: STORY.sharedRooms.listAfter };
const ELECTED: Shares = { ...OFFICE, outside: 0.2, list: 0 };
const SHARED: Shares = { outside: 0.6, pupil: 0.02 };
const PUPIL: Shares = { pupil: 0.6 };

/** Everybody who writes, by place of account. Pupils of one area share one manner. */
export function makeCorrespondents(
  roster: Roster,
  circles: ReadonlyMap<number, Circles>,
): ReadonlyMap<number, Correspondent> {
  const writers = new Map<number, Correspondent>();
  for (const person of roster.staff) {
    const held = circles.get(person.index);
    if (held !== undefined) writers.set(person.index, correspondentOf(person, held));
  }
  const all = Map.groupBy(
    roster.staff.filter((person) => person.hasMailbox),
    (person) => person.unit,
  );
  roster.shared.forEach((index, place) => {
    const unit = at(UNITS, place).path;
    writers.set(
      index,
      simple({ index, unit, rhythm: 'office', onBehalf: 1 }, mannerToward(all.get(unit) ?? [], 2, SHARED)),
    );
  });
  const teachers = new Map([...all].map(([unit, members]) => [unit, mannerToward(members, 0.1, PUPIL)]));
  for (const index of roster.pupils) {
    const unit = at(roster.accounts, index).department ?? '';
    const manner = teachers.get(unit);
    if (manner !== undefined) writers.set(index, simple({ index, unit, rhythm: 'school', onBehalf: 0 }, manner));
  }
  return writers;
}

function correspondentOf(person: Staff, circles: Circles): Correspondent {
  const before = person.work === 'school' ? SCHOOL : person.work === 'council' ? ELECTED : OFFICE;
  const areas: readonly string[] = STORY.sharedRooms.areas;
  const first = mannerOf(circles.before, before);
  const changed = areas.includes(person.unit) || circles.after !== circles.before;
  return {
    index: person.index,
    unit: person.unit,
    rhythm: rhythmOf(person),
    before: first,
    after: changed ? mannerOf(circles.after, areas.includes(person.unit) ? SCHOOL_IN_ROOMS : before) : first,
    onBehalf: person.standing === 'leader' ? 0.02 : 0,
  };
}

function simple(facts: Omit<Correspondent, 'before' | 'after'>, manner: Manner): Correspondent {
  return { ...facts, before: manner, after: manner };
}

// The circle's own mails are its rates; the other kinds come on top of them.
function mannerOf(circle: Circle, shares: Shares): Manner {
  const upTo = runningShares(shares);
  return { circle, upTo, aDay: (circle.upTo.at(-1) ?? 0) / WORKING_DAYS / at(upTo, 0) };
}

function mannerToward(members: readonly Staff[], aDay: number, shares: Shares): Manner {
  const circle = {
    partners: members.map((person) => person.index),
    own: members.length,
    upTo: members.map((_, place) => place + 1),
  };
  return { circle, upTo: runningShares(shares), aDay };
}

function runningShares(shares: Shares): number[] {
  const rest = Object.values(shares).reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return KINDS.map((kind) => (sum += kind === 'partner' ? 1 - rest : (shares[kind] ?? 0)));
}
