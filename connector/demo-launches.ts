import { journeyAnswer, launchedAnswer, type JourneyAnswer } from './api/journey-answers.ts';
import { quarterStarts } from './demo-tenant/municipality/calendar.ts';
import { STORY } from './demo-tenant/municipality/story.ts';
import { addDays, dayOf, type Day } from './privacy/period.ts';

/** So many days after it was given up somebody looks back. */
const SETTLED_DAYS = 14;
/** The figure both launches of the municipality's story are to move. */
const TEAMS = { table: 'apps', column: 'teams' } as const;

/** What the launches of the story are called, in the municipality's own language. */
export const DEMO_LAUNCHES = {
  rooms: 'Felles rom i Teams for skole, helsestasjon og barnevern',
  planner: 'Planlegger i Teams for hjemmetjenesten',
} as const;

/** What the invented municipality's launch owner says. */
const ROOMS = {
  what: DEMO_LAUNCHES.rooms,
  ownerOffice: 'Digitalisering og IKT',
  purpose: 'De som arbeider med de samme barna, skal møtes i ett rom og ikke i lange e-poster.',
  expectedGain: 20,
};
const PLANNER = {
  what: DEMO_LAUNCHES.planner,
  ownerOffice: 'Helse- og mestringskontoret',
  purpose: 'Dagens oppgaver skal stå ett sted og være oppdatert for alle på vakt.',
  expectedGain: 40,
};
const LEARNT = {
  outcome: 'did-not-work',
  tried: 'En planlegger i Teams i stedet for oppgavelister på papir.',
  expected: 'At 40 flere av 100 brukte Teams fast i løpet av et år.',
  got: 'Mange prøvde de første ukene. Etter sju uker var vi tilbake til papiret.',
  learnt: 'Uten egen telefon på vakt ble planleggeren ett verktøy for mye, og papiret gikk aldri ut.',
  next: 'Vi rydder planleggeren bort. Et nytt forsøk kommer først når alle på vakt har telefon.',
} as const;

/**
 * Lets the invented municipality's launch owner register the two launches of its story before they begin, and look back
 * on the one that did not work when it is over, through the same routes as anybody: rows are chosen from the list that
 * the answer gives. What stands there is not written again.
 *
 * @param address of a server of the demo
 * @param token of somebody with the role `LaunchOwner`
 * @param today milliseconds since 1970, as the municipality was made
 * @param day as far as the demo has come
 * @returns false while no release holds the rows of the story, and then nothing is registered
 */
export async function registerDemoLaunches(address: string, token: string, today: number, day: Day): Promise<boolean> {
  const ask = asking(address, token);
  const { launches, register } = journeyAnswer.parse(await ask('/api/journey'));
  if (launches.length === 0 && !(await registerBoth(ask, register, today))) return false;
  const { quarter, afterDays, days } = STORY.planner;
  if (day < dayAfter(today, { quarter, afterDays }, days + SETTLED_DAYS)) return true;
  const known = journeyAnswer.parse(await ask('/api/journey')).launches;
  const planner = known.find(({ what }) => what === DEMO_LAUNCHES.planner);
  if (planner?.retrospectives.length !== 0) return true;
  await ask('/api/launches/retrospectives', { launch: planner.number, ...LEARNT });
  return true;
}

async function registerBoth(
  ask: ReturnType<typeof asking>,
  register: JourneyAnswer['register'],
  today: number,
): Promise<boolean> {
  const offered = register?.indicators.find(({ indicator }) => indicator.column === TEAMS.column)?.rows ?? [];
  const rowsOf = (names: readonly string[]): string[] =>
    offered.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  const { sharedRooms, planner } = STORY;
  const [rooms, home] = [rowsOf(sharedRooms.areas), rowsOf([planner.unit])];
  if (rooms.length < sharedRooms.areas.length || home.length === 0) return false;
  const list = { what: 'E-postlistene for samarbeid i skoleområdene', by: dayAfter(today, sharedRooms, 180) };
  await ask('/api/launches', { ...ROOMS, ...beginning(today, sharedRooms), rows: rooms, replaces: list });
  const paper = { what: 'Oppgavelister på papir', by: dayAfter(today, planner, 90) };
  launchedAnswer.parse(
    await ask('/api/launches', { ...PLANNER, ...beginning(today, planner), rows: home, replaces: paper }),
  );
  return true;
}

type Begun =
  Pick<typeof STORY.sharedRooms, 'quarter' | 'afterDays'> | Pick<typeof STORY.planner, 'quarter' | 'afterDays'>;

function beginning(today: number, launch: Begun): { begins: Day; expectedBy: Day; indicator: typeof TEAMS } {
  return { begins: dayAfter(today, launch, 0), expectedBy: dayAfter(today, launch, 365), indicator: TEAMS };
}

/** So many days after a launch of the story begins. */
function dayAfter(today: number, { quarter, afterDays }: Begun, days: number): Day {
  return addDays(dayOf(quarterStarts(today)[quarter] ?? today), afterDays + days);
}

/** Asks the demo's own server, or has it do something; rejects when it refuses. */
export function asking(address: string, token: string): (path: string, body?: object) => Promise<unknown> {
  return async (path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const act = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(address + path, { headers, ...act });
    if (!response.ok) throw new Error('The demo could not write down what its story says.');
    return response.json();
  };
}
