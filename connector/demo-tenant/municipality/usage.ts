import type { Service } from '../world.ts';
import { activityOn, type Rhythm } from './calendar.ts';
import { fractionOf, mix } from './chance.ts';
import type { Staff } from './roster.ts';
import { STORY } from './story.ts';
import { divisionOf } from './units.ts';

const SEED_TEAMS = 41;
const SEED_FILES = 42;
const SEED_EXCHANGE = 43;
const SEED_PLANNER = 44;
const SEED_DAYS = 45;
const SEED_PUPILS = 46;

/** How often, on a full working day, somebody uses a service that they have in habit, and one that they have not. */
const HABIT_LEAST = 0.45;
const HABIT_MOST = 0.9;
const RARELY_MOST = 0.07;
/** Pupils at work in Microsoft 365 on a school day. */
const PUPILS = 0.15;

/** Days counted from 1970 on which the two launches begin and the planner is given up. */
export interface StoryDays {
  readonly rooms: number;
  readonly planner: number;
  readonly plannerEnd: number;
}

/**
 * The services one person used on one day: a habit drawn once for each person and service, thinned by the calendar.
 *
 * @param wrote whether they sent a mail that day, which is use of Exchange
 * @returns an empty list for who used none
 */
export function servicesUsed(person: Staff, day: number, wrote: boolean, seed: number, story: StoryDays): Service[] {
  const full = activityOn(day, rhythmOf(person));
  const draw = (section: number): number => fractionOf(mix(seed, SEED_DAYS, section), person.index, day);
  const used: Service[] = [];
  if (wrote || (person.hasMailbox && draw(1) < full * exchangeRate(person, seed))) used.push('exchange');
  if (draw(2) < full * teamsRate(person, day, seed, story)) used.push('teams');
  if (draw(3) < full * filesRate(person, seed)) {
    const which = draw(4);
    if (which < 0.7) used.push('onedrive');
    if (which > 0.4) used.push('sharepoint');
  }
  return used;
}

/** What a pupil used: the connector must drop it. */
export function servicesOfPupil(index: number, day: number, seed: number): Service[] {
  const draw = fractionOf(mix(seed, SEED_PUPILS, 0), index, day);
  if (draw > PUPILS * activityOn(day, 'school')) return [];
  return draw < 0.1 * PUPILS ? ['exchange', 'teams', 'onedrive'] : ['teams'];
}

/** The rhythm of a person's year. */
export function rhythmOf(person: Staff): Rhythm {
  if (person.work === 'council') return 'council';
  if (person.work === 'school') return 'school';
  return person.work === 'care' ? 'care' : 'office';
}

function exchangeRate(person: Staff, seed: number): number {
  return rateOf(
    { leader: 0.97, desk: 0.96, frontline: 0.45, elected: 0.5 }[person.standing],
    person,
    SEED_EXCHANGE,
    seed,
  );
}

function teamsRate(person: Staff, day: number, seed: number, story: StoryDays): number {
  const usual = rateOf(teamsShare(person, day >= story.rooms), person, SEED_TEAMS, seed);
  const trying = person.unit === STORY.planner.unit && day >= story.planner && day < story.plannerEnd;
  if (!trying || fractionOf(seed, SEED_PLANNER, person.index) >= STORY.planner.tried) return usual;
  return Math.max(usual, STORY.planner.onADay);
}

function filesRate(person: Staff, seed: number): number {
  return rateOf(filesShare(person), person, SEED_FILES, seed);
}

const TEAMS_OF_DESK: Readonly<Record<string, number>> = {
  Oppvekst: 0.5,
  'Helse og mestring': 0.72,
  'Teknisk og eiendom': 0.5,
  Stab: 0.92,
  'Kultur og samfunn': 0.76,
  'NAV og inkludering': 0.86,
};

function teamsShare(person: Staff, launched: boolean): number {
  const areas: readonly string[] = STORY.sharedRooms.areas;
  const desk = TEAMS_OF_DESK[divisionOf(person.unit)] ?? 0;
  const inRooms = launched && areas.includes(person.unit);
  return byStanding(person, inRooms ? STORY.sharedRooms.teamsAfter : desk, STORY.leaderLag.teams, inRooms ? 0.4 : 0.12);
}

function filesShare(person: Staff): number {
  const desk = divisionOf(person.unit) === 'Teknisk og eiendom' ? 0.45 : 0.66;
  return byStanding(person, desk, STORY.leaderLag.files, 0.06);
}

function byStanding(person: Staff, desk: number, leaderLag: number, frontline: number): number {
  if (person.standing === 'leader') return Math.max(0, desk - leaderLag);
  if (person.standing === 'desk') return desk;
  return person.standing === 'elected' ? 0.3 : frontline;
}

// The same person has the same place in line, so that a larger share adds people and takes nobody's habit away.
function rateOf(share: number, person: Staff, section: number, seed: number): number {
  const place = fractionOf(seed, section, person.index);
  if (place >= share) return RARELY_MOST * fractionOf(seed, section, -person.index - 2);
  return HABIT_LEAST + (HABIT_MOST - HABIT_LEAST) * fractionOf(seed, section, -person.index - 2);
}
