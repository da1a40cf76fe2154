import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { BenefitsAnswer } from './benefit-answers.ts';
import type { House } from './house.ts';
import {
  arePlacesFor,
  choicesFor,
  goesWithHolidaysSince,
  indicatorCalled,
  rounded,
  sinceStart,
  thenAndNow,
} from './indicator-readings.ts';
import { keepAPlan } from './keep-plans.ts';
import { may, mustBeAllowedTo } from './may-ask.ts';
import { badRequest } from './refused.ts';
import { benefitStatus } from '../adoption/benefit-status.ts';
import { INDICATORS, unitOf } from '../adoption/indicators.ts';
import { dayOf } from '../privacy/period.ts';
import { APPS } from '../privacy/usage-day.ts';
import type { Store } from '../store/open.ts';
import { benefitShape, readBenefits, type KeptPlan, type Plans } from '../store/plans.ts';

type Benefit = Plans['benefit'];
type BenefitRow = BenefitsAnswer['rows'][number];

const BENEFIT = benefitShape.extend({ indicator: z.enum(INDICATORS) });

/** What was promised, what was before, and what is now? The status is computed here and typed nowhere. */
export function benefits({ store, organisation, now }: House): Question {
  return ({ asker, query }): BenefitsAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const today = dayOf(now());
    return {
      version: ANSWERS_VERSION,
      organisation,
      mayWrite: may(asker, 'keep plans'),
      choices: choicesFor(store, INDICATORS),
      rows: readBenefits(store).flatMap((kept) => benefitRow(store, kept, today)),
    };
  };
}

function benefitRow(store: Store, { number, plan, before, at }: KeptPlan<Benefit>, today: string): BenefitRow[] {
  const indicator = indicatorCalled(plan.indicator);
  if (indicator === undefined) return [];
  const since = sinceStart(store, indicator, plan.where, plan.from);
  const { status, change } = stands(plan, since);
  const changedOn = [at, ...before.map((earlier) => earlier.at)].map((moment) => dayOf(Date.parse(moment)));
  return [
    {
      ...{ number, ...plan, indicator, status },
      overdue: plan.by < today && status !== 'reached',
      change: change === null ? null : rounded(change, since.unit),
      ...thenAndNow(since),
      formerly: before.map((earlier, index) => ({
        until: changedOn[index] ?? today,
        target: earlier.plan.target,
        direction: earlier.plan.direction,
        by: earlier.plan.by,
      })),
    },
  ];
}

function stands(
  plan: Benefit,
  since: ReturnType<typeof sinceStart>,
): { status: BenefitRow['status']; change: ReturnType<typeof benefitStatus>['change'] | null } {
  const { nullPoint, now, comparable } = since;
  if (now === undefined) return { status: 'not-measured', change: null };
  if (nullPoint === undefined) return { status: comparable ? 'no-null-point' : 'not-comparable', change: null };
  const { status, change } = benefitStatus(plan, nullPoint.held.reading, now.reading);
  const isHoliday = (status === 'on-the-way' || status === 'wrong-way') && goesWithHolidaysSince(since);
  return { status: isHoliday ? 'holiday' : status, change };
}

/** Writes a benefit into the plan, or anew; what its target was before stays to be seen. */
export function keepBenefit(house: House): Act<{ readonly number: number | null; readonly row: Benefit }> {
  return keepAPlan(house, 'benefit', BENEFIT, (row) => {
    const indicator = indicatorCalled(row.indicator) ?? null;
    if (row.by <= row.from) throw badRequest('row.by');
    if (indicator !== null && unitOf(indicator) === 'apps-a-person' && row.target > APPS.length) {
      throw badRequest('row.target');
    }
    if (!arePlacesFor(house.store, row.where, indicator)) throw badRequest('row.where');
  });
}
