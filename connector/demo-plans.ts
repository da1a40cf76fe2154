import { benefitsAnswer, fitnessGatesAnswer, ledgerAnswer } from './api/benefit-answers.ts';
import { journeyAnswer } from './api/journey-answers.ts';
import { asking, DEMO_LAUNCHES } from './demo-launches.ts';
import { STORY } from './demo-tenant/municipality/story.ts';
import { addDays, type Day, type Period } from './privacy/period.ts';
import type { Plans } from './store/plans.ts';

/** What the invented municipality writes down of its tools, beside the story that is lived in it. */
interface DemoPlans {
  readonly tools: readonly Plans['tool'][];
  readonly benefits: readonly Plans['benefit'][];
  readonly gates: readonly Plans['gate'][];
}

/**
 * Lets the invented municipality's launch owner write down its tools in and out, two benefits and a gate, through the same
 * routes as anybody; a tool that came in by a launch points at it. Where something stands already it stays as it is, and
 * nothing is added.
 *
 * @param address of the demo's own server
 * @param token of somebody with the role `LaunchOwner`
 * @param periods the quarters that are lived, oldest first; the story's null-point lies before them
 * @param day as far as the demo has come: what went out is written down when it has gone
 * @returns false while no release holds the units of the story or its first quarter is not over, and then nothing is
 *   written
 */
export async function keepDemoPlans(
  address: string,
  token: string,
  periods: readonly Period[],
  day: Day,
): Promise<boolean> {
  const launched = periods[STORY.sharedRooms.quarter - 1];
  const last = periods.at(-1);
  if (launched === undefined || last === undefined || day < launched.to) return false;
  const ask = asking(address, token);
  const ledger = ledgerAnswer.parse(await ask('/api/ledger'));
  const { launches } = journeyAnswer.parse(await ask('/api/journey'));
  const numberOf = (launch: string): number | null => launches.find(({ what }) => what === launch)?.number ?? null;
  const { tools, benefits, gates } = plansFrom(launched, last, numberOf);
  const places = [...tools, ...benefits, ...gates].flatMap(({ where }) => where);
  if (!places.every((path) => ledger.choices.places.includes(path))) return false;
  const kept = [
    { path: '/api/ledger', rows: tools, stand: ledger.rows.length },
    { path: '/api/benefits', rows: benefits, stand: benefitsAnswer.parse(await ask('/api/benefits')).rows.length },
    {
      ...{ path: '/api/fitness-gates', rows: gates },
      stand: fitnessGatesAnswer.parse(await ask('/api/fitness-gates')).gates.length,
    },
  ];
  for (const { path, rows } of kept.filter(({ stand }) => stand === 0)) {
    for (const row of rows) await ask(path, { number: null, row });
  }
  return true;
}

const OWNER = 'Digitalisering og IKT';

function plansFrom(launched: Period, last: Period, numberOf: (launch: string) => number | null): DemoPlans {
  const { areas, partnerUnits, afterDays } = STORY.sharedRooms;
  const roomsOn = addDays(launched.from, afterDays);
  const plannerOn = addDays(launched.from, STORY.planner.afterDays);
  return {
    tools: [
      {
        ...{ tool: DEMO_LAUNCHES.rooms, inOn: roomsOn, launch: numberOf(DEMO_LAUNCHES.rooms) },
        ...{ replaces: 'E-postlistene for samarbeid i skoleområdene', outBy: last.to, outOn: null },
        ...{ oldIndicator: 'mail-mostly', where: ['Oppvekst'] },
      },
      {
        ...{ tool: DEMO_LAUNCHES.planner, inOn: plannerOn, launch: numberOf(DEMO_LAUNCHES.planner) },
        ...{ replaces: 'Papirlistene på vaktrommene', outBy: launched.to, outOn: null },
        ...{ oldIndicator: null, where: [STORY.planner.unit] },
      },
      {
        ...{ tool: null, inOn: launched.from, launch: null },
        ...{ replaces: 'Meldinger i det gamle intranettet', outBy: launched.to, outOn: addDays(launched.to, -1) },
        ...{ oldIndicator: null, where: [] },
      },
    ],
    benefits: [
      {
        ...{ benefit: 'Færre avklaringer frem og tilbake mellom skole og helse', kind: 'saved-time', owner: OWNER },
        ...{ indicator: 'teams-in-habit', where: [...areas], from: roomsOn },
        ...{ direction: 'at-least', target: 70, by: last.to },
      },
      {
        ...{ benefit: 'Én utgave av hvert dokument, og ingen leting etter den siste', kind: 'quality', owner: OWNER },
        ...{ indicator: 'files-in-habit', where: [], from: roomsOn },
        ...{ direction: 'at-least', target: 60, by: addDays(last.to, 365) },
      },
    ],
    gates: [
      {
        ...{ service: 'Felles digital henvisning', owner: 'Kommunalsjef for helse og mestring' },
        ...{ indicator: 'teams-in-habit', where: [...partnerUnits], level: 50, quarters: 2 },
      },
    ],
  };
}
