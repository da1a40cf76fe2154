import { STORY } from './demo-tenant/municipality/story.ts';
import { addDays, startOf, type Period } from './privacy/period.ts';
import type { Store } from './store/open.ts';
import { keepPlan, readBenefits, readServiceGates, readTools, type Plans, type Signed } from './store/plans.ts';

/** What the invented municipality has written down of its tools, beside the story that is lived in it. */
interface DemoPlans {
  readonly tools: readonly Plans['tool'][];
  readonly benefits: readonly Plans['benefit'][];
  readonly gates: readonly Plans['gate'][];
}

/**
 * Writes the invented municipality's tools in and out, two benefits and a gate into an empty register, as its launch owner
 * would have when its shared rooms began. What was kept in an earlier start stays as it is.
 *
 * @param periods the quarters that are lived, oldest first; the story's null-point lies before them
 * @param signed the launch owner's signature
 */
export function keepDemoPlans(store: Store, periods: readonly Period[], signed: (at: string) => Signed): void {
  const launched = periods[STORY.sharedRooms.quarter - 1];
  const last = periods.at(-1);
  if (launched === undefined || last === undefined) return;
  const { tools, benefits, gates } = plansFrom(launched, last);
  const hand = signed(new Date(startOf(launched.from)).toISOString());
  if (readTools(store).length === 0) for (const tool of tools) keepPlan(store, 'tool', null, tool, hand);
  if (readBenefits(store).length === 0) {
    for (const benefit of benefits) keepPlan(store, 'benefit', null, benefit, hand);
  }
  if (readServiceGates(store).length === 0) for (const gate of gates) keepPlan(store, 'gate', null, gate, hand);
}

const OWNER = 'Digitalisering og IKT';

function plansFrom(launched: Period, last: Period): DemoPlans {
  const { areas, partnerUnits, afterDays } = STORY.sharedRooms;
  const roomsOn = addDays(launched.from, afterDays);
  const plannerOn = addDays(launched.from, STORY.planner.afterDays);
  return {
    tools: [
      {
        ...{ tool: 'Felles rom i Teams for skole, helsestasjon og barnevern', inOn: roomsOn },
        ...{ replaces: 'E-postlistene for samarbeid i skoleområdene', outBy: last.to, outOn: null },
        ...{ oldIndicator: 'mail-mostly', where: ['Oppvekst'] },
      },
      {
        ...{ tool: 'Planlegger i Teams for hjemmetjenesten', inOn: plannerOn },
        ...{ replaces: 'Papirlistene på vaktrommene', outBy: launched.to, outOn: null },
        ...{ oldIndicator: null, where: [STORY.planner.unit] },
      },
      {
        ...{ tool: null, inOn: launched.from },
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
