import type { ChoicesAnswer, MeasuredAnswer, ReadingAnswer } from './benefit-answers.ts';
import { heldReleases } from './held-releases.ts';
import { plainTables } from './plain-tables.ts';
import { goesWithHolidays } from '../adoption/holiday-quarter.ts';
import {
  indicatorIn,
  INDICATORS,
  intervalOf,
  isOfAGroup,
  unitOf,
  type Indicator,
  type IndicatorUnit,
  type Interval,
  type Reading,
} from '../adoption/indicators.ts';
import { seasonOf } from '../adoption/norwegian-calendar.ts';
import { nullPointOf, type NullPointKind } from '../adoption/null-point.ts';
import type { Period } from '../privacy/period.ts';
import { inOrder } from '../privacy/rows.ts';
import type { Store } from '../store/open.ts';
import { PLAN_CHARACTERS } from '../store/plans.ts';

/** An indicator in the period of one release. */
export interface HeldReading extends Period {
  readonly reading: Reading;
}

/** Then and now of one indicator in one place. */
export interface SinceStart {
  readonly unit: IndicatorUnit;
  /** Undefined where no release before the start tells it of the same units. */
  readonly nullPoint: { readonly held: HeldReading; readonly kind: NullPointKind } | undefined;
  /** The newest release that ended after the start and tells it. */
  readonly now: HeldReading | undefined;
  /** False where releases before the start tell it, and every one of them of other units. */
  readonly comparable: boolean;
}

/** Every release that tells an indicator of a place, newest first. */
export function readingsOf(store: Store, indicator: Indicator, where: readonly string[]): HeldReading[] {
  return heldReleases(store).flatMap((release) => {
    const reading = indicatorIn(plainTables(release), indicator, where);
    return reading === undefined ? [] : [{ ...release.period, reading }];
  });
}

/**
 * What an indicator was before a start and is now. Both are of the same directory units, unless it is of the whole
 * organisation, which is the same one after a reorganisation.
 */
export function sinceStart(store: Store, indicator: Indicator, where: readonly string[], start: string): SinceStart {
  const held = readingsOf(store, indicator, where);
  const unit = unitOf(indicator);
  const now = held.find(({ to }) => to > start);
  if (now === undefined) return { unit, nullPoint: undefined, now, comparable: true };
  const alike = held.filter(({ reading }) => where.length === 0 || isOfSameUnits(reading, now.reading));
  const nullPoint = nullPointOf(alike, start, now);
  const comparable = nullPoint !== undefined || nullPointOf(held, start, now) === undefined;
  return { unit, nullPoint, now, comparable };
}

/** Whether what changed since the start went the way holidays push it; false where nothing can be said of a change. */
export function goesWithHolidaysSince({ nullPoint, now }: SinceStart): boolean {
  if (nullPoint === undefined || now === undefined) return false;
  const change = now.reading.value - nullPoint.held.reading.value;
  return goesWithHolidays(change, seasonOf(nullPoint.held), seasonOf(now));
}

function isOfSameUnits(one: Reading, other: Reading): boolean {
  return one.units.join('\n') === other.units.join('\n');
}

/** Per cent to one decimal, apps a person to two. */
export function rounded({ about, low, high }: Interval, unit: IndicatorUnit): MeasuredAnswer {
  const by = unit === 'percent' ? 10 : 100;
  const round = (value: number): number => Math.round(value * by) / by;
  return { about: round(about), low: round(low), high: round(high) };
}

export function readingAnswer({ reading, ...period }: HeldReading, unit: IndicatorUnit): ReadingAnswer {
  const { heads, rows, holdsOthers, sigma } = reading;
  const by = unit === 'percent' ? 100 : 1000;
  return {
    period,
    value: rounded(intervalOf(reading), unit),
    sigma: Math.round(sigma * by) / by,
    heads,
    rows: [...rows],
    holdsOthers,
    season: seasonOf(period),
  };
}

/** Null-point and now as both kinds of plan show them. */
export function thenAndNow({ unit, nullPoint, now }: SinceStart): {
  nullPoint: (ReadingAnswer & { kind: NullPointKind }) | null;
  now: ReadingAnswer | null;
} {
  return {
    nullPoint: nullPoint === undefined ? null : { ...readingAnswer(nullPoint.held, unit), kind: nullPoint.kind },
    now: now === undefined ? null : readingAnswer(now, unit),
  };
}

/** What a form can choose from: these indicators, and the units of the newest release with what lies above them. */
export function choicesFor(store: Store, indicators: readonly Indicator[]): ChoicesAnswer {
  return {
    indicators: indicators.map((indicator) => ({
      indicator,
      unit: unitOf(indicator),
      measured: readingsOf(store, indicator, []).length > 0,
    })),
    places: placesIn(store),
    nameCharacters: PLAN_CHARACTERS.name,
    textCharacters: PLAN_CHARACTERS.text,
  };
}

/** The directory units of the newest release and what lies above them, as paths in their order; none before the first. */
function placesIn(store: Store): string[] {
  const units = heldReleases(store)[0]?.units ?? [];
  const paths = units.flatMap(({ unit }) => {
    const parts = unit.split('/');
    return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
  });
  return [...new Set(paths)].filter((path) => path !== '').sort(inOrder);
}

/** Whether every one of these is a place of the newest release, and an indicator of a group is given none. */
export function arePlacesFor(store: Store, where: readonly string[], indicator: Indicator | null): boolean {
  if (indicator !== null && isOfAGroup(indicator)) return where.length === 0;
  const places = new Set(placesIn(store));
  return where.every((path) => places.has(path)) && new Set(where).size === where.length;
}

/** An indicator as it was written down; undefined where today's list has it no more. */
export function indicatorCalled(name: string | null): Indicator | undefined {
  return INDICATORS.find((indicator) => indicator === name);
}
