import type { LaunchEffectAnswer } from './journey-answers.ts';
import { countsOf, type CountsOfRelease, type NoisyCount, type RowCount } from './launched-counts.ts';
import { rowId, SAYS_SOMETHING_PERCENT } from './shown-table.ts';
import { goesWithHolidays, moreQuiet } from '../adoption/holiday-quarter.ts';
import {
  LEAST_COMPARED_ROWS,
  LEAST_LAUNCHED_HEADS,
  launchEffect,
  type LaunchEffect,
  type RowBeforeAndAfter,
} from '../adoption/launch-effect.ts';
import { seasonOf, type Season } from '../adoption/norwegian-calendar.ts';
import type { Release } from '../privacy/release.ts';
import type { KeptLaunch } from '../store/launches.ts';

/**
 * What a launch went together with, a quarter each: every released quarter that lies wholly after its beginning, beside
 * one before it; the same quarter of the year where that is held, otherwise the newest. The quarter in which it began is
 * neither. Nothing but released tables is looked at.
 *
 * @param releases every release, newest first
 * @param launches every launch, so that rows in which something else had begun by then are not compared with
 * @returns oldest first; one entry that says why where there is none
 */
export function effectsOf(
  launch: KeptLaunch,
  releases: readonly Release[],
  launches: readonly KeptLaunch[],
): LaunchEffectAnswer[] {
  if (isCancelled(launch)) return [{ withheld: 'cancelled' }];
  const counts = releases.flatMap((release) => countsOf(release, launch.indicator) ?? []);
  const before = counts.filter(({ period }) => period.to <= launch.begins);
  const after = counts.filter(({ period }) => period.from >= launch.begins);
  if (before.length === 0) return [{ withheld: 'no-release-before' }];
  if (after.length === 0) return [{ withheld: 'no-release-after' }];
  return after.toReversed().map((one) => effectBetween(launch, nullPointOf(one, before), one, launches));
}

/** Whether its owner has said that it never began. */
export function isCancelled({ retrospectives }: KeptLaunch): boolean {
  return retrospectives.at(-1)?.outcome === 'cancelled';
}

/** The rows of a release that a launch covers; undefined where one of them is not held as it was. */
export function launchedRows({ rows }: KeptLaunch, counts: CountsOfRelease): RowCount[] | undefined {
  const found = rows.flatMap(({ units }) => counts.rows.find(({ id }) => id === rowId(units)) ?? []);
  return found.length === rows.length ? found : undefined;
}

function nullPointOf(after: CountsOfRelease, before: readonly CountsOfRelease[]): CountsOfRelease {
  const sameSeason = before.find((one) => season(one) === season(after));
  const [newest] = before;
  return sameSeason ?? newest ?? after;
}

/** The quarter of the year. */
function season({ period }: CountsOfRelease): string {
  return period.id.slice(-2);
}

interface Pair {
  readonly row: RowCount;
  readonly change: RowBeforeAndAfter;
}

function effectBetween(
  launch: KeptLaunch,
  before: CountsOfRelease,
  after: CountsOfRelease,
  launches: readonly KeptLaunch[],
): LaunchEffectAnswer {
  const rows = launchedRows(launch, after);
  const heads = headsOf(rows ?? []);
  const isSameColumn = before.columnUnits.join('\n') === after.columnUnits.join('\n');
  if (rows === undefined || launchedRows(launch, before) === undefined || !isSameColumn)
    return { withheld: 'not-measured' };
  if (heads < LEAST_LAUNCHED_HEADS) return { withheld: 'too-few-heads', needed: LEAST_LAUNCHED_HEADS };
  const pairs = pairsOf(before, after);
  const launched = pairs.filter(({ row }) => rows.includes(row));
  if (rows.some(({ isShown }) => !isShown)) return { withheld: 'too-little-coverage', needed: SAYS_SOMETHING_PERCENT };
  if (launched.length < rows.length) return { withheld: 'not-measured' };
  const { compared, within } = comparableWith(rows, untouched(pairs, launch, after, launches));
  if (compared.length < LEAST_COMPARED_ROWS) return { withheld: 'too-few-comparable', needed: LEAST_COMPARED_ROWS };
  const found = launchEffect(
    launched.map(({ change }) => change),
    compared.map(({ change }) => change),
    launch.expectedGain / 100,
  );
  const { about, low, high } = found.share;
  const seasons = { before: seasonOf(before.period), after: seasonOf(after.period) };
  // Rows of the same divisions share their July, and the difference takes it out; others need not.
  const holiday = within === 'organisation' && mayBeHolidays(found, seasons);
  const times = (factor: number, digits: number): { about: number; low: number; high: number } => {
    const rounded = (share: number): number => Math.round(share * factor * 10 ** digits) / 10 ** digits + 0;
    return { about: rounded(about), low: rounded(low), high: rounded(high) };
  };
  const others = compared.map(({ row }) => row);
  return {
    found: holiday ? 'too-small-to-tell' : found.found,
    people: times(heads, 0),
    ofHundred: times(100, 1),
    before: before.period.id,
    after: after.period.id,
    sameSeason: season(before) === season(after),
    seasons,
    holiday,
    launched: { rows: rows.map(({ name }) => name), heads },
    compared: { rows: others.map(({ name }) => name), heads: headsOf(others), within },
    placebos: found.placebos,
  };
}

/** Whether what was found, or not found, can be what holidays make of a habit. */
function mayBeHolidays(
  { found, share }: LaunchEffect,
  { before, after }: { readonly before: Season; readonly after: Season },
): boolean {
  if (found === 'too-small-to-tell') return false;
  return found === 'no-effect-seen' ? moreQuiet(before, after) !== 0 : goesWithHolidays(share.about, before, after);
}

function headsOf(rows: readonly RowCount[]): number {
  return rows.reduce((sum, { heads }) => sum + heads, 0);
}

/** The rows that both releases hold and show, with what they counted. */
function pairsOf(before: CountsOfRelease, after: CountsOfRelease): Pair[] {
  return after.rows.flatMap((row) => {
    const then = before.rows.find(({ id }) => id === row.id);
    if (then === undefined || !row.isShown || !then.isShown || row.drawn === null || then.drawn === null) return [];
    return [{ row, change: { before: ofQuarter(then, then.drawn), after: ofQuarter(row, row.drawn) } }];
  });
}

function ofQuarter({ heads }: RowCount, drawn: NoisyCount): RowBeforeAndAfter['before'] {
  return { ...drawn, heads };
}

/** Rows that hold no unit of this launch, nor of another that had begun before the later quarter was over. */
function untouched(
  pairs: readonly Pair[],
  launch: KeptLaunch,
  after: CountsOfRelease,
  launches: readonly KeptLaunch[],
): Pair[] {
  const begun = launches.filter((one) => !isCancelled(one) && one.begins < after.period.to);
  const touched = new Set([launch, ...begun].flatMap(({ rows }) => rows.flatMap(({ units }) => units)));
  return pairs.filter(({ row }) => !row.units.some((unit) => touched.has(unit)));
}

/** Comparable are rows of the same divisions; where these are too few, all rows not yet launched. */
function comparableWith(
  launched: readonly RowCount[],
  pairs: readonly Pair[],
): { readonly compared: readonly Pair[]; readonly within: 'division' | 'organisation' } {
  const divisions = new Set(launched.map(({ division }) => division));
  const near = pairs.filter(({ row }) => divisions.has(row.division));
  return near.length >= LEAST_COMPARED_ROWS
    ? { compared: near, within: 'division' }
    : { compared: pairs, within: 'organisation' };
}
