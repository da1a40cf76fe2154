import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { CalendarAnswer } from './benefit-answers.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { ownCounty } from './county.ts';
import { daysOffIn, seasonOf, weeksOffIn } from '../adoption/norwegian-calendar.ts';
import { dayOf, quarterOf } from '../privacy/period.ts';
import { shownPeriods } from '../store/pinned.ts';

/** What was off in each released quarter and is off in the one going on, so that a dip in July is no failure? */
export function calendar({ store, now }: House): Question {
  return ({ asker, query }): CalendarAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const county = ownCounty(store);
    const current = quarterOf(dayOf(now()));
    const released = shownPeriods(store).filter(({ id }) => id !== current.id);
    return {
      version: ANSWERS_VERSION,
      county: county ?? null,
      periods: [current, ...released].map((period) => ({
        period,
        season: seasonOf(period),
        off: daysOffIn(period, county),
        weeks: weeksOffIn(period, county).map(({ week, kinds }) => ({ week, kinds: [...kinds] })),
      })),
    };
  };
}
