import type { LaunchAnswer, LaunchCurve } from './journey-answers.ts';
import { twoDecimals } from './counted-share.ts';
import { countsOf, summed, type CountsOfRelease, type NoisyCount } from './launched-counts.ts';
import { isCancelled, launchedRows } from './launch-effects.ts';
import { expectedAfter, fittedThrough, type Interval } from '../adoption/adoption-curve.ts';
import { moreQuiet } from '../adoption/holiday-quarter.ts';
import { seasonOf } from '../adoption/norwegian-calendar.ts';
import { interval90 } from '../privacy/estimate.ts';
import { dayNumber, quarterOf, type Day, type Period } from '../privacy/period.ts';
import type { Release } from '../privacy/release.ts';
import type { KeptLaunch } from '../store/launches.ts';

/** A curve is not drawn farther than so many quarters, however far off the day a gain is expected by. */
const MOST_QUARTERS = 24;
/** A curve is fitted to one point before the launch and two after it, at least. */
const POINTS_AFTER = 2;

/** What one release says of the launched rows together. */
interface Point {
  readonly period: Period;
  readonly heads: number;
  readonly drawn: NoisyCount;
  readonly shown: NoisyCount;
}

/**
 * How the launched rows went, quarter by quarter; what was expected when the launch was registered; and the curve through
 * what was released since. Everything in people of those rows, out of released tables alone.
 *
 * @param releases every release, newest first
 */
export function curvesOf(
  launch: KeptLaunch,
  releases: readonly Release[],
): Pick<LaunchAnswer, 'actual' | 'expected' | 'fitted'> {
  const counts = releases.flatMap((release) => countsOf(release, launch.indicator) ?? []);
  const points = counts.flatMap((one) => pointOf(launch, one) ?? []).toReversed();
  const actual = points.map(({ period, heads, shown }) => {
    const people = interval90(shown.count, shown.sigma, heads);
    const season = seasonOf(period);
    const holiday = moreQuiet(seasonOf(points[0]?.period ?? period), season) > 0;
    return { period, people, sigma: twoDecimals(shown.sigma), heads, season, holiday };
  });
  const before = points.findLast(({ period }) => period.to <= launch.begins);
  if (isCancelled(launch)) return { actual, expected: { withheld: 'cancelled' }, fitted: { withheld: 'cancelled' } };
  if (before === undefined)
    return { actual, expected: { withheld: 'no-release-before' }, fitted: { withheld: 'no-release-before' } };
  const quarters = quartersOf(before.period.from, launch, points.at(-1) ?? before);
  return { actual, expected: expectedOf(launch, before, quarters), fitted: fittedOf(launch, points, quarters) };
}

function pointOf(launch: KeptLaunch, counts: CountsOfRelease): Point | undefined {
  const rows = launchedRows(launch, counts) ?? [];
  const isTold = rows.length > 0 && rows.every(({ isShown }) => isShown);
  const drawn = summed(rows.map((row) => row.drawn));
  const shown = summed(rows.map((row) => row.shown));
  if (!isTold || drawn === null || shown === null) return undefined;
  return { period: counts.period, heads: rows.reduce((sum, { heads }) => sum + heads, 0), drawn, shown };
}

/** From a day's quarter to that of the day the gain is expected by, or the newest released one. */
function quartersOf(from: Day, { expectedBy }: KeptLaunch, newest: Point): Period[] {
  const until = expectedBy >= newest.period.from ? expectedBy : newest.period.from;
  const quarters = [quarterOf(from)];
  for (let last = quarters[0]; last !== undefined && last.to <= until && quarters.length < MOST_QUARTERS;) {
    last = quarterOf(last.to);
    quarters.push(last);
  }
  return quarters;
}

function expectedOf(launch: KeptLaunch, { heads, shown }: Point, quarters: readonly Period[]): LaunchCurve {
  const gain = (launch.expectedGain / 100) * heads;
  const daysToReach = dayNumber(launch.expectedBy) - dayNumber(launch.begins);
  const people = quarters.map((quarter) =>
    expectedAfter({ nullPoint: shown, heads, gain, daysToReach }, daysInto(launch, quarter)),
  );
  return drawnAlong(quarters, heads, people);
}

function fittedOf(launch: KeptLaunch, points: readonly Point[], quarters: readonly Period[]): LaunchCurve {
  const after = points.filter(({ period }) => daysInto(launch, period) > 0);
  const newest = after.at(-1);
  if (newest === undefined || after.length < POINTS_AFTER) return { withheld: 'no-release-after' };
  // Units grow and shrink: every count as if the rows had had as many heads as now.
  const counted = points.map(({ period, heads, drawn }) => ({
    days: daysInto(launch, period),
    count: (drawn.count * newest.heads) / heads,
    sigma: (drawn.sigma * newest.heads) / heads,
  }));
  const days = quarters.map((quarter) => daysInto(launch, quarter));
  return drawnAlong(quarters, newest.heads, fittedThrough(counted, newest.heads, days));
}

/** From the launch to the middle of a quarter: a habit is judged over the whole of it. Below 0 before the launch. */
function daysInto({ begins }: KeptLaunch, { from, to }: Period): number {
  return (dayNumber(from) + dayNumber(to)) / 2 - dayNumber(begins);
}

function drawnAlong(quarters: readonly Period[], heads: number, people: readonly Interval[]): LaunchCurve {
  const points = quarters.flatMap((period, at) => {
    const one = people[at];
    if (one === undefined) return [];
    return [{ period, people: { about: Math.round(one.about), low: Math.round(one.low), high: Math.round(one.high) } }];
  });
  return { heads, points };
}
