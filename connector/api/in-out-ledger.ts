import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { LedgerAnswer } from './benefit-answers.ts';
import type { House } from './house.ts';
import {
  arePlacesFor,
  choicesFor,
  goesWithHolidaysSince,
  indicatorCalled,
  readingAnswer,
  readingsOf,
  rounded,
  sinceStart,
  thenAndNow,
} from './indicator-readings.ts';
import { keepAPlan } from './keep-plans.ts';
import { may, mustBeAllowedTo } from './may-ask.ts';
import { badRequest } from './refused.ts';
import { displacement } from '../adoption/displacement.ts';
import { inOutBalance, isOverdue } from '../adoption/in-out-balance.ts';
import { INDICATORS } from '../adoption/indicators.ts';
import { dayOf } from '../privacy/period.ts';
import { readLaunches } from '../store/launches.ts';
import type { Store } from '../store/open.ts';
import { readTools, toolShape, type Plans } from '../store/plans.ts';

type Tool = Plans['tool'];
type LedgerRow = LedgerAnswer['rows'][number];

const TOOL = toolShape.extend({ oldIndicator: z.enum(INDICATORS).nullable() });

/** What came in, what went out for it, and how much of the old is gone? */
export function inOutLedger({ store, organisation, now }: House): Question {
  return ({ asker, query }): LedgerAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const today = dayOf(now());
    const tools = readTools(store);
    const launches = readLaunches(store)
      .map(({ number, what }) => ({ number, what }))
      .toReversed();
    return {
      version: ANSWERS_VERSION,
      organisation,
      mayWrite: may(asker, 'keep plans'),
      choices: choicesFor(store, INDICATORS),
      balance: inOutBalance(
        tools.map(({ plan }) => plan),
        today,
      ),
      appsAPerson: readingsOf(store, 'apps-a-person', []).map((held) => readingAnswer(held, 'apps-a-person')),
      launches,
      rows: tools.map(({ number, plan }) => ({
        number,
        ...plan,
        launch: launches.find((launch) => launch.number === plan.launch) ?? null,
        oldIndicator: indicatorCalled(plan.oldIndicator) ?? null,
        overdue: isOverdue(plan, today),
        displacement: displacementOf(store, plan),
      })),
    };
  };
}

const NOT_MEASURED = { state: 'not-measured', displaced: null, nullPoint: null, now: null } as const;

function displacementOf(store: Store, { oldIndicator, where, inOn }: Tool): LedgerRow['displacement'] {
  const indicator = indicatorCalled(oldIndicator);
  if (indicator === undefined) return NOT_MEASURED;
  const since = sinceStart(store, indicator, where, inOn);
  const shown = { displaced: null, ...thenAndNow(since) };
  if (since.now === undefined) return { ...shown, state: 'not-measured' };
  if (since.nullPoint === undefined) return { ...shown, state: since.comparable ? 'no-null-point' : 'not-comparable' };
  const { state, displaced } = displacement(since.nullPoint.held.reading, since.now.reading);
  const isHoliday = (state === 'less' || state === 'more') && goesWithHolidaysSince(since);
  return {
    ...shown,
    state: isHoliday ? 'holiday' : state,
    displaced: displaced === undefined ? null : rounded(displaced, 'percent'),
  };
}

/** Writes a tool into the ledger, or anew: each names what goes out, and by when. */
export function keepTool(house: House): Act<{ readonly number: number | null; readonly row: Tool }> {
  return keepAPlan(house, 'tool', TOOL, (row) => {
    if (row.outBy < row.inOn) throw badRequest('row.outBy');
    if (row.launch !== null && !readLaunches(house.store).some(({ number }) => number === row.launch)) {
      throw badRequest('row.launch');
    }
    if (row.outOn !== null && row.outOn > dayOf(house.now())) throw badRequest('row.outOn');
    if (!arePlacesFor(house.store, row.where, indicatorCalled(row.oldIndicator) ?? null)) throw badRequest('row.where');
  });
}
