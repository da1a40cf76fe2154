import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { FitnessGatesAnswer } from './benefit-answers.ts';
import { twoDecimals } from './counted-share.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { arePlacesFor, choicesFor, indicatorCalled, rounded } from './indicator-readings.ts';
import { keepAPlan } from './keep-plans.ts';
import { may, mustBeAllowedTo } from './may-ask.ts';
import { plainTables } from './plain-tables.ts';
import { badRequest } from './refused.ts';
import { fitnessGate, verdictOf } from '../adoption/fitness-gate.ts';
import { indicatorByRow, intervalOf, type Indicator, type Interval } from '../adoption/indicators.ts';
import { seasonOf } from '../adoption/norwegian-calendar.ts';
import { dayOf, type Period } from '../privacy/period.ts';
import type { Store } from '../store/open.ts';
import { gateShape, readServiceGates, type KeptPlan, type Plans } from '../store/plans.ts';

type Gate = Plans['gate'];
type GateRow = FitnessGatesAnswer['gates'][number];

/** What a unit can be ready by: use that is a habit. More of it is readier, and it is a share of the row's heads. */
const GATE_INDICATORS = [
  'teams-in-habit',
  'files-in-habit',
  'co-work-in-habit',
  'mobile-in-habit',
  'copilot-in-habit',
  'exchange-in-habit',
  'habit-or-higher',
  'together-or-higher',
  'across-units',
] as const satisfies readonly Indicator[];

const GATE = gateShape.extend({ indicator: z.enum(GATE_INDICATORS) });

/** Are the owners of a service ready for it? */
export function fitnessGates({ store, organisation }: House): Question {
  return ({ asker, query }): FitnessGatesAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    return {
      version: ANSWERS_VERSION,
      organisation,
      mayWrite: may(asker, 'keep plans'),
      choices: choicesFor(store, GATE_INDICATORS),
      gates: readServiceGates(store).flatMap((kept) => gateRow(store, kept)),
    };
  };
}

function gateRow(store: Store, { number, plan, before, at }: KeptPlan<Gate>): GateRow[] {
  const indicator = indicatorCalled(plan.indicator);
  if (indicator === undefined) return [];
  const releases = ownersThen(store, indicator, plan.where);
  const { state, reasons } = fitnessGate(plan, releases);
  const changedOn = [at, ...before.map((earlier) => earlier.at)].map((moment) => dayOf(Date.parse(moment)));
  return [
    {
      ...{ number, ...plan, indicator, state },
      reasons: reasons.map(({ reason, row, period }) => ({ reason, row, period: period?.id ?? null })),
      judged: releases.slice(0, plan.quarters).map(({ period, rows }) => ({
        period,
        season: seasonOf(period),
        rows: rows.map(({ row, heads, value, sigma }) => ({
          ...{ row, heads },
          value: value === undefined ? null : rounded(value, 'percent'),
          sigma: sigma === undefined ? null : twoDecimals(sigma),
          verdict: verdictOf(value, plan.level),
        })),
      })),
      formerly: before.map((earlier, index) => ({
        until: changedOn[index] ?? '',
        level: earlier.plan.level,
        quarters: earlier.plan.quarters,
      })),
    },
  ];
}

interface Owners {
  readonly period: Period;
  readonly rows: readonly {
    readonly row: string;
    readonly heads: number;
    readonly value: Interval | undefined;
    readonly sigma: number | undefined;
  }[];
}

/** What each release that holds the table says of the owners, newest first. */
function ownersThen(store: Store, indicator: Indicator, where: readonly string[]): Owners[] {
  return heldReleases(store).flatMap((release) => {
    const rows = indicatorByRow(plainTables(release), indicator, where);
    if (rows === undefined) return [];
    return [
      {
        period: release.period,
        rows: rows.map(({ row, heads, reading }) => {
          return { row, heads, value: reading && intervalOf(reading), sigma: reading?.sigma };
        }),
      },
    ];
  });
}

/** Writes a gate, or anew; which level was agreed before stays to be seen. */
export function keepServiceGate(house: House): Act<{ readonly number: number | null; readonly row: Gate }> {
  return keepAPlan(house, 'gate', GATE, ({ where, indicator }) => {
    if (!arePlacesFor(house.store, where, indicatorCalled(indicator) ?? null)) throw badRequest('row.where');
  });
}
