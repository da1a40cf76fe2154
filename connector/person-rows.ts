import { appsInHabit } from './adoption/apps-in-habit.ts';
import { stepOfPerson, stepsMeasured } from './adoption/step-of-person.ts';
import { CARRIERS, CHANNEL_NUMBERS, channels } from './network/channels.ts';
import { contacts } from './network/contacts.ts';
import type { Network } from './network/network.ts';
import { reach } from './network/reach.ts';
import type { Membership } from './privacy/membership.ts';
import type { Channel, PersonRow, Step } from './privacy/person-row.ts';
import type { Pseudonym } from './privacy/pseudonym.ts';
import type { App, UsageDay } from './privacy/usage-day.ts';
import { KINDS, type InteractionColumns } from './store/interactions.ts';
import { structuralRows, type CompetenceHeld } from './structural-rows.ts';

export interface MeasuredApp {
  readonly app: App;
  /** Names of the reports; a habit is judged by the days that have one of them. */
  readonly reports: readonly string[];
}

/** What is held that person rows are made from: of everybody for a release, of one person for *About me*. */
export interface HeldOfPeople {
  /** Those who get a row. */
  readonly memberships: readonly Membership[];
  /** Where anybody works whom an act may point at, those who get a row included. */
  readonly works: readonly Membership[];
  readonly interactions: Pick<InteractionColumns, 'people' | 'owner' | 'other' | 'day' | 'acts'> &
    // Handed over only where the scope's sources tell channels apart: without it nobody has one.
    Partial<Pick<InteractionColumns, 'kind'>>;
  /** By the names of reports: the days that have one of them, and who used what. */
  readonly usageOf: (reports: readonly string[]) => {
    readonly reportDays: readonly UsageDay['day'][];
    readonly rows: readonly UsageDay[];
  };
  /** Where the scope turns structural tables on, and everybody's acts are there: the competences it declares. */
  readonly structural?: { readonly competences: readonly CompetenceHeld[] };
}

/**
 * Each person as one short row, made from their own acts alone: of one person's own acts comes the same row as of
 * everybody's; but for its structural part, where that is asked for. The one code for a release and for what each person
 * is told of themselves.
 *
 * Cost: linear in interactions and usage days; with the structural part as `structuralRows`.
 *
 * @returns rows in the order of the memberships, and the services and steps that could be measured at all
 */
export function personRowsOf(
  { memberships, works, interactions, usageOf, structural }: HeldOfPeople,
  measured: readonly MeasuredApp[],
): { rows: PersonRow[]; appsMeasured: App[]; stepsMeasured: Exclude<Step, 1>[] } {
  const units = [...new Set(works.map(({ unit }) => unit).filter((unit) => unit !== ''))].sort();
  const unitNumber = new Map(units.map((unit, index) => [unit, index]));
  const membershipOf = new Map<string, Membership>(works.map((membership) => [membership.person, membership]));
  const unitOf = Int32Array.from(interactions.people, (person) => {
    const membership = membershipOf.get(person);
    if (membership === undefined || membership.standing === 'elected') return -1;
    return unitNumber.get(membership.unit) ?? -1;
  });
  const network = contacts({ ...interactions, people: interactions.people.length });
  const reached = reach(network, unitOf);
  const channelOf = channelsOf(network, unitOf, interactions);
  const isElected = (index: number): boolean =>
    membershipOf.get(interactions.people[index] ?? '')?.standing === 'elected';
  const structuralOf = structural && structuralRows({ interactions, unitOf, isElected, ...structural });
  const indexOf = new Map(interactions.people.map((person, index) => [person, index]));
  const habits = habitsOf(usageOf, measured);
  const steps = stepsMeasured({ apps: habits.map(({ app }) => app), channels: interactions.kind !== undefined });
  const rows = memberships.map(({ person, unit, standing }) => {
    const index = indexOf.get(person);
    const unitsReached = index === undefined ? [] : (reached[index] ?? []).map((number) => units[number] ?? '');
    const channel = index === undefined ? undefined : channelOf(index);
    const apps = habits.filter(({ people }) => people.has(person)).map(({ app }) => app);
    const used = habits.filter(({ triedBy }) => triedBy.has(person)).map(({ app }) => app);
    const step = stepOfPerson({ used, inHabit: apps, ...(channel && { channel }) }, steps);
    return {
      unit,
      standing,
      unitsReached,
      ...(channel && { channel }),
      apps,
      ...(step && { step }),
      ...(index === undefined ? {} : structuralOf?.(index)),
    };
  });
  return { rows, appsMeasured: habits.map(({ app }) => app), stepsMeasured: steps };
}

const CARRIER_OF_KIND: ReadonlyMap<number, number> = new Map([
  [KINDS.mail, CARRIERS.mail],
  [KINDS.meeting, CARRIERS.inPerson],
  [KINDS.chat, CARRIERS.teams],
  [KINDS.call, CARRIERS.teams],
  [KINDS['online-meeting'], CARRIERS.teams],
]);

const CHANNEL_OF_NUMBER: ReadonlyMap<number, Channel> = new Map([
  [CHANNEL_NUMBERS.mailMostly, 'mail-mostly'],
  [CHANNEL_NUMBERS.mixed, 'mixed'],
  [CHANNEL_NUMBERS.teamsMostly, 'teams-mostly'],
]);

function channelsOf(
  network: Network,
  unitOf: Int32Array,
  { kind, ...interactions }: HeldOfPeople['interactions'],
): (index: number) => Channel | undefined {
  if (kind === undefined) return () => undefined;
  const carrier = kind.map((number) => CARRIER_OF_KIND.get(number) ?? CARRIERS.inPerson);
  const told = channels(network, unitOf, { ...interactions, carrier });
  return (index) => CHANNEL_OF_NUMBER.get(told[index] ?? CHANNEL_NUMBERS.none);
}

interface Habit {
  readonly app: App;
  readonly people: ReadonlySet<Pseudonym>;
  /** Who used it on any day with a report, in habit or not. */
  readonly triedBy: ReadonlySet<Pseudonym>;
}

/** Who has which service in habit; a service whose reports have too few days is not measured this time. */
function habitsOf(usageOf: HeldOfPeople['usageOf'], measured: readonly MeasuredApp[]): Habit[] {
  // Most services are told by the same reports, and reading those back is what takes long.
  const toldAlike = Map.groupBy(measured, ({ reports }) => JSON.stringify(reports));
  return [...toldAlike.values()].flatMap((alike) => {
    const usage = usageOf(alike[0]?.reports ?? []);
    const habits = appsInHabit(usage);
    if (habits === undefined) return [];
    return alike.map(({ app }) => {
      const having = [...habits].filter(([, apps]) => apps.includes(app));
      const triedBy = new Set(usage.rows.filter(({ apps }) => apps.includes(app)).map(({ person }) => person));
      return { app, people: new Set(having.map(([person]) => person)), triedBy };
    });
  });
}
